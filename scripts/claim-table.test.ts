import { expect, it } from "vitest";
import type { ClaimRow } from "../lib/protocol.ts";
import { fakeClaim, fakeFigure } from "../lib/reading/claim.fake.ts";
import type { Claim } from "../lib/reading/types.ts";
import { claimTable } from "./claim-table.ts";

const row = (text: string, dealName: string, more: Partial<Claim> = {}): ClaimRow => ({
  id: 0,
  dealName,
  before: "",
  after: "",
  claim: fakeClaim({ end: text.length, text, ...more }),
});

it("says what is wrong, and what the record says now", () => {
  const now = fakeFigure({ deal: "a-b-2026", value: 3e10, since: "2026-02-27", status: "closed" });
  const lines = claimTable([
    row("1000\u00a0milliards de dollars", "A–B", { verdict: "discrepancy", reason: "scale", factor: 10, now }),
  ]).split("\n");
  expect(lines[2]?.split(/ {2,}/)).toEqual([
    "1000 milliards de dollars",
    "discrepancy scale ×10",
    "$1 trillion",
    "$30 billion (closed, 2026-02-27)",
    "A–B",
  ]);
});

it("says nothing of a record that holds nothing to compare with", () => {
  expect(claimTable([row("1 trillion", "A–B")]).split("\n")[2]).toMatch(/ {2}– {2,}A–B$/);
});

it("lines up the columns whatever the script", () => {
  const lines = claimTable([row("1000億ドル", "甲乙"), row("$1 trillion", "A–B")]).split("\n");
  // Two columns for each of the three wide characters.
  expect((lines[3]?.indexOf("unverified") ?? 0) - (lines[2]?.indexOf("unverified") ?? 0)).toBe(3);
});

it("cuts a long quote at a whole character", () => {
  const line = claimTable([row("億".repeat(50), "A–B")]).split("\n")[2];
  expect(line).toMatch(/^億{18}… /);
});
