import { expect, it } from "vitest";
import { countMarks, type Mark, markAt, packMarks } from "./packed-marks.ts";

const marks: Mark[] = [
  { id: 3, block: 0, start: 12, end: 24, verdict: "discrepancy" },
  { id: 0, block: 7, start: 0, end: 5, verdict: "confirmed" },
  { id: 1, block: 7, start: 8, end: 9, verdict: "outdated" },
  { id: 9, block: 8, start: 1, end: 2, verdict: "unverified" },
];

it("unpacks what was packed, in its order", () => {
  const packed = packMarks(marks);
  expect(packed.every(Number.isInteger)).toBe(true);
  expect(Array.from({ length: countMarks(packed) }, (_, place) => markAt(packed, place))).toEqual(marks);
});

it("packs nothing into nothing", () => {
  expect(countMarks(packMarks([]))).toBe(0);
});
