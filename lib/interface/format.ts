/** Figures and days as the interface writes them. */
import { isMoney } from "../deals/is-money.ts";
import type { IsoDate, Metric, Qualifier } from "../deals/schema.ts";
import type { Interface } from "./i18n.ts";
import { formatMoney, formatScaled, SCALED } from "./money.ts";

/** What is needed to write a figure; claims and the record's figures both are such. */
export type FigureLike = {
  metric: Metric;
  /** In whole units (dollars, watts, percent points). */
  value: number;
  /** Upper end of a range. */
  valueTo?: number | null;
  unit: string;
  qualifier: Qualifier;
};

/** Enough for any figure of the news: 15.1284 billion stays apart from 15.1. */
const DIGITS = 6;

/** A figure with its hedge: "up to $100 billion", "25 à 30 milliards $US". */
export function formatFigure(figure: FigureLike, ui: Interface): string {
  const { t } = ui;
  const amount = (value: number) => formatAmount(value, figure.unit, figure.metric, ui);
  if (figure.valueTo != null) return t("qualifier.range", { from: amount(figure.value), to: amount(figure.valueTo) });
  return t(`qualifier.${figure.qualifier}`, { figure: amount(figure.value) });
}

/** A value in its unit, with scale words in place of zeros: "$100 billion", "4,5 GW", "9,9 %". */
function formatAmount(value: number, unit: string, metric: Metric, ui: Interface): string {
  const { t, locale } = ui;
  if (isMoney(unit)) {
    const money = formatMoney(value, unit, ui);
    return metric === "share-price" ? t("unit.perShare", { price: money }) : money;
  }
  switch (unit) {
    case "W":
      return formatPower(value, locale);
    case "%":
      return new Intl.NumberFormat(locale, { style: "percent", maximumSignificantDigits: DIGITS }).format(value / 100);
    case "year":
      return new Intl.NumberFormat(locale, { style: "unit", unit: "year", unitDisplay: "long" }).format(value);
    default: {
      const figure = formatScaled(value, ui);
      // After a scale word a noun stands as after whole millions: "1,5 million d’actions".
      const count = Math.abs(value) < SCALED ? value : 2 * SCALED;
      return metric === "shares" ? t("unit.shares", { count, figure }) : figure;
    }
  }
}

/** `Intl` knows no watts; their symbols are international. */
function formatPower(watts: number, locale: string): string {
  const [size, symbol] = POWERS.find(([one]) => Math.abs(watts) >= one) ?? [1, "W"];
  const number = new Intl.NumberFormat(locale, { maximumSignificantDigits: DIGITS }).format(watts / size);
  return `${number}\u00a0${symbol}`;
}
const POWERS: readonly [number, string][] = [
  [1e9, "GW"],
  [1e6, "MW"],
  [1e3, "kW"],
];

/** An ISO day in words: "22 Sept 2025". The day itself, in no time zone. */
export const formatDay = (day: IsoDate, ui: Interface): string =>
  new Intl.DateTimeFormat(ui.locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

/** A month in words: "September 2025". @param month "2025-09" */
export const formatMonth = (month: string, ui: Interface): string =>
  new Intl.DateTimeFormat(ui.locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

/** "1,000": a plain number. */
export const formatNumber = (value: number, ui: Interface): string => new Intl.NumberFormat(ui.locale).format(value);
