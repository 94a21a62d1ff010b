import { describe, expect, it } from "vitest";
import { claimsOf } from "../read.fake.ts";

describe("the record's digits in another currency", () => {
  it.each([
    ["Estuary bought Fathom for $3.8 billion.", "2025-07-02", "estuary-fathom-2025 amount: $3.8 billion"],
    ["Kiso buys Lumen for €4.7 trillion.", "2025-06-04", "kiso-lumen-2025 amount: €4.7 trillion"],
    ["Ibex invests €5 billion in Juniper.", "2025-11-19", "ibex-juniper-2025 amount: €5 billion"],
    ["Kiso offers $16,300 per share for Lumen.", "2025-06-04", "kiso-lumen-2025 share-price: $16,300"],
  ])("tell of the deal and of a currency mistaken: %s", (text, published, claim) => {
    expect(claimsOf(text, { published })).toEqual([`${claim} discrepancy currency`]);
  });

  it.each([
    ["converted as they should be", "Estuary bought Fathom for $4.37 billion.", "2025-07-02", "confirmed"],
    ["other digits", "Estuary bought Fathom for $5.9 billion.", "2025-07-02", "discrepancy value"],
  ])("are not seen in an amount with %s", (_, text, published, verdict) => {
    expect(claimsOf(text, { published })).toEqual([expect.stringMatching(`: \\S+ billion ${verdict}$`)]);
  });

  it("need more than one digit where the other side is far", () => {
    expect(claimsOf(["Juniper and Harrow have a deal.", "It rained.", "A bridge for £5 billion was opened."])).toEqual(
      [],
    );
  });
});

describe("one digit in another currency, below a headline that names both sides", () => {
  const headline = { text: "Harrow buys a part of Juniper for up to $10 billion", role: "title" as const };
  const below = (text: string): string[] => claimsOf([headline, text], { published: "2025-11-19" }).slice(1);

  it("tells of the deal that the words go on about, by whatever the sides are called", () => {
    expect(below("Under the terms of the agreement, the start-up receives €10 billion in all.")).toEqual([
      "harrow-juniper-2025 amount: €10 billion discrepancy currency",
    ]);
  });

  it("tells nothing where they go on about something else", () => {
    expect(below("Last year the start-up had sales of €10 billion.")).toEqual([]);
  });
});

describe("a part's digits in another currency", () => {
  it("tell of that part while the text is on the deal and speaks of a part", () => {
    const texts = ["Acme is to invest up to $100 billion in Borealis.", "The first tranche is €10 billion."];
    expect(claimsOf(texts, { published: "2025-09-23" }).at(-1)).toBe(
      "acme-borealis-2025 tranche: €10 billion discrepancy currency",
    );
  });
});

describe("a number that lost its digits", () => {
  it.each([
    ["Harrow invests 0 billion dollars in Juniper.", "2025-11-19", "harrow-juniper-2025 amount: 0 billion dollars"],
    ["Umbra raised $0 billion.", "2026-02-21", "umbra-2026-series-g amount: $0 billion"],
  ])("may be any: %s", (text, published, claim) => {
    expect(claimsOf(text, { published })).toEqual([`${claim} discrepancy value`]);
  });

  it.each(["Umbra raised $0.", "Umbra, a company, has 0 billion users."])(
    "is not one that never had them: %s",
    (text) => {
      expect(claimsOf(text)).toEqual([]);
    },
  );
});
