/** Times and amounts of data, as the interface writes them. */
import type { Interface } from "./i18n.ts";

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "5 minutes ago", "yesterday"; within a minute, and for a time to come, "now". */
export function formatAgo(instant: string, now: Date, ui: Interface): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(instant)) / 1000);
  const format = new Intl.RelativeTimeFormat(ui.locale, { numeric: "auto" });
  const [unit, size] = STEPS.find(([, one]) => seconds >= one) ?? ["second", Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(seconds / size), unit);
}

/** "840 kB", "1,2 Mo". */
export function formatBytes(bytes: number, ui: Interface): string {
  const [unit, size] = bytes < 1e6 ? (["kilobyte", 1e3] as const) : (["megabyte", 1e6] as const);
  const digits = bytes < 1e6 ? 0 : 1;
  return new Intl.NumberFormat(ui.locale, { style: "unit", unit, maximumFractionDigits: digits }).format(bytes / size);
}

/** "0.3 seconds". */
export const formatSeconds = (seconds: number, ui: Interface): string =>
  new Intl.NumberFormat(ui.locale, { style: "unit", unit: "second", unitDisplay: "long" }).format(seconds);
