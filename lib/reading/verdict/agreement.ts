/** When a number that a text states agrees with one that the record states. docs/verdicts.md has the table. */

import type { Figure, Qualifier } from "../../deals/schema.ts";
import type { RecordedNumber } from "../../deals/timeline.ts";
import { convert, type Rates } from "../../deals/units.ts";
import type { Quantity } from "../types.ts";

/** What a text says: a quantity, or the part of a statement that is one. */
export type Said = Pick<Quantity, "value" | "valueTo" | "unit" | "qualifier" | "step">;

/** How well two numbers agree: not at all; by a hedge, a conversion or what the record leaves open, where a nearer figure would have been meant; or by their digits or bounds. */
export type Agreement = "none" | "loose" | "close";

/** Precise figures are not rounded away: half a unit of "30" would be 1.7 %. */
const EXACT_MAX = 0.015;
const HEDGED = 0.05;
const CONVERTED = 0.05;
/** "More than 100" is not said of 130, nor "up to 100" of 75. */
const OVER_MAX = 1.25;
const UP_TO_MIN = 0.8;
const RECORD_ABOUT_MAX = 0.02;
/** No tolerance of digits exceeds this: converted, and against an "about"; and a little for binary fractions. */
const WIDEST_TOLERANCE = CONVERTED + RECORD_ABOUT_MAX + 1e-9;

/**
 * Whether `said`, in the record's unit, agrees with the record.
 *
 * @param converted the value was converted from another currency, which makes its digits worth little
 */
export function agreement(said: Omit<Said, "unit">, recorded: RecordedNumber, converted = false): Agreement {
  if (digitsMeet(said, recorded, converted)) return converted ? "loose" : "close";
  if (isRange(said, recorded)) return "none";
  const x = said.value;
  const r = recorded.value;
  // A converted bound is as blurred as any converted figure.
  const blur = converted ? CONVERTED * r : 0;
  if (withinBound(said.qualifier, x, r, blur)) return converted ? "loose" : "close";
  // "Up to 1,000" in the record leaves room for 830, unless the record has a figure nearer to it.
  if (withinBound(recorded.qualifier, r, x, blur)) return "loose";
  return said.qualifier === "about" && Math.abs(x - r) <= HEDGED * r ? "loose" : "none";
}

/** A number without its hedge. */
type Digits = Pick<Said, "value" | "valueTo" | "step">;

export const isRange = (said: Pick<Said, "valueTo">, recorded: Pick<RecordedNumber, "valueTo">): boolean =>
  said.valueTo !== null || recorded.valueTo !== undefined;

/** Whether the numbers are the same as far as they are written, or ranges meet. Of hedges only the record's "about" counts. */
function digitsMeet(said: Digits, recorded: RecordedNumber, converted: boolean): boolean {
  const x = said.value;
  const r = recorded.value;
  const tolerance = toleranceOf(said, recorded, converted);
  if (isRange(said, recorded)) return x <= (recorded.valueTo ?? r) + tolerance && (said.valueTo ?? x) >= r - tolerance;
  return Math.abs(x - r) <= tolerance || (!converted && isCut(said, r));
}

/** Digits that do not fit are cut off as often as they are rounded: 106.1 for 106.156. */
const isCut = ({ value, step }: Digits, recorded: number): boolean =>
  value < recorded && recorded - value < Math.min(step, EXACT_MAX * recorded);

/** Whether `other` is what "over `bound`" or "up to `bound`" may mean. */
function withinBound(qualifier: Qualifier, bound: number, other: number, blur: number): boolean {
  if (qualifier === "over" || qualifier === "at-least")
    return bound - blur <= other && other <= OVER_MAX * bound + blur;
  if (qualifier === "up-to" || qualifier === "under") return UP_TO_MIN * bound - blur < other && other <= bound + blur;
  return false;
}

function toleranceOf(said: Digits, recorded: RecordedNumber, converted: boolean): number {
  const { value: r, step } = recorded;
  const written = converted ? CONVERTED * r : Math.min(Math.max(said.step, step) / 2, EXACT_MAX * r);
  return recorded.qualifier === "about" ? written + Math.min(step, RECORD_ABOUT_MAX * r) : written;
}

/**
 * Whether neither two numbers themselves nor their digits are near enough to agree, whatever hedges and powers of ten may
 * allow. Nearly every pair of numbers is told apart by this, which costs next to nothing. Never said of zero.
 *
 * @param a the one's decimal logarithm
 * @param b the other's
 */
export function areFarApart(a: number, b: number): boolean {
  const powers = Math.abs(a - b);
  return powers >= FARTHEST && Math.abs(powers - Math.round(powers)) > DIGITS_APART;
}

/** Beyond this ratio no hedge or bound helps: "up to" takes in the most, and a conversion adds to it. */
const FARTHEST = Math.log10(1.4);
/** Digits that are farther apart than the widest tolerance, by their logarithms. */
const DIGITS_APART = Math.log10(1 + 2 * WIDEST_TOLERANCE);

/** Whether the digits are the record's, bounds and hedges aside; for figures a power of ten off. */
export function sameDigits(said: Digits, recorded: RecordedNumber, converted = false): boolean {
  // Nearly every pair of numbers is far apart: those are told without working out a tolerance.
  if (!isRange(said, recorded) && Math.abs(said.value - recorded.value) > WIDEST_TOLERANCE * recorded.value)
    return false;
  return digitsMeet(said, recorded, converted);
}

/** How far the nearest end of what is said is from the record, as a share of it. 0 where they are equal or ranges meet. */
export function distance(said: Pick<Said, "value" | "valueTo">, recorded: Pick<Figure, "value" | "valueTo">): number {
  const low = recorded.value;
  const high = recorded.valueTo ?? low;
  const gap = said.value > high ? said.value - high : Math.max(0, low - (said.valueTo ?? said.value));
  return gap === 0 ? 0 : gap / (low || 1);
}

/** `said` in whichever of the months' rates brings it nearest to the record; null where a rate is unknown. */
export function convertNearest(
  said: Said,
  unit: string,
  months: readonly string[],
  recorded: Pick<Figure, "value" | "valueTo">,
  rates: Rates,
): Said | null {
  let nearest: Said | null = null;
  for (const month of months) {
    const factor = convert(1, said.unit, unit, month, rates);
    if (factor === null) continue;
    const valueTo = said.valueTo === null ? null : said.valueTo * factor;
    const { qualifier } = said;
    const converted: Said = { value: said.value * factor, valueTo, unit, qualifier, step: said.step * factor };
    if (nearest === null || distance(converted, recorded) < distance(nearest, recorded)) nearest = converted;
  }
  return nearest;
}

/**
 * Whether a text has the record's own digits, though in another currency they would be others: "$4.1 billion" where the
 * record has €4.1 billion, which were 4.3. The currency is mistaken, and nothing was converted.
 *
 * @param converted `said` in the record's currency, by whichever rate brings it nearest
 */
export const isUnconverted = (said: Said, converted: Said, recorded: Pick<Figure, "value">): boolean =>
  Math.abs(said.value - recorded.value) <= 1e-3 * recorded.value &&
  Math.abs(converted.value - said.value) > said.step / 2;

/** "Between 5 and 15" is said of anything: so wide a range has no digits of its own. */
export const isVague = ({ value, valueTo }: Pick<Said, "value" | "valueTo">): boolean =>
  valueTo !== null && valueTo > 1.5 * value;

/**
 * By how many powers of ten a figure is found to be wrong: the slips of scale words, and of one or two digits. A word
 * lost goes only downwards ("$100" for "$100 billion"): nobody writes one of that size too many.
 */
const SLIP_POWERS: ReadonlySet<number> = new Set([1, -1, 3, -3, 2, -2, 6, -6, 8, -8, -9, -12]);

/** The power of ten, other than 0, by which what is said exceeds the record; null where there is none. */
export function powerBetween(said: Digits, recorded: RecordedNumber, converted = false): number | null {
  const { value, valueTo, step } = said;
  if (value <= 0 || recorded.value <= 0 || isVague(said)) return null;
  // Only one power can fit, so that it can be computed: no table is walked for the many figures that fit none.
  const ratio = value / recorded.value;
  const power = Math.round(Math.log10(ratio));
  if (!SLIP_POWERS.has(power)) return null;
  const scale = 10 ** -power;
  if (!isRange(said, recorded) && Math.abs(ratio * scale - 1) > WIDEST_TOLERANCE) return null;
  const scaled = { value: value * scale, valueTo: valueTo === null ? null : valueTo * scale, step: step * scale };
  return sameDigits(scaled, recorded, converted) ? power : null;
}
