/** A dataset's version says on which day it was made and how many were made that day before: "2026-11-22.1". */

const pattern = /^(\d{4}-\d{2}-\d{2})\.(\d+)$/;

/**
 * Orders two dataset versions.
 *
 * Not by their text: "2026-11-22.10" comes after "2026-11-22.9".
 *
 * @returns negative, zero or positive, as `Array.prototype.sort` wants it
 * @throws {RangeError} where one of them is no version
 */
export function compareVersions(a: string, b: string): number {
  const [dayA, countA] = parse(a);
  const [dayB, countB] = parse(b);
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return countA - countB;
}

/**
 * The version that follows `previous` when the data change on `today`.
 *
 * Never lower than `previous`, even where the clock is behind it: a reader of the old version must see the new one as
 * newer.
 *
 * @param today ISO 8601 day
 */
export function nextVersion(previous: string | null, today: string): string {
  if (previous === null) return `${today}.1`;
  const [day, count] = parse(previous);
  return today > day ? `${today}.1` : `${day}.${count + 1}`;
}

function parse(version: string): [day: string, count: number] {
  const match = pattern.exec(version);
  if (!match) throw new RangeError(`Expected a dataset version such as 2026-11-22.1, found ${JSON.stringify(version)}`);
  return [match[1] as string, Number(match[2])];
}
