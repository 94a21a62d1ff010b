/** Who must be talked about before a text can be talking about a deal. */
import type { Deal } from "../../deals/schema.ts";

export type Sides = {
  /** Groups of parties; of each group at least one must be near. */
  essential: readonly (readonly string[])[];
  /** Those who pay, buy or order: the subject of "invests". */
  payers: ReadonlySet<string>;
  /** Those who are paid or bought. */
  payees: ReadonlySet<string>;
};

const paying = new Set(["investor", "acquirer", "lead", "lender", "customer", "licensee"]);
const paid = new Set(["investee", "target", "borrower", "supplier", "licensor"]);

const kept = new WeakMap<Deal, Sides>();

export function sidesOf(deal: Deal): Sides {
  let sides = kept.get(deal);
  if (!sides) {
    sides = draw(deal);
    kept.set(deal, sides);
  }
  return sides;
}

function draw(deal: Deal): Sides {
  const having = (roles: ReadonlySet<string>): string[] => [
    ...new Set(deal.parties.filter(({ role }) => roles.has(role)).map(({ party }) => party)),
  ];
  const payers = having(paying);
  const payees = having(paid).filter((party) => !payers.includes(party));
  const partners = having(new Set(["partner"])).filter((party) => !payers.includes(party) && !payees.includes(party));
  const sides = { payers: new Set(payers), payees: new Set(payees) };
  // A round is told by who raises it, a loan by who takes it: of the many on the other side any may go unnamed.
  if (payees.length > 0 && (deal.kind === "funding-round" || deal.kind === "lending" || payers.length > 2))
    return { ...sides, essential: [payees] };
  const groups = [payers, payees].filter((group) => group.length > 0);
  if (groups.length === 2) return { ...sides, essential: groups };
  if (groups.length === 1 && partners.length > 0) return { ...sides, essential: [groups[0] as string[], partners] };
  if (groups.length === 1)
    return {
      ...sides,
      essential:
        groups[0] && groups[0].length === 2 && deal.kind === "merger" ? groups[0].map((party) => [party]) : groups,
    };
  // Partners only: a pair needs both, a consortium any two.
  const [first, ...rest] = partners;
  if (partners.length <= 1 || first === undefined) return { ...sides, essential: [partners] };
  if (partners.length === 2) return { ...sides, essential: partners.map((party) => [party]) };
  return { ...sides, essential: [[first], rest] };
}
