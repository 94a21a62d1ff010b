import { expect, it } from "vitest";
import type { PageText } from "../../lib/protocol.ts";
import { createArticles } from "./articles.ts";

const block = (id: number, text = `text ${id}`) => ({ id, text, role: "text" as const });
const page = (order: number[], blocks: PageText["blocks"], document = "d"): PageText => ({ document, order, blocks });

it("puts an article together from what changed and what was sent before", () => {
  const articles = createArticles();
  const first = articles.update(1, 0, page([0, 1], [block(0), block(1)]));
  const second = articles.update(1, 0, page([2, 0, 1], [block(2), block(1, "changed")]));
  expect(second?.map(({ text }) => text)).toEqual(["text 2", "text 0", "changed"]);
  expect(second?.[1]).toBe(first?.[0]);
});

it.each<[string, PageText, number, number]>([
  ["another document", page([0], [], "other"), 1, 0],
  ["another frame", page([0], []), 1, 4],
  ["another tab", page([0], []), 2, 0],
  ["a block that was never sent", page([0, 9], []), 1, 0],
])("does not know the blocks of %s", (_, change, tab, frame) => {
  const articles = createArticles();
  articles.update(1, 0, page([0], [block(0)]));
  expect(articles.update(tab, frame, change)).toBeNull();
});

it("puts an article together from parts that came ahead of it", () => {
  const articles = createArticles();
  articles.keep(1, 0, { document: "d", blocks: [block(0), block(1)] });
  articles.keep(1, 0, { document: "d", blocks: [block(1, "changed"), block(2)] });
  const blocks = articles.update(1, 0, page([0, 1, 2, 3], [block(3)]));
  expect(blocks?.map(({ text }) => text)).toEqual(["text 0", "changed", "text 2", "text 3"]);
});

it("keeps no part of the document before", () => {
  const articles = createArticles();
  articles.keep(1, 0, { document: "before", blocks: [block(0)] });
  articles.keep(1, 0, { document: "d", blocks: [block(1)] });
  expect(articles.update(1, 0, page([0, 1], []))).toBeNull();
});

it("forgets blocks that are no longer in the article", () => {
  const articles = createArticles();
  articles.update(1, 0, page([0, 1], [block(0), block(1)]));
  articles.update(1, 0, page([0], []));
  expect(articles.update(1, 0, page([0, 1], []))).toBeNull();
});

it.each([
  ["d", false],
  ["before", true],
])("forgets an article with its document: after %s has left, the blocks of d are known: %s", (document, isKnown) => {
  const articles = createArticles();
  articles.keep(1, 0, { document: "before", blocks: [] });
  const blocks = articles.update(1, 0, page([0], [block(0)]));
  articles.forget(1, 0, document);
  expect(articles.isLatest(1, 0, blocks ?? [])).toBe(isKnown);
  expect(articles.update(1, 0, page([0], [])) !== null).toBe(isKnown);
});

it("keeps the articles that changed last, and no more than there is room for", () => {
  const articles = createArticles();
  for (let tab = 0; tab < 60; tab++) articles.update(tab, 0, page([0], [block(0)]));
  expect(articles.update(0, 0, page([0], []))).toBeNull();
  expect(articles.update(59, 0, page([0], []))).toHaveLength(1);
});
