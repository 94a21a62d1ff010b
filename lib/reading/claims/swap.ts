/** Two figures of one sentence that were exchanged between two deals: each stands where the other's belongs. */

import type { Nearness } from "./nearness.ts";
import type { Attribution } from "./scene.ts";
import { sidesOf } from "./sides.ts";

export type Placed = { attribution: Attribution; nearness: Nearness };

/**
 * "Microsoft invests up to 10 billion; Nvidia up to 5", where it is the other way round. The numbers say one thing, the
 * names beside them another; where that is so for both figures of a pair, the names are believed, and the figures come
 * to contradict the record.
 */
export function unswap(placed: readonly Placed[]): void {
  for (let i = 0; i < placed.length; i++)
    for (let j = i + 1; j < placed.length; j++) {
      const [one, two] = [placed[i] as Placed, placed[j] as Placed];
      const [a, b] = [one.attribution, two.attribution];
      // One of the two was told by the name beside it already; then the other's number is the first one's.
      if (giveBack(one, b) || giveBack(two, a)) continue;
      if (a.deal.id === b.deal.id || a.metric !== b.metric || a.match?.factor !== 1 || b.match?.factor !== 1) continue;
      if (!areSiblings(a, b)) continue;
      const crossed = isBeside(one, b) || isBeside(two, a);
      const straight = isBeside(one, a) || isBeside(two, b);
      if (!crossed || straight) continue;
      [one.attribution, two.attribution] = [moved(a, b), moved(b, a)];
    }
}

/** Moves a figure whose number belongs to the deal that the other was told to be of, to the deal of the other's number. */
function giveBack(one: Placed, other: Attribution): boolean {
  const { attribution } = one;
  if (
    !other.numberOf ||
    attribution.deal.id !== other.deal.id ||
    attribution.match?.factor !== 1 ||
    isBeside(one, attribution)
  )
    return false;
  one.attribution = moved(attribution, { ...attribution, deal: other.numberOf });
  return true;
}

/** Investors in the same company, or customers of the same supplier. */
function areSiblings(a: Attribution, b: Attribution): boolean {
  const [left, right] = [sidesOf(a.deal), sidesOf(b.deal)];
  return left.form === right.form && [...left.payees].some((party) => right.payees.has(party));
}

/** Whether the payer of the other figure's deal is the one that this figure's own words name. */
const isBeside = ({ nearness }: Placed, { deal }: Attribution): boolean =>
  [...sidesOf(deal).payers].some((party) => nearness.bound.has(party));

/** By its words alone: the number is no longer evidence for the deal. */
const moved = (from: Attribution, to: Attribution): Attribution => ({
  ...from,
  deal: to.deal,
  match: null,
  ...payerOf(to),
  parties: Math.max(from.parties, 3.4),
  said: Math.max(from.said, 0.6),
  kind: Math.max(from.kind, 0.5),
});

function payerOf({ deal }: Attribution): { payer?: string } {
  const [payer, ...others] = sidesOf(deal).payers;
  return payer !== undefined && others.length === 0 ? { payer } : {};
}
