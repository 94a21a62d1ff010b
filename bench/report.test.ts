import { describe, expect, it } from "vitest";
import { say, toMarkdown } from "./report.ts";
import { spreadOf } from "./statistics.ts";

describe("say", () => {
  it.each([
    [0, "0"],
    [0.01234, "0.0123"],
    [1.2345, "1.23"],
    [99.96, "100.0"],
    [123.4, "123"],
    [5_432.1, "5432"],
    [Number.NaN, "–"],
  ])("says %d as %s", (value, expected) => expect(say(value)).toBe(expected));
});

it("gives a row to each figure, also to one that could not be measured", () => {
  const markdown = toMarkdown({
    at: "2026-11-22T10:00:00Z",
    machine: { cpu: "Chip", cores: 2, node: "26.0.0", browsers: ["Chrome/156"] },
    seed: 1,
    quick: false,
    figures: [
      {
        name: "reading",
        unit: "ms",
        measured: spreadOf([1, 2, 3]),
        reference: { name: "walk", measured: spreadOf([1]) },
        ratio: 2,
        target: "≤ 3 × walk",
        met: true,
      },
      { name: "memory", unit: "MB", measured: null, note: "needs a browser" },
    ],
  });
  expect(markdown.split("\n").slice(2)).toEqual([
    "| figure | median (quartiles) | reference | ratio | target | met | note |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    "| reading | 2.00 ms (1.50–2.50) | walk 1.00 ms | 2.00 × | ≤ 3 × walk | yes |  |",
    "| memory | – |  |  |  |  | needs a browser |",
    "",
  ]);
});
