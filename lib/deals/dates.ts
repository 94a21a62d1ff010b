/** Days and months as text: ISO 8601 strings order as the days they name, so that most of the work is comparing them. */
import type { IsoDate } from "./schema.ts";

const DAY_MS = 86_400_000;

/** Answers given so far: an article asks for the same few days again for every figure and deal. */
const added = new Map<number, Map<IsoDate, IsoDate>>();
/** More answers than one article ever needs are dropped all at once. */
const MOST_ADDED = 1000;

/** The day `count` days after `day` (before it, where `count` is negative). */
export function addDays(day: IsoDate, count: number): IsoDate {
  const known = added.get(count) ?? new Map<IsoDate, IsoDate>();
  if (known.size === 0) added.set(count, known);
  let result = known.get(day);
  if (result === undefined) {
    result = new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10);
    if (known.size >= MOST_ADDED) known.clear();
    known.set(day, result);
  }
  return result;
}

/** Days from the first of January 1970 to `day`. */
export const dayNumber = (day: IsoDate): number => Date.parse(day) / DAY_MS;

/** The month of a day, "2025-09". */
export const monthOf = (day: IsoDate): string => day.slice(0, 7);

/** The earlier of two days. */
export const earlierOf = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? a : b);

/** Whether two days are at most `count` days apart. */
export function withinDays(a: IsoDate, b: IsoDate, count: number): boolean {
  return Math.abs(Date.parse(a) - Date.parse(b)) <= count * DAY_MS;
}
