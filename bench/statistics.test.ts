import { describe, expect, it } from "vitest";
import { inTurn, scaled, spreadOf } from "./statistics.ts";

describe("spreadOf", () => {
  it.each([
    [[5], { runs: 1, median: 5, low: 5, high: 5, p95: 5 }],
    [[4, 1, 3, 2, 5], { runs: 5, median: 3, low: 2, high: 4, p95: 4.8 }],
    [[1, 2], { runs: 2, median: 1.5, low: 1.25, high: 1.75, p95: 1.95 }],
  ])("finds median and quartiles of %j", (samples, expected) => {
    const spread = spreadOf(samples);
    for (const [key, value] of Object.entries(expected)) expect(spread[key as keyof typeof spread]).toBeCloseTo(value);
  });

  it("leaves the samples in their order", () => {
    const samples = [3, 1, 2];
    spreadOf(samples);
    expect(samples).toEqual([3, 1, 2]);
  });
});

it("scales a spread, but not its number of runs", () => {
  expect(scaled(spreadOf([2, 4, 6]), 10)).toMatchObject({ runs: 3, median: 40, low: 30, high: 50 });
});

describe("inTurn", () => {
  it("runs every job once a round, and counts no warm-up", async () => {
    const order: string[] = [];
    const job = (name: string, took: number) => () => {
      order.push(name);
      return took;
    };
    const result = await inTurn({ a: job("a", 1), b: job("b", 2) }, 2, 1);
    expect(order).toEqual(["a", "b", "a", "b", "a", "b"]);
    expect([result.a.runs, result.a.median, result.b.median]).toEqual([2, 1, 2]);
  });
});
