/** When a sentence leaves so little open that even a number which the record does not know is its deal's. */
import type { Attribution, Scene } from "./scene.ts";
import { sidesOf } from "./sides.ts";

/** Whether the sentence names both sides, and no word leaves open what it tells of: "SoftBank paid $23 a share for Intel's stock". */
export const isPlain = ({ together, kind, said, metric, deal }: Attribution): boolean =>
  together && kind >= 0.9 && said >= 0.9 && metric !== "stake" && sidesOf(deal).essential.length > 1;

/** A sale of shares or a listing, called so beside its company in the days of the record's own: there are not two at a time. */
export const isNews = ({ deal, together, kind, timely }: Attribution): boolean =>
  together && kind >= 0.9 && timely >= 0.85 && (sidesOf(deal).form === "secondary" || sidesOf(deal).form === "listing");

/**
 * Whether the number, alone in the article's first block, is stated of a listing or share sale that is in the news, and is
 * more than twice what the record has: no part of it, no limit for each seller and no rounding is that large.
 */
export function isHeadline(attribution: Attribution, { quantity, sentence }: Scene): boolean {
  if (!isNews(attribution) || sentence.block.index !== 0 || sentence.quantities.length !== 1) return false;
  const amounts = attribution.deal.events.flatMap(({ figures }) =>
    figures.filter(({ metric, unit }) => metric === "amount" && unit === quantity.unit).map(({ value }) => value),
  );
  return amounts.length > 0 && quantity.value > 2 * Math.max(...amounts);
}
