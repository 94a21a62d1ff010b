import { describe, expect, it } from "vitest";
import { timelineOf } from "../../deals/timeline.ts";
import { stepOf } from "../../deals/units.ts";
import { daysOf } from "./evidence.ts";
import { figuresUntil, matches } from "./matches.ts";
import { BN, event, fakeDeal, fakeIndex, figure } from "./record.fake.ts";

const deal = fakeDeal({
  events: [
    event("2025-01-10", "announced", figure(10 * BN), figure(2 * BN, { metric: "tranche", scope: "part" })),
    event(
      "2025-05-10",
      "announced",
      figure(20.4 * BN),
      figure(200 * BN, { metric: "valuation" }),
      figure(2 * BN, { metric: "power", unit: "W" }),
    ),
    event("2025-09-10", "closed", figure(30 * BN)),
  ],
});

const context = { index: fakeIndex(), published: "2025-06-15", asOf: "2026-12-31" };
const said = (value: number, unit = "USD") => ({
  value,
  valueTo: null as number | null,
  unit,
  qualifier: "about" as const,
  step: stepOf(value),
});
const matching = (quantity: ReturnType<typeof said>, asOf = context.asOf) => {
  const figures = figuresUntil(asOf, timelineOf(deal, context.index).figures);
  return matches(quantity, figures, daysOf({ ...context, asOf }), context.index);
};
const found = (value: number, unit?: string, asOf?: string) =>
  matching(said(value, unit), asOf).map(
    ({ metric, factor, when, timed }) =>
      `${metric} ${timed.figure.value / BN} ×${Number(factor.toPrecision(3))} ${when}`,
  );

describe("the record's figures that a quantity may be", () => {
  it("are those of any time and scope, the nearest first, those a power of ten off last", () => {
    expect(found(20 * BN)).toEqual(["amount 20.4 ×1 at-date", "tranche 2 ×10 at-date", "valuation 200 ×0.1 at-date"]);
  });

  it.each([
    ["an earlier one", 10 * BN, "amount 10 ×1 earlier"],
    ["a later one", 30 * BN, "amount 30 ×1 later"],
    ["one in another currency", 25 * BN, "amount 30 ×1 later", "EUR"],
    ["one of another kind", 2 * BN, "power 2 ×1 at-date", "W"],
  ])("may be %s", (_, value, expected, unit = "USD") => {
    expect(found(value, unit)).toContain(expected);
  });

  it.each([
    ["another number", 77 * BN, "USD"],
    ["another kind of unit", 20 * BN, "%"],
    ["a currency without a rate", 20 * BN, "XXX"],
  ])("are none for %s", (_, value, unit) => {
    expect(found(value, unit)).toEqual([]);
  });

  it("may lie within a range, however far from its lower end", () => {
    const values = matching({ ...said(4 * BN), valueTo: 11 * BN }).map(({ timed }) => timed.figure.value / BN);
    expect(values).toContain(10);
  });

  it("do not exist before their event", () => {
    expect(found(30 * BN, "USD", "2025-08-01").filter((one) => one.startsWith("amount 30"))).toEqual([]);
  });

  it("say how far off they are", () => {
    expect(matching(said(20 * BN))[0]?.distance).toBeCloseTo(0.4 / 20.4);
    expect(matching(said(20.4 * BN))[0]?.distance).toBe(0);
  });
});
