/** Numbers whose digits the record has in another currency or unit: not agreement, but hardly chance. */
import { type Deal, type Figure, isMoney } from "../../deals/schema.ts";
import { timelineOf } from "../../deals/timeline.ts";
import { significantDigits } from "../../deals/units.ts";
import type { ReadQuantity } from "../quantities.ts";
import { sameDigits } from "../verdict/agreement.ts";
import { familyOf } from "../verdict.ts";
import type { Scene } from "./scene.ts";

/** How much the record's digits in another currency speak for the deal. */
export const kinWorth = ({ value }: ReadQuantity): number => 0.7 + 0.3 * Math.min(significantDigits(value), 4);

/**
 * Metrics of which the deal's record has the figure's digits in another currency or unit, with what it is there.
 *
 * @param isTold whether the words leave no doubt of the deal: then one digit is enough
 */
export function kinOf(
  deal: Deal,
  { quantity, cues, nearness, current, index, asOf }: Scene,
  isTold: boolean,
): ReadonlyMap<string, Figure> {
  const kin = new Map<string, Figure>();
  if (!isMoney(quantity.unit)) return kin;
  for (const { figure, number, from } of timelineOf(deal, index).figures) {
    // A party's own share is spoken of where that party is.
    const isOwn =
      (figure.scope === "party" && figure.of !== undefined && nearness.bound.has(figure.of)) ||
      (figure.scope === "part" && (cues.part ?? 0) > 0.6 && current === deal.id);
    if (from > asOf || !(figure.scope === "whole" || isOwn)) continue;
    // "0億ドル": what is left of a number that lost its digits may be any.
    if (quantity.value === 0 && quantity.scaled) kin.set(familyOf(figure.metric), figure);
    if (figure.unit === quantity.unit || !sameDigits(quantity, number)) continue;
    // "6 billion dollars of computing power" for 60亿瓦: the number of watts has become money.
    if (figure.unit === "W" && (cues.compute ?? 0) > 0.3) kin.set("amount", figure);
    else if (isMoney(figure.unit) && (isTold || isOwn || significantDigits(quantity.value) > 1))
      kin.set(familyOf(figure.metric), figure);
  }
  return kin;
}
