/** Numbers whose digits the record has in another currency or unit: not agreement, but hardly chance. */
import { type Deal, type Figure, isMoney } from "../../deals/schema.ts";
import { significantDigits } from "../../deals/units.ts";
import type { ReadQuantity } from "../quantities.ts";
import { sameDigits } from "../verdict/agreement.ts";
import { familyOf } from "../verdict.ts";
import type { Candidate } from "./candidates.ts";
import type { Scene } from "./scene.ts";

/** How much the record's digits in another currency speak for the deal. */
export const kinWorth = ({ value }: ReadQuantity): number => 0.7 + 0.3 * Math.min(significantDigits(value), 4);

/** By metric: the record's figure. */
export type Kin = ReadonlyMap<string, Figure>;

/**
 * Metrics of which the deal's record has the figure's digits in another currency or unit, with what it is there.
 *
 * @param isTold whether the words leave no doubt of the deal: then one digit is enough
 */
export function kinOf({ deal, figures }: Pick<Candidate, "deal" | "figures">, scene: Scene, isTold: boolean): Kin {
  const { quantity, cues } = scene;
  if (!isMoney(quantity.unit)) return none;
  // "0億ドル": what is left of a number that lost its digits may be any.
  const isLost = quantity.value === 0 && quantity.scaled;
  let kin: Map<string, Figure> | null = null;
  for (const { figure, number } of figures) {
    const isKin = figure.unit !== quantity.unit && sameDigits(quantity, number);
    if (!isKin && !isLost) continue;
    const isOwn = isSpokenOf(figure, deal, scene);
    if (figure.scope !== "whole" && !isOwn) continue;
    kin ??= new Map();
    if (isLost) kin.set(familyOf(figure.metric), figure);
    if (!isKin) continue;
    // "6 billion dollars of computing power" for 60亿瓦: the number of watts has become money.
    if (figure.unit === "W" && (cues.compute ?? 0) > 0.3) kin.set("amount", figure);
    else if (isMoney(figure.unit) && (isTold || isOwn || significantDigits(quantity.value) > 1))
      kin.set(familyOf(figure.metric), figure);
  }
  return kin ?? none;
}

const none: Kin = new Map();

/** A party's own share is spoken of where that party is, a part where the text is on its deal. */
const isSpokenOf = ({ scope, of }: Figure, deal: Deal, { cues, nearness, current }: Scene): boolean =>
  (scope === "party" && of !== undefined && nearness.bound.has(of)) ||
  (scope === "part" && (cues.part ?? 0) > 0.6 && current === deal.id);
