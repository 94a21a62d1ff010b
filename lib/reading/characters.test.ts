import { describe, expect, it } from "vitest";
import { isBoundary, isDigit, isLetter, isSmall, isWordLetter } from "./characters.ts";

const unit = (char: string): number => char.charCodeAt(0);

describe("characters", () => {
  it.each([
    ["a", true, true],
    ["é", true, true],
    ["ж", true, true],
    ["ل", true, true],
    ["א", true, true],
    ["ह", true, true],
    ["ი", true, true],
    ["億", true, false],
    ["ド", true, false],
    ["한", true, false],
    ["ก", true, false],
    ["5", false, false],
    ["$", false, false],
    [" ", false, false],
    ["。", false, false],
    ["-", false, false],
    ["'", false, false],
  ])("%s: a letter %s, of a script that separates its words %s", (char, letter, word) => {
    expect([isLetter(unit(char)), isWordLetter(unit(char))]).toEqual([letter, word]);
  });

  it("finds no letter behind the end of a text", () => {
    const behind = "a".charCodeAt(1);
    expect([isLetter(behind), isWordLetter(behind)]).toEqual([false, false]);
  });

  it("knows small letters, and units of scripts without cases, from capitals", () => {
    expect([..."aéжßأ億ド한5$"].filter((char) => !isSmall(unit(char)))).toEqual([]);
    expect([..."AÉЖΩ"].filter((char) => isSmall(unit(char)))).toEqual([]);
    // Some of what is written as a pair of units has capitals.
    expect(isSmall("𐐀".charCodeAt(0))).toBe(false);
  });

  it("knows folded digits alone", () => {
    expect(["0", "9", "/", ":", "٣"].map((char) => isDigit(unit(char)))).toEqual([true, true, false, false, false]);
  });

  it.each([
    ["ab", 1, false],
    ["ab", 0, true],
    ["ab", 2, true],
    ["a b", 1, true],
    ["a5", 1, true],
    ["5a", 1, true],
    ["é́a", 1, false],
    ["a億", 1, true],
    ["億円", 1, true],
    ["한국", 1, true],
    ["жa", 1, false],
    ["a-b", 1, true],
    ["", 0, true],
  ])("has a word begin or end in “%s” at %i: %s", (text, offset, boundary) => {
    expect(isBoundary(text, offset)).toBe(boundary);
  });
});
