/** The one door of reading: a page's text in, claims with verdicts out. Pure: no clock, no network, no DOM. */
import { isMoney } from "../deals/schema.ts";
import { type Article, prepareArticle, type Sentence } from "./article.ts";
import { articlesOf, joinReadings } from "./articles.ts";
import { attribute } from "./claims/attribute.ts";
import { candidateDeals } from "./claims/candidates.ts";
import { addLabel } from "./claims/cells.ts";
import { carryOn, isConverted, restated, withUnit } from "./claims/in-line.ts";
import { Nearby } from "./claims/nearby.ts";
import { Discourse, nearnessOf } from "./claims/nearness.ts";
import type { Attribution, Scene } from "./claims/scene.ts";
import { seriesOf } from "./claims/series.ts";
import { stateClaim } from "./claims/state.ts";
import { type Placed, unswap } from "./claims/swap.ts";
import { dealsOfSentence } from "./claims/talked-about.ts";
import { cuesAbove, weighCues } from "./cues.ts";
import type { Claim, DealIndex, Page, Reading, ReadOptions } from "./types.ts";
import { daysOf, judge } from "./verdict.ts";

/**
 * Reads a page: which deals it talks about, which figures it states about them, and how each compares with the record.
 *
 * @param page blocks in reading order; offsets of claims lead back into their text
 * @param index the dataset
 * @returns no claims where the language is unknown, no deal is named, or nothing is stated
 */
export const read = (page: Page, index: DealIndex, options: ReadOptions): Reading =>
  joinReadings(articlesOf(page).map((article) => readArticle(article, prepareArticle(article, index), index, options)));

/**
 * The second half of `read`, for those who look up an article's deals in between: who is named says which they are.
 *
 * @param article the page made ready; it is not changed, and can be read again
 */
export function readArticle(page: Page, article: Article | null, index: DealIndex, options: ReadOptions): Reading {
  const reading: Reading = {
    lang: page.lang ?? "",
    published: page.published ?? null,
    asOf: options.asOf,
    deals: [],
    claims: [],
  };
  if (!article) return reading;
  reading.lang = page.lang ?? article.pack.tag;
  const deals = new Set<string>();
  const candidatesOn = new Map<string, Nearby>();
  const discourse = new Discourse(article);
  let current: string | null = null;
  for (const sentence of article.sentences) {
    const published = sentence.block.source.published ?? page.published ?? null;
    const day = published ?? options.asOf;
    let nearby = candidatesOn.get(day);
    if (!nearby) {
      nearby = new Nearby(candidateDeals(article, index, day, options.asOf));
      candidatesOn.set(day, nearby);
    }
    const candidates = sentence.quantities.length > 0 ? nearby.around(sentence, discourse) : [];
    // Most sentences state no figure, or none near a deal.
    if (candidates.length > 0) {
      const days = daysOf({ published, asOf: options.asOf });
      const setting = { article, discourse, candidates, index, published, asOf: options.asOf, days };
      for (const { scene, attribution } of placeFigures(sentence, setting, current)) {
        reading.claims.push(claim(scene, attribution));
        deals.add(attribution.deal.id);
        current = attribution.deal.id;
      }
    }
    if (sentence.mentions.length > 0 && nearby.all.length > 0) {
      for (const { deal } of sentence.mentions) if (deal) current = deal;
      for (const id of dealsOfSentence(sentence, nearby.inSentence(sentence), nearby.all, deals)) deals.add(id);
    }
    discourse.pass(sentence);
  }
  reading.deals = [...deals];
  return reading;
}

type Setting = Pick<Scene, "candidates" | "index" | "published" | "asOf" | "days"> & {
  article: Article;
  discourse: Discourse;
};

/** Characters over which the words around a figure lose their say: fewer where a character is a word. */
const reachOf = (sentence: Sentence): number => (sentence.block.pack.words === "unspaced" ? 24 : 70);

/** The sentence's figures that belong to a deal, each with its deal and metric. */
function placeFigures(sentence: Sentence, setting: Setting, before: string | null): (Placed & { scene: Scene })[] {
  const { article, discourse, candidates, index, published, asOf, days } = setting;
  const placed: (Placed & { scene: Scene })[] = [];
  const { text } = sentence.block.folded;
  const reach = reachOf(sentence);
  // Its hedges belong to the figure: what stands before them stands right beside it.
  const spans = sentence.quantities.map(({ hedgedFrom, foldedEnd }) => ({ start: hedgedFrom, end: foldedEnd }));
  const series = seriesOf(sentence);
  const perUnit = sentence.cues.some((hit) => hit.cues.includes("perUnit"));
  let current = before;
  for (const quantity of [...sentence.quantities, ...sentence.fractions]) {
    const span = { start: quantity.hedgedFrom, end: quantity.foldedEnd };
    const cues = weighCues(text, sentence.cues, span, spans, reach);
    const wide = weighCues(text, sentence.cues, span, [], reach * 3);
    for (const weights of [cues, wide]) addLabel(weights, sentence, article);
    // "For each gigawatt, …" holds to the end of its sentence.
    if (perUnit && isMoney(quantity.unit)) cues.perUnit = Math.max(cues.perUnit ?? 0, 0.6);
    // What a conversion is compared with is its own other half.
    if (isConverted(quantity, sentence)) cues.comparison = 0;
    const nearness = nearnessOf(quantity, sentence, discourse);
    const figure = carryOn(withUnit(quantity, article, sentence), cues, placed.at(-1), sentence);
    const scene: Scene = {
      quantity: figure,
      sentence,
      cues,
      wide,
      nearness,
      candidates,
      index,
      published,
      asOf,
      days,
      current,
      series,
    };
    const attribution = restated(scene, placed.at(-1)) ?? attribute(scene);
    if (!attribution || (figure.unitFrom === "assumed" && !isKnown(attribution, figure))) continue;
    placed.push({ scene, attribution, nearness });
    current = attribution.deal.id;
  }
  unswap(placed);
  return placed;
}

/** Whether the record has the number; a fraction of a company must be that very stake. */
const isKnown = ({ match }: Attribution, { unit }: Scene["quantity"]): boolean =>
  match !== null && (unit !== "%" || match.factor === 1);

function claim(scene: Scene, attribution: Attribution): Claim {
  const { quantity, sentence, cues, nearness, index, published, asOf } = scene;
  const statement = stateClaim(scene, attribution);
  const judgement = judge(statement, attribution.deal, { index, published, asOf, lang: sentence.block.pack.tag });
  if (quantity.anglicism) judgement.notes.push("anglicism");
  return {
    ...judgement,
    block: sentence.block.source.id,
    start: quantity.start,
    end: quantity.end,
    text: quantity.text,
    deal: statement.deal,
    metric: statement.metric,
    value: statement.value,
    valueTo: statement.valueTo,
    unit: statement.unit,
    qualifier: statement.qualifier,
    evidence: {
      deal: attribution.deal.parties.filter(({ party }) => nearness.party(party) >= 0.7).map(({ party }) => party),
      metric: cuesAbove(cues, 0.4),
    },
    confidence: Math.round(100 / (1 + Math.exp(-(attribution.score - 3)))) / 100,
  };
}
