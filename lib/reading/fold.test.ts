import { describe, expect, it } from "vitest";
import { foldKey, foldText } from "./fold.ts";

describe("folding", () => {
  it.each([
    ["capitals", "OpenAI ÉTATS ПРОДАЖА", "openai états продажа"],
    ["full-width letters and digits", "ＮＶＩＤＩＡ　３００％", "nvidia 300%"],
    ["digits of other scripts", "٣٠ ۳۰ ३० ৩০", "30 30 30 30"],
    ["every kind of space", "1\u00a0000\u202f000\u2009USD\u3000x\ty\nz", "1 000 000 usd x y z"],
    ["typographic apostrophes", "d’euros, l‘or, jusqu＇à", "d'euros, l'or, jusqu'à"],
    ["typographic quotes", "“deal” «сделка» „Vertrag“", '"deal" "сделка" "vertrag"'],
    ["hyphens and minus signs, but no dashes", "a‐b‑c−d – — e", "a-b-c-d – — e"],
    ["wave dashes", "5〜6 5～6", "5~6 5~6"],
    ["currency signs", "＄5 ￡5 ￥5 ％", "$5 £5 ¥5 %"],
    ["Arabic letter variants", "أرامكو إلى آسيا شركة مستشفى", "ارامكو الي اسيا شركه مستشفي"],
    ["Turkish i with and without a dot", "İstanbul ISPARTA ılık", "istanbul isparta ilik"],
    ["Arabic commas and full-width stops", "٥، ５．５", "5, 5.5"],
  ])("folds %s", (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it("folds every capital as its small letter", () => {
    const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
    const capitals = units.filter((unit) => unit.toLowerCase() !== unit && unit.toLowerCase().length === 1);
    expect(capitals.length).toBeGreaterThan(1000);
    expect(capitals.filter((unit) => foldKey(unit) !== foldKey(unit.toLowerCase()))).toEqual([]);
  });

  it.each([
    ["soft hyphens", "Mil\u00adli\u00adarden", "milliarden"],
    ["zero-width spaces and joiners", "100\u200b \u200dbillion\ufeff", "100 billion"],
    ["directional marks", "\u200f30\u202c مليار\u2069", "30 مليار"],
    ["Arabic vowel signs and lengthening", "مِلْيَار ميلـــيار", "مليار ميليار"],
  ])("leaves out %s", (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  it("composes what is written as letter and accent", () => {
    expect(foldText("me\u0301ga milho\u0303es").text).toBe("méga milhões");
  });

  it.each([
    ["100\u200b milliards de dollars", "milliards de dollars", "milliards de dollars"],
    ["soit 5 mil\u00adlions d’euros", "millions d'euros", "mil\u00adlions d’euros"],
    ["90 milho\u0303es de reais", "milhões de reais", "milho\u0303es de reais"],
    ["🚀🚀 ＄５bn 🚀", "$5bn", "＄５bn"],
    ["𠮷野家 30億ドル", "30億ドル", "30億ドル"],
    ["e\u0301e\u0301e\u0301 30 %", "30 %", "30 %"],
    ["\ufeff\u200eUSD 5", "usd 5", "USD 5"],
  ])("leads back from “%s” to what was written", (text, wanted, written) => {
    const folded = foldText(text);
    const start = folded.text.indexOf(wanted);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(text.slice(folded.at(start), folded.at(start + wanted.length))).toBe(written);
  });

  it("leads back over the borders of the pieces that long texts are folded in", () => {
    const text = `${"é".repeat(8191)}ＵＳＤ ５${"x".repeat(9000)}`;
    const folded = foldText(text);
    expect(folded.text.length).toBe(text.length);
    expect(folded.text.slice(8190, 8197)).toBe("éusd 5x");
  });

  it("keeps surrogate pairs, whole and broken", () => {
    expect(foldText("𝟓𠮷\ud83d").text).toBe("𝟓𠮷\ud83d");
  });

  it("folds nothing to nothing", () => {
    const folded = foldText("");
    expect([folded.text, folded.at(0), foldText("\u200b\u00ad").text]).toEqual(["", 0, ""]);
  });

  it("folds a table's key as it folds text", () => {
    expect(foldKey("Jusqu’À")).toBe(foldText("jusqu'à").text);
  });
});
