import { describe, expect, it } from "vitest";
import { packFor } from "../../locales/index.ts";
import type { LocalePack } from "../../locales/types.ts";
import { foldText } from "../fold.ts";
import { lexiconOf } from "../lexicon.ts";
import { readNumber } from "./number-reader.ts";
import type { NumberRead, Place } from "./number-state.ts";
import { TokenStream } from "./token-stream.ts";

/** The number that begins with the text's first token, and what of the text it covers. */
function numberIn(lang: string, text: string, place: Place = "alone"): (NumberRead & { text: string }) | null {
  const stream = new TokenStream(foldText(text), lexiconOf(packFor(lang) as LocalePack));
  const number = readNumber(stream, 0, place);
  return number && { ...number, text: text.slice(stream.at(0)?.start, number.end) };
}

describe("a number goes on", () => {
  it.each([
    // behind digits
    ["en", "47.8 billion dollars", "47.8 billion", 47.8e9],
    ["vi", "2 chấm 23 đô la", "2 chấm 23", 2.23],
    ["en", "3/4 %", "3/4", 0.75],
    ["it", "5 centesimi per cento", "5 centesimi", 0.05],
    ["ro", "20 de miliarde de euro", "20 de miliarde", 20e9],
    ["zh", "100多亿美元", "100多亿", 100e8],
    ["en", "2 and a half", "2 and a half", 2.5],
    ["ja", "500百万円", "500百万", 500e6],
    ["es", "13,500 millones", "13,500 millones", 13_500e6],
    // behind a word for a number
    ["es", "dos coma cinco millones", "dos coma cinco millones", 2.5e6],
    ["es", "dos coma cero cinco por ciento", "dos coma cero cinco", 2.05],
    ["zh", "九点五亿美元", "九点五亿", 9.5e8],
    ["es", "tres quintos por ciento", "tres quintos", 0.6],
    ["en", "twenty five dollars", "twenty five", 25],
    ["en", "two and a half percent", "two and a half", 2.5],
    ["en", "three billion", "three billion", 3e9],
    ["ro", "douăzeci de miliarde", "douăzeci de miliarde", 20e9],
    ["en", "five plus billion", "five plus billion", 5e9],
    // behind a scale
    ["vi", "3 tỷ 500 triệu đô la", "3 tỷ 500 triệu", 3.5e9],
    ["ja", "1兆2000億円", "1兆2000億", 1.2e12],
    ["ja", "1万2000円", "1万2000", 12_000],
    ["ko", "6천 2백 70만 원", "6천 2백 70만", 62_700_000],
    ["ja", "千百円", "千百", 1100],
    ["zh", "一千零五十亿", "一千零五十亿", 1050e8],
    ["en", "one hundred five", "one hundred five", 105],
    ["en", "one hundred and five", "one hundred and five", 105],
    ["ja", "3億半", "3億半", 3.5e8],
    ["es", "mil coma cinco millones", "mil coma cinco millones", 1000.5e6],
    ["fr", "un milliard et demi", "un milliard et demi", 1.5e9],
    ["pt-BR", "1 bilhão e 200 milhões", "1 bilhão e 200 milhões", 1.2e9],
    // from its first word
    ["es", "mil millones", "mil millones", 1e9],
    ["zh", "一二〇亿", "一二〇亿", 120e8],
    ["en", "half a billion", "half a billion", 0.5e9],
    ["en", "half of a billion", "half of a billion", 0.5e9],
    ["es", "medio millón", "medio millón", 0.5e6],
  ])("in %s: %s", (lang, text, read, value) => {
    expect(numberIn(lang, text)).toMatchObject({ text: read, value });
  });
});

describe("a number ends before", () => {
  it.each([
    ["another in digits, which it is not divided by", "en", "2025 20 %", "2025"],
    ["another in digits behind words", "en", "twenty 20 %", "twenty"],
    ["words behind digits without a scale", "vi", "7 tỷ năm 2025", "7 tỷ"],
    ["the scale it just had", "en", "1 billion billion", "1 billion"],
    ["a word that is no mark between digits", "es", "2025 con 5 millones", "2025"],
    ["a particle of one syllable", "ko", "100억이 달러", "100억"],
    ["another word that begins with a scale", "ko", "5000 조성", "5000"],
    ["such a word behind a word", "ko", "오 조성", "오"],
    ["such a word behind a scale", "ko", "5000억 조성", "5000억"],
    ["a slash without percent", "en", "3/4 of it", "3"],
    ["a comma", "en", "five, six", "five"],
  ])("%s", (_, lang, text, read) => {
    expect(numberIn(lang, text)?.text).toBe(read);
  });

  it("the word for the smaller unit, where it is the smaller part of an amount", () => {
    expect(numberIn("fr", "45 cents")?.value).toBe(4500);
    expect(numberIn("fr", "45 cents", "smaller-part")?.value).toBe(45);
    expect(numberIn("fr", "quarante-cinq cents", "smaller-part")?.value).toBe(45);
    expect(numberIn("fr", "mille cents", "smaller-part")?.value).toBe(1000);
  });

  it("a letter, unless a currency stands beside it", () => {
    expect(numberIn("en", "5 m apart")?.value).toBe(5);
    expect(numberIn("en", "5m €")?.value).toBe(5e6);
    expect(numberIn("en", "5m", "behind-unit")?.value).toBe(5e6);
  });
});

describe("no number is", () => {
  it.each([
    ["a pair of digits that is a guess", "zh", "三四亿美元"],
    ["half of something unsaid", "en", "half of them"],
    ["a scale that needs a number", "en", "billion"],
    ["a word for no number", "en", "dollars 5"],
  ])("%s", (_, lang, text) => {
    expect(numberIn(lang, text)).toBeNull();
  });
});

describe("a number tells", () => {
  it.each([
    ["47.8 billion", { step: 0.1e9, scaled: true, scale: 1e9, literal: true }],
    ["forty seven", { step: 1, scaled: false, scale: 0, literal: false }],
    ["two hundred", { step: 100, scaled: false, scale: 100 }],
    ["half a billion", { step: 0.1e9, scaled: true, scale: 1e9 }],
    ["3 billion plus", { inside: "over" }],
  ])("how it was written: %s", (text, told) => {
    expect(numberIn("en", text)).toMatchObject(told);
  });
});
