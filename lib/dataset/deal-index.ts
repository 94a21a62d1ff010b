import type { Dataset, Deal } from "../deals/schema.ts";
import type { NameMatcher } from "../reading/names.ts";
import type { DealIndex } from "../reading/types.ts";

/** What reading asks of a dataset, and what only those ask who explain its figures to people. */
export type ExplainingIndex = DealIndex & {
  /** The month whose rate `usdPerUnit` answers with; null where the currency is unknown. Dollars have every month's. */
  rateMonth(currency: string, month: string): string | null;
};

/** What reading asks of a dataset, answered from memory: maps built once, no search per question. */
export function createDealIndex(dataset: Dataset, names: NameMatcher): ExplainingIndex {
  const deals = new Map(dataset.deals.map((deal) => [deal.id, deal]));
  const parties = new Map(dataset.parties.map((party) => [party.id, party]));
  const dealsByParty = groupByParty(dataset.deals);
  const ratesByCurrency = groupRates(dataset.rates);

  return {
    version: dataset.version,
    size: dataset.deals.length,
    deal: (id) => deals.get(id),
    party: (id) => parties.get(id),
    dealsOf: (party) => dealsByParty.get(party) ?? [],
    findNames: (text, lang) => names.find(text, lang),
    usdPerUnit(currency, month) {
      if (currency === "USD") return 1;
      const rates = ratesByCurrency.get(currency);
      return rates ? nearest(rates, monthNumber(month)).usdPerUnit : null;
    },
    rateMonth(currency, month) {
      if (currency === "USD") return month;
      const rates = ratesByCurrency.get(currency);
      return rates ? monthName(nearest(rates, monthNumber(month)).month) : null;
    },
  };
}

function groupByParty(deals: readonly Deal[]): Map<string, Deal[]> {
  const byParty = new Map<string, Set<Deal>>();
  for (const deal of deals) {
    // A set, since one party may take part twice: as lender and as investor.
    for (const { party } of deal.parties) byParty.set(party, (byParty.get(party) ?? new Set()).add(deal));
  }
  const oldestFirst = (a: Deal, b: Deal) => compare(firstDay(a), firstDay(b)) || compare(a.id, b.id);
  return new Map([...byParty].map(([party, itsDeals]) => [party, [...itsDeals].sort(oldestFirst)]));
}

const firstDay = (deal: Deal): string => deal.events[0]?.date ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** One currency's rates, oldest first. */
type Series = { month: number; usdPerUnit: number }[];

function groupRates(rates: Dataset["rates"]): Map<string, Series> {
  const series = new Map<string, Series>();
  for (const { currency, month, usdPerUnit } of rates) {
    const list = series.get(currency) ?? [];
    list.push({ month: monthNumber(month), usdPerUnit });
    series.set(currency, list);
  }
  for (const list of series.values()) list.sort((a, b) => a.month - b.month);
  return series;
}

/** Months since year 0, so that distances between months are differences. */
const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

const monthName = (month: number): string => {
  // December is the twelfth month of its year, not the zeroth of the next.
  const year = Math.floor((month - 1) / 12);
  return `${year}-${String(month - year * 12).padStart(2, "0")}`;
};

/** The rate of the month nearest to `month`; of two equally near, the earlier, which was known first. */
function nearest(series: Series, month: number): Series[number] {
  let low = 0;
  let high = series.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((series[middle] as Series[number]).month < month) low = middle + 1;
    else high = middle;
  }
  const after = series[low];
  const before = series[low - 1];
  if (!after || (before && month - before.month <= after.month - month)) return before as Series[number];
  return after;
}
