import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { convert, significantDigits, stepOf, unitsCompare } from "./units.ts";

const rates = {
  usdPerUnit: (currency: string, month: string) =>
    currency === "EUR" ? (month === "2025-09" ? 1.175 : 1.1) : currency === "JPY" ? 0.0068 : null,
};

describe("precision", () => {
  it.each([
    [47_800_000_000, 1e8, 3],
    [850_000_000_000, 1e10, 2],
    [15_128_400_000, 1e5, 6],
    [100_000_000_000, 1e11, 1],
    [1_234_567_000_000_000, 1e9, 7],
    [1_234_567_890_123, 10, 12],
    [27.75, 0.01, 4],
    [0.1433, 0.0001, 4],
    [5.5, 0.1, 2],
    [7, 1, 1],
    [0, 0, 0],
  ])("%d is written to the nearest %d, with %i digits", (value, step, digits) => {
    expect(stepOf(value)).toBe(step);
    expect(significantDigits(value)).toBe(digits);
  });

  it("keeps the step when the digits move", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 9 }), (digits, zeros) => {
        expect(stepOf(digits * 10 ** zeros)).toBeCloseTo(stepOf(digits) * 10 ** zeros, 6);
      }),
    );
  });
});

describe("units", () => {
  it.each([
    ["USD", "USD", true],
    ["USD", "EUR", true],
    ["W", "W", true],
    ["USD", "W", false],
    ["%", "count", false],
    ["USD", "%", false],
  ])("%s against %s: %s", (unit, other, expected) => {
    expect(unitsCompare(unit, other)).toBe(expected);
  });

  it("converts at the month's rates", () => {
    expect(convert(100, "EUR", "USD", "2025-09", rates)).toBeCloseTo(117.5);
    expect(convert(117.5, "USD", "EUR", "2025-09", rates)).toBeCloseTo(100);
    expect(convert(1000, "JPY", "EUR", "2025-08", rates)).toBeCloseTo(6.1818, 3);
    expect(convert(5, "W", "W", "2025-08", rates)).toBe(5);
  });

  it("has no answer where a rate is unknown", () => {
    expect(convert(100, "XXX", "USD", "2025-09", rates)).toBeNull();
    expect(convert(100, "USD", "XXX", "2025-09", rates)).toBeNull();
  });
});
