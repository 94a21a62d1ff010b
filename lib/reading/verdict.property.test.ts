import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { addDays } from "../deals/dates.ts";
import { Deal, Metric, Qualifier, Scope, Status } from "../deals/schema.ts";
import { figuresInForce } from "../deals/timeline.ts";
import { stepOf } from "../deals/units.ts";
import type { Statement } from "./types.ts";
import { event, fakeDeal, fakeIndex, figure, says } from "./verdict/record.fake.ts";
import { judge } from "./verdict.ts";

const day = fc.integer({ min: 0, max: 900 }).map((count) => addDays("2024-06-01", count));
const money = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 6, max: 12 }))
  .map(([digits, zeros]) => digits * 10 ** zeros);
const unit = fc.constantFrom("USD", "EUR", "JPY", "XXX", "W", "%", "count", "year");
const scopes = Scope.options;

const anyFigure = fc
  .record({
    metric: fc.constantFrom(...Metric.options),
    value: fc.oneof(money, fc.constant(0)),
    unit,
    qualifier: fc.constantFrom(...Qualifier.options),
    scope: fc.constantFrom(...scopes),
    of: fc.constantFrom("acme", "beta", undefined),
    basis: fc.constantFrom("equity" as const, "enterprise" as const, undefined),
    disputed: fc.constantFrom(true, undefined),
    width: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ width, ...rest }) =>
    figure(rest.value, { ...rest, ...(width !== null && { valueTo: rest.value * (1 + width / 10) }) }),
  );

const anyDeal = fc
  .record({
    kind: fc.constantFrom("investment" as const, "acquisition" as const, "funding-round" as const),
    supersededBy: fc.constantFrom("acme-beta-2025", "nobody", undefined),
    partOf: fc.constantFrom("acme-beta-2025", undefined),
    events: fc.array(fc.tuple(day, fc.constantFrom(...Status.options), fc.array(anyFigure, { maxLength: 4 })), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ events, ...rest }) =>
    fakeDeal({
      ...rest,
      events: events
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([date, status, figures]) => event(date, status, ...figures)),
    }),
  );

const anyStatement = fc
  .record({
    metric: fc.constantFrom(...Metric.options),
    value: fc.oneof(money, fc.constant(0)),
    unit,
    qualifier: fc.constantFrom(...Qualifier.options),
    scope: fc.constantFrom(...scopes.filter((scope) => scope !== "reference")),
    of: fc.constantFrom("acme", "beta", "gamma", undefined),
    historical: fc.boolean(),
    tentative: fc.boolean(),
    explicit: fc.boolean(),
    standing: fc.boolean(),
    unitAssumed: fc.boolean(),
    width: fc.option(fc.integer({ min: 1, max: 9 })),
  })
  .map(({ width, of, ...rest }) =>
    says(rest.value, {
      ...rest,
      ...(of !== undefined && { of }),
      valueTo: width === null ? null : rest.value * (1 + width / 10),
    }),
  );

describe("any statement about any deal", () => {
  it("gets a verdict that holds together, and the same one again", () => {
    fc.assert(
      fc.property(anyStatement, anyDeal, fc.option(day), day, (statement, deal, published, asOf) => {
        const context = { index: fakeIndex([deal]), published, asOf };
        const judgement = judge(statement, deal, context);
        expect(judge(statement, deal, context)).toEqual(judgement);
        const { verdict, reason, factor, against, historical } = judgement;
        expect(reason === null).toBe(verdict === "confirmed" || verdict === "unverified");
        expect(against === null).toBe(verdict === "unverified");
        if (factor !== null) expect(reason).toBe("scale");
        if (historical) expect(verdict).toBe("outdated");
        if (published === null && verdict === "outdated") expect(reason).toBe("undated");
        for (const shown of [judgement.expected, judgement.now, against]) {
          if (shown) expect(shown.since <= asOf).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

/** A statement with exactly the words of a figure. */
const quoting = (timed: ReturnType<typeof figuresInForce>[number]): Statement => {
  const { metric, value, valueTo, unit: said, qualifier, scope, of } = timed.figure;
  return says(value, {
    deal: timed.deal,
    metric,
    valueTo: valueTo ?? null,
    unit: said,
    qualifier,
    scope: scope === "reference" ? "whole" : scope,
    ...(of !== undefined && { of }),
  });
};

describe("a figure stated as it was in force on the article's day", () => {
  const growing = fc
    .tuple(money, money, day, fc.integer({ min: 2, max: 100 }), fc.boolean())
    .map(([first, second, date, gap, ends]) =>
      fakeDeal({
        events: [
          event(date, "announced", figure(first)),
          event(addDays(date, gap), "announced", figure(second)),
          ...(ends ? [event(addDays(date, 2 * gap), "terminated")] : []),
        ],
      }),
    );
  const asOf = "2027-12-31";

  it("is confirmed or outdated", () => {
    fc.assert(
      fc.property(growing, fc.integer({ min: 0, max: 250 }), (deal, count) => {
        const published = addDays(deal.events[0]?.date ?? asOf, count);
        for (const timed of figuresInForce(deal, published, fakeIndex())) {
          const { verdict } = judge(quoting(timed), deal, { index: fakeIndex([deal]), published, asOf });
          expect(["confirmed", "outdated"]).toContain(verdict);
        }
      }),
    );
  });

  it("and times ten is a slip of scale, unless the deal has had that figure too", () => {
    fc.assert(
      fc.property(growing, (deal) => {
        const published = deal.events[0]?.date ?? asOf;
        const index = fakeIndex([deal]);
        const [first = 0, second = 0] = deal.events.flatMap(({ figures }) => figures.map(({ value }) => value));
        fc.pre(Math.abs(first * 10 - second) > 0.02 * second);
        const said = says(first * 10, { step: stepOf(first * 10) });
        expect(judge(said, deal, { index, published, asOf })).toMatchObject({
          verdict: "discrepancy",
          reason: "scale",
          factor: 10,
          against: { value: first },
        });
      }),
    );
  });
});

describe("the dataset's own figures", () => {
  const folder = join(import.meta.dirname, "../../data/deals");
  const deals = readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => Deal.parse(parse(readFileSync(join(folder, name), "utf8"))));
  const index = fakeIndex(deals);

  it("are there", () => {
    expect(deals.length).toBeGreaterThan(100);
  });

  // Reference figures are no terms of the deal, and are compared with nothing.
  const stated = deals.flatMap((deal) =>
    deal.events.flatMap(({ date }) =>
      figuresInForce(deal, date, index)
        .filter(({ figure: { scope }, from }) => from === date && scope !== "reference")
        .map((timed) => ({ deal, timed, date })),
    ),
  );

  it("are confirmed or outdated in an article of the event's day", () => {
    const wrong = stated.flatMap(({ deal, timed, date }) => {
      const { verdict, reason } = judge(quoting(timed), deal, { index, published: date, asOf: "2026-11-22" });
      const right = verdict === "confirmed" || verdict === "outdated";
      return right ? [] : [`${deal.id} ${date} ${timed.figure.metric} ${timed.figure.value}: ${verdict} ${reason}`];
    });
    expect(wrong).toEqual([]);
  });

  it("are never a discrepancy in later articles that put them in the past", () => {
    const wrong = stated.flatMap(({ deal, timed, date }) => {
      const statement = { ...quoting(timed), historical: true };
      const { verdict } = judge(statement, deal, { index, published: addDays(date, 200), asOf: "2026-11-22" });
      return verdict === "discrepancy" ? [`${deal.id} ${date} ${timed.figure.metric} ${timed.figure.value}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
