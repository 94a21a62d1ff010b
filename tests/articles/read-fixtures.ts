/** Reads every article fixture with the real engine and dataset, and scores it. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { readPage } from "../../cli/read-page.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { createNameMatcher } from "../../lib/reading/names.ts";
import { read } from "../../lib/reading/read.ts";
import { type Expected, scoreArticle, type Tally } from "./score.ts";

const root = path.resolve(import.meta.dirname, "../..");
const fixtures = path.join(root, "tests/fixtures/articles");
/** What "now" is for the labels. */
const labelledOn = "2026-11-22";

export type ScoredArticle = { slug: string; lang: string; tally: Tally; misses: string[] };

/** @param wanted language or beginning of a slug; all where left out */
export async function scoreFixtures(wanted = ""): Promise<ScoredArticle[]> {
  const { dataset } = await loadDataset(root);
  const index = createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals));
  const scored: ScoredArticle[] = [];
  for (const slug of readdirSync(fixtures).sort()) {
    const expected = JSON.parse(readFileSync(path.join(fixtures, slug, "expected.json"), "utf8")) as Expected;
    if (wanted !== "" && expected.lang !== wanted && !slug.startsWith(wanted)) continue;
    const page = readPage(readFileSync(path.join(fixtures, slug, "page.html")));
    const reading = read(page, index, { asOf: labelledOn });
    const starts = new Map<number, number>();
    let text = "";
    for (const block of page.blocks) {
      starts.set(block.id, text.length);
      text += `${block.text}\n`;
    }
    const claims = reading.claims.map((claim) => {
      const offset = starts.get(claim.block) ?? 0;
      return { ...claim, at: { start: offset + claim.start, end: offset + claim.end } };
    });
    scored.push({ slug, lang: expected.lang, ...scoreArticle(expected, { deals: reading.deals, claims }, text) });
  }
  return scored;
}
