import { describe, expect, it } from "vitest";
import { Trie } from "./trie.ts";

function trieOf(...phrases: string[]): Trie<string> {
  const trie = new Trie<string>();
  for (const phrase of phrases) trie.add(phrase, phrase);
  return trie;
}

describe("a trie of phrases", () => {
  it.each([
    ["us dollars more", "us dollars"],
    ["us dollar more", "us dollar"],
    ["us dollarsign", null],
    ["us", null],
    ["dollar", "dollar"],
    ["dollar's", "dollar"],
    ["dollar5", "dollar"],
    ["миллиардами, и", "миллиард*"],
    ["миллиард", "миллиард*"],
    ["миллиар", null],
    ["美元和", "美元"],
    ["美", null],
    ["", null],
  ])("finds in “%s” the phrase %s", (text, phrase) => {
    const trie = trieOf("us dollar", "us dollars", "dollar", "миллиард*", "美元");
    expect(trie.longest(text, 0)?.entries ?? [null]).toEqual([phrase]);
  });

  it("takes further letters of the same word behind a beginning, and no more", () => {
    const trie = trieOf("акци*");
    expect(trie.longest("акциями банка", 0)?.end).toBe(7);
    expect(trie.longest(`акци${"я".repeat(500)}`, 0)?.end).toBeLessThanOrEqual(44);
  });

  it("gives every meaning of a phrase, as a word and as a beginning", () => {
    const trie = trieOf("cent", "cent*");
    trie.add("cent", "also");
    expect(trie.longest("cent", 0)?.entries).toEqual(["cent", "also", "cent*"]);
    expect(trie.longest("cents", 0)?.entries).toEqual(["cent*"]);
  });

  it("finds a hidden phrase in place of what it begins with", () => {
    const trie = trieOf("元");
    trie.hide("元旦");
    expect(trie.longest("元旦", 0)).toEqual({ end: 2, entries: [] });
    expect(trie.longest("元に", 0)?.entries).toEqual(["元"]);
  });

  it("keeps apart phrases that share their beginnings, however many", () => {
    const words = Array.from({ length: 500 }, (_, i) => `deal${i.toString(7)}`);
    const trie = trieOf(...words);
    for (const word of words) expect(trie.longest(`${word} `, 0)).toEqual({ end: word.length, entries: [word] });
    expect(trie.longest("deals", 0)).toBeNull();
  });

  it("finds what was added after it was first asked", () => {
    const trie = trieOf("first");
    expect(trie.longest("second", 0)).toBeNull();
    trie.add("second", "second");
    expect(trie.longest("second", 0)?.entries).toEqual(["second"]);
  });

  it("knows no empty phrase", () => {
    expect(trieOf("", "*").longest("* any", 0)?.entries).toEqual(["*"]);
  });
});
