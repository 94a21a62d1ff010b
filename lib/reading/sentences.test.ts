import { describe, expect, it } from "vitest";
import { foldText } from "./fold.ts";
import { ordinalDot, splitSentences } from "./sentences.ts";
import { steps } from "./steps.fake.ts";

const abbreviations = new Set(["inc", "corp", "u.s", "mr", "approx"]);
const split = (text: string, known: ReadonlySet<string> = abbreviations): string[] => {
  const folded = foldText(text);
  return splitSentences(folded, known).map(({ start, end }) => text.slice(folded.at(start), folded.at(end)).trim());
};

describe("sentences", () => {
  it.each([
    ["end at full stops", "It paid. It left.", ["It paid.", "It left."]],
    ["end at question and exclamation marks", "Why? Because! So…", ["Why?", "Because!", "So…"]],
    ["keep closing quotes and brackets", 'He said: "It is done." Then left.', ['He said: "It is done."', "Then left."]],
    ["go on through decimals", "It paid $1.5 billion. Then 2.5.", ["It paid $1.5 billion.", "Then 2.5."]],
    ["go on through abbreviations", "Tesla Inc. and Ford Corp. agreed.", ["Tesla Inc. and Ford Corp. agreed."]],
    ["go on through letters with stops", "The U.S. government paid. It did.", ["The U.S. government paid.", "It did."]],
    ["go on through initials", "J. Huang spoke. He left.", ["J. Huang spoke.", "He left."]],
    ["go on through addresses", "See example.com now. Bye.", ["See example.com now.", "Bye."]],
    [
      "end at Chinese marks, without spaces",
      "投资300亿。估值8000亿！真的？",
      ["投资300亿。", "估值8000亿！", "真的？"],
    ],
    ["end at Arabic question marks", "كم؟ مليار.", ["كم؟", "مليار."]],
    ["end at Hindi dandas", "यह हुआ। वह गया।", ["यह हुआ।", "वह गया।"]],
    ["end at line feeds", "Deals\nNvidia pays 5", ["Deals", "Nvidia pays 5"]],
    ["swallow dots in a row", "Wait... what?! Yes.", ["Wait...", "what?!", "Yes."]],
  ])("%s", (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("do not end within a name", () => {
    const folded = foldText("Warner Bros. Discovery rose. Yahoo! Japan fell.");
    const names = [
      { start: 0, end: 22 },
      { start: 29, end: 41 },
    ];
    expect(splitSentences(folded, abbreviations, names).map(({ start }) => start)).toEqual([0, 29]);
  });

  it.each([
    ["Сумма 41 млрд. По данным банка.", ["Сумма 41 млрд.", "По данным банка."]],
    ["Сумма 41 млрд. долларов.", ["Сумма 41 млрд. долларов."]],
    ["Не в млрд. Нокиа считает.", ["Не в млрд. Нокиа считает."]],
    ["Rund 41 Mrd. Euro.", ["Rund 41 Mrd. Euro."]],
  ])("end behind an amount's abbreviation where a capital says so: %s", (text, sentences) => {
    expect(split(text, new Set(["млрд", "mrd"]))).toEqual(sentences);
  });

  it("go on through ordinals where the language writes them with a full stop", () => {
    const text = "Bis zum 3. Juli gilt es. Im Jahr 2025. Dann nicht.";
    expect(split(text, new Set([ordinalDot]))).toEqual(["Bis zum 3. Juli gilt es.", "Im Jahr 2025.", "Dann nicht."]);
  });

  it("leave nothing out, and nothing twice", () => {
    const text = " One. Two?  “Three.” (Four)… 五。\n\nSix";
    const folded = foldText(text);
    const spans = splitSentences(folded, abbreviations);
    expect(spans[0]?.start).toBe(0);
    expect(spans.at(-1)?.end).toBe(folded.text.length);
    for (const [i, span] of spans.entries()) if (i > 0) expect(span.start).toBe(spans[i - 1]?.end);
  });

  it("are none in no text", () => {
    expect(split("")).toEqual([]);
  });

  it("are cut where they would go on for ever, between words", () => {
    const text = "five percent of it ".repeat(2000);
    const spans = splitSentences(foldText(text), abbreviations);
    expect(spans.length).toBeGreaterThan(5);
    for (const { start, end } of spans) {
      expect(end - start).toBeLessThan(2000);
      expect(start === 0 || text[start - 1] === " ").toBe(true);
    }
  });

  it.each(["ab..", "a.", "...", "x. ", "?!", "inc. "])(
    "are found in steps that grow with the text, of “%s”",
    (unit) => {
      const few = steps(() => splitSentences(foldText(unit.repeat(200)), abbreviations));
      expect(steps(() => splitSentences(foldText(unit.repeat(800)), abbreviations))).toBeLessThan(5 * few);
    },
  );
});
