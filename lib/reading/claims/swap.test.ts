import { describe, expect, it } from "vitest";
import { claimsOf } from "../read.fake.ts";

const claims = (...texts: string[]): string[] => claimsOf(texts, { published: "2025-11-19" });
const exchanged = [
  "harrow-juniper-2025 amount: $5 billion discrepancy party",
  "ibex-juniper-2025 amount: $10 billion discrepancy party",
];
const right = ["harrow-juniper-2025 amount: $10 billion confirmed", "ibex-juniper-2025 amount: $5 billion confirmed"];

describe("two investors' figures", () => {
  it.each([
    ["in one sentence", ["Harrow invests up to $5 billion in Juniper and Ibex up to $10 billion."]],
    ["in one sentence of two clauses", ["Harrow invests up to $5 billion in Juniper; Ibex up to $10 billion."]],
    ["in two sentences", ["Harrow invests up to $5 billion in Juniper. Ibex invests up to $10 billion in Juniper."]],
    [
      "in two paragraphs",
      ["Harrow invests up to $5 billion in Juniper.", "Ibex invests up to $10 billion in Juniper."],
    ],
  ])("are exchanged where each stands beside the other's name: %s", (_, texts) => {
    expect(claims(...texts)).toEqual(exchanged);
  });

  it.each([
    ["in one sentence", ["Harrow invests up to $10 billion in Juniper and Ibex up to $5 billion."]],
    ["in two sentences", ["Harrow invests up to $10 billion in Juniper. Ibex invests up to $5 billion in Juniper."]],
    ["told without saying whose each is", ["Juniper gets up to $10 billion and up to $5 billion from its investors."]],
    ["with both names after them", ["Juniper gets up to $10 billion and up to $5 billion from Ibex and Harrow."]],
  ])("are right as they stand %s", (_, texts) => {
    expect(claims(...texts)).toEqual(right);
  });

  it("of deals with different companies are not exchanged", () => {
    expect(
      claimsOf("Harrow invests up to $10 billion in Juniper and Dunmore $50 billion in Borealis.", {
        published: "2026-02-21",
      }),
    ).toEqual([
      "harrow-juniper-2025 amount: $10 billion confirmed",
      "dunmore-borealis-2026 amount: $50 billion confirmed",
    ]);
  });
});
