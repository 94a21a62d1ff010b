import { describe, expect, it } from "vitest";
import { ar } from "../locales/ar/index.ts";
import { en } from "../locales/en/index.ts";
import { fr } from "../locales/fr/index.ts";
import type { LocalePack } from "../locales/types.ts";
import { zhHans } from "../locales/zh-Hans/index.ts";
import { findCues, weighCues } from "./cues.ts";
import { foldKey, foldText } from "./fold.ts";
import { readFolded } from "./quantities.ts";

const cuesOf = (text: string, pack: LocalePack = en): string[] => {
  const folded = foldKey(text);
  return findCues(folded, { start: 0, end: folded.length }, pack).flatMap(({ cues }) => cues);
};

/** The weight of each cue for the figure of `text` that stands at `nth`. */
const weightsOf = (text: string, nth = 0, pack: LocalePack = en) => {
  const folded = foldText(text);
  const figures = readFolded(folded, pack).map(({ foldedStart: start, foldedEnd: end }) => ({ start, end }));
  const hits = findCues(folded.text, { start: 0, end: folded.text.length }, pack);
  return weighCues(folded.text, hits, figures[nth] as { start: number; end: number }, figures, 70);
};

describe("cues", () => {
  it.each([
    ["a post-money valuation of", "valuationPost"],
    ["market capitalisation", "marketCap"],
    ["quarterly revenue", "financials"],
    ["per share", "sharePrice"],
    ["a 27% stake in", "stake"],
    ["for each gigawatt", "perUnit"],
    ["the initial plan", "past"],
    ["first phase", "part"],
    ["a termination fee", "breakFee"],
    ["raised in a funding round", "round"],
    ["agreed to acquire", "acquire"],
    ["invests in", "invest"],
  ])("are found in “%s”", (text, cue) => {
    expect(cuesOf(text)).toContain(cue);
  });

  it.each([
    ["investigate the harvest", "invest"],
    ["sharepoint per sharecropper", "sharePrice"],
    ["a mistake", "stake"],
    ["the initials", "past"],
    ["notable", "negated"],
  ])("are not found inside other words: “%s”", (text, cue) => {
    expect(cuesOf(text)).not.toContain(cue);
  });

  it("are found where words are not separated", () => {
    expect(cuesOf("其投后估值达到", zhHans)).toContain("valuationPost");
  });

  it("are found behind what Arabic writes together with the next word", () => {
    expect(cuesOf("والاستثمار", ar)).toContain("invest");
  });

  it("hide the shorter ones inside them", () => {
    expect(cuesOf("valeur d'entreprise", fr)).toContain("enterpriseValue");
    expect(cuesOf("valeur d'entreprise", fr)).not.toContain("valuation");
  });
});

describe("a cue's weight", () => {
  it("is greatest right beside the figure, and falls with distance", () => {
    const near = weightsOf("an investment of $5 billion").invest ?? 0;
    const far = weightsOf("an investment that was talked about last week of $5 billion").invest ?? 0;
    expect(near).toBeGreaterThan(0.9);
    expect(far).toBeLessThan(near);
    expect(far).toBeGreaterThan(0);
  });

  it("falls with a comma, and more with a semicolon", () => {
    const comma = weightsOf("an investment, at $5 billion").invest ?? 0;
    const semicolon = weightsOf("an investment; at $5 billion").invest ?? 0;
    expect(comma).toBeLessThan(weightsOf("an investment  at $5 billion").invest ?? 0);
    expect(semicolon).toBeLessThan(comma);
  });

  it("is small beyond another figure", () => {
    const text = "a valuation of $852 billion and $5 billion";
    expect(weightsOf(text, 0).valuation ?? 0).toBeGreaterThan(3 * (weightsOf(text, 1).valuation ?? 0));
  });

  it("goes to the figure that the cue touches", () => {
    const text = "$2 billion of revenue and a contract of $5 billion";
    expect(weightsOf(text, 0).financials ?? 0).toBeGreaterThan(0.8);
    expect(weightsOf(text, 1).financials ?? 0).toBeLessThan(0.3);
  });

  it("is next to nothing far away", () => {
    expect(weightsOf(`revenue ${"blah ".repeat(40)} $5 billion`).financials ?? 0).toBeLessThan(0.1);
  });
});
