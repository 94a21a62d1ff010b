/** Deals as they are asked for: whoever asks gets an index, and what it has not at hand is fetched before he asks again. */
import type { Dataset, Deal } from "../deals/schema.ts";
import { cutArticle, nameArticle } from "../reading/article.ts";
import { articlesOf, joinReadings } from "../reading/articles.ts";
import { createNameMatcher, type NameMatcher } from "../reading/names.ts";
import { readArticle } from "../reading/read.ts";
import type { Block, NameIndex, Page, Reading, ReadOptions } from "../reading/types.ts";
import type { AskedGraph } from "./deal-graph.ts";
import { createDealIndex, type ExplainingIndex } from "./deal-index.ts";
import type { DealShelf } from "./deal-shelf.ts";
import type { MonthlyRates } from "./rates.ts";

export type DealStore = {
  readonly version: string;
  /** The number of deals. */
  readonly size: number;
  readonly names: NameIndex;
  readonly rates: MonthlyRates;
  /** Begins to fetch the deals that `readArticle` will ask for, of an article that names these parties. */
  fetchAhead(named: ReadonlySet<string>): void;
  /**
   * The answer to a question, which may be asked several times: until all the deals that it asks for are at hand. It must
   * ask for the same each time, and keep nothing of an answer in between.
   *
   * @throws what the question throws; {BrokenDataset} where a deal cannot be fetched
   */
  ask<Answer>(question: (index: ExplainingIndex) => Answer): Promise<Answer>;
};

/** Reads a page as `read` does, over no more deals than it is about. */
export async function readFrom(store: DealStore, page: Page, options: ReadOptions): Promise<Reading> {
  const readings: Reading[] = [];
  for (const one of articlesOf(page)) readings.push(await readOne(store, one, options));
  return joinReadings(readings);
}

/** The last reading of each article, by its first block. */
const kept = new WeakMap<Block, { store: DealStore; page: Page; asOf: string; reading: Reading }>();

/** An article of the same blocks (the same objects) is not read again: of a list that grows, only what is new. */
async function readOne(store: DealStore, page: Page, options: ReadOptions): Promise<Reading> {
  const [first] = page.blocks;
  const before = first && kept.get(first);
  if (before?.store === store && before.asOf === options.asOf && isSame(before.page, page)) return before.reading;
  const named = nameArticle(page, store.names);
  // The database looks for them while the article is cut into sentences.
  if (named) store.fetchAhead(new Set(named.salience.keys()));
  const article = named && cutArticle(named);
  const reading = await store.ask((index) => readArticle(page, article, index, options));
  if (first) kept.set(first, { store, page, asOf: options.asOf, reading });
  return reading;
}

const isSame = (one: Page, other: Page): boolean =>
  one.lang === other.lang &&
  one.title === other.title &&
  one.published === other.published &&
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, i) => block === other.blocks[i]);

/** A store that has everything in memory. */
export function storeInMemory(dataset: Dataset): DealStore {
  const index = createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals));
  return {
    version: index.version,
    size: index.size,
    names: index,
    rates: index,
    fetchAhead() {},
    ask: async (question) => question(index),
  };
}

/** A store that has names and the graph in memory, and fetches deals from a shelf. */
export function storeOnShelf({
  version,
  names,
  graph,
  rates,
  shelf,
}: {
  version: string;
  names: NameMatcher;
  graph: AskedGraph;
  rates: MonthlyRates;
  shelf: DealShelf;
}): DealStore {
  const nameIndex: NameIndex = {
    findNames: (text, lang) => names.find(text, lang),
    kindOf: (party) => graph.kindOf(party),
    dealsWith: (party, others) => graph.dealsWith(party, others),
  };
  const { size } = graph;
  return {
    version,
    size,
    names: nameIndex,
    rates,
    fetchAhead(named) {
      const numbers = new Set(graph.dealsNaming(named));
      for (const number of numbers) withLinks(graph, number, numbers);
      shelf.fetchAhead(numbers);
    },
    async ask(question) {
      const hand = createHand();
      for (;;) {
        const wanted = { numbers: new Set<number>(), ids: new Set<string>() };
        const index = { version, size, ...nameIndex, ...rates, ...inHand(graph, hand, wanted) };
        try {
          const answer = question(index);
          if (wanted.numbers.size + wanted.ids.size === 0) return answer;
        } catch (error) {
          // Without what it asked for, a question may well fail.
          if (wanted.numbers.size + wanted.ids.size === 0) throw error;
        }
        for (const number of wanted.numbers) withLinks(graph, number, wanted.numbers);
        hand.take(await shelf.fetch(wanted.numbers, wanted.ids), wanted.ids);
      }
    },
  };
}

/** A deal leads to the one that took its place, and that to the next: fetched together, they are not asked for one by one. */
function withLinks(graph: AskedGraph, number: number, all: Set<number>): void {
  for (const linked of graph.linksOf(number))
    if (!all.has(linked)) {
      all.add(linked);
      withLinks(graph, linked, all);
    }
}

/** The deals that were fetched for a question. */
function createHand() {
  const byNumber = new Map<number, Deal>();
  const numbers = new Map<string, number>();
  const absent = new Set<string>();
  return {
    deal: (number: number) => byNumber.get(number),
    numberOf: (id: string) => numbers.get(id),
    isAbsent: (id: string) => absent.has(id),
    take(fetched: ReadonlyMap<number, Deal>, ids: Iterable<string>) {
      for (const [number, deal] of fetched) {
        byNumber.set(number, deal);
        numbers.set(deal.id, number);
      }
      for (const id of ids) if (!numbers.has(id)) absent.add(id);
    },
  };
}

/** Unwinds a question that makes no sense before its deals are there. */
const NOT_YET = new Error("Deals are being fetched");

/** The part of an index that is about deals, over those in hand; what is missing is noted in `wanted`. */
function inHand(
  graph: AskedGraph,
  hand: ReturnType<typeof createHand>,
  wanted: { numbers: Set<number>; ids: Set<string> },
): Pick<ExplainingIndex, "deal" | "dealsOf" | "dealCount" | "dealsNaming" | "partsOf"> {
  const all = (numbers: readonly number[]): Deal[] =>
    numbers.flatMap((number) => {
      const deal = hand.deal(number);
      if (!deal) wanted.numbers.add(number);
      return deal ?? [];
    });
  const deal = (id: string): Deal | undefined => {
    const number = hand.numberOf(id);
    if (number === undefined && !hand.isAbsent(id)) wanted.ids.add(id);
    return number === undefined ? undefined : hand.deal(number);
  };
  return {
    deal,
    dealsOf: (party, other) => all(graph.dealsOf(party, other)),
    dealCount: (party) => graph.dealCount(party),
    dealsNaming(named) {
      const deals = all(graph.dealsNaming(named));
      // All else follows from these.
      if (wanted.numbers.size > 0) throw NOT_YET;
      return deals;
    },
    partsOf(id) {
      deal(id);
      const number = hand.numberOf(id);
      return number === undefined ? [] : all(graph.partsOf(number));
    },
  };
}
