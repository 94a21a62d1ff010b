import { describe, expect, it } from "vitest";
import type { Claim } from "../lib/reading/types.ts";
import { fakeIndex, fakeMistake, fakeRecord } from "./reader.fake.ts";
import { toText } from "./text-report.ts";

const report = (claims: Claim[], colour = false) =>
  toText(
    {
      file: "page.html",
      page: { title: "Northwind\n  invests", blocks: [] },
      reading: { lang: "en", published: "2026-02-01", asOf: "2026-11-22", deals: [], claims },
      index: fakeIndex,
      elapsedMs: 1,
    },
    colour,
  );

describe("toText", () => {
  it("says what the article says, what the record says, why they differ and who reported it", () => {
    expect(report([fakeMistake])).toBe(`page.html  Northwind invests
  en, 2026-02-01, judged as of 2026-11-22, dataset 2026-02-01.1

  ✗ discrepancy  “$20 billion”
    deal     Northwind–Contoso, amount
    says     $20 billion
    record   up to $2 billion since 2026-01-15; deal announced
    why      a power of ten off; ×10; non-binding
    source   Northwind, 2026-01-15, https://northwind.example/news

  1 discrepancy

`);
  });

  it("shows then and now where they differ, and another deal by its name", () => {
    const now = { ...fakeRecord, value: 1_500_000_000, since: "2026-06-01", status: "closed" as const };
    const changed: Claim = {
      ...fakeMistake,
      verdict: "outdated",
      reason: "changed-since",
      factor: null,
      notes: [],
      now,
    };
    const text = report([changed]);
    expect(text).toContain(
      "then     up to $2 billion since 2026-01-15; deal announced\n    → now    up to $1.5 billion since 2026-06-01; deal closed",
    );
    expect(text).toContain("why      right when published, changed since\n");
    const elsewhere = report([{ ...changed, now: { ...now, deal: "fabrikam-2026" } }]);
    expect(elsewhere).toContain("→ now    fabrikam-2026: up to $1.5 billion");
  });

  it.each([
    [10, "×10"],
    [0.001, "÷1000"],
  ])("says the factor %d as %s", (factor, said) => {
    expect(report([{ ...fakeMistake, factor }])).toContain(said);
  });

  it("explains a slip of the pen", () => {
    const text = report([{ ...fakeMistake, notes: ["slip:yi-billion"] }]);
    expect(text).toContain("亿 or 億 (10⁸) was read as a billion (10⁹)");
  });

  it("says nothing of what the record does not hold", () => {
    const unknown: Claim = {
      ...fakeMistake,
      verdict: "unverified",
      reason: null,
      factor: null,
      notes: [],
      expected: null,
      now: null,
    };
    const text = report([unknown]);
    expect(text).toContain("? unverified");
    expect(text).not.toMatch(/record|then|now|why|source/);
  });

  it("says so where there is no claim, and no date", () => {
    expect(report([])).toContain("No figure of a known deal");
  });

  it("counts by verdict, the gravest first", () => {
    const confirmed: Claim = { ...fakeMistake, verdict: "confirmed", reason: null, factor: null };
    expect(report([confirmed, fakeMistake, confirmed])).toContain("\n  1 discrepancy, 2 confirmed\n");
  });

  it("has no control characters unless colours are asked for", () => {
    const esc = String.fromCharCode(27);
    expect(report([fakeMistake])).not.toContain(esc);
    expect(report([fakeMistake], true)).toContain(`${esc}[31m✗ discrepancy${esc}[39m`);
  });
});
