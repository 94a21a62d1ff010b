import { describe, expect, it } from "vitest";
import type { Deal, Status } from "../deals/schema.ts";
import { type ChangeContext, changesOf } from "./changes.ts";
import { fakeDeal } from "./dataset.fake.ts";

const event = (date: string, status: Status, value?: number, parts: object = {}): Deal["events"][number] => ({
  date,
  status,
  figures:
    value === undefined ? [] : [{ metric: "amount", value, unit: "USD", qualifier: "exact", scope: "whole", ...parts }],
  sources: [],
});
const usd = (value: number) => ({ metric: "amount", value, unit: "USD", qualifier: "exact" });
const context = (deals: Deal[] = []): ChangeContext => ({
  day: "2026-11-22",
  rates: { usdPerUnit: () => 1 },
  dealNow: (id) => deals.find((deal) => deal.id === id),
});

describe("changesOf", () => {
  const letter = fakeDeal("a-b-2025", { name: "A–B letter", events: [event("2025-09-22", "letter-of-intent", 100e9)] });

  it("says status and figure then and now", () => {
    const now = { ...letter, events: [...letter.events, event("2026-05-01", "definitive", 30e9)] };
    expect(changesOf([{ before: letter, now }], context())).toEqual([
      {
        deal: "a-b-2025",
        name: "A–B letter",
        kind: "changed",
        status: { before: "letter-of-intent", now: "definitive" },
        figures: [{ metric: "amount", before: [usd(100e9)], now: [usd(30e9)] }],
        successor: null,
      },
    ]);
  });

  it("takes the figure of the deal that took its place", () => {
    const now = {
      ...letter,
      supersededBy: "a-b-2026",
      events: [...letter.events, event("2026-02-01", "superseded")],
    };
    const next = fakeDeal("a-b-2026", { name: "A–B stake", events: [event("2026-02-01", "definitive", 30e9)] });
    expect(changesOf([{ before: letter, now }], context([next]))[0]).toMatchObject({
      status: { before: "letter-of-intent", now: "superseded" },
      figures: [{ metric: "amount", before: [usd(100e9)], now: [usd(30e9)] }],
      successor: { deal: "a-b-2026", name: "A–B stake" },
    });
  });

  it("says nothing of what is yet to come, nor of parts of the whole", () => {
    const now = {
      ...letter,
      name: "A–B, letter of intent",
      events: [
        event("2025-09-22", "letter-of-intent", 100e9),
        event("2026-01-01", "letter-of-intent", 5e9, { scope: "part" }),
        event("2027-01-01", "terminated"),
      ],
    };
    expect(changesOf([{ before: letter, now }], context())[0]).toMatchObject({
      kind: "changed",
      status: null,
      figures: [],
    });
  });

  it("lists what is new first, what is gone last, each by name", () => {
    const named = (name: string) => fakeDeal(name.toLowerCase(), { name });
    const changes = changesOf(
      [
        { before: named("Z"), now: null },
        { before: named("B"), now: named("B") },
        { before: null, now: named("Y") },
        { before: null, now: named("X") },
        { before: null, now: null },
      ],
      context(),
    );
    expect(changes.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "X added",
      "Y added",
      "B changed",
      "Z removed",
    ]);
    expect(changes[0]?.figures).toEqual([{ metric: "amount", before: [], now: [usd(2e9)] }]);
  });

  it("ends where deals took each other's place in a circle", () => {
    const one = { ...letter, supersededBy: "a-b-2026" };
    const other = fakeDeal("a-b-2026", { supersededBy: "a-b-2025" });
    expect(changesOf([{ before: letter, now: one }], context([one, other]))[0]?.successor?.deal).toBe("a-b-2026");
  });
});
