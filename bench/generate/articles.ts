/** Articles to read, made from the labelled ones and from prose without figures. Seeded: the same in every run. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readPage } from "../../cli/read-page.ts";
import { type Language, languages } from "../../lib/interface/i18n.ts";
import type { Block, Page } from "../../lib/reading/types.ts";
import type { Random } from "../random.ts";
import { prose } from "./prose.ts";

const fixtures = path.resolve(import.meta.dirname, "../../tests/fixtures/articles");

export type Labelled = { slug: string; language: Language; page: Page };

/** The project's labelled articles: nearly every sentence states a figure. */
export function labelledArticles(): Labelled[] {
  return readdirSync(fixtures)
    .sort()
    .map((slug) => {
      const page = readPage(readFileSync(path.join(fixtures, slug, "page.html")));
      const expected = JSON.parse(readFileSync(path.join(fixtures, slug, "expected.json"), "utf8")) as { lang: string };
      const language = languages.find((tag) => tag.toLowerCase() === expected.lang.toLowerCase());
      if (!language) throw new Error(`${slug} is in ${expected.lang}, for which there is no prose to mix in`);
      return { slug, language, page };
    });
}

/** Of so many blocks one is a labelled article's; the others are prose. Gives a figure in some 200 characters. */
const proseBlocks = 2;

/**
 * A news article of about `bytes` (UTF-8) in a language, of real paragraphs with prose between.
 *
 * @param subjects it is about so many of the labelled articles' subjects
 */
export function newsArticle(
  language: Language,
  bytes: number,
  articles: readonly Labelled[],
  random: Random,
  subjects = 2,
): Page {
  const own = random.shuffle(articles.filter((article) => article.language === language)).slice(0, subjects);
  const blocks: Block[] = [];
  let size = 0;
  const add = (text: string, role: Block["role"]): void => {
    blocks.push({ id: blocks.length, text, role });
    size += Buffer.byteLength(text);
  };
  while (size < bytes) {
    for (const { text, role } of random.pick(own).page.blocks) {
      if (size >= bytes) break;
      add(text, role === "title" && blocks.length > 0 ? "heading" : role);
      for (let i = 0; i < proseBlocks; i++) add(random.shuffle(prose[language]).slice(0, 2).join(" "), "text");
    }
  }
  return { lang: language, published: "2026-03-02", title: blocks[0]?.text ?? "", blocks };
}

/** Articles of some 6 kB in all languages by turns, `bytes` in all. */
export function newsMix(bytes: number, articles: readonly Labelled[], random: Random): Page[] {
  const pages: Page[] = [];
  for (let size = 0; size < bytes; ) {
    const language = languages[pages.length % languages.length] as Language;
    const page = newsArticle(language, Math.min(6000, bytes - size), articles, random);
    pages.push(page);
    size += bytesOf(page);
  }
  return pages;
}

/** The page's text in bytes of UTF-8. */
export const bytesOf = (page: Page): number => page.blocks.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
