/** How fast text is read, and whether the time grows as the text does. */
import path from "node:path";
import { recognizeCurrency } from "@microsoft/recognizers-text-suite";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { createNameMatcher } from "../../lib/reading/names.ts";
import { read } from "../../lib/reading/read.ts";
import type { Page } from "../../lib/reading/types.ts";
import { bytesOf, labelledArticles, newsArticle, newsMix } from "../generate/articles.ts";
import { createRandom } from "../random.ts";
import type { Figure } from "../report.ts";
import { inTurn, type Spread } from "../statistics.ts";
import type { Suite } from "../suite.ts";

export const root = path.resolve(import.meta.dirname, "../..");
export const asOf = "2026-11-22";

const megabyte = 1e6;
/**
 * Rounds until the engine has compiled what is read with: it goes on doing so over some ten megabytes. What a background
 * takes that has only started is measured by the suite of the background.
 */
const warmUps = 8;
/** Long articles are about every subject there is, and name every deal's parties again and again. */
const everything = Number.POSITIVE_INFINITY;

/** Bytes in a time, as megabytes a second. Slow quartiles become low ones. */
const speed = (bytes: number, { runs, median, low, high, p95 }: Spread): Spread => ({
  runs,
  median: bytes / 1000 / median,
  low: bytes / 1000 / high,
  high: bytes / 1000 / low,
  p95: bytes / 1000 / p95,
});

export const reading: Suite = {
  name: "reading",
  async run({ runs, seed, quick }): Promise<Figure[]> {
    const { dataset } = await loadDataset(root);
    const index = createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals));
    const articles = labelledArticles();
    const readAll = (pages: readonly Page[]) => () => {
      for (const page of pages) read(page, index, { asOf });
      return undefined;
    };
    const mix = newsMix(quick ? 0.5 * megabyte : megabyte, articles, createRandom(seed));
    const dense = articles.map(({ page }) => page);
    const english = newsArticle("en", 4000, articles, createRandom(seed));
    const englishText = english.blocks.map(({ text }) => text).join("\n");
    const speeds = await inTurn(
      {
        mix: readAll(mix),
        dense: readAll(dense),
        english: readAll([english]),
        currencies: () => {
          recognizeCurrency(englishText, "en-us");
          return undefined;
        },
      },
      runs,
      quick ? 2 : warmUps,
    );
    const mixBytes = mix.reduce((sum, page) => sum + bytesOf(page), 0);
    const denseBytes = dense.reduce((sum, page) => sum + bytesOf(page), 0);
    const ours = speed(bytesOf(english), speeds.english);
    const theirs = speed(bytesOf(english), speeds.currencies);

    const one = newsArticle("en", megabyte, articles, createRandom(seed), everything);
    const eight = newsArticle("en", 8 * megabyte, articles, createRandom(seed), everything);
    const long = await inTurn({ one: readAll([one]), eight: readAll([eight]) }, quick ? 3 : Math.max(5, runs / 3), 1);
    const growth = long.eight.median / long.one.median;
    const mixSpeed = speed(mixBytes, speeds.mix);
    return [
      {
        name: "reading, 16 languages mixed, a figure in some 240 characters",
        unit: "MB/s",
        measured: mixSpeed,
        target: "≥ 5 MB/s",
        met: mixSpeed.median >= 5,
      },
      {
        name: "reading, the labelled articles alone, a figure in some 60 characters",
        unit: "MB/s",
        measured: speed(denseBytes, speeds.dense),
      },
      {
        name: "reading an English article of 4 kB, against Recognizers-Text finding currencies alone",
        unit: "MB/s",
        measured: ours,
        reference: { name: "Recognizers-Text", measured: theirs },
        ratio: ours.median / theirs.median,
        target: "≥ 30 ×",
        met: ours.median / theirs.median >= 30,
      },
      {
        name: "reading one article of 8 MB against one of 1 MB",
        unit: "ms",
        measured: long.eight,
        reference: { name: "1 MB", measured: long.one },
        ratio: growth,
        target: "≤ 8.8 ×",
        met: growth <= 8.8,
      },
    ];
  },
};
