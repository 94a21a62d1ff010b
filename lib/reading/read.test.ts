import { describe, expect, it } from "vitest";
import { claimsOf, readArticle } from "./read.fake.ts";

describe("reading", () => {
  it.each([
    [
      "a plain statement",
      "Acme will invest $30 billion in Borealis.",
      ["acme-borealis-2026 amount: $30 billion confirmed"],
    ],
    [
      "two deals in one sentence",
      "In the round Dunmore invests $50 billion in Borealis and Acme $30 billion.",
      ["dunmore-borealis-2026 amount: $50 billion confirmed", "acme-borealis-2026 amount: $30 billion confirmed"],
    ],
    [
      "a round's whole beside one investor's part",
      "Borealis raised $110 billion in a funding round in which Acme invested $30 billion.",
      [
        "borealis-2026-round amount: $110 billion outdated changed-since",
        "acme-borealis-2026 amount: $30 billion confirmed",
      ],
    ],
    [
      "a round's valuation",
      "The funding round values Borealis at $840 billion.",
      ["borealis-2026-round valuation: $840 billion outdated changed-since"],
    ],
    [
      "what replaced and what was replaced, between the same parties",
      "Acme will invest $30 billion in Borealis. It replaces the initial plan of September, under which Acme would have invested up to $100 billion in Borealis.",
      [
        "acme-borealis-2026 amount: $30 billion confirmed",
        "acme-borealis-2025 amount: $100 billion outdated already-replaced",
      ],
    ],
    [
      "a price, in all and a share",
      "Estuary bought Fathom for €3.8 billion, or €25.50 per share.",
      ["estuary-fathom-2025 amount: €3.8 billion confirmed", "estuary-fathom-2025 share-price: €25.50 confirmed"],
    ],
    [
      "a price that was raised",
      "Estuary first offered €3.1 billion for Fathom.",
      ["estuary-fathom-2025 amount: €3.1 billion outdated already-replaced"],
    ],
    [
      "a fee for breaking off",
      "Estuary would have owed Fathom a termination fee of €140 million.",
      ["estuary-fathom-2025 break-fee: €140 million confirmed"],
    ],
    [
      "what stood when a bid was given up",
      "Dunmore dropped its $6.5 billion bid for Gambit last year.",
      ["dunmore-gambit-2025 amount: $6.5 billion confirmed"],
    ],
    [
      "a price converted",
      "Estuary bought Fathom for $4.37 billion.",
      ["estuary-fathom-2025 amount: $4.37 billion confirmed"],
    ],
  ])("takes %s for what it is", (_, text, claims) => {
    expect(claimsOf(text)).toEqual(claims);
  });

  it.each([
    [
      "a power of ten",
      "Acme will invest $300 billion in Borealis.",
      ["acme-borealis-2026 amount: $300 billion discrepancy scale 10"],
    ],
    [
      "a scale word",
      "Estuary bought Fathom for €3.8 million.",
      ["estuary-fathom-2025 amount: €3.8 million discrepancy scale 0.001"],
    ],
    [
      "a currency",
      "Estuary bought Fathom for £3.8 billion.",
      ["estuary-fathom-2025 amount: £3.8 billion discrepancy currency"],
    ],
    [
      "a part given for the whole",
      "Acme signed a letter of intent in September to invest up to $10 billion in Borealis.",
      ["acme-borealis-2025 amount: $10 billion discrepancy scale 0.1"],
    ],
    [
      "investors exchanged",
      "In the round Acme invests $50 billion in Borealis and Dunmore $30 billion.",
      [
        "acme-borealis-2026 amount: $50 billion discrepancy party",
        "dunmore-borealis-2026 amount: $30 billion discrepancy party",
      ],
    ],
    [
      "another value",
      "Estuary bought Fathom for €5.2 billion.",
      ["estuary-fathom-2025 amount: €5.2 billion discrepancy value"],
    ],
  ])("finds %s wrong", (_, text, claims) => {
    const page = text.includes("letter") ? { published: "2025-09-23" } : {};
    expect(claimsOf(text, page)).toEqual(claims);
  });

  it.each([
    ["market values", "Acme, which is investing in Borealis, has a market capitalisation of $4.3 trillion."],
    ["revenue", "Borealis, in which Acme invests, had revenue of $20 billion last year."],
    ["share moves", "Shares of Acme, which invests in Borealis, rose 4.2%."],
    ["prices of a unit", "Acme says of Borealis that one gigawatt costs $50 billion per gigawatt."],
    ["price targets", "Analysts raised their price target for Acme, an investor in Borealis, to $250."],
    ["users", "Borealis, in which Acme invests, has 900 million users."],
    ["deals that are not in the dataset", "Estuary bought Harbour Mills for $12 billion."],
    ["nobody's money", "Inflation cost households $30 billion."],
  ])("makes no claim of %s", (_, text) => {
    expect(claimsOf(text)).toEqual([]);
  });

  it("goes by the day of each entry of a live blog", () => {
    const text = "Acme has signed a letter of intent to invest up to $100 billion in Borealis.";
    const before = { text, published: "2025-09-23" };
    const after = {
      text: "Acme drops its letter of intent to invest up to $100 billion in Borealis.",
      published: "2026-03-01",
    };
    expect(claimsOf([before, after], { published: "2026-03-01" })).toEqual([
      "acme-borealis-2025 amount: $100 billion outdated changed-since",
      "acme-borealis-2025 amount: $100 billion outdated already-replaced",
    ]);
  });

  it("judges an undated page as of now, and says so", () => {
    const text = "Borealis raised $110 billion in a funding round.";
    const reading = readArticle(text, { published: undefined } as never);
    expect(reading.published).toBeNull();
    expect(reading.claims.map(({ verdict, reason }) => [verdict, reason])).toEqual([["outdated", "undated"]]);
  });

  it("marks as past what the text itself puts in the past", () => {
    const [claim] = readArticle(
      "Under the initial plan, since abandoned, Acme was to invest up to $100 billion in Borealis.",
    ).claims;
    expect(claim).toMatchObject({ deal: "acme-borealis-2025", verdict: "outdated", historical: true });
    const [stated] = readArticle("Acme invests $100 billion in Borealis under a letter of intent.").claims;
    expect(stated).toMatchObject({ deal: "acme-borealis-2025", verdict: "outdated", historical: false });
  });

  it("answers with what took the figure's place", () => {
    const [claim] = readArticle("Acme signed a letter of intent to invest up to $100 billion in Borealis.", {
      published: "2025-10-01",
    }).claims;
    expect(claim?.expected).toMatchObject({
      deal: "acme-borealis-2025",
      value: 100e9,
      qualifier: "up-to",
      since: "2025-09-22",
      status: "letter-of-intent",
    });
    expect(claim?.now).toMatchObject({
      deal: "acme-borealis-2026",
      value: 30e9,
      since: "2026-02-20",
      status: "definitive",
    });
  });

  it("knows parties from the title and from paragraphs before", () => {
    const blocks = [
      { text: "Acme to invest in Borealis", role: "title" as const },
      "The chipmaker will put $30 billion into the startup.",
    ];
    expect(claimsOf(blocks, { title: "Acme to invest in Borealis" })).toEqual([
      "acme-borealis-2026 amount: $30 billion confirmed",
    ]);
  });

  it("takes an amount without a unit for the article's currency, and says so", () => {
    const { claims } = readArticle(
      "In the round Acme invests $30 billion in Borealis. Dunmore invests 50 billion in Borealis.",
    );
    expect(claims.map(({ deal, unit, notes }) => [deal, unit, notes.includes("unit-assumed")])).toEqual([
      ["acme-borealis-2026", "USD", false],
      ["dunmore-borealis-2026", "USD", true],
    ]);
  });

  it("notes a scale word that is another language's", () => {
    const { claims } = readArticle("Le tour de table valorise Borealis 0,84 trillion de dollars.", { lang: "fr" });
    expect(claims).toMatchObject([{ deal: "borealis-2026-round", value: 840e9 }]);
    expect(claims[0]?.notes).toContain("anglicism");
  });

  it.each([
    ["fr", "Acme investit 30 milliards de dollars dans Borealis.", "confirmed"],
    ["fr", "Acme investit 300 milliards de dollars dans Borealis.", "discrepancy"],
    ["de", "Acme investiert 30 Milliarden Dollar in Borealis.", "confirmed"],
    ["es", "Acme invertirá 30.000 millones de dólares en Borealis.", "confirmed"],
    ["ru", "Акме вложит в Бореалис 30 миллиардов долларов.", "confirmed"],
    ["zh-Hans", "艾克米将向北极光投资300亿美元。", "confirmed"],
    ["zh-Hans", "艾克米将向北极光投资30亿美元。", "discrepancy"],
  ])("reads in %s: %s", (lang, text, verdict) => {
    expect(readArticle(text, { lang }).claims).toMatchObject([{ deal: "acme-borealis-2026", verdict }]);
  });

  it("reads a block in its own language", () => {
    const block = { text: "Acme investit 30 milliards de dollars dans Borealis.", lang: "fr" };
    expect(claimsOf(["Acme and Borealis have a deal.", block])).toEqual([
      "acme-borealis-2026 amount: 30 milliards de dollars confirmed",
    ]);
  });

  it("leads back to the block's own text", () => {
    const text = "The Acme–Borealis deal: Acme invests ＄30\u00a0bil\u00adlion in Borealis.";
    const [claim] = readArticle(["First.", text]).claims;
    expect(claim?.block).toBe(1);
    expect(text.slice(claim?.start, claim?.end)).toBe("＄30\u00a0bil\u00adlion");
    expect(claim?.text).toBe("＄30\u00a0bil\u00adlion");
  });

  it("names the deals that are talked about without a figure", () => {
    expect(readArticle("Estuary has completed its acquisition of Fathom.").deals).toEqual(["estuary-fathom-2025"]);
  });

  it("names each deal once", () => {
    const text = "Acme invests $30 billion in Borealis. Acme's investment of $30 billion in Borealis is its largest.";
    expect(readArticle(text).deals).toEqual(["acme-borealis-2026"]);
  });

  it.each([
    ["no blocks", []],
    ["blocks without text", ["", "  "]],
    ["no party", ["It costs $30 billion."]],
    ["one side of every deal alone", ["Acme had a good year."]],
  ])("finds nothing in %s", (_, blocks) => {
    expect(readArticle(blocks)).toMatchObject({ claims: [], deals: [] });
  });

  it("finds nothing in a language that it cannot read", () => {
    const reading = readArticle("Η Acme επενδύει 30 δισεκατομμύρια δολάρια στην Borealis.", { lang: "el" });
    expect(reading).toMatchObject({ lang: "el", claims: [], deals: [] });
  });

  it("does not know of events after the day as of which it judges", () => {
    const text = "Borealis raised $110 billion in a funding round.";
    expect(readArticle(text, {}, "2026-02-22").claims).toMatchObject([{ verdict: "confirmed", now: { value: 110e9 } }]);
    expect(readArticle(text, {}, "2026-06-01").claims).toMatchObject([{ verdict: "outdated", now: { value: 122e9 } }]);
  });

  it("says how sure it is, and which words tell", () => {
    const [claim] = readArticle("Acme will invest $30 billion in Borealis.").claims;
    expect(claim?.confidence).toBeGreaterThan(0.5);
    expect(claim?.confidence).toBeLessThanOrEqual(1);
    expect(claim?.evidence.deal.sort()).toEqual(["acme", "borealis"]);
    expect(claim?.evidence.metric).toContain("invest");
  });
});
