import { describe, expect, it } from "vitest";
import { claimsOf, readArticle } from "../read.fake.ts";

describe("holders' stakes", () => {
  const merger = (text: string): string[] =>
    claimsOf(text, { published: "2025-09-10" }).map((claim) => claim.replace("mercer-northgate-2025 ", ""));

  it.each([
    ["In the merger Mercer shareholders get 58.5% and Northgate shareholders 41.5%.", ["confirmed", "confirmed"]],
    [
      "After the merger of Mercer with Northgate, Northgate shareholders will own 58.5% of the company.",
      ["discrepancy party"],
    ],
    [
      "In the merger with Northgate, Mercer shareholders get 58.5%; the remaining 41.5% goes to the others.",
      ["confirmed", "confirmed"],
    ],
    [
      "After the merger, its owners get 58.5% and those of Northgate, Mercer's partner, 41.5%.",
      ["confirmed", "confirmed"],
    ],
    ["In the merger of Mercer and Northgate one side, as planned, gets 58.5% of the shares.", ["confirmed"]],
  ])("are those of whom the words beside them name: %s", (text, verdicts) => {
    expect(merger(text).map((claim) => claim.replace(/^stake: \S+ /, ""))).toEqual(verdicts);
  });
});

describe("a holder's stake in a sentence of its own", () => {
  it.each([
    ["Mercer, the owner of many mines, would get 41.5% of it.", "discrepancy party"],
    ["As for Mercer, its owners would get 41.5% of it.", "discrepancy party"],
    ["Mercer said that, as planned, the others would get 41.5% of it.", "confirmed"],
    ["Mercer, the partner of Northgate, said that the others would get 41.5% of it.", "confirmed"],
  ])("is whose the sentence is about: %s", (text, verdict) => {
    const texts = ["Mercer is to merge with Northgate.", text];
    expect(claimsOf(texts, { published: "2025-09-10" })).toEqual([`mercer-northgate-2025 stake: 41.5% ${verdict}`]);
  });
});

describe("a bound with a former figure's number", () => {
  it.each([
    [
      "beside the one that stands",
      "€25.50 a share for Fathom, more than the €21 offered in May",
      "outdated already-replaced",
    ],
    ["by itself", "more than €21 a share for Fathom", "confirmed"],
  ])("is the former figure %s", (_, price, verdict) => {
    const claims = claimsOf(`Estuary will pay ${price}.`, { published: "2025-07-02" });
    expect(claims.at(-1)).toBe(`estuary-fathom-2025 share-price: €21 ${verdict}`);
  });
});

describe("a stake a power of ten off", () => {
  it.each([
    ["After the recapitalisation Xenia holds a stake of 2.7% in Yarrow.", ["discrepancy scale 0.1"]],
    ["Xenia, which is an owner of Yarrow, fell by 2.7%.", []],
  ])("is a slip where the words name the stake: %s", (text, verdicts) => {
    expect(claimsOf(text, { published: "2025-10-29" }).map((claim) => claim.replace(/^.*stake: \S+ /, ""))).toEqual(
      verdicts,
    );
  });
});

describe("break fees", () => {
  it.each([
    ["Mercer would owe Northgate $600 million if it left the merger.", "confirmed"],
    ["Mercer would owe Northgate $330 million if it left the merger.", "discrepancy party"],
    ["If the merger with Northgate ends, Mercer pays a termination fee of $330 million.", "discrepancy party"],
    ["If the merger with Mercer ends, Northgate pays a termination fee of $330 million.", "confirmed"],
    ["If the merger ends, Mercer receives a termination fee of $330 million from Northgate.", "confirmed"],
    [
      "Mercer is to merge with Northgate. If Mercer leaves, it owes a termination fee of $330 million.",
      "discrepancy party",
    ],
  ])("are owed by the first of the sides that the clause names: %s", (text, verdict) => {
    expect(claimsOf(text, { published: "2025-09-10" })).toEqual([
      expect.stringMatching(new RegExp(`^mercer-northgate-2025 break-fee: \\S+ million ${verdict}$`)),
    ]);
  });
});

describe("a hint that less than the whole is meant", () => {
  it.each([
    ["another $45 billion"],
    ["$45 billion a year"],
    ["$45 billion so far"],
    ["the remaining $45 billion"],
    ["a first tranche of $45 billion"],
  ])("leaves an unknown number unjudged: Acme has invested %s in Borealis", (sum) => {
    expect(claimsOf(`Acme has invested ${sum} in Borealis.`)).toEqual([expect.stringMatching(/unverified$/)]);
  });

  it.each([
    ["$45 billion", "discrepancy value"],
    ["another $30 billion", "confirmed"],
    ["a further $300 billion", "discrepancy scale 10"],
  ])("is none in a plain sum, and changes nothing of a known one: Acme invests %s in Borealis", (sum, verdict) => {
    expect(claimsOf(`Acme invests ${sum} in Borealis.`)[0]).toMatch(new RegExp(`${verdict}$`));
  });
});

describe("a target or a condition", () => {
  it.each([
    ["Acme aims to invest $45 billion in Borealis."],
    ["If all goes well, Acme invests $45 billion in Borealis."],
  ])("is never contradicted by its value: %s", (text) => {
    expect(claimsOf(text)).toEqual([expect.stringMatching(/unverified$/)]);
  });

  it("is contradicted by its power of ten", () => {
    expect(claimsOf("Acme aims to invest $300 billion in Borealis.")).toEqual([
      "acme-borealis-2026 amount: $300 billion discrepancy scale 10",
    ]);
  });
});

describe("a figure of the past", () => {
  it.each([
    ["Acme had originally agreed to invest up to $100 billion in Borealis.", true],
    ["Acme signed a letter of intent to invest up to $100 billion in Borealis.", false],
  ])("is one that the text itself places there: %s: %s", (text, historical) => {
    expect(readArticle(text).claims).toMatchObject([{ deal: "acme-borealis-2025", historical }]);
  });
});

describe("a unit that the text leaves out", () => {
  it("is never contradicted by value", () => {
    const texts = ["Dunmore invests $50 billion in Borealis. Acme invests 45 billion in Borealis."];
    expect(claimsOf(texts).filter((claim) => claim.includes("45 billion"))).not.toContainEqual(
      expect.stringContaining("discrepancy"),
    );
  });
});

describe("a valuation", () => {
  it("is a company's present one, unless a round or the past is spoken of", () => {
    const verdict = (text: string) => readArticle(text, { published: "2026-04-10" }).claims[0]?.verdict;
    expect(verdict("Borealis is valued at $852 billion.")).toBe("confirmed");
    expect(verdict("Borealis is valued at $840 billion.")).toBe("outdated");
  });
});
