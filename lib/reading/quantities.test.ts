import { describe, expect, it } from "vitest";
import { en } from "../locales/en/index.ts";
import { fr } from "../locales/fr/index.ts";
import { ja } from "../locales/ja/index.ts";
import { foldText } from "./fold.ts";
import { readFolded, readQuantities } from "./quantities.ts";

describe("a quantity", () => {
  it.each([
    ["$47.8 billion", 1e8],
    ["$47 billion", 1e9],
    ["$1,500 million", 1e6],
    ["$100 billion", 1e9],
    ["$250,000,000", 1e6],
    ["$3", 1],
    ["$83.50", 0.01],
    ["275 pence", 0.01],
    ["4.5 GW", 1e8],
    ["62.4%", 0.1],
    ["one hundred billion dollars", 1e11],
    ["half a billion dollars", 1e8],
  ])("written %s is exact to %d", (text, step) => {
    const [quantity] = readQuantities(text, en);
    expect(quantity?.step).toBeCloseTo(step, 6);
  });

  it("says whether the text names its unit", () => {
    expect(readQuantities("$5 billion and 3 billion", en).map(({ unit, unitFrom }) => [unit, unitFrom])).toEqual([
      ["USD", "said"],
      ["count", "assumed"],
    ]);
  });

  it("is read from the text as it was written", () => {
    const text = "ＵＳ＄５\u00a0bil\u00adlion";
    expect(readQuantities(`pays ${text} now`, en)).toMatchObject([
      { start: 5, end: 5 + text.length, text, value: 5e9 },
    ]);
  });

  it("gives both ends of a range in whole units", () => {
    expect(readQuantities("between 17.4 and 19.4 billion dollars", en)).toMatchObject([
      { value: 17.4e9, valueTo: 19.4e9, unit: "USD" },
    ]);
  });

  it.each([
    ["500 MW to 2 GW", en, 5e8, 2e9],
    ["800 to 900 MW", en, 8e8, 9e8],
    ["1 GW to 1.2 GW", en, 1e9, 1.2e9],
  ])("counts each end of %s by its own unit", (text, pack, value, valueTo) => {
    expect(readQuantities(text, pack)).toMatchObject([{ text, value, valueTo, unit: "W" }]);
  });

  it.each([
    ["800 MW to 0.5 GW", en],
    ["1 ペンス ないし 1", ja],
  ])("takes no range from %s, whose ends would not rise", (text, pack) => {
    expect(readQuantities(text, pack).map(({ valueTo }) => valueTo)).not.toContainEqual(expect.any(Number));
  });

  it("tells a word of another language", () => {
    const anglicisms = (text: string) =>
      readFolded(foldText(text), fr).map(({ value, anglicism }) => [value, anglicism]);
    expect(anglicisms("1,4 trillion de dollars")).toEqual([[1.4e12, true]]);
    expect(anglicisms("1,4 billion de dollars")).toEqual([[1.4e12, false]]);
  });

  it("tells a change from a range", () => {
    expect(readFolded(foldText("from $6.20 to $20.90"), en).map(({ value, valueTo }) => [value, valueTo])).toEqual([
      [6.2, null],
      [20.9, null],
    ]);
    expect(readQuantities("100億ドルから150億ドルに", ja).map(({ value }) => value)).toEqual([10e9, 15e9]);
    expect(readQuantities("100億から150億ドル", ja)).toMatchObject([{ value: 10e9, valueTo: 15e9 }]);
  });

  it("keeps values free of what binary fractions add", () => {
    expect(readQuantities("$4.1 billion, $0.3 trillion, 1.1 GW", en).map(({ value }) => value)).toEqual([
      4.1e9, 3e11, 1.1e9,
    ]);
  });

  it("is found beside others, each for itself", () => {
    const text = "$1bn €2bn £3bn 4% 5GW 6 million shares";
    expect(readQuantities(text, en).map(({ value, unit }) => [value, unit])).toEqual([
      [1e9, "USD"],
      [2e9, "EUR"],
      [3e9, "GBP"],
      [4, "%"],
      [5e9, "W"],
      [6e6, "count"],
    ]);
  });

  it("is none in no text", () => {
    expect(readQuantities("", en)).toEqual([]);
  });

  it.each(["-5%", "−5 %", "minus"])("keeps the minus of a percentage: %s", (text) => {
    expect(readQuantities(text, en).map(({ value }) => value)).toEqual(text === "minus" ? [] : [-5]);
  });
});
