import { describe, expect, it } from "vitest";
import type { CueWeights } from "../cues.ts";
import { readFolded } from "../quantities.ts";
import { prepare } from "../read.fake.ts";
import { formClash, guessMetrics, kindFit, strangeness, tellingWords } from "./metrics.ts";
import type { Form } from "./sides.ts";

function figure(text: string) {
  const [block] = prepare(text).blocks;
  const [quantity] = block ? readFolded(block.folded, block.pack) : [];
  if (!quantity) throw new Error(`No quantity in “${text}”`);
  return quantity;
}
const likeliest = (text: string, cues: CueWeights): string | undefined =>
  guessMetrics(figure(text), cues).sort((a, b) => b.score - a.score)[0]?.metric;

describe("the metric of a figure", () => {
  it.each<[string, CueWeights, string | undefined]>([
    ["$30 billion", {}, "amount"],
    ["$30 billion", { invest: 1 }, "amount"],
    ["$30 billion", { valuation: 1 }, "valuation"],
    ["$30 billion", { valuation: 1, valuationPre: 0.9 }, "valuation-pre"],
    ["$30 billion", { valuation: 1, valuationPost: 0.9 }, "valuation-post"],
    ["$30 billion", { valuation: 0.2, invest: 0.9 }, "amount"],
    ["$30 billion", { debt: 1 }, "debt"],
    ["$30 billion", { breakFee: 1 }, "break-fee"],
    ["$30 billion", { part: 1 }, "tranche"],
    ["10 gigawatts", {}, "power"],
    ["10 gigawatts", { valuation: 1 }, "power"],
    ["49%", { stake: 1 }, "stake"],
    ["15 million shares", {}, "shares"],
    ["900 shares", {}, undefined],
  ])("of %s beside %o is %s", (text, cues, metric) => {
    expect(likeliest(text, cues)).toBe(metric);
  });

  it.each([
    ["$99,999", "share-price"],
    ["$100,000", "amount"],
    ["€25.50", "share-price"],
    ["¥163,000", "share-price"],
    ["4,900,000 won", "share-price"],
    ["5 million yen", "amount"],
    ["$0", "share-price"],
    ["$0 billion", "amount"],
  ])("of %s is the first of those that so much money may be: %s", (text, metric) => {
    expect(guessMetrics(figure(text), {})[0]?.metric).toBe(metric);
  });
});

describe("what speaks of something else", () => {
  it.each<[string, string, CueWeights]>([
    ["a market value", "$30 billion", { marketCap: 1 }],
    ["revenue right beside the figure", "$30 billion", { financials: 0.95 }],
    ["a comparison", "10 gigawatts", { comparison: 1 }],
    ["a price of a unit", "$30 billion", { perUnit: 1 }],
    ["a rise in percent", "4.2%", { priceMove: 1 }],
  ])("weighs as much as all sides named does: %s", (_, text, cues) => {
    expect(strangeness(cues, figure(text))).toBeGreaterThan(3);
  });

  it.each<[string, string, CueWeights]>([
    ["a rise of something else beside billions", "$30 billion", { priceMove: 1 }],
    ["revenue told of far away", "$30 billion", { financials: 0.2 }],
    ["a rise beside the price of a share", "$42", { priceMove: 1, sharePrice: 1 }],
    ["the shares that a plain count is of", "15 million shares", { jobs: 1 }],
  ])("does not weigh so in %s", (_, text, cues) => {
    expect(strangeness(cues, figure(text))).toBeLessThan(1);
  });

  it("weighs more for revenue that touches the figure than for revenue some words away", () => {
    const [beside, away] = [0.95, 0.9].map((financials) => strangeness({ financials }, figure("$30 billion")));
    expect(beside).toBeGreaterThan((away ?? 0) + 2);
  });
});

describe("words for a form of deal", () => {
  it.each<[Form, CueWeights, CueWeights]>([
    ["acquisition", { acquire: 1 }, { round: 1 }],
    ["merger", { merge: 1 }, { listing: 1 }],
    ["funding-round", { round: 1 }, { acquire: 1 }],
    ["listing", { listing: 1 }, { round: 1 }],
    ["secondary", { secondary: 1 }, { invest: 1 }],
    ["investment", { invest: 1 }, { listing: 1 }],
    ["recapitalisation", { stake: 1 }, { lend: 1 }],
    ["lending", { lend: 1 }, { invest: 1 }],
    ["supply", { supply: 1 }, { invest: 1 }],
    ["compute", { compute: 1 }, { round: 1 }],
    ["joint-venture", { venture: 1 }, { round: 1 }],
    ["licence", { licence: 1 }, { lend: 1 }],
    ["programme", { programme: 1 }, { lend: 1 }],
  ])("fit %s by %o, not by %o", (form, fitting, foreign) => {
    expect([kindFit(form, fitting), kindFit(form, foreign)]).toEqual([1, 0]);
  });

  it.each<[Form, CueWeights, number]>([
    ["investment", { acquire: 0.8 }, 0.8],
    ["funding-round", { lend: 1 }, 1],
    ["acquisition", { acquire: 1 }, 0],
    ["merger", { acquire: 1 }, 0],
    ["licence", { licence: 0.75, round: 1 }, 0.25],
    ["investment", { invest: 1, pay: 1 }, 0],
    ["investment", {}, 0],
  ])("clash with %s by %o as much as they speak of another form alone: %d", (form, cues, clash) => {
    expect(formClash(form, tellingWords(cues))).toBeCloseTo(clash);
  });
});
