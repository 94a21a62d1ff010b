import { describe, expect, it } from "vitest";
import { claimsOf, readArticle } from "../read.fake.ts";

const claims = (text: string, published = "2026-02-21"): string[] => claimsOf(text.split("¶"), { published });

describe("which deal a figure is of", () => {
  it.each([
    [
      "the round whose letter is named",
      "Umbra raised $13 billion in its Series F round.",
      ["umbra-2025-series-f amount: $13 billion confirmed"],
    ],
    [
      "the one that the sentence before was about",
      "Dunmore invests $50 billion in Borealis.¶The investment of $50 billion is its largest.",
      ["dunmore-borealis-2026 amount: $50 billion confirmed", "dunmore-borealis-2026 amount: $50 billion confirmed"],
    ],
    [
      "a listing, by its word",
      "Tamarind raised $4.6 billion in its IPO.",
      ["tamarind-2026-ipo amount: $4.6 billion confirmed"],
    ],
    [
      "a programme, by its own name",
      "Lodestar costs $500 billion.",
      ["orchard-lodestar-2025 amount: $500 billion confirmed"],
    ],
  ])("is told by %s", (_, text, expected) => {
    expect(claims(text)).toEqual(expected);
  });

  it.each([
    ["whose letter is another's", "Series H brought Umbra $31 billion."],
    ["with a common word for its name", "The lodestar of thrift costs $500 billion."],
    ["that is still far away", "Tamarind raised $9 billion in bonds."],
  ])("is not one %s", (_, text) => {
    expect(claims(text).filter((claim) => !claim.endsWith("unverified"))).toEqual([]);
  });
});

describe("a number that a replaced deal never had", () => {
  it.each([
    ["Acme invests £30 billion in Borealis.", "acme-borealis-2026 amount: £30 billion discrepancy currency"],
    ["Acme invests $45 billion in Borealis.", "acme-borealis-2026 amount: $45 billion discrepancy value"],
    ["Acme put $50 billion into Borealis.", "acme-borealis-2026 amount: $50 billion discrepancy party"],
  ])("is said of the deal in its place: %s", (text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });

  it.each([
    [
      "it had it",
      "Acme would invest up to $100 billion in Borealis.",
      "acme-borealis-2025 amount: $100 billion outdated already-replaced",
    ],
    [
      "the text speaks of what was before",
      "Under the initial plan Acme was to invest up to $1000 billion in Borealis.",
      "acme-borealis-2025 amount: $1000 billion discrepancy scale 10",
    ],
  ])("is said of the replaced deal where %s", (_, text, claim) => {
    expect(claims(text)).toEqual([claim]);
  });
});

describe("a payment by the month", () => {
  it.each([
    ["$1.25 billion a month", ["quillon-ridgeway-2026 tranche: $1.25 billion confirmed"]],
    ["$12.5 billion a month", ["quillon-ridgeway-2026 tranche: $12.5 billion discrepancy scale 10"]],
    ["over $40 billion", ["quillon-ridgeway-2026 amount: $40 billion confirmed"]],
    ["$1.5 billion a month", []],
    ["$20 a month", []],
  ])("belongs to the deal that has it: Quillon pays Ridgeway %s", (sum, expected) => {
    expect(claims(`Quillon pays Ridgeway ${sum} for computing capacity.`)).toEqual(expected);
  });
});

describe("a payment by the month, behind the sentence that names its deal", () => {
  const before =
    "Quillon rents capacity from Ridgeway.¶It rained all day long, and in the evening it was raining still.";

  it("is the deal's where it is the record's to the last digit", () => {
    expect(claims(`${before} A month costs $1.25 billion.`)).toEqual([
      "quillon-ridgeway-2026 tranche: $1.25 billion confirmed",
    ]);
  });

  it("is nobody's where it is only near it", () => {
    expect(claims(`${before} A month costs $1.2 billion.`)).toEqual([]);
  });
});

describe("money beside one gigawatt", () => {
  const before = "2025-10-01";

  it.each([
    ["Acme says of its letter of intent with Borealis that 1 gigawatt costs $50 billion."],
    ["Acme, which has a deal with Borealis, spends $30 billion on one gigawatt of capacity."],
  ])("is what such a one costs, and no deal's: %s", (text) => {
    expect(claims(text, before)).toEqual([]);
  });

  it.each([
    ["the first of a deal", "Acme invests $10 billion in Borealis for the first 1 gigawatt.", "tranche: $10 billion"],
    ["ten of them", "Acme invests up to $100 billion in Borealis to deploy 10 gigawatts.", "amount: $100 billion"],
  ])("is the deal's beside %s", (_, text, start) => {
    expect(claims(text, before)[0]).toContain(`acme-borealis-2025 ${start}`);
  });
});

describe("what a takeover's target is valued at", () => {
  it("is its price, where the record has no valuation", () => {
    expect(claims("Estuary bought Fathom in a deal that values it at €3.8 billion.", "2025-07-02")).toEqual([
      "estuary-fathom-2025 amount: €3.8 billion confirmed",
    ]);
  });

  it("is a valuation, where it raises money", () => {
    expect(readArticle("The round values Umbra at $380 billion.").claims[0]?.metric).toBe("valuation");
  });
});

describe("words for something else", () => {
  it.each([
    ["revenue right before the figure", "Umbra's annual revenue is $27 billion."],
    ["a market value", "Umbra has a market capitalisation of $27 billion."],
    ["a comparison", "Umbra uses as much as the $27 billion plant."],
  ])("keep a figure from being a deal's: %s", (_, text) => {
    expect(claims(text)).toEqual([]);
  });

  it.each([
    ["revenue of another figure", "Umbra, with revenue of $9 billion, raised $27 billion in a round."],
    ["revenue told of after it", "Umbra raised $27 billion in capital, its revenue grew."],
  ])("do not where they are said of another: %s", (_, text) => {
    expect(claims(text)).toEqual(["umbra-2026-series-g amount: $27 billion confirmed"]);
  });
});
