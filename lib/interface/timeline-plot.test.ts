import { describe, expect, it } from "vitest";
import type { Deal } from "../deals/schema.ts";
import type { StoredClaim } from "../protocol.ts";
import type { RecordFigure } from "../reading/types.ts";
import { interfaceIn } from "./i18n.ts";
import { drawTimeline } from "./timeline-plot.ts";

type Said = [date: string, status: Deal["events"][number]["status"], billions?: number];

const dealOf = (id: string, ...events: Said[]): Deal => ({
  id,
  name: id,
  kind: "acquisition",
  parties: [{ party: "a", role: "acquirer" }],
  events: events.map(([date, status, billions]) => ({
    date,
    status,
    sources: [],
    figures:
      billions === undefined
        ? []
        : [{ metric: "amount", value: billions * 1e9, unit: "USD", qualifier: "exact", scope: "whole" }],
  })),
});
const figure = (deal: string, billions: number): RecordFigure => ({
  deal,
  metric: "amount",
  value: billions * 1e9,
  unit: "USD",
  qualifier: "exact",
  since: "2025-01-01",
  status: "announced",
});
const claim = (parts: Partial<StoredClaim>): StoredClaim => ({
  block: 0,
  start: 0,
  end: 1,
  text: "",
  deal: "a",
  metric: "amount",
  value: 10e9,
  valueTo: null,
  unit: "USD",
  qualifier: "exact",
  verdict: "outdated",
  reason: "changed-since",
  factor: null,
  historical: false,
  notes: [],
  expected: figure("a", 10),
  now: figure("a", 10),
  against: figure("a", 10),
  ...parts,
});

function draw(deals: Deal[], parts: Partial<StoredClaim> = {}, published: string | null = "2025-03-01") {
  const context = {
    deal: (id: string) => deals.find((deal) => deal.id === id),
    usdPerUnit: () => 1,
    published,
    asOf: "2026-01-01",
  };
  return drawTimeline(claim(parts), context, interfaceIn("en"));
}

describe("drawTimeline", () => {
  it("draws each change of the figure, and where the article stands", () => {
    const plot = draw([dealOf("a", ["2025-01-01", "announced", 10], ["2025-07-02", "definitive", 20])]);
    expect(plot?.steps).toEqual([
      { from: 0, height: 0.5 },
      { from: expect.closeTo(182 / 365, 5), height: 1 },
    ]);
    expect(plot?.said).toEqual({ at: expect.closeTo(59 / 365, 5), height: 0.5 });
    expect([plot?.start, plot?.end]).toEqual(["Jan 1, 2025", "Jan 1, 2026"]);
    expect(plot?.label).toBe("from Jan 1, 2025: $10 billion; from Jul 2, 2025: $20 billion");
  });

  it("goes on with the deal that took its place, from the day on which it did", () => {
    const deals = [
      dealOf("a", ["2025-01-01", "announced", 10], ["2025-10-01", "superseded"]),
      dealOf("b", ["2025-02-01", "announced", 30], ["2025-03-01", "announced", 40], ["2025-12-01", "closed", 41]),
    ];
    expect(draw(deals, { now: figure("b", 41) })?.label).toBe(
      "from Jan 1, 2025: $10 billion; from Oct 1, 2025: $40 billion; from Dec 1, 2025: $41 billion",
    );
  });

  it("ends where the deal ended", () => {
    const plot = draw([dealOf("a", ["2025-01-01", "announced", 10], ["2025-07-02", "terminated"])], { now: null });
    expect(plot?.steps.at(-1)?.height).toBeNull();
    expect(plot?.label).toMatch(/from Jul 2, 2025: No figure in force any more$/);
  });

  it("shows a wrong figure against one that never changed", () => {
    const plot = draw([dealOf("a", ["2025-01-01", "announced", 10])], { verdict: "discrepancy", value: 100e9 });
    expect(plot?.steps).toEqual([{ from: 0, height: 0.1 }]);
    expect(plot?.said?.height).toBe(1);
  });

  it.each<[string, Deal[], Partial<StoredClaim>]>([
    ["the figure never changed", [dealOf("a", ["2025-01-01", "announced", 10])], {}],
    [
      "the same figure was stated again",
      [dealOf("a", ["2025-01-01", "announced", 10], ["2025-02-01", "closed", 10])],
      {},
    ],
    [
      "the record has no figure",
      [dealOf("a", ["2025-01-01", "announced"])],
      { expected: null, now: null, against: null },
    ],
    ["the deal is gone", [], {}],
  ])("draws nothing where %s", (_, deals, parts) => {
    expect(draw(deals, parts)).toBeNull();
  });

  it("does not place what the article says where it names no day, or another unit", () => {
    const deals = [dealOf("a", ["2025-01-01", "announced", 10], ["2025-07-02", "definitive", 20])];
    expect(draw(deals, {}, null)?.said).toBeNull();
    expect(draw(deals, { unit: "EUR" })?.said).toBeNull();
  });
});
