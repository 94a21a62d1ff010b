/** When a sentence leaves so little open that even a number which the record does not know is its deal's. */
import type { Attribution } from "./scene.ts";
import { sidesOf } from "./sides.ts";

/** Whether the sentence names both sides, and no word leaves open what it tells of: "SoftBank paid $23 a share for Intel's stock". */
export const isPlain = ({ together, kind, said, metric, deal }: Attribution): boolean =>
  together && kind >= 0.9 && said >= 0.9 && metric !== "stake" && sidesOf(deal).essential.length > 1;

/** A sale of shares or a listing, called so beside its company in the days of the record's own: there are not two at a time. */
export const isNews = ({ deal, together, kind, timely }: Attribution): boolean =>
  together && kind >= 0.9 && timely >= 0.85 && (sidesOf(deal).form === "secondary" || sidesOf(deal).form === "listing");
