/** The one door of reading: a page's text in, claims with verdicts out. Pure: no clock, no network, no DOM. */
import { isMoney } from "../deals/schema.ts";
import { type Article, prepareArticle, type Sentence } from "./article.ts";
import { type Attribution, attribute, type Scene } from "./claims/attribute.ts";
import { type Candidate, candidateDeals } from "./claims/candidates.ts";
import { dealing } from "./claims/metrics.ts";
import { Discourse, nearnessOf } from "./claims/nearness.ts";
import { stateClaim } from "./claims/state.ts";
import { type Placed, unswap } from "./claims/swap.ts";
import { dealsOfSentence } from "./claims/talked-about.ts";
import { type CueWeights, weighCues } from "./cues.ts";
import type { ReadQuantity } from "./quantities.ts";
import type { Claim, DealIndex, Page, Reading, ReadOptions } from "./types.ts";
import { judge } from "./verdict.ts";

/**
 * Reads a page: which deals it talks about, which figures it states about them, and how each compares with the record.
 *
 * @param page blocks in reading order; offsets of claims lead back into their text
 * @param index the dataset
 * @returns no claims where the language is unknown, no deal is named, or nothing is stated
 */
export function read(page: Page, index: DealIndex, options: ReadOptions): Reading {
  const reading: Reading = {
    lang: page.lang ?? "",
    published: page.published ?? null,
    asOf: options.asOf,
    deals: [],
    claims: [],
  };
  const article = prepareArticle(page, index);
  if (!article) return reading;
  reading.lang = page.lang ?? article.pack.tag;
  const deals = new Set<string>();
  const candidatesOn = new Map<string, Candidate[]>();
  const discourse = new Discourse(article);
  let current: string | null = null;
  for (const sentence of article.sentences) {
    const published = sentence.block.source.published ?? page.published ?? null;
    const day = published ?? options.asOf;
    let candidates = candidatesOn.get(day);
    if (!candidates) candidatesOn.set(day, (candidates = candidateDeals(article, index, day)));
    if (candidates.length > 0) {
      const spans = sentence.quantities.map(({ foldedStart, foldedEnd }) => ({ start: foldedStart, end: foldedEnd }));
      const placed: (Placed & { scene: Scene })[] = [];
      for (const quantity of sentence.quantities) {
        const before = placed.at(-1);
        const figure = inLine(withUnit(quantity, article, sentence), before, sentence);
        const span = { start: quantity.foldedStart, end: quantity.foldedEnd };
        const reach = sentence.block.pack.words === "unspaced" ? 24 : 70;
        const cues = weighCues(sentence.block.folded.text, sentence.cues, span, spans, reach);
        // "Over 300 billion for one and 180 for the other": the second figure is said of the same thing as the first.
        if (before && isElliptic(cues) && before.attribution.metric.startsWith("valuation")) cues.valuation = 0.5;
        if (before?.attribution.metric === "share-price" && isElliptic(cues))
          cues.sharePrice = Math.max(cues.sharePrice ?? 0, 0.5);
        const wide = weighCues(sentence.block.folded.text, sentence.cues, span, [], reach * 3);
        const nearness = nearnessOf(quantity, sentence, discourse);
        const scene: Scene = {
          quantity: figure,
          sentence,
          cues,
          wide,
          nearness,
          candidates,
          index,
          published,
          asOf: options.asOf,
          current,
          series: seriesOf(sentence),
        };
        const attribution = attribute(scene);
        if (!attribution) continue;
        if (figure.unitFrom === "assumed" && attribution.match === null) continue;
        placed.push({ scene, attribution, nearness });
        current = attribution.deal.id;
      }
      unswap(placed);
      for (const { scene, attribution } of placed) {
        reading.claims.push(claim(scene, attribution));
        deals.add(attribution.deal.id);
      }
      for (const { deal } of sentence.mentions) if (deal) current = deal;
      for (const id of dealsOfSentence(sentence, candidates, discourse, deals)) deals.add(id);
    }
    discourse.pass(sentence);
  }
  reading.deals = [...deals];
  return reading;
}

/** "Series G", "série C", "C轮", "シリーズE": the letter of the round that a sentence names, if it names one. */
function seriesOf({ block, start, end }: Sentence): string | null {
  const text = block.folded.text.slice(start, end);
  const match =
    /(?:series|séries?|serie|seri|rodada|runde|раунд[а-я]*|серии|серія|серії|シリーズ|시리즈|السلسله|vòng(?: gọi vốn)?(?: series)?) ?([a-k])(?![\p{L}\p{N}])|(?<![a-z])([a-k])\+? ?(?:轮|輪|ラウンド)/u.exec(
      text,
    );
  return match?.[1] ?? match?.[2] ?? null;
}

/** Whether no words of its own tell what a figure is. */
const isElliptic = (cues: CueWeights): boolean =>
  (cues.valuation ?? 0) < 0.2 && dealing(cues) < 0.5 && (cues.stake ?? 0) < 0.3;

/** A hedge before the first of two figures in line goes for the second, too. */
function inLine(
  quantity: ReadQuantity,
  before: { scene: Scene } | undefined,
  { block, quantities }: Sentence,
): ReadQuantity {
  const first = before?.scene.quantity;
  if (
    !first ||
    quantity.qualifier !== "exact" ||
    !["over", "about"].includes(first.qualifier) ||
    first.unit !== quantity.unit
  )
    return quantity;
  const isNext =
    quantities.findIndex((one) => one.foldedStart === quantity.foldedStart) ===
    quantities.findIndex((one) => one.foldedStart === first.foldedStart) + 1;
  const between = block.folded.text.slice(first.foldedEnd, quantity.foldedStart);
  return isNext && between.length <= 45 && !/[.;:()]/.test(between)
    ? { ...quantity, qualifier: first.qualifier }
    : quantity;
}

/** "800 billion" among dollar amounts is taken for dollars. */
function withUnit(quantity: ReadQuantity, article: Article, sentence: Sentence): ReadQuantity {
  if (!quantity.bare || !quantity.scaled || quantity.value < 1e6) return quantity;
  const before = sentence.quantities
    .filter(({ foldedStart, unit }) => foldedStart < quantity.foldedStart && isMoney(unit))
    .at(-1);
  const unit = before?.unit ?? article.currency;
  return unit ? { ...quantity, unit, unitFrom: "assumed" } : quantity;
}

function claim(scene: Scene, attribution: Attribution): Claim {
  const { quantity, sentence, cues, nearness, index, published, asOf } = scene;
  const statement = stateClaim(quantity, attribution, cues, nearness);
  const judgement = judge(statement, attribution.deal, { index, published, asOf, lang: sentence.block.pack.tag });
  if (quantity.anglicism) judgement.notes.push("anglicism");
  if (quantity.unitFrom === "assumed") judgement.notes.push("unit-assumed");
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
      metric: Object.entries(cues)
        .filter(([, weight]) => weight > 0.4)
        .map(([cue]) => cue),
    },
    confidence: Math.round(100 / (1 + Math.exp(-(attribution.score - 3)))) / 100,
  };
}
