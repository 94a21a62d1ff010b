import { describe, expect, it } from "vitest";
import type { Deal, DealEvent, Figure } from "../deals/schema.ts";
import { ClaimView, type StoredClaim } from "../protocol.ts";
import { fakeClaim, fakeFigure } from "../reading/claim.fake.ts";
import { SLIPS } from "../reading/verdict/slips.ts";
import { type ClaimContext, summaryOf, viewOf } from "./claim-view.ts";
import { interfaceIn } from "./i18n.ts";
import { importInterface } from "./locales/index.ts";

await importInterface("fr");

const event = (date: string, status: DealEvent["status"], publisher: string): DealEvent => ({
  date,
  status,
  figures: [],
  sources: [{ url: `https://${publisher}.example/${date}`, publisher, date }],
});
const deals: Deal[] = [
  {
    id: "a-b-2025",
    name: "A–B letter of intent",
    kind: "investment",
    parties: [{ party: "a", role: "investor" }],
    events: [event("2025-09-22", "letter-of-intent", "first"), event("2026-02-20", "superseded", "second")],
  },
  {
    id: "a-b-2026",
    name: "A–B equity investment",
    kind: "investment",
    parties: [{ party: "a", role: "investor" }],
    events: [event("2026-02-27", "definitive", "third")],
  },
];
const context: ClaimContext = {
  deal: (id) => deals.find((deal) => deal.id === id),
  usdPerUnit: () => 1.2,
  rateMonth: (_currency, month) => month,
  currency: "none",
  published: "2026-03-01",
  asOf: "2026-11-22",
  datasetDate: "2026-11-20",
  disagreements: [],
  number: 2,
  total: 8,
};
const letter = fakeFigure({ qualifier: "up-to", status: "letter-of-intent" });
const equity = fakeFigure({ deal: "a-b-2026", value: 30e9, since: "2026-02-27", status: "definitive" });
const claim = (parts: Partial<StoredClaim> = {}): StoredClaim => ({
  ...fakeClaim({
    text: "1000 milliards de dollars",
    verdict: "discrepancy",
    reason: "scale",
    factor: 10,
    notes: ["slip:yi-billion"],
    expected: letter,
    now: equity,
    against: letter,
  }),
  ...parts,
});
const view = (parts: Partial<StoredClaim> = {}, lang = "en") => viewOf(claim(parts), context, interfaceIn(lang));

describe("viewOf", () => {
  it("says what the article says, what the record said and what it says now", () => {
    const { said, record, deal, position, dataset } = view();
    expect(said).toEqual({ label: "The article says", figure: "$1 trillion", converted: "" });
    expect(record).toEqual([
      {
        label: "The record then",
        current: false,
        line: { figure: "up to $100 billion", converted: "", detail: "amount since Sep 22, 2025 · letter of intent" },
      },
      {
        label: "The record now",
        current: true,
        line: {
          figure: "$30 billion",
          converted: "",
          detail: "A–B equity investment · amount since Feb 27, 2026 · definitive agreement",
        },
      },
    ]);
    expect(deal).toEqual({ name: "A–B letter of intent", status: "superseded" });
    expect([position, dataset]).toEqual(["2 of 8", "Dataset of Nov 20, 2026"]);
  });

  it("says a figure once that is still the same", () => {
    const { record } = view({ verdict: "confirmed", reason: null, now: { ...letter, status: "on-hold" } });
    expect(record.map((one) => [one.label, one.line.figure, one.current])).toEqual([
      ["The record says", "up to $100 billion", true],
    ]);
  });

  it("says that nothing is in force any more where the deal has ended", () => {
    const { record } = view({ verdict: "outdated", reason: "changed-since", now: null });
    expect(record.at(-1)).toMatchObject({ current: true, line: { figure: "No figure in force any more" } });
  });

  it("shows the earlier figure that a claim was held against", () => {
    const { record } = view({ expected: equity, now: equity, against: letter });
    expect(record.map((one) => [one.label, one.line.figure])).toEqual([
      ["The record then", "up to $100 billion"],
      ["The record says", "$30 billion"],
    ]);
  });

  it("has no record lines where the record holds nothing", () => {
    expect(view({ verdict: "unverified", reason: null, expected: null, now: null, against: null }).record).toEqual([]);
  });

  it("links the sources of the figures shown, newest first", () => {
    expect(view().sources.links.map((link) => link.publisher)).toEqual(["third", "first"]);
  });

  it("links the deal's latest sources where no figure is shown", () => {
    expect(view({ expected: null, now: null, against: null }).sources.links.map((link) => link.publisher)).toEqual([
      "second",
    ]);
  });

  describe("where sources disagree", () => {
    const figures = (...values: number[]): Figure[] =>
      values.map((value) => ({
        metric: "amount",
        value,
        unit: "USD",
        qualifier: "exact",
        scope: "whole",
        disputed: true,
      }));
    const [letterDeal] = deals as [Deal];
    const disputedView = (
      events: DealEvent[],
      disagreements: ClaimContext["disagreements"] = [],
      parts: Partial<StoredClaim> = { verdict: "confirmed", notes: ["disputed"] },
    ) =>
      viewOf(
        claim({ reason: null, notes: [], against: null, expected: letter, now: letter, ...parts }),
        { ...context, deal: () => ({ ...letterDeal, events }), disagreements },
        interfaceIn("en"),
      );
    const first = { ...event("2025-09-22", "letter-of-intent", "first"), figures: figures(100e9) };
    const second = { ...event("2025-10-01", "letter-of-intent", "second"), figures: figures(80e9) };

    it("says which feed says what, and links both", () => {
      const figure = { metric: "amount" as const, unit: "USD", qualifier: "exact" as const };
      const says = [
        { feed: "Dealmark", figure: { ...figure, value: 100e9 } },
        { feed: "Their deals", figure: { ...figure, value: 80e9 } },
      ];
      const { notes, sources } = disputedView(
        [first, second],
        [
          { deal: letter.deal, metric: "amount", says },
          { deal: letter.deal, metric: "valuation", says },
          { deal: "another", metric: "amount", says },
        ],
      );
      expect(notes).toEqual([
        "Sources disagree about this figure.",
        "Dealmark: $100 billion",
        "Their deals: $80 billion",
      ]);
      expect(sources.links.map(({ publisher }) => publisher)).toEqual(["first", "second"]);
    });

    it("says which figures stand beside each other in one feed's record", () => {
      expect(disputedView([{ ...first, figures: figures(100e9, 80e9) }]).notes).toEqual([
        "Sources disagree about this figure.",
        "$100 billion · $80 billion",
      ]);
    });

    it("says so where a third figure is not held against either", () => {
      const { summary, notes } = disputedView([{ ...first, figures: figures(100e9, 80e9) }], [], {
        verdict: "unverified",
      });
      expect([summary, notes]).toEqual(["Sources disagree about this figure.", ["$100 billion · $80 billion"]]);
    });

    it.each<[string, DealEvent[], Partial<StoredClaim>]>([
      ["what was disputed has been replaced", [{ ...first, date: "2025-01-01", figures: figures(100e9, 80e9) }], {}],
      ["another metric is disputed", [{ ...first, figures: figures(100e9, 80e9) }], { metric: "valuation" }],
    ])("says nothing of it where %s", (_, events, parts) => {
      const { summary, notes } = disputedView(events, [], { verdict: "unverified", ...parts });
      expect(notes).toEqual([]);
      expect(summary).not.toContain("disagree");
    });

    it("says no more where there is no other figure", () => {
      expect(disputedView([first]).notes).toEqual(["Sources disagree about this figure."]);
    });
  });

  it.each(["en", "fr"])("fits the message's schema in %s", (lang) => {
    const composed = view({ notes: ["disputed", "slip:yi-billion", "unheard-of"] }, lang);
    expect(ClaimView.parse(composed)).toEqual(composed);
    expect(composed.notes).toHaveLength(1);
  });

  it("falls back to the deal's id where the dataset has lost it", () => {
    expect(view({ deal: "gone-2020" }).deal).toEqual({ name: "gone-2020", status: "" });
  });
});

describe("summaryOf", () => {
  it.each<[Partial<StoredClaim>, string]>([
    [{}, "10 times too large. Likely cause: 亿 (10⁸) read as a billion (10⁹)."],
    [
      { factor: 0.001, notes: ["slip:billion-million"] },
      "1,000 times too small. Likely cause: billions became millions.",
    ],
    [{ notes: [] }, "10 times too large."],
    [{ reason: "currency" }, "The number is right, the currency is not."],
    [{ reason: "party" }, "This is another party’s figure, or the whole deal’s."],
    [{ verdict: "confirmed", reason: null }, "The record says the same."],
    [{ verdict: "outdated", reason: "changed-since" }, "Right when published. The record has changed since."],
    [{ verdict: "outdated", reason: "already-replaced" }, "Already replaced when the article appeared."],
    [
      { verdict: "outdated", reason: "already-replaced", historical: true },
      "An earlier figure, and the article says so.",
    ],
    [{ verdict: "outdated", reason: "undated" }, "An earlier figure of this deal. The article names no date."],
  ])("explains %j as %j", (parts, words) => {
    expect(summaryOf(claim(parts), interfaceIn("en"))).toBe(words);
  });

  it("writes its sentences together where the script knows no spaces", async () => {
    const said = summaryOf(claim(), await importInterface("zh-CN"));
    expect(said).toBe("是正确数值的 10 倍。可能的原因：把“亿”（10⁸）当成了 billion（10⁹）。");
  });

  it("has words for every slip that reading can name", () => {
    for (const { code } of SLIPS) {
      expect([code, summaryOf(claim({ notes: [code] }), interfaceIn("en"))]).toEqual([
        code,
        expect.stringContaining("Likely cause"),
      ]);
    }
  });
});
