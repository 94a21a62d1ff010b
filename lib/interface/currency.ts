/** Money in the reader's own currency, beside what the record says. */

import { isMoney } from "../deals/is-money.ts";
import type { IsoDate } from "../deals/schema.ts";
import { convert, type Rates } from "../deals/units.ts";
import { type FigureLike, formatFigure, formatMonth } from "./format.ts";
import type { Interface } from "./i18n.ts";

/** Monthly exchange rates that say which month they are of. */
export type MonthlyRates = Rates & {
  /** The month whose rate is used for `month`: its own or the nearest known; null where the currency is unknown. */
  rateMonth(currency: string, month: string): string | null;
};

/** A second figure is for the size of things: three digits. */
const DIGITS = 3;

/** Currencies by region, where the dataset has rates. The euro's countries stand in one line. */
const CURRENCIES: Record<string, string> = {
  US: "USD",
  CN: "CNY",
  HK: "HKD",
  TW: "TWD",
  JP: "JPY",
  KR: "KRW",
  GB: "GBP",
  CH: "CHF",
  CA: "CAD",
  AU: "AUD",
  NZ: "NZD",
  IN: "INR",
  ID: "IDR",
  VN: "VND",
  SG: "SGD",
  MY: "MYR",
  TH: "THB",
  PH: "PHP",
  BR: "BRL",
  MX: "MXN",
  AR: "ARS",
  CL: "CLP",
  CO: "COP",
  RU: "RUB",
  UA: "UAH",
  TR: "TRY",
  PL: "PLN",
  CZ: "CZK",
  HU: "HUF",
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  IL: "ILS",
  SA: "SAR",
  AE: "AED",
  EG: "EGP",
  ZA: "ZAR",
  NG: "NGN",
};
for (const region of "AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" "))
  CURRENCIES[region] = "EUR";

/**
 * @param choice ISO 4217, `none`, or `auto` for that of the region of `locale`
 * @returns null where there is none to show
 */
export function readersCurrency(choice: string, locale: string): string | null {
  if (choice === "none") return null;
  if (choice !== "auto") return choice;
  // "en" alone is no American reader: a region must have been said.
  const { region } = new Intl.Locale(locale);
  return region ? (CURRENCIES[region] ?? null) : null;
}

/**
 * A figure in another currency, with the month of the rate: "≈ €93.1 billion at September 2025’s rate".
 *
 * @param day of the figure; its month's rate is taken, or the nearest known
 * @returns "" where the figure is no money, is in that currency already, or its rate is unknown
 */
export function inCurrency(
  figure: FigureLike,
  currency: string,
  day: IsoDate,
  rates: MonthlyRates,
  ui: Interface,
): string {
  if (!isMoney(figure.unit) || figure.unit === currency) return "";
  const asked = day.slice(0, 7);
  const month = rates.rateMonth(currency === "USD" ? figure.unit : currency, asked);
  if (month === null) return "";
  const to = (value: number) => convert(value, figure.unit, currency, month, rates);
  const value = to(figure.value);
  if (value === null || rates.rateMonth(figure.unit, month) !== month) return "";
  const valueTo = figure.valueTo == null ? null : to(figure.valueTo);
  const round = (one: number) => Number(one.toPrecision(DIGITS));
  const converted: FigureLike = {
    ...figure,
    unit: currency,
    qualifier: "exact",
    value: round(value),
    valueTo: valueTo === null ? null : round(valueTo),
  };
  return ui.t("tooltip.converted", { figure: formatFigure(converted, ui), month: formatMonth(month, ui) });
}
