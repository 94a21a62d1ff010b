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
  const plain = plainStep(value);
  if (plain > 0) return plain;
  // The shortest digits that read back as this number: "4.78e+10" has two digits after the point. Twelve digits are
  // beyond any figure in the news, and hide the tails of binary fractions.
  const [digits = "", exponent = "0"] = Number(value.toPrecision(12)).toExponential().split("e");
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  return Number(`1e${Number(exponent) - decimals}`);
}

/** The step of a whole number that twelve digits write out: nearly every figure is one, and told without writing it. 0 for others. */
function plainStep(value: number): number {
  if (value <= 0 || !Number.isSafeInteger(value)) return 0;
  let zeros = 0;
  let rest = value;
  for (; rest % 10 === 0; rest /= 10) zeros++;
  return rest < 1e12 ? (powers[zeros] as number) : 0;
}

/** Powers of ten up to the largest that such a number divides by. */
const powers = Array.from({ length: 16 }, (_, zeros) => Number(`1e${zeros}`));

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
  const plain = plainStep(value);
  if (plain > 0) {
    let digits = 0;
    for (let rest = value / plain; rest >= 1; rest /= 10) digits++;
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
