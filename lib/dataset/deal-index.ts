import type { Dataset, Deal } from "../deals/schema.ts";
import { sidesOf } from "../reading/claims/sides.ts";
import { FAMOUS } from "../reading/famous.ts";
import type { NameMatcher } from "../reading/names.ts";
import type { DealIndex } from "../reading/types.ts";
import { createRates, type MonthlyRates, rateSeriesOf } from "./rates.ts";

/** What reading asks of a dataset, and what only those ask who explain its figures to people. */
export type ExplainingIndex = DealIndex & MonthlyRates;

/** What reading asks of a dataset, answered from memory: maps built once, no search per question. */
export function createDealIndex(dataset: Dataset, names: NameMatcher): ExplainingIndex {
  const deals = new Map(dataset.deals.map((deal) => [deal.id, deal]));
  const kinds = new Map(dataset.parties.map(({ id, kind }) => [id, kind]));
  const dealsByParty = groupByParty(dataset.deals);
  const allOf = (party: string): readonly Deal[] => dealsByParty.get(party) ?? [];
  const parts = Map.groupBy(
    dataset.deals.filter(({ partOf }) => partOf !== undefined),
    ({ partOf }) => partOf,
  );

  return {
    version: dataset.version,
    size: dataset.deals.length,
    deal: (id) => deals.get(id),
    kindOf: (party) => kinds.get(party) ?? null,
    dealsOf: (party, other) =>
      other === undefined ? allOf(party) : allOf(party).filter((deal) => takesPart(deal, (one) => one === other)),
    dealCount: (party) => allOf(party).length,
    dealsWith: (party, others) =>
      allOf(party).filter((deal) => takesPart(deal, (one) => one !== party && others.has(one))).length,
    dealsNaming: (named) =>
      [...named].flatMap((party) => {
        const half = allOf(party).filter((deal) => isHalfNamed(deal, named));
        if (allOf(party).length <= FAMOUS) return half;
        return half.filter((deal) => takesPart(deal, (one) => one !== party && named.has(one)));
      }),
    partsOf: (id) => parts.get(id) ?? [],
    findNames: (text, lang) => names.find(text, lang),
    ...createRates(rateSeriesOf(dataset.rates)),
  };
}

const takesPart = ({ parties }: Deal, is: (party: string) => boolean): boolean =>
  parties.some(({ party }) => is(party));

/** Whether one of `named` is on a side without which the deal is not told of. */
const isHalfNamed = (deal: Deal, named: ReadonlySet<string>): boolean =>
  sidesOf(deal).essential.some((group) => group.some((party) => named.has(party)));

function groupByParty(deals: readonly Deal[]): Map<string, Deal[]> {
  const byParty = new Map<string, Set<Deal>>();
  for (const deal of deals) {
    // A set, since one party may take part twice: as lender and as investor.
    for (const { party } of deal.parties) byParty.set(party, (byParty.get(party) ?? new Set()).add(deal));
  }
  return new Map([...byParty].map(([party, itsDeals]) => [party, [...itsDeals].sort(oldestFirst)]));
}

/** What of a deal its place among a party's deals follows from. */
export type Dated = { id: string; events: readonly { date: string }[] };

/** The order in which a party's deals are given. */
export const oldestFirst = (a: Dated, b: Dated): number => compare(firstDay(a), firstDay(b)) || compare(a.id, b.id);

const firstDay = (deal: Dated): string => deal.events[0]?.date ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
