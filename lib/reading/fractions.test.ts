import { describe, expect, it } from "vitest";
import { packFor } from "../locales/index.ts";
import type { LocalePack } from "../locales/types.ts";
import { findCues } from "./cues.ts";
import { foldText } from "./fold.ts";
import { readStakeFractions } from "./fractions.ts";
import { readFolded } from "./quantities.ts";

function fractions(lang: string, text: string): [string, number][] {
  const pack = packFor(lang) as LocalePack;
  const folded = foldText(text);
  const span = { start: 0, end: folded.text.length };
  const read = readStakeFractions(folded, span, findCues(folded.text, span, pack), readFolded(folded, pack), pack);
  return read.map(({ text: written, value }) => [written, value]);
}

describe("a stake told as a fraction", () => {
  it.each([
    ["en", "It bought a third of the shares.", [["a third", 33.33]]],
    ["en", "a quarter stake in the bank", [["a quarter", 25]]],
    ["fr", "une participation d'un quart de la banque", [["un quart de", 25]]],
  ])("is read in %s: %s", (lang, text, expected) => {
    expect(fractions(lang, text)).toEqual(expected);
  });

  it.each([
    ["en", "half of all users pay"],
    ["en", "Profit fell in the quarter."],
    ["en", "It paid half a billion dollars for the stake."],
  ])("is not, in %s: %s", (lang, text) => {
    expect(fractions(lang, text)).toEqual([]);
  });
});
