import { describe, expect, it } from "vitest";
import { createRandom } from "../../bench/random.ts";
import { isBoundary } from "./characters.ts";
import { Trie } from "./trie.ts";

const trieOf = (phrases: Record<string, string[]>): Trie<string> => {
  const trie = new Trie<string>();
  for (const [phrase, entries] of Object.entries(phrases)) for (const entry of entries) trie.add(phrase, entry);
  return trie;
};

describe("the longest phrase", () => {
  it.each([
    ["is taken", { million: ["a"], "million dollars": ["b"] }, "million dollars", 15, ["b"]],
    ["ends where a word does", { mill: ["a"] }, "million", null, []],
    ["may be a beginning", { "milliard*": ["a"] }, "milliardami x", 11, ["a"]],
    ["as it is wins over a beginning", { "mill*": ["a"], million: ["b"] }, "million", 7, ["b", "a"]],
    ["carries all its meanings", { billion: ["a", "b"] }, "billion", 7, ["a", "b"]],
    ["ends anywhere where words are not separated", { 亿: ["a"], 亿美元: ["b"] }, "亿美元了", 3, ["b"]],
    ["is none in other words", { euro: ["a"] }, "dollar", null, []],
    ["is none at the end of the text", { euro: ["a"] }, "", null, []],
  ] as const)("%s", (_, phrases, text, end, entries) => {
    const found = trieOf(phrases as unknown as Record<string, string[]>).longest(text, 0);
    expect(found && { ...found, entries: [...found.entries] }).toEqual(end === null ? null : { end, entries });
  });

  it("is hidden by a longer one that means nothing", () => {
    const trie = trieOf({ 元: ["a"] });
    trie.hide("元旦");
    expect(trie.longest("元旦", 0)).toEqual({ end: 2, entries: [] });
  });

  it("is found also where it was added after a search", () => {
    const trie = trieOf({ one: ["a"] });
    expect(trie.longest("two", 0)).toBeNull();
    trie.add("two", "b");
    expect(trie.longest("two", 0)).toEqual({ end: 3, entries: ["b"] });
  });

  it("is what comparing with every phrase finds, in made-up texts", () => {
    const random = createRandom(7);
    const word = () => Array.from({ length: 1 + random.below(4) }, () => "ab 亿"[random.below(4)]).join("");
    for (let round = 0; round < 200; round++) {
      const phrases = Array.from({ length: 12 }, () => `x${word()}`);
      const trie = trieOf(Object.fromEntries(phrases.map((phrase) => [phrase, [phrase]])));
      const text = `x${word()}${word()}`;
      const fitting = phrases.filter((phrase) => text.startsWith(phrase) && isBoundary(text, phrase.length));
      const longest = fitting.sort((a, b) => b.length - a.length)[0];
      expect(trie.longest(text, 0)?.end ?? null, `${text} in ${phrases}`).toBe(longest?.length ?? null);
    }
  });
});
