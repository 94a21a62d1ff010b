/** Several articles on one page are read each for itself: what one is about says nothing of the next. */
import type { Block, Page, Reading } from "./types.ts";

/**
 * The articles of a page, each a page of its own, in reading order; what stands beside them together as another one. The
 * page itself where it holds but one.
 */
export function articlesOf(page: Page): Page[] {
  const articles = new Map<number | undefined, Block[]>();
  for (const block of page.blocks) {
    const blocks = articles.get(block.article);
    if (blocks) blocks.push(block);
    else articles.set(block.article, [block]);
  }
  if (articles.size < 2) return [page];
  return [...articles.values()].map((blocks) => ({ ...page, ...titleOf(blocks), blocks }));
}

/** The article's own headline, where it has one: the page's is another article's, or none's. */
function titleOf(blocks: readonly Block[]): { title?: string } {
  const headline = blocks.find(({ role }) => role === "title" || role === "heading");
  return headline ? { title: headline.text } : {};
}

/** What was found in the articles of a page, as one reading of it. @param readings at least one */
export function joinReadings(readings: readonly Reading[]): Reading {
  const [first] = readings as [Reading];
  if (readings.length === 1) return first;
  return {
    ...first,
    deals: [...new Set(readings.flatMap(({ deals }) => deals))],
    claims: readings.flatMap(({ claims }) => claims),
  };
}
