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
  const x = said.value;
  const r = recorded.value;
  const tolerance = toleranceOf(said, recorded, converted);
  const met: Agreement = converted ? "loose" : "close";
  if (said.valueTo !== null || recorded.valueTo !== undefined) {
    const apart = x > (recorded.valueTo ?? r) + tolerance || (said.valueTo ?? x) < r - tolerance;
    return apart ? "none" : met;
  }
  if (Math.abs(x - r) <= tolerance || (!converted && isCut(said, r))) return met;
  // A converted bound is as blurred as any converted figure.
  const blur = converted ? CONVERTED * r : 0;
  if (withinBound(said.qualifier, x, r, blur)) return met;
  // "Up to 1,000" in the record leaves room for 830, unless the record has a figure nearer to it.
  if (withinBound(recorded.qualifier, r, x, blur)) return "loose";
  return said.qualifier === "about" && Math.abs(x - r) <= HEDGED * r ? "loose" : "none";
}

/** Digits that do not fit are cut off as often as they are rounded: 106.1 for 106.156. */
const isCut = ({ value, step }: Omit<Said, "unit">, recorded: number): boolean =>
  value < recorded && recorded - value < Math.min(step, EXACT_MAX * recorded);

/** Whether `other` is what "over `bound`" or "up to `bound`" may mean. */
function withinBound(qualifier: Qualifier, bound: number, other: number, blur: number): boolean {
  if (qualifier === "over" || qualifier === "at-least")
    return bound - blur <= other && other <= OVER_MAX * bound + blur;
  if (qualifier === "up-to" || qualifier === "under") return UP_TO_MIN * bound - blur < other && other <= bound + blur;
  return false;
}

function toleranceOf(said: Omit<Said, "unit">, recorded: RecordedNumber, converted: boolean): number {
  const { value: r, step } = recorded;
  const written = converted ? CONVERTED * r : Math.min(Math.max(said.step, step) / 2, EXACT_MAX * r);
  return recorded.qualifier === "about" ? written + Math.min(step, RECORD_ABOUT_MAX * r) : written;
}

/**
 * Whether neither the numbers themselves nor their digits are near enough to agree, whatever hedges and powers of ten may
 * allow. Nearly every pair of numbers is told apart by this, which costs next to nothing.
 */
export function isFarFrom(said: Pick<Said, "value" | "valueTo">, recorded: RecordedNumber): boolean {
  if (said.valueTo !== null || recorded.valueTo !== undefined || said.value <= 0 || recorded.value <= 0) return false;
  const ratio = said.value / recorded.value;
  if (ratio > 1 / FARTHEST && ratio < FARTHEST) return false;
  const digits = Math.log10(ratio);
  return Math.abs(digits - Math.round(digits)) > DIGITS_APART;
}

/** Beyond this ratio no hedge or bound helps: "up to" takes in the most, and a conversion adds to it. */
const FARTHEST = 1.4;
/** Digits that are farther apart than the widest tolerance, by their logarithms. */
const DIGITS_APART = Math.log10(1 + 2 * WIDEST_TOLERANCE);

/** Whether the digits are the record's, bounds and hedges aside; for figures a power of ten off. */
export function sameDigits(said: Omit<Said, "unit">, recorded: RecordedNumber, converted = false): boolean {
  // Nearly every pair of numbers is far apart: those are told without looking at hedges.
  if (
    said.valueTo === null &&
    recorded.valueTo === undefined &&
    Math.abs(said.value - recorded.value) > WIDEST_TOLERANCE * recorded.value
  )
    return false;
  return (
    agreement({ ...said, qualifier: "exact" }, { ...recorded, qualifier: plain(recorded.qualifier) }, converted) !==
    "none"
  );
}

const plain = (qualifier: Qualifier): Qualifier => (qualifier === "about" ? "about" : "exact");

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
    const converted: Said = { ...said, unit, value: said.value * factor, valueTo, step: said.step * factor };
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
export function powerBetween(said: Omit<Said, "unit">, recorded: RecordedNumber, converted = false): number | null {
  if (said.value <= 0 || recorded.value <= 0 || isVague(said)) return null;
  // Only one power can fit, so that it can be computed: no table is walked for the many figures that fit none.
  const ratio = said.value / recorded.value;
  const power = Math.round(Math.log10(ratio));
  if (!SLIP_POWERS.has(power)) return null;
  const scale = 10 ** -power;
  const isRange = said.valueTo !== null || recorded.valueTo !== undefined;
  if (!isRange && Math.abs(ratio * scale - 1) > WIDEST_TOLERANCE) return null;
  const valueTo = said.valueTo === null ? null : said.valueTo * scale;
  const scaled = { ...said, value: said.value * scale, step: said.step * scale, valueTo };
  return sameDigits(scaled, recorded, converted) ? power : null;
}
