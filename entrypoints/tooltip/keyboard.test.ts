import { describe, expect, it } from "vitest";
import type { Marks } from "../../lib/page/marks.ts";
import type { Verdict } from "../../lib/reading/types.ts";
import { firstInSight, neighbour } from "./keyboard.ts";

/** Marks in order, each with its verdict's first letter and how far its bottom is below the viewport's top. */
function marksOf(...marks: [id: number, verdict: Verdict, bottom: number][]): Marks {
  return {
    shown: marks.map(([id, verdict]) => ({ id, verdict })),
    rangeOf: (id: number) => {
      const mark = marks.find(([one]) => one === id);
      return mark ? ({ getBoundingClientRect: () => ({ bottom: mark[2] }) } as Range) : null;
    },
  } as unknown as Marks;
}
const marks = marksOf([3, "confirmed", -50], [1, "discrepancy", 20], [7, "outdated", 300], [4, "discrepancy", 900]);

describe("neighbour", () => {
  it.each([
    ["from a mark to the next", 1, 1, "all", "current", 7],
    ["from a mark to the one before", 1, -1, "all", "current", 3],
    ["no further than the last", 4, 1, "all", "current", null],
    ["no further than the first", 3, -1, "all", "current", null],
    ["from an outdated figure to the next discrepancy", 7, 1, "discrepancies", "current", 4],
    ["from an outdated figure to the discrepancy before", 7, -1, "discrepancies", "current", 1],
    ["to the first in sight, from nowhere", null, 1, "all", "current", 1],
    ["to the last above it, backwards from nowhere", null, -1, "all", "current", 3],
    ["to the first in sight, from a mark that is gone", 99, 1, "all", "current", 1],
    ["to a frame's first", 7, 1, "all", "start", 3],
    ["to a frame's last", 7, -1, "all", "end", 4],
    ["to a frame's first discrepancy", null, 1, "discrepancies", "start", 1],
  ] as const)("leads %s", (_, at, direction, only, from, next) => {
    expect(neighbour(marks, at, { direction, only, from })).toBe(next);
  });

  it("leads nowhere in a frame without such marks", () => {
    const right = marksOf([0, "confirmed", 10]);
    for (const from of ["current", "start", "end"] as const)
      expect(neighbour(right, null, { direction: 1, only: "discrepancies", from })).toBeNull();
  });
});

it("finds the first mark in sight, and none where all are above", () => {
  expect(firstInSight(marks)).toBe(1);
  expect(firstInSight(marksOf([0, "confirmed", -1]))).toBeNull();
});
