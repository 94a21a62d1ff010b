import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Qualifier } from "../../deals/schema.ts";
import { stepOf } from "../../deals/units.ts";
import {
  agreement,
  areFarApart,
  convertNearest,
  distance,
  isUnconverted,
  powerBetween,
  type Said,
} from "./agreement.ts";
import { fakeIndex } from "./record.fake.ts";

const said = (value: number, qualifier: Qualifier = "exact", valueTo: number | null = null) => ({
  value,
  valueTo,
  qualifier,
  step: stepOf(value),
});
const recorded = (value: number, qualifier: Qualifier = "exact", valueTo?: number) => ({
  value,
  valueTo,
  qualifier,
  step: stepOf(value),
});

describe("written exactly", () => {
  it.each([
    [100, 100, "close", "the same"],
    [30, 30.2, "close", "rounded by the text"],
    [15.1284, 15.1, "close", "rounded by the record"],
    [850, 852, "close", "rounded to ten"],
    [106.1, 106.156, "close", "cut off by the text"],
    [38, 38.3, "close", "half a unit and 1.5 %"],
    [47.8, 48.7, "none", "digits transposed"],
    [700, 667, "none", "rounded by more than 1.5 %"],
    [98, 100, "none", "more than 1.5 % from a round figure"],
    [38, 38.7, "none", "nearer to 39"],
    [110, 122, "none", "another figure"],
    [0, 100, "none", "nothing"],
  ] as const)("%d against a record of %d: %s, %s", (x, r, expected, _) => {
    expect(agreement(said(x), recorded(r))).toBe(expected);
  });
});

describe("hedged", () => {
  it.each([
    ["about", 700, 667, "loose"],
    ["about", 105, 100, "loose"],
    ["about", 106, 100, "none"],
    ["about", 100, 100, "close"],
    ["over", 100, 122, "close"],
    ["over", 100, 125, "close"],
    ["over", 100, 126, "none"],
    ["over", 110, 100, "none"],
    ["over", 20, 20.2, "close"],
    ["at-least", 100, 100, "close"],
    ["at-least", 30, 65, "none"],
    ["up-to", 100, 81, "close"],
    ["up-to", 100, 80, "none"],
    ["up-to", 100, 110, "none"],
    ["under", 8, 7, "close"],
    ["under", 7, 7, "close"],
    ["under", 7, 8, "none"],
  ] as const)("%s %d against %d: %s", (qualifier, x, r, expected) => {
    expect(agreement(said(x, qualifier), recorded(r))).toBe(expected);
  });
});

describe("the record's own hedges", () => {
  it.each([
    [120, "over", 100, "loose"],
    [126, "over", 100, "none"],
    [95, "over", 100, "none"],
    [100, "at-least", 100, "close"],
    [85, "up-to", 100, "loose"],
    [79, "up-to", 100, "none"],
    [105, "up-to", 100, "none"],
    [7.2, "under", 8, "loose"],
    [3, "about", 3.05, "close"],
    [249.4, "about", 248, "close"],
    [260, "about", 248, "none"],
    [103, "about", 100, "close"],
    [104, "about", 100, "none"],
  ] as const)("%d against a record of %s %d: %s", (x, qualifier, r, expected) => {
    expect(agreement(said(x), recorded(r, qualifier))).toBe(expected);
  });

  it("do not add up with the text's own", () => {
    expect(agreement(said(16, "over"), recorded(24, "up-to"))).toBe("none");
  });
});

describe("ranges", () => {
  it.each([
    [said(100, "exact", 110), recorded(105), "close"],
    [said(100, "exact", 110), recorded(110), "close"],
    [said(100, "exact", 110), recorded(500), "none"],
    [said(100, "exact", 110), recorded(90), "none"],
    [said(9), recorded(8, "exact", 10), "close"],
    [said(11), recorded(8, "exact", 10), "none"],
    [said(9, "exact", 12), recorded(8, "exact", 10), "close"],
    [said(11, "exact", 12), recorded(8, "exact", 10), "none"],
  ] as const)("%o against %o: %s", (x, r, expected) => {
    expect(agreement(x, r)).toBe(expected);
  });
});

describe("converted", () => {
  it.each([
    [105, "exact", 100, "loose"],
    [94, "exact", 100, "none"],
    [107, "exact", 100, "none"],
    [90, "over", 110, "loose"],
    [140, "up-to", 100, "none"],
  ] as const)("%d (%s) against %d: %s", (x, qualifier, r, expected) => {
    expect(agreement(said(x, qualifier), recorded(r), true)).toBe(expected);
  });
});

describe("distance", () => {
  it.each([
    [said(110), recorded(100), 0.1],
    [said(90), recorded(100), 0.1],
    [said(90, "exact", 110), recorded(100), 0],
    [said(9), recorded(8, "exact", 10), 0],
    [said(6), recorded(8, "exact", 10), 0.25],
  ])("of %o from %o is %d", (x, r, expected) => {
    expect(distance(x, r)).toBeCloseTo(expected);
  });
});

describe("a power of ten off", () => {
  it.each([
    [1000e9, 1],
    [10e9, -1],
    [10_000e9, 2],
    [100_000e9, 3],
    [100e6, -3],
    [100e3, -6],
    [1000, -8],
    [100, -9],
  ])("%d of 100 billion is 10^%d", (value, power) => {
    expect(powerBetween(said(value), recorded(100e9))).toBe(power);
  });

  it("of a wide range is none", () => {
    expect(powerBetween({ ...said(8e9), valueTo: 11e9 }, recorded(100e9))).toBe(-1);
    expect(powerBetween({ ...said(5e9), valueTo: 11e9 }, recorded(100e9))).toBeNull();
  });

  it.each([[100e9], [0], [120e9 * 10], [10e6], [100e13], [100e18]])("%d is not a slip of the record's", (value) => {
    expect(powerBetween(said(value), recorded(100e9))).toBeNull();
  });
});

describe("a converted number", () => {
  const [hundred, days] = [recorded(100e9), ["2025-08", "2025-09"]];
  const euros = (value: number): Said => ({ ...said(value), unit: "EUR" });

  it("is converted by the month whose rate brings it nearer", () => {
    const convert = (months: string[]) => convertNearest(euros(66.7e9), "USD", months, hundred, fakeIndex());
    expect(agreement(convert(days) as Said, hundred, true)).toBe("loose");
    expect(agreement(convert(days.slice(0, 1)) as Said, hundred, true)).toBe("none");
  });

  it("is none without a rate", () => {
    expect(convertNearest({ ...said(1), unit: "XXX" }, "USD", days, hundred, fakeIndex())).toBeNull();
  });

  it.each([
    [4.1e9, 4.3e9, 4.1e9, true, "the record's digits, which would be others"],
    [4.1e9, 4.12e9, 4.1e9, false, "digits that rounding leaves the same"],
    [4e9, 4.3e9, 4e9, false, "one digit that rounding leaves the same"],
    [4.3e9, 4.1e9, 4.1e9, false, "other digits"],
  ])("%d, which is %d, for a record of %d is unconverted: %s, %s", (value, converted, r, expected) => {
    expect(isUnconverted(euros(value), { ...euros(converted), unit: "USD" }, { value: r })).toBe(expected);
  });
});

describe("far from each other", () => {
  it("are only numbers that neither agree nor are a power of ten apart", () => {
    const number = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 12 }));
    // Near each other more often than chance would have it.
    const pair = fc.oneof(
      fc.tuple(number, number),
      number.chain((one) =>
        fc.tuple(
          fc.constant(one),
          fc.tuple(
            fc.integer({ min: Math.ceil(one[0] * 0.6), max: Math.ceil(one[0] * 1.6) }),
            fc.integer({ min: 0, max: 12 }),
          ),
        ),
      ),
    );
    const qualifier = fc.constantFrom(...Qualifier.options);
    let far = 0;
    fc.assert(
      fc.property(pair, qualifier, qualifier, ([[a, m], [b, n]], q, r) => {
        const [x, y] = [said(a * 10 ** m, q), recorded(b * 10 ** n, r)];
        if (!areFarApart(Math.log10(x.value), Math.log10(y.value))) return;
        far++;
        expect([agreement(x, y), powerBetween(x, y)]).toEqual(["none", null]);
      }),
      { numRuns: 3000 },
    );
    expect(far).toBeGreaterThan(500);
  });

  it("is not said of zero", () => {
    expect([areFarApart(Math.log10(0), Math.log10(5)), areFarApart(Math.log10(5), Math.log10(0))]).toEqual([
      false,
      false,
    ]);
  });
});
