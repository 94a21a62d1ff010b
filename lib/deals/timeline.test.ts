import { describe, expect, it } from "vitest";
import { Deal, type DealEvent, type Figure, type Status } from "./schema.ts";
import { endedOn, figuresEver, figuresInForce, figuresStanding, statusOn } from "./timeline.ts";

const rates = { usdPerUnit: (currency: string) => (currency === "JPY" ? 0.0065 : currency === "EUR" ? 1.2 : null) };

type FigureInput = Partial<Figure> & { value: number };
const amount = (value: number, rest: Partial<Figure> = {}): FigureInput => ({
  metric: "amount",
  unit: "USD",
  value,
  ...rest,
});
const event = (date: string, ...figures: FigureInput[]) => ({ date, status: "announced" as Status, figures });
const deal = (...events: (Pick<DealEvent, "date" | "status"> & { figures?: FigureInput[] })[]): Deal =>
  Deal.parse({
    id: "acme-beta",
    name: "Acme–Beta",
    kind: "acquisition",
    parties: [{ party: "acme", role: "acquirer" }],
    events,
  });

/** What is in force on a day, as "metric value unit", for tables. */
const inForce = (record: Deal, day: string): string[] =>
  figuresInForce(record, day, rates).map(({ figure }) => `${figure.metric} ${figure.value} ${figure.unit}`);

describe("a deal's status", () => {
  const comeback = deal(
    { date: "2025-01-10", status: "in-talks" },
    { date: "2025-02-10", status: "terminated" },
    { date: "2025-03-10", status: "denied" },
    { date: "2025-06-10", status: "definitive" },
    { date: "2025-09-10", status: "superseded" },
  );

  it.each([
    ["2025-01-09", null, null],
    ["2025-01-10", "in-talks", null],
    ["2025-02-09", "in-talks", null],
    ["2025-02-10", "terminated", "2025-02-10"],
    ["2025-03-10", "denied", "2025-02-10"],
    ["2025-06-10", "definitive", null],
    ["2025-09-10", "superseded", "2025-09-10"],
    ["2026-09-10", "superseded", "2025-09-10"],
  ])("on %s is %s, ended on %s", (day, status, ended) => {
    expect(statusOn(comeback, day)).toBe(status);
    expect(endedOn(comeback, day)).toBe(ended);
  });
});

describe("figures in force", () => {
  it("are none before the first event", () => {
    expect(inForce(deal(event("2025-01-10", amount(10))), "2025-01-09")).toEqual([]);
  });

  it("stay until a later event gives the metric another value", () => {
    const record = deal(event("2025-01-10", amount(10)), event("2025-02-10"), event("2025-03-10", amount(12)));
    expect(inForce(record, "2025-01-10")).toEqual(["amount 10 USD"]);
    expect(inForce(record, "2025-03-09")).toEqual(["amount 10 USD"]);
    expect(inForce(record, "2025-03-10")).toEqual(["amount 12 USD"]);
  });

  it("keep their first day when an event states the same value again, and its qualifier", () => {
    const record = deal(
      event("2025-01-10", amount(30, { qualifier: "up-to" })),
      event("2025-02-10", amount(30, { qualifier: "about" })),
      event("2025-03-10", amount(40)),
    );
    expect(figuresEver(record, rates)).toMatchObject([
      { from: "2025-01-10", to: "2025-02-10", since: "2025-01-10", until: "2025-03-10" },
      { from: "2025-02-10", to: "2025-03-10", since: "2025-01-10", until: "2025-03-10" },
      { from: "2025-03-10", to: null, since: "2025-03-10", until: null },
    ]);
    expect(figuresInForce(record, "2025-02-20", rates)).toMatchObject([{ figure: { qualifier: "about" } }]);
  });

  it("begin anew when a value comes back", () => {
    const record = deal(
      event("2025-01-10", amount(10)),
      event("2025-02-10", amount(20)),
      event("2025-03-10", amount(10)),
    );
    expect(figuresEver(record, rates).map(({ since, until }) => [since, until])).toEqual([
      ["2025-01-10", "2025-02-10"],
      ["2025-02-10", "2025-03-10"],
      ["2025-03-10", null],
    ]);
  });

  it.each([
    ["of another metric", amount(5, { metric: "debt" })],
    ["of another scope", amount(5, { scope: "yearly" })],
    ["of one party", amount(5, { scope: "party", of: "acme" })],
    ["of another kind of unit", amount(5, { metric: "power", unit: "W" })],
  ])("are not replaced by a figure %s", (_, other) => {
    const record = deal(event("2025-01-10", amount(10)), event("2025-02-10", other));
    expect(inForce(record, "2025-03-01")).toContain("amount 10 USD");
  });

  it("of different parties stand side by side, each replaced by its own", () => {
    const fee = (value: number, of: string) => amount(value, { metric: "break-fee", scope: "party", of });
    const record = deal(event("2025-01-10", fee(5, "acme"), fee(2, "beta")), event("2025-02-10", fee(6, "acme")));
    expect(inForce(record, "2025-02-10")).toEqual(["break-fee 2 USD", "break-fee 6 USD"]);
  });

  it.each(["part", "added", "condition", "reference"] as const)("of scope %s join those there were", (scope) => {
    const record = deal(event("2025-01-10", amount(5, { scope })), event("2025-02-10", amount(7, { scope })));
    expect(inForce(record, "2025-03-01")).toEqual(["amount 5 USD", "amount 7 USD"]);
  });

  it.each(["yearly", "remaining", "cumulative"] as const)("of scope %s replace each other", (scope) => {
    const record = deal(event("2025-01-10", amount(5, { scope })), event("2025-02-10", amount(7, { scope })));
    expect(inForce(record, "2025-03-01")).toEqual(["amount 7 USD"]);
  });

  it("are none but break fees once the deal has ended, and stand on all the same", () => {
    const record = deal(event("2025-01-10", amount(10), amount(1, { metric: "break-fee" })), {
      date: "2025-02-10",
      status: "terminated",
    });
    expect(inForce(record, "2025-02-09")).toEqual(["amount 10 USD", "break-fee 1 USD"]);
    expect(inForce(record, "2025-02-10")).toEqual(["break-fee 1 USD"]);
    expect(figuresStanding(record, "2025-02-10", rates)).toHaveLength(2);
  });
});

describe("other currencies", () => {
  it("restate a figure of the same event", () => {
    const record = deal(event("2025-01-10", amount(13), amount(2000, { unit: "JPY" })));
    expect(inForce(record, "2025-01-10")).toEqual(["amount 13 USD", "amount 2000 JPY"]);
  });

  it("restate a figure of an earlier event that is worth the same", () => {
    const record = deal(event("2025-01-10", amount(13)), event("2025-02-10", amount(2000, { unit: "JPY" })));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 13 USD", "amount 2000 JPY"]);
  });

  it("replace a figure that is worth something else", () => {
    const record = deal(event("2025-01-10", amount(13)), event("2025-02-10", amount(3000, { unit: "JPY" })));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 3000 JPY"]);
  });

  it("replace a figure where no rate tells what they are worth", () => {
    const record = deal(event("2025-01-10", amount(13)), event("2025-02-10", amount(13, { unit: "XXX" })));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 13 XXX"]);
  });

  it("are replaced together", () => {
    const record = deal(
      event("2025-01-10", amount(13), amount(2000, { unit: "JPY" })),
      event("2025-02-10", amount(20), amount(3080, { unit: "JPY" })),
    );
    expect(inForce(record, "2025-02-10")).toEqual(["amount 20 USD", "amount 3080 JPY"]);
  });
});

describe("disputed figures", () => {
  it("of one event stand side by side, in place of what was", () => {
    const record = deal(
      event("2025-01-10", amount(10)),
      event("2025-02-10", amount(12, { disputed: true }), amount(14, { disputed: true })),
    );
    expect(inForce(record, "2025-02-10")).toEqual(["amount 12 USD", "amount 14 USD"]);
  });

  it("alone stand beside what they dispute", () => {
    const record = deal(event("2025-01-10", amount(10)), event("2025-02-10", amount(12, { disputed: true })));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 10 USD", "amount 12 USD"]);
  });

  it("make those beside them disputed", () => {
    const record = deal(event("2025-01-10", amount(10), amount(12, { disputed: true })));
    expect(figuresEver(record, rates).map(({ disputed }) => disputed)).toEqual([true, true]);
  });

  it("give way to an undisputed one", () => {
    const record = deal(
      event("2025-01-10", amount(10, { disputed: true }), amount(12, { disputed: true })),
      event("2025-02-10", amount(12)),
    );
    expect(inForce(record, "2025-02-10")).toEqual(["amount 12 USD"]);
  });
});

describe("equity and enterprise value", () => {
  const equity = (value: number) => amount(value, { basis: "equity" });
  const enterprise = (value: number) => amount(value, { basis: "enterprise" });

  it("do not replace each other", () => {
    const record = deal(event("2025-01-10", equity(61)), event("2025-02-10", enterprise(69)));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 61 USD", "amount 69 USD"]);
  });

  it("are replaced each by its own", () => {
    const record = deal(event("2025-01-10", equity(38), enterprise(44)), event("2025-02-10", enterprise(48)));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 38 USD", "amount 48 USD"]);
  });

  it("replace a price that did not say which", () => {
    const record = deal(event("2025-01-10", amount(60)), event("2025-02-10", equity(59), enterprise(64)));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 59 USD", "amount 64 USD"]);
  });

  it("are restated by the price they are nearest to", () => {
    const record = deal(event("2025-01-10", equity(59), enterprise(64)), event("2025-02-10", amount(60)));
    expect(inForce(record, "2025-02-10")).toEqual(["amount 64 USD", "amount 60 USD"]);
  });
});

describe("valuations", () => {
  const valued = (metric: Figure["metric"], value: number) => amount(value, { metric });

  it.each([
    ["valuation", "valuation-post", ["valuation-post 380 USD"]],
    ["valuation-post", "valuation", ["valuation 380 USD"]],
    ["valuation-pre", "valuation-post", ["valuation-pre 350 USD", "valuation-post 380 USD"]],
    ["valuation-pre", "valuation", ["valuation-pre 350 USD", "valuation 380 USD"]],
    ["valuation", "valuation-pre", ["valuation 350 USD", "valuation-pre 380 USD"]],
  ] as const)("%s and then %s", (before, after, expected) => {
    const record = deal(event("2025-01-10", valued(before, 350)), event("2025-02-10", valued(after, 380)));
    expect(inForce(record, "2025-02-10")).toEqual(expected);
  });
});

describe("events of one day", () => {
  it("count in the order of the record", () => {
    const record = deal(event("2025-01-10", amount(10)), event("2025-01-10", amount(12)));
    expect(inForce(record, "2025-01-10")).toEqual(["amount 12 USD"]);
    expect(figuresEver(record, rates)).toMatchObject([{ from: "2025-01-10", to: "2025-01-10" }, { to: null }]);
  });
});
