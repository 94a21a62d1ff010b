import { describe, expect, it } from "vitest";
import { claimsOf, readArticle } from "../read.fake.ts";

const title = "News of the day";
/** Longer than a cell of a table. */
const rain = "It rained all day long, and in the evening it was raining still.";
const claims = (texts: string[], published = "2026-02-21"): string[] => claimsOf(texts, { published });

describe("a number that the record does not know", () => {
  it.each([
    ["its sides and a word for it in the sentence", ["Kiso buys Lumen for $12 billion."], "2025-06-04"],
    ["its sides and a word for it in the sentence", ["Acme invests $45 billion in Borealis."], "2026-02-21"],
  ])("is a deal's with %s", (_, texts, published) => {
    expect(claims(texts, published)).toEqual([expect.stringContaining("discrepancy value")]);
  });

  it.each([
    ["with one side in another sentence", ["Kiso likes Lumen. It spends $12 billion."], "2025-06-04"],
    ["without a word for it", ["Kiso, like Lumen, has $12 billion."], "2025-06-04"],
    ["in a crowd of names", ["Acme, Borealis, Dunmore, Estuary and Fathom invest $45 billion."], "2026-02-21"],
    ["of another company", ["Kiso buys a rival of Lumen's.", "The mill costs $12 billion."], "2025-06-04"],
  ])("is nobody's %s", (_, texts, published) => {
    expect(claims(texts, published)).toEqual([]);
  });
});

describe("a deal that the headline calls by its name", () => {
  it("is what later paragraphs are about that name nobody", () => {
    const texts = ["What is Lodestar?", rain, rain, rain, rain, rain, rain, rain, "The project costs $500 billion."];
    expect(claims(texts, "2025-01-30")).toEqual(["orchard-lodestar-2025 amount: $500 billion confirmed"]);
  });
});

describe("one sum that is said three times in a sentence", () => {
  it("is nobody's where it goes round between three parties", () => {
    expect(
      claims([
        "Acme puts $30 billion into Borealis, Borealis $30 billion into Dunmore and Dunmore $30 billion into Acme.",
      ]),
    ).toEqual([]);
  });

  it("is each one's of a list", () => {
    expect(claims(["In Borealis Acme invests $30 billion, Dunmore $30 billion and Estuary $30 billion."])[0]).toMatch(
      /^acme-borealis-2026 amount: \$30 billion/,
    );
  });

  it("is a deal's where only its sides are named", () => {
    expect(claims(["Acme puts $30 billion into Borealis, and $30 billion are $30 billion."])).toContain(
      "acme-borealis-2026 amount: $30 billion confirmed",
    );
  });
});

describe("a number in news of a listing that the record does not know", () => {
  const listing = "Tamarind goes public: its IPO brings $12 billion";

  it("is the listing's, and contradicts it in a headline", () => {
    expect(claims([listing], "2026-02-19")).toEqual(["tamarind-2026-ipo amount: $12 billion discrepancy value"]);
    expect(claims([title, listing], "2026-02-19")).toEqual(["tamarind-2026-ipo amount: $12 billion unverified"]);
  });

  it("contradicts nothing where it may be a part, or is one of several", () => {
    for (const text of [
      "Tamarind goes public: $2 billion of its IPO for one bank",
      "Tamarind goes public: its IPO brings $12 billion after $3 billion",
    ])
      expect(claims([text], "2026-02-19").join()).not.toContain("discrepancy");
  });

  it("is nobody's months away from it", () => {
    expect(claims([listing], "2025-12-01")).toEqual([]);
  });
});

describe("a figure of a company's business", () => {
  it.each([
    ["of the size of its round", "The annual revenue of Umbra is $27 billion."],
    ["roughly of the size of one", "For Umbra the year's sales of pencils are $26 billion."],
  ])("is not the round's: one %s", (_, text) => {
    expect(claims([text])).toEqual([]);
  });
});

describe("a number a power of ten off", () => {
  it.each([
    ["Kiso buys Lumen for 47 trillion yen.", "2025-06-04", "kiso-lumen-2025 amount: 47 trillion yen"],
    ["Lodestar costs $5 trillion.", "2025-01-22", "orchard-lodestar-2025 amount: $5 trillion"],
    ["Estuary bought Fathom for €38 billion.", "2025-07-02", "estuary-fathom-2025 amount: €38 billion"],
  ])("is a slip where both sides or the deal's name stand beside it: %s", (text, published, claim) => {
    expect(claims([text], published)).toEqual([`${claim} discrepancy scale 10`]);
  });

  it.each([
    ["one of them alone, the other named nowhere", [title, "Estuary has €38 billion."]],
    ["neither", [title, "Estuary bought Fathom.", rain, "A mill was sold for €38 billion."]],
  ])("is no slip beside %s", (_, texts) => {
    expect(claims(texts, "2025-07-02")).toEqual([]);
  });
});

describe("a number a power of ten off, behind the sentence that names the deal", () => {
  it.each([
    [
      "while the text is still on it",
      ["Quillon rents capacity from Ridgeway for $40 billion.", "All of the $400 billion is due."],
    ],
    ["where the words leave no doubt", ["Umbra has news.", "Its Series G funding round raised $270 billion in total."]],
  ])("is a slip %s", (_, texts) => {
    expect(claims(texts, "2026-02-13").at(-1)).toMatch(/discrepancy scale 10$/);
  });
});

describe("of two deals nearly as likely", () => {
  it("the one is meant whose number it is", () => {
    // Ten times Acme's 30 is nobody's; 50 is Dunmore's, and a round of 500 would be another's slip.
    expect(claims(["Borealis gets $50 billion from Dunmore, an ally of Acme."])).toEqual([
      "dunmore-borealis-2026 amount: $50 billion confirmed",
    ]);
  });

  it("the one is meant that the words name, where both have the number", () => {
    const text =
      "Harrow invests up to $10 billion in Juniper, and Acme up to $10 billion in Borealis in a first tranche.";
    const { claims: found } = readArticle(text, { published: "2025-11-19" });
    expect(found.map(({ deal }) => deal)).toEqual(["harrow-juniper-2025", "acme-borealis-2025"]);
  });
});

describe("a converted number", () => {
  it.each([
    ["is the deal's beside its sides", ["Estuary bought Fathom for $4.37 billion."], 1],
    ["is nobody's far from them", [title, "Estuary bought Fathom.", rain, "A mill costs $4.37 billion."], 0],
  ])("%s", (_, texts, count) => {
    expect(claims(texts, "2025-07-02")).toHaveLength(count);
  });
});

describe("what the record gives as context of a deal", () => {
  it("is that, and not another metric's rough figure", () => {
    expect(claims(["Lumen, which Kiso buys, had 880 billion yen."], "2025-06-04")).toEqual([]);
  });

  it("does not stand in the way of the deal's own figure", () => {
    expect(claims(["Kiso buys Lumen for 4.7 trillion yen."], "2025-06-04")).toEqual([
      "kiso-lumen-2025 amount: 4.7 trillion yen confirmed",
    ]);
  });
});

describe("another round of the same company", () => {
  const told = [
    { text: "Harrow invests up to $10 billion in Juniper", role: "title" as const },
    "Harrow, a maker of chips, is to invest in Juniper.",
  ];
  const claims = (text: string): string[] => claimsOf([...told, text], { published: "2025-11-19" }).slice(1);

  it("is not the deal's amount a power of ten off", () => {
    expect(claims("It had been reported that the startup would get $1 billion at a valuation of $4 billion.")).toEqual(
      [],
    );
  });

  it("is what a sentence is about that names no side of the deal: one that does is about the deal", () => {
    expect(claims("The investment of Harrow is $1 billion, at a valuation of $4 billion.")).toEqual([
      "harrow-juniper-2025 amount: $1 billion discrepancy scale 0.1",
    ]);
  });
});
