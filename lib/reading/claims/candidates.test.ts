import { describe, expect, it } from "vitest";
import { index } from "../dataset.fake.ts";
import { prepare } from "../read.fake.ts";
import { candidateDeals } from "./candidates.ts";

const candidates = (text: string, day: string) => candidateDeals(prepare(text), index, day, "2026-06-01");
const ids = (text: string, day = "2026-02-21"): string[] =>
  candidates(text, day)
    .filter(({ partial }) => !partial)
    .map(({ deal }) => deal.id)
    .sort();

describe("candidates", () => {
  it.each([
    ["both sides are named", "Estuary and Fathom", ["estuary-fathom-2025"]],
    ["only the buyer is named", "Estuary alone", []],
    [
      "who is paid is named, the payer perhaps by a description",
      "Borealis alone",
      ["acme-borealis-2025", "acme-borealis-2026", "borealis-2026-round", "dunmore-borealis-2026"],
    ],
    ["nobody is named", "It rained", []],
    ["a buyer and another deal's target are named", "Estuary and Gambit", ["dunmore-gambit-2025"]],
  ])("are the deals of which %s", (_, text, deals) => {
    expect(ids(text)).toEqual(deals);
  });

  it("have deals of which only the buyer is named for what their numbers may tell", () => {
    const partial = candidates("Estuary alone", "2026-02-21").filter((candidate) => candidate.partial);
    expect(partial.map(({ deal }) => deal.id)).toContain("estuary-fathom-2025");
  });

  it("leave out deals that begin long after the article", () => {
    expect(ids("Acme and Borealis", "2025-06-01")).toEqual(["acme-borealis-2025"]);
    expect(ids("Acme and Borealis", "2024-01-01")).toEqual([]);
  });

  it("are timely on the days on which something happened to them, and less and less after", () => {
    const timely = (day: string): number => candidates("Estuary and Fathom", day)[0]?.timely ?? 0;
    expect(timely("2025-07-01")).toBe(1);
    expect(timely("2025-07-20")).toBeLessThan(1);
    expect(timely("2025-08-20")).toBeLessThan(timely("2025-07-20"));
    expect(timely("2026-11-01")).toBeLessThan(0.2);
    expect(timely("2025-04-20")).toBeLessThan(timely("2025-05-20"));
  });

  it("tell whether another deal had taken their place", () => {
    const replaced = (day: string) =>
      candidates("Acme and Borealis", day).find(({ deal }) => deal.id === "acme-borealis-2025")?.replaced;
    expect(replaced("2026-02-10")).toBe(false);
    expect(replaced("2026-03-10")).toBe(true);
  });

  it("tell in how many days they begin", () => {
    expect(candidates("Estuary and Fathom", "2025-05-04")[0]?.begins).toBe(2);
    expect(candidates("Estuary and Fathom", "2025-05-10")[0]?.begins).toBe(-4);
  });
});
