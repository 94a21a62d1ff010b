import { describe, expect, it } from "vitest";
import type { Sentence } from "../article.ts";
import { prepare } from "../read.fake.ts";
import { seriesOf } from "./series.ts";

describe("a round's letter", () => {
  it.each([
    ["Umbra closed its Series G", "g"],
    ["la série C d’Umbra", "c"],
    ["Umbra完成C轮融资", "c"],
    ["UmbraのシリーズE", "e"],
    ["раунд F компании Umbra", "f"],
    ["Umbra closed a series of rounds", null],
    ["Umbra’s Series Alpha", null],
    ["Umbra’s series Z", null],
    ["Umbra raised $27 billion", null],
  ])("stands in “%s”: %s", (text, letter) => {
    expect(seriesOf(prepare(text).sentences[0] as Sentence)).toBe(letter);
  });
});
