/**
 * Builds the index over the feeds in use and puts it in the place of the one before, in one transaction.
 *
 * It is made in short stretches, page by page, so that pages of articles are read meanwhile, by the index before. Stopped
 * at any moment, nothing has changed: the next start sees that the index is not of the generations in use.
 */
import { Dexie } from "dexie";
import type { Dataset } from "../deals/schema.ts";
import { createNameCompiler } from "../reading/names.ts";
import { createGraph } from "./build-graph.ts";
import { type DatasetDatabase, type Generation, GenerationRow } from "./database.ts";
import { BrokenDataset } from "./deal-shelf.ts";
import { countPages, readPages, storePages } from "./generations.ts";
import { generationsInUse } from "./in-use.ts";
import { bytesOf, type IndexHead, indexRowsOf, LAYOUT, type StoredIndex } from "./index-rows.ts";
import { type Disagreement, type FeedDataset, mergeInSteps } from "./merge.ts";
import { type Pace, takeSteps } from "./pace.ts";
import {
  type ByKind,
  type Kind,
  kinds,
  makePage,
  type Page,
  pageCountFor,
  type RateRow,
  ratesOf,
  recordsByPage,
  recordsOf,
} from "./pages.ts";
import { rateSeriesOf } from "./rates.ts";
import { parsePage, type RecordOf } from "./read-dataset.ts";

/**
 * @param feeds in use, most trusted first
 * @returns the index, which is stored
 * @throws {BrokenDataset} where what is stored is not whole
 */
export async function buildIndex(db: DatasetDatabase, feeds: readonly string[], pace: Pace): Promise<StoredIndex> {
  const generations = await readGenerations(db, feeds);
  const [first, ...others] = generations;
  if (!first) throw new BrokenDataset("No feed has data");
  const source = others.length === 0 ? { pages: first.pages, disagreements: [] } : await merge(db, generations, pace);
  const head: IndexHead = {
    part: "head",
    layout: LAYOUT,
    of: generations.map(({ feed, id, version }) => ({ feed, generation: id, version })),
    version: first.version,
    rates: [],
    disagreements: source.disagreements,
  };

  const compiler = createNameCompiler();
  const graph = createGraph();
  for await (const { records } of readKind(db, "parties", source.pages, pace))
    for (const party of records) {
      compiler.addParty(party);
      graph.addParty(party);
    }
  for await (const { records, text } of readKind(db, "deals", source.pages, pace)) {
    for (const deal of records) compiler.addDeal(deal);
    graph.addPage(records, text);
  }
  const rates: RateRow[] = [];
  for await (const { records } of readKind(db, "rates", source.pages, pace)) rates.push(...records);
  head.rates = rateSeriesOf(ratesOf(rates));
  const index: StoredIndex = {
    head,
    pages: bytesOf(source.pages.deals),
    names: await takeSteps(compiler.finish(), pace),
    graph: await takeSteps(graph.finish(), pace),
  };

  const rows = await indexRowsOf(index, pace);
  await db.transaction("rw", db.indexes, db.pages, async () => {
    // Merged pages are nobody's until now: an update that ended meanwhile may have swept them away.
    const wanted = new Set(source.pages.deals);
    const found = others.length === 0 ? wanted.size : await countPages(db, wanted);
    if (found !== wanted.size) throw new BrokenDataset(`${wanted.size} pages expected, ${found} found`);
    await db.indexes.clear();
    await db.indexes.bulkPut(rows);
  });
  return index;
}

/** Makes sure that the next start builds a new index: the rules by which it is compiled may be others now. */
export const dropIndex = (db: DatasetDatabase): Promise<void> => db.indexes.clear();

async function readGenerations(db: DatasetDatabase, feeds: readonly string[]): Promise<Generation[]> {
  const inUse = generationsInUse(feeds, await db.pointers.toArray());
  const rows = await db.generations.bulkGet(inUse.map(({ generation }) => generation));
  return rows.flatMap((row, i) => {
    const parsed = GenerationRow.safeParse(row);
    // The next update fetches a broken one again; until then the other feeds answer.
    if (!parsed.success) console.warn(`The data of the feed ${inUse[i]?.feed} are broken`);
    return parsed.success ? [parsed.data as Generation] : [];
  });
}

/** A kind's records, page by page, each with its text. @throws {BrokenDataset} */
async function* readKind<K extends Kind>(
  db: DatasetDatabase,
  kind: K,
  pages: ByKind<readonly string[]>,
  pace: Pace,
): AsyncGenerator<{ records: RecordOf<K>[]; text: string }> {
  for (let i = 0; i < pages[kind].length; i += PAGES_A_BATCH) {
    const batch = pages[kind].slice(i, i + PAGES_A_BATCH);
    try {
      const texts = await readPages(db, batch);
      for (const hash of batch) {
        const text = texts.get(hash) as string;
        yield { records: parsePage(kind, text), text };
        await pace();
      }
    } catch (error) {
      if (error instanceof Dexie.DexieError) throw error;
      throw new BrokenDataset(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
}

/** So many that the database is not asked too often, so few that they take little memory. */
const PAGES_A_BATCH = 32;

/** Several feeds as one dataset, whose pages are stored; those that are as a feed has them are there already. */
async function merge(
  db: DatasetDatabase,
  generations: readonly Generation[],
  pace: Pace,
): Promise<{ pages: ByKind<string[]>; disagreements: Disagreement[] }> {
  const datasets: FeedDataset[] = [];
  for (const { feed, version, pages } of generations) {
    const all = async <K extends Kind>(kind: K): Promise<RecordOf<K>[]> => {
      const records: RecordOf<K>[] = [];
      for await (const page of readKind(db, kind, pages, pace)) records.push(...page.records);
      return records;
    };
    const dataset: Dataset = {
      version,
      deals: await all("deals"),
      parties: await all("parties"),
      rates: ratesOf(await all("rates")),
    };
    datasets.push({ feed, dataset });
  }
  const { dataset, disagreements } = await takeSteps(mergeInSteps(datasets), pace);
  const records = recordsOf(dataset);
  const pages: ByKind<string[]> = { deals: [], parties: [], rates: [] };
  for (const kind of kinds) {
    let made: Page[] = [];
    for (const page of recordsByPage(kind, records[kind], pageCountFor(records[kind].length))) {
      made.push(await makePage(kind, page));
      pages[kind].push((made.at(-1) as Page).hash);
      await pace();
      if (made.length < PAGES_A_BATCH) continue;
      await storePages(db, made);
      made = [];
    }
    await storePages(db, made);
  }
  return { pages, disagreements };
}
