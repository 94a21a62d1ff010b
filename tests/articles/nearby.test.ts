/** Holds that leaving deals out of weighing loses none: in articles as long as many labelled ones together. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { readPage } from "../../cli/read-page.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { prepareArticle } from "../../lib/reading/article.ts";
import { candidateDeals } from "../../lib/reading/claims/candidates.ts";
import { Nearby } from "../../lib/reading/claims/nearby.ts";
import { Discourse, nearnessOf } from "../../lib/reading/claims/nearness.ts";
import { partyEvidence } from "../../lib/reading/claims/party-evidence.ts";
import { createNameMatcher } from "../../lib/reading/names.ts";
import type { DealIndex } from "../../lib/reading/types.ts";

const root = path.resolve(import.meta.dirname, "../..");
const fixtures = path.join(root, "tests/fixtures/articles");
let index: DealIndex;

beforeAll(async () => {
  const { dataset } = await loadDataset(root);
  index = createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals));
}, 60_000);

it.each(["en", "ja", "ru"])("weighs every deal that has evidence enough, in long articles in %s", (lang) => {
  const blocks = readdirSync(fixtures)
    .filter((slug) => slug.startsWith(`${lang}-`))
    .sort()
    .flatMap((slug) => readPage(readFileSync(path.join(fixtures, slug, "page.html"))).blocks)
    .map((block, id) => ({ ...block, id }));
  const article = prepareArticle({ lang, title: blocks[0]?.text ?? "", blocks }, index);
  if (!article) throw new Error(`No pack for ${lang}`);
  const nearby = new Nearby(candidateDeals(article, index, "2026-11-22", "2026-11-22"));
  const discourse = new Discourse(article);
  const lost: string[] = [];
  let leftOut = 0;
  for (const sentence of article.sentences) {
    const around = new Set(nearby.around(sentence, discourse));
    for (const quantity of sentence.quantities) {
      const nearness = nearnessOf(quantity, sentence, discourse);
      for (const candidate of nearby.all) {
        if (around.has(candidate)) continue;
        leftOut++;
        if (partyEvidence(candidate, nearness) >= 1) lost.push(`${candidate.deal.id} for ${quantity.text}`);
      }
    }
    discourse.pass(sentence);
  }
  expect(lost).toEqual([]);
  expect(leftOut).toBeGreaterThan(1000);
});
