import { describe, expect, it } from "vitest";
import { articlesOf, joinReadings } from "./articles.ts";
import type { Block, Page, Reading } from "./types.ts";

const block = (id: number, article?: number, role: Block["role"] = "text"): Block => ({
  id,
  text: `Block ${id}`,
  role,
  ...(article === undefined ? {} : { article }),
});
const page = (...blocks: Block[]): Page => ({ title: "The page's", lang: "en", published: "2026-04-02", blocks });
const idsOf = ({ blocks }: Page) => blocks.map(({ id }) => id);

describe("articlesOf", () => {
  it.each<[string, Page]>([
    ["a page of one article", page(block(0, undefined, "title"), block(1))],
    ["a page of one article beside which nothing stands", page(block(0, 1), block(1, 1))],
    ["an empty page", page()],
  ])("leaves %s as it is", (_, one) => {
    expect(articlesOf(one)).toEqual([one]);
  });

  it("parts articles, and what stands beside them", () => {
    const articles = articlesOf(page(block(0), block(1, 1, "heading"), block(2, 1), block(3, 2), block(4)));
    expect(articles.map(idsOf)).toEqual([[0, 4], [1, 2], [3]]);
    expect(articles.map(({ title }) => title)).toEqual(["The page's", "Block 1", "The page's"]);
    for (const { lang, published } of articles) expect([lang, published]).toEqual(["en", "2026-04-02"]);
  });
});

it("joins what was found in them, each deal once", () => {
  const reading = (deals: string[]): Reading => ({
    lang: "en",
    published: null,
    asOf: "2026-04-02",
    deals,
    claims: [],
  });
  expect(joinReadings([reading(["a", "b"]), reading(["b", "c"])]).deals).toEqual(["a", "b", "c"]);
});
