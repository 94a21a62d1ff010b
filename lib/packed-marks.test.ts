import { expect, it } from "vitest";
import { eachMark, type Mark, packMarks } from "./packed-marks.ts";

const marks: Mark[] = [
  { id: 3, block: 0, start: 12, end: 24, verdict: "discrepancy" },
  { id: 0, block: 7, start: 0, end: 5, verdict: "confirmed" },
  { id: 1, block: 7, start: 8, end: 9, verdict: "outdated" },
  { id: 9, block: 8, start: 1, end: 2, verdict: "unverified" },
];

it("unpacks what was packed, in its order", () => {
  const packed = packMarks(marks);
  expect(packed.every(Number.isInteger)).toBe(true);
  const unpacked: Mark[] = [];
  eachMark(packed, (id, block, start, end, verdict) => unpacked.push({ id, block, start, end, verdict }));
  expect(unpacked).toEqual(marks);
});

it("packs nothing into nothing", () => {
  expect(packMarks([])).toEqual([]);
});
