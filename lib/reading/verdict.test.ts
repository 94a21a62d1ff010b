import { describe, expect, it } from "vitest";
import type { Deal, Status } from "../deals/schema.ts";
import type { Judgement, Statement } from "./types.ts";
import { BN, event, fakeDeal, fakeIndex, figure, says } from "./verdict/record.fake.ts";
import { judge } from "./verdict.ts";

type Asked = { published?: string | null; asOf?: string; among?: Deal[]; lang?: string };

/** The judgement of a statement about `deal`, by default of an article of June 2025 read at the end of 2026. */
function verdictOn(
  statement: Statement,
  deal: Deal,
  { published = "2025-06-15", asOf = "2026-12-31", among = [], lang }: Asked = {},
) {
  return judge(statement, deal, { index: fakeIndex([deal, ...among]), published, asOf, lang });
}

/** In short: "outdated changed-since". */
const short = ({ verdict, reason }: Judgement): string => (reason === null ? verdict : `${verdict} ${reason}`);

/** 10 billion in January 2025, 20 in May, 40 in September. */
const growing = fakeDeal({
  events: [
    event("2025-01-10", "announced", figure(10 * BN)),
    event("2025-05-10", "announced", figure(20 * BN)),
    event("2025-09-10", "closed", figure(45 * BN)),
  ],
});

describe("with nothing to compare with", () => {
  it.each([
    ["another metric", says(20 * BN, { metric: "debt" })],
    ["a part", says(20 * BN, { metric: "tranche", scope: "part" })],
    ["a year", says(20 * BN, { scope: "yearly" })],
    ["a condition", says(20 * BN, { scope: "condition" })],
    ["another kind of unit", says(20 * BN, { unit: "W", metric: "power" })],
    ["a currency without a rate", says(20 * BN, { unit: "XXX" })],
  ])("a statement of %s is unverified", (_, statement) => {
    expect(verdictOn(statement, growing)).toMatchObject({ verdict: "unverified", reason: null, against: null });
  });

  it("is so before the deal's first event", () => {
    expect(short(verdictOn(says(99 * BN), growing, { asOf: "2025-01-09" }))).toBe("unverified");
  });

  it("never compares with reference figures", () => {
    const deal = fakeDeal({ events: [event("2025-01-10", "announced", figure(20 * BN, { scope: "reference" }))] });
    expect(short(verdictOn(says(20 * BN), deal))).toBe("unverified");
    expect(short(verdictOn(says(200 * BN), deal))).toBe("unverified");
  });
});

describe("by the figures in force", () => {
  it.each([
    [20 * BN, {}, "outdated changed-since"],
    [20 * BN, { asOf: "2025-08-01" }, "confirmed"],
    [10 * BN, {}, "outdated already-replaced"],
    [45 * BN, {}, "confirmed"],
    [45 * BN, { asOf: "2025-08-01" }, "unverified"],
    [45 * BN, { published: "2025-09-10" }, "confirmed"],
    [10 * BN, { published: null }, "outdated undated"],
    [20 * BN, { published: null }, "outdated undated"],
    [45 * BN, { published: null }, "confirmed"],
  ] as const)("%d, %o: %s", (value, asked, expected) => {
    const statement = says(value, { explicit: false });
    expect(short(verdictOn(statement, growing, asked))).toBe(expected);
  });

  it("says what was expected, what stands now, and since when", () => {
    expect(verdictOn(says(20 * BN), growing)).toMatchObject({
      expected: { deal: growing.id, value: 20 * BN, unit: "USD", since: "2025-05-10", status: "announced" },
      now: { deal: growing.id, value: 45 * BN, since: "2025-09-10", status: "closed" },
      against: { value: 20 * BN },
    });
    expect(verdictOn(says(10 * BN), growing)).toMatchObject({
      expected: { value: 20 * BN },
      now: { value: 45 * BN },
      against: { value: 10 * BN, since: "2025-01-10" },
    });
  });

  it("expects nothing before the record begins", () => {
    expect(verdictOn(says(45 * BN), growing, { published: "2024-12-01" }).expected).toBeNull();
  });

  it("notes what the article knew before the record", () => {
    expect(verdictOn(says(45 * BN), growing).notes).toContain("ahead-of-record");
    expect(verdictOn(says(45 * BN), growing, { published: "2025-09-10" }).notes).not.toContain("ahead-of-record");
  });

  it("calls a figure that came later and went again outdated", () => {
    expect(short(verdictOn(says(20 * BN), growing, { published: "2025-03-01" }))).toBe("outdated changed-since");
  });

  it.each([
    ["2025-05-08", "outdated changed-since", "outdated changed-since"],
    ["2025-05-09", "outdated changed-since", "outdated changed-since"],
    ["2025-05-10", "outdated changed-since", "outdated changed-since"],
    ["2025-05-11", "outdated already-replaced", "outdated changed-since"],
  ])("knows on %s what happens that day and the next, and what was", (published, older, newer) => {
    expect(short(verdictOn(says(10 * BN), growing, { published }))).toBe(older);
    expect(short(verdictOn(says(20 * BN), growing, { published }))).toBe(newer);
  });

  it("says that the text itself calls a figure past", () => {
    expect(verdictOn(says(10 * BN, { historical: true }), growing)).toMatchObject({
      verdict: "outdated",
      reason: "already-replaced",
      historical: true,
    });
    expect(verdictOn(says(45 * BN, { historical: true }), growing).historical).toBe(false);
  });

  it("confirms a figure that is back in force", () => {
    const deal = fakeDeal({
      events: [
        event("2025-01-10", "announced", figure(10 * BN)),
        event("2025-05-10", "announced", figure(20 * BN)),
        event("2025-09-10", "announced", figure(10 * BN)),
      ],
    });
    expect(short(verdictOn(says(10 * BN), deal))).toBe("confirmed");
  });

  it("prefers the record's nearest figure for a hedged one", () => {
    const deal = fakeDeal({
      events: [event("2025-01-10", "announced", figure(120 * BN)), event("2025-09-10", "closed", figure(123 * BN))],
    });
    expect(short(verdictOn(says(120 * BN, { qualifier: "about" }), deal))).toBe("outdated changed-since");
    expect(short(verdictOn(says(118 * BN, { qualifier: "about" }), deal))).toBe("outdated changed-since");
  });
});

describe("valuations", () => {
  const priced = fakeDeal({
    events: [
      event(
        "2025-05-10",
        "announced",
        figure(730 * BN, { metric: "valuation-pre" }),
        figure(840 * BN, { metric: "valuation-post" }),
      ),
    ],
  });

  it.each([
    ["valuation", 730, "confirmed"],
    ["valuation", 840, "confirmed"],
    ["valuation-pre", 730, "confirmed"],
    ["valuation-post", 840, "confirmed"],
    ["valuation-pre", 840, "unverified"],
    ["valuation-post", 730, "unverified"],
    ["valuation-pre", 7300, "discrepancy scale"],
    ["valuation", 8400, "discrepancy scale"],
  ] as const)("%s of %d billion: %s", (metric, value, expected) => {
    expect(short(verdictOn(says(value * BN, { metric }), priced))).toBe(expected);
  });
});

describe("a company's standing value", () => {
  const round = (id: string, date: string, status: Status, value: number, rest: Partial<Deal> = {}) =>
    fakeDeal({ id, ...rest, events: [event(date, status, figure(value * BN, { metric: "valuation" }))] });
  const spring = round("acme-beta-2025", "2025-03-10", "closed", 60);
  const autumn = round("zeta-beta-2025", "2025-09-10", "closed", 180);
  const talks = round("eta-beta-2025", "2025-05-10", "in-talks", 100);
  const merger = round("beta-kappa-2025", "2025-05-10", "closed", 300, { kind: "merger" });
  const among = [autumn, talks, merger];
  const standing = (value: number, published: string) =>
    short(verdictOn(says(value * BN, { metric: "valuation", standing: true }), spring, { published, among }));

  it.each([
    [60, "2025-06-15", "confirmed"],
    [60, "2025-09-09", "outdated changed-since"],
    [60, "2025-12-15", "outdated already-replaced"],
    [180, "2025-12-15", "confirmed"],
    [180, "2025-06-15", "confirmed"],
    [600, "2025-06-15", "discrepancy scale"],
    [75, "2025-06-15", "unverified"],
    [300, "2025-06-15", "unverified"],
  ])("%d billion on %s: %s", (value, published, expected) => {
    expect(standing(value, published)).toBe(expected);
  });

  it("is not that of talks, which replace nothing", () => {
    expect(standing(60, "2025-05-20")).toBe("confirmed");
    expect(standing(100, "2025-05-20")).toBe("unverified");
    const ofTalks = (published: string) =>
      short(
        verdictOn(says(100 * BN, { metric: "valuation", standing: true, deal: talks.id }), talks, {
          published,
          among: [spring, autumn],
        }),
      );
    expect(ofTalks("2025-05-20")).toBe("confirmed");
    expect(ofTalks("2025-12-15")).toBe("outdated already-replaced");
  });

  it("is not what the text itself calls past", () => {
    const past = says(60 * BN, { metric: "valuation", standing: true, historical: true });
    expect(short(verdictOn(past, spring, { published: "2025-12-15", among }))).toBe("confirmed");
  });

  it("names the round that replaced it", () => {
    const statement = says(60 * BN, { metric: "valuation", standing: true });
    expect(verdictOn(statement, spring, { published: "2025-12-15", among })).toMatchObject({
      expected: { deal: autumn.id, value: 180 * BN },
      now: { deal: autumn.id, value: 180 * BN },
      against: { deal: spring.id, value: 60 * BN },
    });
  });

  it("stated as a round's is judged against that round", () => {
    const statement = says(60 * BN, { metric: "valuation" });
    expect(short(verdictOn(statement, spring, { published: "2025-12-15", among }))).toBe("confirmed");
  });
});

describe("parts and wholes", () => {
  const deal = fakeDeal({
    events: [
      event(
        "2025-05-10",
        "announced",
        figure(100 * BN, { qualifier: "up-to" }),
        figure(10 * BN, { metric: "tranche", scope: "part" }),
        figure(3 * BN, { scope: "yearly" }),
        figure(7 * BN, { metric: "tranche", scope: "party", of: "acme" }),
        figure(2 * BN, { metric: "tranche", scope: "party", of: "gamma" }),
        figure(60 * BN, { scope: "cumulative" }),
        figure(10 * BN, { metric: "power", unit: "W" }),
        figure(1 * BN, { metric: "power", unit: "W", scope: "part" }),
      ),
    ],
    parties: [
      { party: "acme", role: "investor" },
      { party: "gamma", role: "investor" },
      { party: "beta", role: "investee" },
    ],
  });

  it.each([
    ["the whole", says(100 * BN), "confirmed"],
    ["a part, for the part", says(10 * BN, { metric: "tranche", scope: "part" }), "confirmed"],
    ["a part, for the whole", says(10 * BN), "discrepancy scale"],
    ["a part, where the sentence may be of it", says(10 * BN, { explicit: false }), "unverified"],
    ["the whole, for a part", says(100 * BN, { metric: "tranche", scope: "part" }), "discrepancy scale"],
    ["a year's", says(3 * BN, { scope: "yearly" }), "confirmed"],
    ["a year's, for a part", says(3 * BN, { scope: "part" }), "unverified"],
    ["a party's", says(7 * BN, { scope: "party", of: "acme" }), "confirmed"],
    ["a party's, unnamed", says(7 * BN, { scope: "party" }), "confirmed"],
    ["a party's, for a part", says(7 * BN, { metric: "tranche", scope: "part" }), "confirmed"],
    ["another party's", says(2 * BN, { scope: "party", of: "acme" }), "discrepancy party"],
    ["the whole, for a party's", says(100 * BN, { scope: "party", of: "acme" }), "discrepancy party"],
    ["a sum over deals", says(60 * BN, { scope: "cumulative" }), "confirmed"],
    ["a sum over deals, for the whole", says(60 * BN), "unverified"],
    ["a site's power", says(1 * BN, { metric: "power", unit: "W" }), "confirmed"],
    ["an unknown site's power", says(0.1 * BN, { metric: "power", unit: "W" }), "unverified"],
    [
      "a part ten times too large",
      says(100 * BN, { metric: "tranche", scope: "part", explicit: false }),
      "discrepancy scale",
    ],
    ["a part ten times too small", says(BN, { metric: "tranche", scope: "part" }), "discrepancy scale"],
    ["a tenth of a part, told loosely", says(BN, { metric: "tranche", scope: "part", explicit: false }), "unverified"],
    ["an unknown part", says(4 * BN, { metric: "tranche", scope: "part" }), "unverified"],
  ])("%s: %s", (_, statement, expected) => {
    expect(short(verdictOn(statement, deal))).toBe(expected);
  });

  it("take one party's deal for its share", () => {
    const own = fakeDeal({ events: [event("2025-05-10", "announced", figure(100 * BN))] });
    expect(short(verdictOn(says(100 * BN, { scope: "party", of: "acme" }), own))).toBe("confirmed");
    expect(short(verdictOn(says(100 * BN, { scope: "party", of: "beta" }), own))).toBe("unverified");
  });

  it.each([
    ["share-price", "USD", 23.25],
    ["stake", "%", 12],
    ["break-fee", "USD", 5.8 * BN],
    ["equity", "USD", 5.8 * BN],
  ] as const)("a %s may be one side's without saying so", (metric, unit, value) => {
    const sided = fakeDeal({
      events: [event("2025-05-10", "announced", figure(value, { metric, unit, scope: "party", of: "acme" }))],
    });
    expect(short(verdictOn(says(value, { metric, unit }), sided))).toBe("confirmed");
    expect(short(verdictOn(says(value, { metric, unit, of: "beta" }), sided))).not.toBe("confirmed");
  });
});

describe("an earlier figure itself", () => {
  const deal = fakeDeal({
    events: [
      event("2024-12-18", "announced", figure(28, { metric: "stake", unit: "%" })),
      event(
        "2025-05-10",
        "announced",
        figure(42.4, { metric: "stake", unit: "%" }),
        figure(26.77, { metric: "stake", unit: "%", scope: "part" }),
      ),
    ],
  });

  it.each([
    ["rather than at most a part", 28, "up-to", "outdated already-replaced"],
    ["but not rather than the part itself", 26.77, "exact", "confirmed"],
    ["but not where it is not the figure itself", 27.5, "up-to", "confirmed"],
  ] as const)("is meant %s: %d, %s: %s", (_, value, qualifier, verdict) => {
    expect(short(verdictOn(says(value, { metric: "stake", unit: "%", qualifier }), deal))).toBe(verdict);
  });
});

describe("equity and enterprise value", () => {
  const bid = fakeDeal({
    kind: "acquisition",
    parties: [
      { party: "acme", role: "acquirer" },
      { party: "beta", role: "target" },
    ],
    events: [
      event(
        "2025-05-10",
        "definitive",
        figure(82.7 * BN, { basis: "enterprise" }),
        figure(72 * BN, { metric: "equity", qualifier: "about" }),
      ),
    ],
  });

  it.each([
    ["amount", 82.7, "confirmed"],
    ["amount", 72, "confirmed"],
    ["equity", 72, "confirmed"],
    ["equity", 82.7, "unverified"],
    ["amount", 827, "discrepancy scale"],
  ] as const)("%s of %d billion: %s", (metric, value, expected) => {
    expect(short(verdictOn(says(value * BN, { metric }), bid))).toBe(expected);
  });

  it("leave nothing to contradict by value where both were in force", () => {
    const both = fakeDeal({
      kind: "acquisition",
      events: [
        event(
          "2025-05-10",
          "definitive",
          figure(60 * BN, { basis: "equity" }),
          figure(64 * BN, { basis: "enterprise" }),
        ),
      ],
    });
    expect(short(verdictOn(says(75 * BN), both))).toBe("unverified");
  });
});

describe("disputed figures", () => {
  const disputed = fakeDeal({
    events: [
      event("2025-05-10", "announced", figure(100 * BN, { disputed: true }), figure(61 * BN, { disputed: true })),
    ],
  });

  it.each([
    [100, "confirmed"],
    [61, "confirmed"],
    [80, "unverified"],
    [610, "discrepancy scale"],
  ])("%d billion: %s", (value, expected) => {
    expect(short(verdictOn(says(value * BN), disputed))).toBe(expected);
  });

  it("say so", () => {
    expect(verdictOn(says(100 * BN), disputed).notes).toContain("disputed");
  });
});

describe("other currencies", () => {
  const dollars = fakeDeal({ events: [event("2025-09-10", "announced", figure(120 * BN))] });
  const both = fakeDeal({
    events: [event("2025-05-10", "announced", figure(120 * BN), figure(90 * BN, { unit: "EUR" }))],
  });
  const euros = (value: number, rest: Partial<Statement> = {}) => says(value * BN, { unit: "EUR", ...rest });

  it.each([
    ["at the article's month", euros(100), "confirmed"],
    ["at the event's month", euros(80), "confirmed"],
    ["within 5 %", euros(104), "confirmed"],
    ["the same number", euros(120), "discrepancy currency"],
    ["the same number, the currency assumed", euros(120, { unitAssumed: true }), "unverified"],
    ["ten times too much", euros(1000), "discrepancy scale"],
    ["a little off", euros(108, { explicit: true }), "unverified"],
    ["far off", euros(300), "discrepancy value"],
  ])("%s: %s", (_, statement, expected) => {
    expect(short(verdictOn(statement, dollars, { published: "2025-10-15" }))).toBe(expected);
  });

  it("are noted", () => {
    expect(verdictOn(euros(100), dollars).notes).toContain("converted");
    expect(verdictOn(says(120 * BN), dollars).notes).not.toContain("converted");
  });

  it("do not matter where the record states the text's own", () => {
    expect(short(verdictOn(euros(90), both))).toBe("confirmed");
    expect(verdictOn(euros(90), both).notes).not.toContain("converted");
    expect(short(verdictOn(euros(100), both))).not.toBe("confirmed");
  });
});

describe("scale", () => {
  const hundred = fakeDeal({ events: [event("2025-05-10", "announced", figure(100 * BN, { qualifier: "up-to" }))] });

  it.each([
    [1000 * BN, 10, "slip:yi-billion"],
    [10 * BN, 0.1, "slip:lost-digit"],
    [10_000 * BN, 100, "slip:extra-digit"],
    [100_000 * BN, 1000, "slip:billion-trillion"],
    [0.1 * BN, 0.001, "slip:billion-million"],
    [1e17, 1e6, "slip:extra-scale-word"],
    [1e5, 1e-6, "slip:lost-scale-word"],
    [1e19, 1e8, "slip:extra-scale-word"],
    [1000, 1e-8, "slip:lost-scale-word"],
    [100, 1e-9, "slip:lost-scale-word"],
  ])("%d for 100 billion", (value, factor, slip) => {
    const judgement = verdictOn(says(value), hundred, { lang: "en" });
    expect(judgement).toMatchObject({ verdict: "discrepancy", reason: "scale", expected: { value: 100 * BN } });
    expect(judgement.factor).toBeCloseTo(factor, 12);
    expect(judgement.notes).toContain(slip);
  });

  it("is not of a figure that lost all its digits: no power of ten explains a 0", () => {
    const judgement = verdictOn(says(0), hundred, { lang: "ja" });
    expect(judgement).toMatchObject({ verdict: "discrepancy", reason: "value", factor: null });
    expect(judgement.notes).toContain("slip:lost-digits");
  });

  it.each([
    ["tentative", says(1000 * BN, { tentative: true })],
    ["historical", says(1000 * BN, { historical: true })],
    ["hedged", says(1000 * BN, { qualifier: "over" })],
    ["not in the deal's own sentence", says(1000 * BN, { explicit: false })],
  ])("is told of a statement that is %s", (_, statement) => {
    expect(short(verdictOn(statement, hundred))).toBe("discrepancy scale");
  });

  it.each([
    ["13 times", says(1300 * BN)],
    ["10,000 times", says(1_000_000 * BN)],
    ["a tenth of the stake", says(1, { metric: "stake", unit: "%" })],
    ["a tenth of the term", says(1, { metric: "term", unit: "year" })],
    ["a tenth of the power", says(1 * BN, { metric: "power", unit: "W" })],
    ["a tenth of the count", says(1, { metric: "count", unit: "count" })],
  ])("is not: %s", (_, statement) => {
    const many = fakeDeal({
      events: [
        event(
          "2025-05-10",
          "announced",
          figure(100 * BN),
          figure(10, { metric: "stake", unit: "%" }),
          figure(10, { metric: "term", unit: "year" }),
          figure(10 * BN, { metric: "power", unit: "W" }),
          figure(10, { metric: "count", unit: "count" }),
        ),
      ],
    });
    expect(short(verdictOn(statement, many))).not.toBe("discrepancy scale");
  });

  it("is told of power that is ten times the whole", () => {
    const power = fakeDeal({
      events: [event("2025-05-10", "announced", figure(10 * BN, { metric: "power", unit: "W" }))],
    });
    expect(short(verdictOn(says(100 * BN, { metric: "power", unit: "W" }), power))).toBe("discrepancy scale");
  });

  it("is not told where another figure of the deal agrees", () => {
    const deal = fakeDeal({
      events: [
        event("2020-05-10", "announced", figure(1 * BN)),
        event("2024-05-10", "announced", figure(10 * BN)),
        event("2025-05-10", "announced", figure(13 * BN)),
      ],
    });
    expect(short(verdictOn(says(10 * BN), deal))).toBe("outdated already-replaced");
  });

  it("is not told of a number that is the whole round's", () => {
    const round = fakeDeal({ id: "beta-2025-round", events: [event("2025-08-10", "closed", figure(200 * BN))] });
    const part = fakeDeal({
      partOf: round.id,
      events: [event("2025-05-10", "announced", figure(20 * BN, { qualifier: "up-to" }))],
    });
    expect(short(verdictOn(says(200 * BN), part, { among: [round] }))).toBe("unverified");
    expect(short(verdictOn(says(200 * BN), { ...part, partOf: undefined }, { among: [round] }))).toBe(
      "discrepancy scale",
    );
  });

  it("is not told of an older round figure, by one digit's likeness", () => {
    const deal = fakeDeal({
      events: [
        event("2020-05-10", "announced", figure(1 * BN)),
        event("2024-05-10", "announced", figure(13 * BN), figure(10 * BN, { metric: "tranche", scope: "part" })),
      ],
    });
    expect(short(verdictOn(says(10 * BN), deal))).toBe("unverified");
  });

  it("is told of an older figure by several digits", () => {
    expect(short(verdictOn(says(450 * BN), growing))).toBe("discrepancy scale");
    expect(short(verdictOn(says(450 * BN, { explicit: false }), growing))).toBe("unverified");
  });
});

describe("unit", () => {
  const power = fakeDeal({
    events: [event("2025-05-10", "announced", figure(10 * BN, { metric: "power", unit: "W" }))],
  });
  const dollars = says(10 * BN, { metric: "power" });

  it("is wrong where the number is right", () => {
    expect(verdictOn(dollars, power)).toMatchObject({ verdict: "discrepancy", reason: "unit", against: { unit: "W" } });
  });

  it.each([
    ["another number", says(12 * BN, { metric: "power" })],
    ["an assumed unit", { ...dollars, unitAssumed: true }],
    ["another sentence", { ...dollars, explicit: false }],
  ])("is not, with %s", (_, statement) => {
    expect(short(verdictOn(statement, power))).toBe("unverified");
  });
});

describe("party", () => {
  const pledge = (id: string, investor: string, value: number, rest: Partial<Deal> = {}, day = "2025-05-10") =>
    fakeDeal({
      id,
      parties: [
        { party: investor, role: "investor" },
        { party: "beta", role: "investee" },
      ],
      events: [event(day, "announced", figure(value * BN, { qualifier: "up-to" }))],
      ...rest,
    });
  const acme = pledge("acme-beta-2025", "acme", 12);
  const gamma = pledge("gamma-beta-2025", "gamma", 5);
  const round = fakeDeal({
    id: "beta-2025-round",
    kind: "funding-round",
    parties: [
      { party: "beta", role: "investee" },
      { party: "acme", role: "investor" },
      { party: "gamma", role: "investor" },
    ],
    events: [
      event("2025-05-10", "announced", figure(66 * BN), figure(BN, { metric: "tranche", scope: "party", of: "gamma" })),
    ],
  });
  const acmePart = pledge("acme-beta-2025", "acme", 12, { partOf: round.id });

  it("is wrong where two pledges of one announcement are swapped", () => {
    const judgement = verdictOn(says(5 * BN, { of: "acme" }), acme, { among: [gamma] });
    expect(judgement).toMatchObject({ reason: "party", against: { deal: gamma.id, value: 5 * BN } });
    expect(short(verdictOn(says(12 * BN, { of: "gamma", deal: gamma.id }), gamma, { among: [acme] }))).toBe(
      "discrepancy party",
    );
  });

  it.each([
    ["no party is named", says(5 * BN)],
    ["the recipient is named", says(5 * BN, { of: "beta" })],
    ["the text is tentative", says(5 * BN, { of: "acme", tentative: true })],
    ["both are added up", says(17 * BN)],
    ["the other's is a part's number too", says(5 * BN, { scope: "part", metric: "tranche" })],
  ])("is not, where %s", (_, statement) => {
    expect(short(verdictOn(statement, acme, { among: [gamma] }))).toBe("unverified");
  });

  it("is not, for deals announced at other times", () => {
    const later = pledge("gamma-beta-2025", "gamma", 5, {}, "2025-06-20");
    expect(short(verdictOn(says(5 * BN, { of: "acme" }), acme, { among: [later] }))).not.toBe("discrepancy party");
  });

  it("is wrong where one party is given the whole round", () => {
    expect(verdictOn(says(66 * BN, { of: "acme" }), acmePart, { among: [round] })).toMatchObject({
      reason: "party",
      against: { deal: round.id },
    });
    expect(short(verdictOn(says(66 * BN, { of: "gamma", deal: round.id }), round, { among: [acmePart] }))).toBe(
      "discrepancy party",
    );
    expect(short(verdictOn(says(66 * BN, { of: "acme", deal: round.id }), round, { among: [acmePart] }))).toBe(
      "discrepancy party",
    );
  });

  it.each([
    ["nobody is named as paying", says(66 * BN)],
    ["the recipient is named", says(66 * BN, { of: "beta" })],
    ["the text is tentative", says(66 * BN, { of: "gamma", tentative: true })],
    ["the names stand in another sentence", says(66 * BN, { of: "gamma", explicit: false })],
  ])("is not, for a round's whole, where %s", (_, statement) => {
    expect(short(verdictOn({ ...statement, deal: round.id }, round, { among: [acmePart] }))).toBe("confirmed");
  });

  it("is wrong where a share has another company's price to the cent", () => {
    const merger = fakeDeal({
      kind: "merger",
      events: [event("2025-05-10", "closed", figure(526.59, { metric: "share-price", scope: "party", of: "acme" }))],
    });
    const price = (of: string) => says(526.59, { metric: "share-price", of });
    expect(short(verdictOn(price("beta"), merger))).toBe("discrepancy party");
    expect(short(verdictOn(price("acme"), merger))).toBe("confirmed");
  });
});

describe("metric", () => {
  const sale = fakeDeal({
    events: [event("2025-05-10", "announced", figure(6.6 * BN), figure(510 * BN, { metric: "valuation" }))],
  });
  const later = fakeDeal({
    id: "acme-beta-2026",
    events: [event("2025-05-20", "closed", figure(135 * BN, { metric: "equity" }))],
  });

  it.each([
    ["a valuation, for the price", says(510 * BN), "discrepancy metric"],
    ["the price, for a valuation", says(6.6 * BN, { metric: "valuation" }), "discrepancy metric"],
    ["a valuation, tentatively", says(510 * BN, { tentative: true }), "unverified"],
    ["a valuation, of the past", says(510 * BN, { historical: true }), "discrepancy metric"],
    [
      "a valuation, of the past, in another sentence",
      says(510 * BN, { historical: true, explicit: false }),
      "unverified",
    ],
    ["a stake's worth, for what was paid", says(135 * BN), "discrepancy metric"],
    ["a stake's worth, in another sentence", says(135 * BN, { explicit: false }), "unverified"],
  ])("%s: %s", (_, statement, expected) => {
    expect(short(verdictOn(statement, sale, { among: [later] }))).toBe(expected);
  });

  it("is not wrong among payments: equity may be a share of the amount", () => {
    const deal = fakeDeal({
      events: [event("2025-05-10", "announced", figure(40 * BN), figure(33 * BN, { metric: "equity" }))],
    });
    expect(short(verdictOn(says(33 * BN), deal))).toBe("unverified");
  });
});

describe("value", () => {
  const deal = (rest: Parameters<typeof figure>[1] = {}, status: Status = "announced") =>
    fakeDeal({ events: [event("2025-05-10", status, figure(48.7 * BN, rest))] });

  it("contradicts where everything is said in one sentence and nothing is open", () => {
    expect(verdictOn(says(47.8 * BN), deal())).toMatchObject({
      verdict: "discrepancy",
      reason: "value",
      factor: null,
      expected: { value: 48.7 * BN },
      against: { value: 48.7 * BN },
    });
  });

  it.each([
    [5.65, 6.55, "discrepancy value"],
    [83.6, 86.3, "discrepancy value"],
    [24.4, 42.4, "discrepancy value"],
    [19.28, 19.82, "discrepancy value"],
    [36, 63, "unverified"],
    [65.5, 55.6, "unverified"],
    [84.6, 86.3, "unverified"],
  ])(
    "contradicts a stake of three digits or more with two neighbours in each other's place: %d for %d: %s",
    (value, recorded, verdict) => {
      const statement = says(value, { metric: "stake", unit: "%", explicit: false });
      const stake = deal({ metric: "stake", unit: "%", value: recorded });
      expect(short(verdictOn(statement, stake))).toBe(verdict);
    },
  );

  it.each([
    ["deal or metric stand elsewhere", says(38 * BN, { explicit: false }), deal()],
    ["the text is tentative", says(38 * BN, { tentative: true }), deal()],
    ["the text speaks of the past", says(38 * BN, { historical: true }), deal()],
    ["the text speaks of a part", says(38 * BN, { scope: "part" }), deal()],
    ["sources differ", says(38 * BN), deal({ disputed: true })],
    ["the record's figure is about as much", says(47 * BN), deal({ qualifier: "about" })],
    ["the record gives a bound that holds", says(33 * BN), deal({ qualifier: "up-to" })],
    ["the text gives a bound that holds", says(30 * BN, { qualifier: "over" }), deal()],
    ["there are only talks", says(38 * BN), deal({}, "in-talks")],
    [
      "the metric is told in many ways",
      says(12, { metric: "stake", unit: "%" }),
      deal({ metric: "stake", unit: "%", value: 27 }),
    ],
    [
      "there are many of the metric",
      says(12, { metric: "count", unit: "count" }),
      deal({ metric: "count", unit: "count", value: 27 }),
    ],
    ["less power may be a site's", says(8 * BN, { metric: "power", unit: "W" }), deal({ metric: "power", unit: "W" })],
    [
      "two figures were in force around that day",
      says(38 * BN),
      fakeDeal({
        events: [event("2025-05-10", "announced", figure(20 * BN)), event("2025-06-15", "announced", figure(48 * BN))],
      }),
    ],
    ["none was in force yet", says(38 * BN), fakeDeal({ events: [event("2025-09-10", "announced", figure(48 * BN))] })],
  ])("does not contradict where %s", (_, statement, record) => {
    expect(short(verdictOn(statement, record))).toBe("unverified");
  });

  it.each([
    ["talks, by half", says(20 * BN), deal({}, "in-talks")],
    ["more power than all", says(80 * BN, { metric: "power", unit: "W" }), deal({ metric: "power", unit: "W" })],
    ["a bound by less than half", says(15 * BN, { qualifier: "over" }), deal()],
    ["a floor that is too high", says(60 * BN, { qualifier: "over" }), deal()],
  ])("contradicts %s", (_, statement, record) => {
    expect(short(verdictOn(statement, record))).toBe("discrepancy value");
  });

  it.each([
    ["amount", 38],
    ["valuation", 38],
  ] as const)("does not contradict by a number that is another deal's %s", (metric, value) => {
    const other = fakeDeal({
      id: "beta-gamma-2024",
      parties: [
        { party: "beta", role: "investee" },
        { party: "gamma", role: "investor" },
      ],
      events: [event("2024-05-10", "closed", figure(value * BN, { metric }))],
    });
    expect(short(verdictOn(says(38 * BN), deal(), { among: [other] }))).toBe("unverified");
    expect(short(verdictOn(says(37 * BN), deal(), { among: [other] }))).toBe("discrepancy value");
  });

  it("does not contradict one side's value by that of a merger's two", () => {
    const merger = fakeDeal({
      kind: "merger",
      events: [event("2025-05-10", "closed", figure(1250 * BN, { metric: "valuation" }))],
    });
    expect(short(verdictOn(says(800 * BN, { metric: "valuation" }), merger))).toBe("unverified");
  });
});

describe("ended deals", () => {
  const bid = (end: Status, rest: Partial<Deal> = {}) =>
    fakeDeal({
      events: [
        event("2025-01-10", "announced", figure(10 * BN)),
        event("2025-05-10", "definitive", figure(20 * BN), figure(BN, { metric: "break-fee" })),
        event("2025-09-10", end),
      ],
      ...rest,
    });
  const next = fakeDeal({ id: "acme-beta-2026", events: [event("2025-09-10", "announced", figure(35 * BN))] });
  const after = "2025-12-15";

  it.each(["terminated", "superseded", "denied"] as const)("%s since the article are outdated", (status) => {
    expect(short(verdictOn(says(20 * BN), bid(status)))).toBe("outdated changed-since");
    expect(verdictOn(says(20 * BN), bid(status)).now).toMatchObject({ value: 20 * BN, status });
  });

  it.each([
    ["terminated", "confirmed"],
    ["denied", "confirmed"],
    ["superseded", "outdated already-replaced"],
  ] as const)("%s before the article: %s", (status, expected) => {
    expect(short(verdictOn(says(20 * BN), bid(status), { published: after }))).toBe(expected);
  });

  it("are noted, so that nobody reads a plain confirmation", () => {
    expect(verdictOn(says(20 * BN), bid("terminated"), { published: after }).notes).toContain("deal-ended");
    expect(verdictOn(says(20 * BN), bid("terminated"), { asOf: "2025-08-01" }).notes).not.toContain("deal-ended");
  });

  it("keep their older figures older", () => {
    expect(short(verdictOn(says(10 * BN), bid("terminated"), { published: after }))).toBe("outdated already-replaced");
  });

  it("keep their break fees, which fall due by ending", () => {
    const fee = says(BN, { metric: "break-fee" });
    for (const published of ["2025-06-15", after]) {
      expect(verdictOn(fee, bid("terminated"), { published })).toMatchObject({ verdict: "confirmed", notes: [] });
    }
  });

  it("are outdated where another deal took their place, whatever their status is called", () => {
    const lost = bid("terminated", { supersededBy: next.id });
    expect(short(verdictOn(says(20 * BN), lost, { published: after, among: [next] }))).toBe(
      "outdated already-replaced",
    );
  });

  it("answer with their successor's figure", () => {
    const lost = bid("superseded", { supersededBy: next.id });
    expect(verdictOn(says(20 * BN), lost, { among: [next] })).toMatchObject({
      verdict: "outdated",
      expected: { deal: lost.id, value: 20 * BN, status: "definitive" },
      now: { deal: next.id, value: 35 * BN, status: "announced" },
    });
    expect(verdictOn(says(200 * BN), lost, { among: [next] })).toMatchObject({
      reason: "scale",
      factor: 10,
      expected: { value: 20 * BN },
      now: { deal: next.id, value: 35 * BN },
    });
  });

  it("answer with their own last word where the successor has nothing to say", () => {
    const lost = bid("superseded", { supersededBy: next.id });
    const fee = says(BN, { metric: "break-fee" });
    expect(verdictOn(fee, lost, { among: [next] }).now).toMatchObject({ deal: lost.id, value: BN });
  });

  it("do not know a successor that does not exist yet", () => {
    const lost = bid("superseded", { supersededBy: next.id });
    expect(verdictOn(says(20 * BN), lost, { among: [next], asOf: "2025-08-01" })).toMatchObject({
      verdict: "confirmed",
      now: { deal: lost.id },
    });
  });

  it("follow successors of successors, and stop where they lead back", () => {
    const third = fakeDeal({
      id: "acme-beta-2027",
      supersededBy: "acme-beta-2025",
      events: [event("2025-11-10", "announced", figure(50 * BN)), event("2025-12-01", "superseded")],
    });
    const second = fakeDeal({
      id: "acme-beta-2026",
      supersededBy: third.id,
      events: [event("2025-09-10", "announced", figure(35 * BN)), event("2025-11-10", "superseded")],
    });
    const first = bid("superseded", { supersededBy: second.id });
    const open = { ...third, events: third.events.slice(0, 1) };
    expect(verdictOn(says(20 * BN), first, { among: [second, open] }).now).toMatchObject({ deal: third.id });
    expect(verdictOn(says(20 * BN), first, { among: [second, third] }).verdict).toBe("outdated");
  });

  it("go by the status on the day: some come back", () => {
    const comeback = fakeDeal({
      events: [
        event("2025-05-10", "announced", figure(20 * BN)),
        event("2025-06-01", "denied"),
        event("2025-09-10", "announced"),
      ],
    });
    expect(verdictOn(says(20 * BN), comeback)).toMatchObject({ verdict: "confirmed", notes: [] });
    expect(verdictOn(says(20 * BN), comeback, { asOf: "2025-08-01" })).toMatchObject({
      verdict: "confirmed",
      notes: ["deal-ended"],
    });
  });

  it("are undated in an undated article where another took their place", () => {
    expect(short(verdictOn(says(20 * BN), bid("superseded"), { published: null }))).toBe("outdated undated");
    expect(short(verdictOn(says(20 * BN), bid("terminated"), { published: null }))).toBe("confirmed");
  });

  it("have not ended by closing", () => {
    expect(verdictOn(says(45 * BN), growing, { published: after })).toMatchObject({ verdict: "confirmed", notes: [] });
  });
});

describe("notes on qualifiers", () => {
  const noted = (value: number, said: Statement["qualifier"], recorded: number, qualifier: Statement["qualifier"]) => {
    const deal = fakeDeal({ events: [event("2025-05-10", "announced", figure(recorded * BN, { qualifier }))] });
    const { verdict, notes } = verdictOn(says(value * BN, { qualifier: said }), deal);
    return `${verdict}${notes.includes("qualifier-differs") ? ", noted" : ""}`;
  };

  it.each([
    [100, "exact", 100, "up-to", "confirmed, noted"],
    [100, "up-to", 100, "up-to", "confirmed"],
    [100, "up-to", 100, "exact", "confirmed, noted"],
    [100, "about", 100, "exact", "confirmed"],
    [100, "over", 100, "at-least", "confirmed"],
    [100, "over", 100, "up-to", "confirmed, noted"],
    [180, "over", 183, "exact", "confirmed"],
    [180, "over", 180, "exact", "confirmed, noted"],
    [8, "under", 7, "exact", "confirmed"],
  ] as const)("%d (%s) against %d (%s): %s", (value, said, recorded, qualifier, expected) => {
    expect(noted(value, said, recorded, qualifier)).toBe(expected);
  });

  it.each([
    ["rumoured", true],
    ["in-talks", true],
    ["letter-of-intent", true],
    ["announced", false],
    ["definitive", false],
    ["closed", false],
  ] as const)("a deal that is %s binds nobody: %s", (status, expected) => {
    const deal = fakeDeal({ events: [event("2025-05-10", status, figure(20 * BN))] });
    expect(verdictOn(says(20 * BN), deal).notes.includes("non-binding")).toBe(expected);
    expect(verdictOn(says(20 * BN, { tentative: true }), deal).notes).not.toContain("non-binding");
  });

  it("an assumed unit is noted", () => {
    expect(verdictOn(says(45 * BN, { unitAssumed: true }), growing).notes).toContain("unit-assumed");
  });
});

describe("a letter of intent that gave way to a smaller investment", () => {
  const letter = fakeDeal({
    supersededBy: "acme-beta-2026",
    events: [
      event(
        "2025-09-22",
        "letter-of-intent",
        figure(100 * BN, { qualifier: "up-to" }),
        figure(10 * BN, { metric: "tranche", scope: "part" }),
      ),
      event("2026-01-30", "on-hold"),
      event("2026-02-27", "superseded"),
    ],
  });
  const equity = fakeDeal({
    id: "acme-beta-2026",
    events: [
      event("2026-01-28", "in-talks", figure(30 * BN, { qualifier: "up-to" })),
      event("2026-02-27", "announced", figure(30 * BN)),
    ],
  });

  it.each([
    [100, "2025-09-23", "outdated changed-since"],
    [100, "2026-02-20", "outdated changed-since"],
    [100, "2026-03-15", "outdated already-replaced"],
    [1000, "2026-02-20", "discrepancy scale"],
    [10, "2025-09-23", "discrepancy scale"],
  ])("%d billion on %s: %s, now 30", (value, published, expected) => {
    const judgement = verdictOn(says(value * BN), letter, { published, among: [equity] });
    expect(short(judgement)).toBe(expected);
    expect(judgement.expected).toMatchObject({ value: 100 * BN, qualifier: "up-to", since: "2025-09-22" });
    expect(judgement.now).toMatchObject({ deal: "acme-beta-2026", value: 30 * BN, since: "2026-01-28" });
  });
});
