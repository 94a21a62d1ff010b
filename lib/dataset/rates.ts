/** Exchange rates by currency and month. */
import type { Rate } from "../deals/schema.ts";

export type MonthlyRates = {
  /** US dollars for one unit of `currency` in `month` ("2025-09"), or in the nearest month known; null where the currency is unknown. */
  usdPerUnit(currency: string, month: string): number | null;
  /** The month whose rate `usdPerUnit` answers with; null where the currency is unknown. Dollars have every month's. */
  rateMonth(currency: string, month: string): string | null;
};

/** One currency's rates, oldest first; months counted from year 0, so that distances between them are differences. */
export type RateSeries = { currency: string; months: Uint32Array; usdPerUnit: Float64Array };

/** The rates as they can be stored and used again without being parsed. */
export function rateSeriesOf(rates: readonly Rate[]): RateSeries[] {
  return [...Map.groupBy(rates, ({ currency }) => currency)].map(([currency, list]) => {
    const sorted = list
      .map(({ month, usdPerUnit }) => ({ month: monthNumber(month), usdPerUnit }))
      .sort((a, b) => a.month - b.month);
    return {
      currency,
      months: Uint32Array.from(sorted, ({ month }) => month),
      usdPerUnit: Float64Array.from(sorted, ({ usdPerUnit }) => usdPerUnit),
    };
  });
}

export function createRates(series: readonly RateSeries[]): MonthlyRates {
  const byCurrency = new Map(series.map((one) => [one.currency, one]));
  return {
    usdPerUnit(currency, month) {
      if (currency === "USD") return 1;
      const rates = byCurrency.get(currency);
      return rates ? (rates.usdPerUnit[nearest(rates.months, monthNumber(month))] as number) : null;
    },
    rateMonth(currency, month) {
      if (currency === "USD") return month;
      const rates = byCurrency.get(currency);
      return rates ? monthName(rates.months[nearest(rates.months, monthNumber(month))] as number) : null;
    },
  };
}

/** Figures of the same few hundred months are converted again and again. */
const monthNumbers = new Map<string, number>();

function monthNumber(month: string): number {
  let number = monthNumbers.get(month);
  if (number === undefined) {
    number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
    monthNumbers.set(month, number);
  }
  return number;
}

const monthName = (month: number): string => {
  // December is the twelfth month of its year, not the zeroth of the next.
  const year = Math.floor((month - 1) / 12);
  return `${year}-${String(month - year * 12).padStart(2, "0")}`;
};

/** The place of the month nearest to `month`; of two equally near, of the earlier, which was known first. */
function nearest(months: Uint32Array, month: number): number {
  let low = 0;
  let high = months.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((months[middle] as number) < month) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [months[low - 1], months[low]];
  if (after === undefined) return low - 1;
  return before !== undefined && month - before <= after - month ? low - 1 : low;
}
