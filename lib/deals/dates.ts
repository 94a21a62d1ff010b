/** Days and months as text: ISO 8601 strings order as the days they name, so that most of the work is comparing them. */
import type { IsoDate } from "./schema.ts";

const DAY_MS = 86_400_000;

/** The day `count` days after `day` (before it, where `count` is negative). */
export function addDays(day: IsoDate, count: number): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The month of a day, "2025-09". */
export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** The earlier of two days. */
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** Whether two days are at most `count` days apart. */
export function withinDays(a: IsoDate, b: IsoDate, count: number): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= count * DAY_MS;
}
