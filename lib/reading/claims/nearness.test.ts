import { describe, expect, it } from "vitest";
import type { Article } from "../article.ts";
import { prepare } from "../read.fake.ts";
import { Discourse, nearnessOf } from "./nearness.ts";

/** How near each party stands to the figure `nth` of the article, in reading order. */
function near(article: Article, nth: number) {
  const discourse = new Discourse(article);
  let count = 0;
  for (const sentence of article.sentences) {
    for (const quantity of sentence.quantities) if (count++ === nth) return nearnessOf(quantity, sentence, discourse);
    discourse.pass(sentence);
  }
  throw new Error(`The article has ${count} figures`);
}

describe("nearness", () => {
  it("falls from the figure's clause to its sentence, the sentence before, the paragraph before, and elsewhere", () => {
    const text = "Dunmore, Gambit and Fathom met; Acme invests $30 billion.";
    const { party } = near(
      prepare("It is Monday.", "Estuary is here. It rained.", "Borealis was there. Nobody came.", text),
      0,
    );
    const levels = ["acme", "dunmore", "borealis", "estuary", "nobody"].map(party);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(new Set(levels).size).toBe(levels.length);
    expect(party("acme")).toBeGreaterThan(0.9);
    expect(party("nobody")).toBe(0);
  });

  it("is that of what the article is about, wherever it is named last", () => {
    const filler = Array.from({ length: 12 }, () => "It rained all day long.");
    const { party } = near(prepare("Acme and Borealis", "Gambit too.", ...filler, "The price is $30 billion."), 0);
    expect(party("acme")).toBeGreaterThan(party("gambit"));
  });

  it.each([
    ["the name beside the figure", "Acme invests $30 billion in Borealis", 0, ["acme", "borealis"], ["acme"]],
    ["no name beyond another figure", "Acme invests $30 billion, Dunmore $50 billion", 1, ["dunmore"], ["dunmore"]],
    ["no name of the next clause", "Acme invests $30 billion, Dunmore $50 billion", 0, ["acme"], ["acme"]],
    ["no name behind a semicolon", "Acme waits; it costs $30 billion", 0, [], []],
    ["both names of one clause", "Acme invests in Borealis $30 billion", 0, ["acme", "borealis"], ["acme", "borealis"]],
  ])("binds %s", (_, text, nth, bound, subjects) => {
    const found = near(prepare(text), nth);
    expect([...found.bound].sort()).toEqual(bound);
    expect([...found.subjects].sort()).toEqual(subjects);
  });

  it("knows who is named in the figure's own sentence", () => {
    const found = near(prepare("Dunmore waits. Acme invests $30 billion."), 0);
    expect([found.isHere("acme"), found.isHere("dunmore")]).toEqual([true, false]);
  });
});
