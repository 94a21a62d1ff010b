/** How much those who are named near a figure speak for a deal. */
import type { Deal } from "../../deals/schema.ts";
import type { Candidate } from "./candidates.ts";
import type { Nearness } from "./nearness.ts";
import type { Sides } from "./sides.ts";

/** What the presence of a buyer is worth that the article never names: "the consortium", "its new owner". */
const unnamed = 0.25;

/**
 * Weighs each side of the deal by the nearest of its parties, and the deal's own name.
 *
 * @returns 0 … 4.5, 0 where a side is not talked about at all. Deals told by one party alone (rounds, listings) are
 *   weighed on the same scale. Of a deal of which one side is known to be named nowhere, that side counts for nothing,
 *   instead of ruling the deal out.
 */
export function partyEvidence(
  { deal, sides, partial }: Pick<Candidate, "deal" | "sides" | "partial">,
  nearness: Nearness,
): number {
  const { essential, payers } = sides;
  const aka = nearness.deal(deal.id);
  const anyBound = nearness.bound.size > 0;
  let sum = 0;
  let bound = 0;
  for (const group of essential) {
    let level = 0;
    let isBound = false;
    for (const party of group) {
      level = Math.max(level, nearness.party(party));
      isBound ||= anyBound && nearness.bound.has(party);
    }
    if (level < 0.12 && aka < 0.5) {
      const isPaid = isUnnamed(sides, group, nearness);
      if (!isPaid && !partial) return 0;
      level = isPaid ? unnamed : 0;
    }
    sum += level;
    if (isBound) bound++;
  }
  const named = (sum / essential.length) * (essential.length === 1 ? 3.2 : 4);
  // "SoftBank ($30 billion)": of several payers, the one beside the figure.
  const paidBy = anyBound && essential.length > 1 && has(payers, (party) => nearness.bound.has(party)) ? 0.35 : 0;
  return Math.max(named + 0.1 * bound + paidBy + joined(deal, nearness, essential), aka > 0.4 ? aka * 4 : 0);
}

/** Of a deal told by one side: who else takes part and is named in the figure's own sentence. */
function joined({ parties }: Deal, nearness: Nearness, essential: Sides["essential"]): number {
  if (essential.length > 1) return 0;
  let others = 0;
  for (const { party } of parties) if (!essential[0]?.includes(party) && nearness.isHere(party)) others++;
  return others > 1 ? 0.4 : 0.1 * others;
}

/** Whether the group is the payers of a deal whose other side is named. */
const isUnnamed = ({ payers, payees }: Sides, group: readonly string[], nearness: Nearness): boolean =>
  group.every((party) => payers.has(party)) && has(payees, (party) => nearness.party(party) > 0.5);

function has(parties: ReadonlySet<string>, is: (party: string) => boolean): boolean {
  for (const party of parties) if (is(party)) return true;
  return false;
}
