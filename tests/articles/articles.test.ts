/** Reads every labelled article, and fails where reading has got worse in a language. `npm run eval -- --list` says how. */
import { beforeAll, describe, expect, it } from "vitest";
import { type Floor, floors, shares } from "./floors.ts";
import { type ScoredArticle, scoreFixtures } from "./read-fixtures.ts";
import { addTally, emptyTally, type Tally } from "./score.ts";

let articles: ScoredArticle[] = [];

beforeAll(async () => {
  articles = await scoreFixtures();
}, 60_000);

describe("the labels", () => {
  it("stand in the text of their pages", () => {
    const lost = articles.flatMap(({ slug, misses }) =>
      misses.filter((miss) => miss.startsWith("label not in the text")).map((miss) => `${slug}: ${miss}`),
    );
    expect(lost).toEqual([]);
  });

  it("are of languages that have floors, and floors of languages that have labels", () => {
    expect([...new Set(articles.map(({ lang }) => lang))].sort()).toEqual(Object.keys(floors).sort());
  });

  it("count at least ten articles a language", () => {
    const few = Object.keys(floors).filter((lang) => articles.filter((article) => article.lang === lang).length < 10);
    expect(few).toEqual([]);
  });
});

describe.each(Object.entries(floors))("articles in %s", (lang, floor) => {
  it.each(Object.entries(shares) as [keyof Floor, [keyof Tally, keyof Tally]][])(
    "keep their %s",
    (name, [part, whole]) => {
      const sum = emptyTally();
      for (const article of articles) if (article.lang === lang) addTally(sum, article.tally);
      const reached = sum[whole] === 0 ? 100 : (100 * sum[part]) / sum[whole];
      const misses = articles
        .filter((article) => article.lang === lang)
        .flatMap(({ slug, misses }) => misses.map((miss) => `${slug}: ${miss}`));
      expect(reached, misses.join("\n")).toBeGreaterThanOrEqual(floor[name]);
    },
  );
});
