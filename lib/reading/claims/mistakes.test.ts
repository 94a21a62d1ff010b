import { describe, expect, it } from "vitest";
import { claimsOf } from "../read.fake.ts";

describe("a company's worth given as money paid", () => {
  it.each([
    [
      "raised",
      "Borealis raised $840 billion in a funding round.",
      "borealis-2026-round amount: $840 billion discrepancy metric",
    ],
    ["raised, for short", "Umbra raised $380 billion.", "umbra-2026-series-g amount: $380 billion discrepancy metric"],
    [
      "invested",
      "Acme invests $840 billion in Borealis.",
      "borealis-2026-round amount: $840 billion discrepancy metric",
    ],
    [
      "invested, by a deal before the one that states the worth",
      "Xenia invested $135 billion in Yarrow.",
      "xenia-yarrow-2023 amount: $135 billion discrepancy metric",
    ],
  ])("is believed to be said as money %s", (_, text, claim) => {
    expect(claimsOf(text)).toEqual([claim]);
  });

  it.each([
    [
      "at a valuation",
      "Borealis raised money at an $840 billion valuation.",
      "borealis-2026-round valuation: $840 billion outdated changed-since",
    ],
    [
      "by which it is worth so much",
      "Umbra, worth $380 billion, raised money.",
      "umbra-2026-series-g valuation: $380 billion confirmed",
    ],
    [
      "for a stake worth so much",
      "Xenia's stake in Yarrow is worth $135 billion.",
      "yarrow-2025-recap equity: $135 billion confirmed",
    ],
    ["that it raised, and no other", "Umbra raised $27 billion.", "umbra-2026-series-g amount: $27 billion confirmed"],
  ])("is no mistake where money is raised %s", (_, text, claim) => {
    expect(claimsOf(text)).toEqual([claim]);
  });

  it("is believed to be a round's money, though a programme is as large", () => {
    expect(claimsOf("In a $500 billion round Orchard won new investors.", { published: "2025-01-30" })).toEqual([
      "orchard-2025-series-b amount: $500 billion discrepancy metric",
    ]);
  });

  it("is the company's beside the company, though a programme named before is as large", () => {
    const texts = ["Orchard and its partners build Lodestar.", "Orchard was last valued at $500 billion."];
    expect(claimsOf(texts, { published: "2025-01-30" })).toEqual([
      expect.stringMatching(/^orchard-2025-series-b valuation/),
    ]);
  });

  it("is told from the money raised in one sentence", () => {
    expect(claimsOf("Umbra raised $27 billion at a valuation of $380 billion.")).toEqual([
      "umbra-2026-series-g amount: $27 billion confirmed",
      "umbra-2026-series-g valuation: $380 billion confirmed",
    ]);
  });
});

describe("another payer's sum", () => {
  it.each([
    [
      "Ibex invests up to $10 billion in Juniper.",
      "2025-11-19",
      "ibex-juniper-2025 amount: $10 billion discrepancy party",
    ],
    [
      "Harrow invests up to $5 billion in Juniper.",
      "2025-11-19",
      "harrow-juniper-2025 amount: $5 billion discrepancy party",
    ],
    [
      "Dunmore put $30 billion into Borealis.",
      "2026-02-21",
      "dunmore-borealis-2026 amount: $30 billion discrepancy party",
    ],
  ])("is judged as that of the payer who is named: %s", (text, published, claim) => {
    expect(claimsOf(text, { published })).toEqual([claim]);
  });

  it.each([
    ["Ibex invests up to $5 billion in Juniper.", "2025-11-19", "ibex-juniper-2025 amount: $5 billion confirmed"],
    ["Juniper gets up to $10 billion.", "2025-11-19", "harrow-juniper-2025 amount: $10 billion confirmed"],
    ["Dunmore put $50 billion into Borealis.", "2026-02-21", "dunmore-borealis-2026 amount: $50 billion confirmed"],
  ])("is nobody's mistake where its own payer or none is named: %s", (text, published, claim) => {
    expect(claimsOf(text, { published })).toEqual([claim]);
  });
});

describe("a whole round given as one investor's part", () => {
  it.each([
    ["Acme invests $110 billion in Borealis.", "acme-borealis-2026"],
    ["Dunmore will pay $110 billion for a part of Borealis.", "dunmore-borealis-2026"],
    ["In the round Acme invests $110 billion in Borealis.", "borealis-2026-round"],
  ])("is wrong by the party: %s", (text, deal) => {
    expect(claimsOf(text)).toEqual([`${deal} amount: $110 billion discrepancy party`]);
  });

  it.each([
    ["Borealis raised $110 billion, led by Acme."],
    ["Borealis raised $110 billion in a round led by Acme."],
    ["Borealis raised, as Acme invested, $110 billion."],
    ["Borealis raised $110 billion, with Acme among the investors."],
  ])("is right where the investor only takes part: %s", (text) => {
    expect(claimsOf(text)).toEqual(["borealis-2026-round amount: $110 billion outdated changed-since"]);
  });
});

describe("a bid by several investors", () => {
  it("is that bid, and not what a round had made the company worth", () => {
    expect(claimsOf("Gambit led investors with $97.4 billion for Sable.")).toEqual([
      "gambit-sable-2026 amount: $97.4 billion confirmed",
    ]);
  });
});

describe("a list of what one company pays for others", () => {
  const list = (last: string) => claimsOf(["Wharf and its friends", "Rowan: $20 billion", last]).at(-1);

  it("tells of whoever is named, though the number is the one's before", () => {
    expect(list("Thistle: a signed agreement, $20 billion")).toBe(
      "wharf-thistle-2026 amount: $20 billion discrepancy scale 10",
    );
  });

  it("tells of the one before where nobody else is named", () => {
    expect(list("A signed agreement of $20 billion")).toBe("wharf-rowan-2026 amount: $20 billion confirmed");
  });
});

describe("a contract valued at so much", () => {
  it("is a contract, not what one of its parties is worth", () => {
    expect(
      claimsOf("The contract between Quillon and Ridgeway for computing capacity is valued at over $40 billion."),
    ).toEqual(["quillon-ridgeway-2026 amount: $40 billion confirmed"]);
  });
});

describe("a break fee given for the price", () => {
  it("is believed to be the price where nothing speaks of a fee", () => {
    expect(claimsOf("Kiso bought Lumen for $320 million.", { published: "2025-06-04" })).toEqual([
      "kiso-lumen-2025 amount: $320 million discrepancy metric",
    ]);
  });

  it.each([
    "If Kiso does not buy Lumen it pays $320 million.",
    "Kiso wants to buy Lumen and would pay a termination fee of $320 million.",
  ])("is none in %s", (text) => {
    expect(claimsOf(text, { published: "2025-06-04" })).toEqual(["kiso-lumen-2025 break-fee: $320 million confirmed"]);
  });
});

describe("a part of a round that nobody's name is on", () => {
  const said = (text: string): string[] => claimsOf(text, { published: "2026-04-02" });

  it("is not what an investor of its own record put in: that is a power of ten off", () => {
    expect(said("In the round Acme invested $3 billion in Borealis.")).toEqual([
      "acme-borealis-2026 amount: $3 billion discrepancy scale 0.1",
    ]);
  });

  it.each([
    ["nobody is named", "In its round Borealis raised over $3 billion from small investors."],
    ["the words speak of a part", "Part of the round of Borealis were $3 billion from small investors."],
  ])("is that part where %s", (_, text) => {
    expect(said(text)).toEqual(["borealis-2026-round tranche: $3 billion confirmed"]);
  });
});
