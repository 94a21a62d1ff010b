import { describe, expect, it } from "vitest";
import { ar } from "../locales/ar/index.ts";
import { en } from "../locales/en/index.ts";
import { ja } from "../locales/ja/index.ts";
import type { LocalePack } from "../locales/types.ts";
import { foldText } from "./fold.ts";
import { lexiconOf } from "./lexicon.ts";
import { tokenize } from "./tokens.ts";

const tokens = (text: string, pack: LocalePack = en): string[] => {
  const folded = foldText(text).text;
  return tokenize(folded, lexiconOf(pack)).map(({ start, end, number }) => {
    const written = folded.slice(start, end);
    return number ? `#${number.value}` : written;
  });
};

describe("tokens", () => {
  it.each([
    ["numbers and known words", "pays $5 billion for", ["$", "#5", "billion"]],
    ["the longest word known", "us dollars", ["us dollars"]],
    ["a unit glued to its number", "45GW", ["#45", "gw"]],
    ["a code glued to its number", "USD3", ["usd", "#3"]],
    ["a scale glued to its number", "$10bn", ["$", "#10", "bn"]],
    ["decimals without their zero", "up .5 %", ["#0.5", "%"]],
  ])("are %s", (_, text, expected) => {
    expect(tokens(text)).toEqual(expected);
  });

  it.each([
    ["names of chips and models", "H100 GB200 GPT-5 MI300X"],
    ["ordinals and other glued letters", "1st 300x 5g"],
    ["web addresses", "https://a.example/5-billion-usd?x=100%25 www.example.com/50%"],
    ["dates and versions", "12.05.2025 1.2.3"],
    ["unknown words", "Acme buys Beta"],
    ["parts of longer words", "dollarisation billionaires percentile"],
  ])("are none in %s", (_, text) => {
    expect(tokens(text)).toEqual([]);
  });

  it("go on behind a web address", () => {
    expect(tokens("http://a.example/1 5 %")).toEqual(["#5", "%"]);
  });

  it("stand side by side where words are not separated", () => {
    expect(tokens("約300億ドルを", ja)).toEqual(["約", "#300", "億", "ドル"]);
  });

  it("come apart from what Arabic ties to them", () => {
    expect(tokens("وملياري دولار", ar)).toEqual(["و", "ملياري", "دولار"]);
    expect(tokens("بالدولار", ar)).toEqual(["دولار"]);
  });
});
