/** How precise a number is, and what it is worth in another currency. */
import { isMoney } from "./schema.ts";

/** Exchange rates, as the dataset's index answers for them. */
export type Rates = {
  /** US dollars for one unit of `currency` in `month` ("2025-09"), or in the nearest month known; null where the currency is unknown. */
  usdPerUnit(currency: string, month: string): number | null;
};

/**
 * One unit of the last significant digit of `value`, trailing zeros not being significant: 1e8 for 47.8 billion,
 * 1e10 for 850 billion. 0 for 0.
 */
export function stepOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  if (isPlain(value)) return powers[trailingZeros(value)] as number;
  // The shortest digits that read back as this number: "4.78e+10" has two digits after the point. Twelve digits are
  // beyond any figure in the news, and hide the tails of binary fractions.
  const [digits = "", exponent = "0"] = Number(value.toPrecision(12)).toExponential().split("e");
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return Number(`1e${Number(exponent) - decimals}`);
}

/** Whole numbers that twelve digits write out: nearly every figure there is, and told without writing it. */
const isPlain = (value: number): boolean => value > 0 && value < 1e12 && Number.isInteger(value);

/** Powers of ten up to the largest that a plain number divides by. */
const powers = Array.from({ length: 12 }, (_, zeros) => Number(`1e${zeros}`));

function trailingZeros(value: number): number {
  let zeros = 0;
  for (let rest = value; rest % 10 === 0; rest /= 10) zeros++;
  return zeros;
}

/** How many digits of `value` are significant, trailing zeros not being so: 3 for 47.8 billion, 2 for 850 billion. */
export function significantDigits(value: number): number {
  // Everything that a figure may be held against asks for the figure's own again.
  if (value !== lastValue) {
    lastDigits = countDigits(value);
    lastValue = value;
  }
  return lastDigits;
}

let lastValue = Number.NaN;
let lastDigits = 0;

function countDigits(value: number): number {
  if (isPlain(value)) {
    let digits = 0;
    for (let rest = value / (powers[trailingZeros(value)] as number); rest >= 1; rest /= 10) digits++;
    return digits;
  }
  const step = stepOf(value);
  return step === 0 ? 0 : String(Math.round(value / step)).length;
}

/** Whether a number in `unit` can be held against one in `other`: the same unit, or both are currencies. */
export const unitsCompare = (unit: string, other: string): boolean =>
  unit === other || (isMoney(unit) && isMoney(other));

/** `value` in `from`, in units of `to`, at the rates of `month`; null where a rate is unknown. */
export function convert(value: number, from: string, to: string, month: string, rates: Rates): number | null {
  if (from === to) return value;
  const fromUsd = from === "USD" ? 1 : rates.usdPerUnit(from, month);
  const toUsd = to === "USD" ? 1 : rates.usdPerUnit(to, month);
  return fromUsd === null || toUsd === null ? null : (value * fromUsd) / toUsd;
}
