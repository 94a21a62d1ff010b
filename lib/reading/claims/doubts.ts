/**
 * Why a number that is a deal's but for a power of ten is not taken for it: of a party's many deals one is soon ten
 * times too small, and to call a right figure wrong is the worst that reading can do.
 */
import { significantDigits } from "../../deals/units.ts";
import type { Attribution, Scene } from "./scene.ts";
import { type Sides, sidesOf } from "./sides.ts";

export function isDoubtful(best: Attribution, ranks: readonly Attribution[], scene: Scene): boolean {
  if (isAnotherRound(best, scene)) return true;
  if (best.together) return false;
  return (
    best.parties < sidesForSlip(best, scene) ||
    isRareUnsaid(best) ||
    isSaidOtherwise(best, ranks) ||
    isForAnother(best, scene) ||
    isEithers(best, ranks, scene)
  );
}

/** How near the sides must be: less where the text is on that deal, or its words name it. */
function sidesForSlip({ deal, said, kind }: Attribution, { quantity, current }: Scene): number {
  if (current === deal.id || (said >= 0.75 && kind >= 0.9)) return 1.9;
  return significantDigits(quantity.value) > 2 ? 2.1 : 2.5;
}

/** "In June the startup had raised 200 million at a value of 1 billion", after a word on the 2 billion of another deal: that was another round. */
const isAnotherRound = ({ kind, deal, metric }: Attribution, { quantity, nearness, wide }: Scene): boolean =>
  metric === "amount" &&
  kind < 0.3 &&
  (wide.valuation ?? 0) > 0.6 &&
  significantDigits(quantity.value) === 1 &&
  !sidesOf(deal).essential.some((group) => group.some((party) => nearness.isHere(party)));

/** "The chipmaker has 60.6 billion in the bank": no word of a deal, and a hundred times what one of its deals is worth. */
const isRareUnsaid = ({ kind, match }: Attribution): boolean =>
  kind < 0.15 && match !== null && ![1, 3].includes(Math.abs(Math.round(Math.log10(match.factor))));

/** "Ibex invested 34.9 billion in buildings", where a company that it invests in is worth 350: the words speak of money paid. */
const isSaidOtherwise = ({ deal, metric, said }: Attribution, ranks: readonly Attribution[]): boolean =>
  said < 0.15 &&
  metric.startsWith("valuation") &&
  ranks.some((other) => other.deal.id === deal.id && other.metric === "amount" && other.said > 0.8);

/** "It offered 9.74 billion for Dunmore": what follows the figure has no part in the deal, and is no bank that lends to it. */
const isForAnother = ({ deal, metric }: Attribution, { nearness }: Scene): boolean =>
  metric !== "debt" &&
  [...nearness.bound].some(
    (name) =>
      !nearness.subjects.has(name) && !name.startsWith("deal:") && !deal.parties.some(({ party }) => party === name),
  );

/** "Acme invests 20 billion in a startup", after news of the 2 billion that each of two others had: it may be neither's. */
function isEithers(best: Attribution, ranks: readonly Attribution[], { nearness }: Scene): boolean {
  const mine = sidesOf(best.deal);
  const isUnnamed = ({ essential, payees }: Sides): boolean =>
    essential.length > 1 && payees.size > 0 && [...payees].every((party) => !nearness.isHere(party));
  if (!isUnnamed(mine)) return false;
  return ranks.some(({ deal, match, score }) => {
    if (deal.id === best.deal.id || match?.factor !== best.match?.factor || score < best.score - 0.5) return false;
    const other = sidesOf(deal);
    return (
      isUnnamed(other) &&
      match?.timed.figure.value === best.match?.timed.figure.value &&
      [...other.payers].some((party) => mine.payers.has(party)) &&
      [...other.payees].every((party) => !mine.payees.has(party))
    );
  });
}
