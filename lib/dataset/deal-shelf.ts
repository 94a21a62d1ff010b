/** Deals fetched from their pages when they are asked for; those used lately are kept. */
import { type Deal, dealOfChecked } from "../deals/schema.ts";
import type { AskedGraph } from "./deal-graph.ts";
import { createPace, type Pause } from "./pace.ts";
import { pageOf } from "./pages.ts";
import type { DatasetReader } from "./reader.ts";

/** A deal takes two to four kilobytes of memory: some ten megabytes. */
const MOST_KEPT = 4000;
/** Pages read at a time: about a megabyte. */
const PAGES_A_BATCH = 128;

/** What is stored is not what the index says: it must be built anew. */
export class BrokenDataset extends Error {
  override name = "BrokenDataset";
}

export type DealShelf = {
  /**
   * The deals of these numbers, and of these ids where there are such, with their numbers.
   *
   * @throws {BrokenDataset} where a page or record is missing or broken
   */
  fetch(numbers: Iterable<number>, ids: Iterable<string>): Promise<Map<number, Deal>>;
  /** Begins to fetch what will be asked for: the database is asked before this returns. Whoever fetches next waits for it. */
  fetchAhead(numbers: Iterable<number>): void;
};

/** @param hashes of the pages of deals, 32 bytes each */
export function createDealShelf(reader: DatasetReader, graph: AskedGraph, hashes: Uint8Array, pause: Pause): DealShelf {
  /** By number, those used last at the end. */
  const kept = new Map<number, Deal>();
  const keptByPage = (page: number, id: string): [number, Deal] | null => {
    const [from, to] = graph.dealsOnPage(page);
    for (let number = from; number < to; number++) {
      const deal = kept.get(number);
      if (deal?.id === id) return [number, deal];
    }
    return null;
  };
  /** What is being fetched ahead. Whether that went well, whoever fetches the same will learn. */
  let ahead: Promise<unknown> | null = null;
  const hashOf = (page: number): string => hashes.subarray(page * 32, page * 32 + 32).toHex();

  return {
    async fetch(numbers, ids) {
      await ahead;
      return take(numbers, ids);
    },
    fetchAhead(numbers) {
      const mine = Promise.allSettled([ahead, take(numbers, [])]).then(() => {
        if (ahead === mine) ahead = null;
      });
      ahead = mine;
    },
  };

  async function take(numbers: Iterable<number>, ids: Iterable<string>): Promise<Map<number, Deal>> {
    const found = new Map<number, Deal>();
    /** By page: which of its deals are wanted. */
    const wanted = new Map<number, { numbers: Set<number>; ids: Set<string> }>();
    const want = (page: number) => {
      const of = wanted.get(page) ?? { numbers: new Set(), ids: new Set() };
      wanted.set(page, of);
      return of;
    };
    for (const number of numbers) {
      const deal = kept.get(number);
      if (deal) found.set(number, deal);
      else want(graph.pageOf(number)).numbers.add(number);
    }
    for (const id of ids) {
      const page = pageOf(id, graph.pageCount);
      const known = keptByPage(page, id);
      if (known) found.set(...known);
      else want(page).ids.add(id);
    }
    const pages = [...wanted.keys()];
    const pace = createPace(pause);
    for (let i = 0; i < pages.length; i += PAGES_A_BATCH) {
      const batch = pages.slice(i, i + PAGES_A_BATCH);
      const texts = await read(batch);
      for (const [j, page] of batch.entries()) {
        for (const [number, deal] of pick(page, texts[j] as string, want(page))) found.set(number, deal);
        await pace();
      }
    }
    for (const [number, deal] of found) {
      kept.delete(number);
      kept.set(number, deal);
    }
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
    return found;
  }

  async function read(pages: readonly number[]): Promise<string[]> {
    const wanted = pages.map(hashOf);
    const rows = await reader.pages(wanted).catch((cause: unknown) => {
      throw new BrokenDataset(cause instanceof Error ? cause.message : String(cause), { cause });
    });
    return rows.map((row, i) => {
      if (!row) throw new BrokenDataset(`Page ${wanted[i]} is missing`);
      return row.text;
    });
  }

  /** The wanted deals of a page. Of a page only they are parsed: there are sixteen on it, and mostly one is wanted. */
  function* pick(
    page: number,
    text: string,
    wanted: { numbers: ReadonlySet<number>; ids: ReadonlySet<string> },
  ): Generator<[number, Deal]> {
    if (text.length !== graph.textLength(page)) {
      throw new BrokenDataset(
        `Page ${page}: ${graph.textLength(page)} characters of deals expected, ${text.length} found`,
      );
    }
    const [from, to] = graph.dealsOnPage(page);
    for (let number = from; number < to; number++) {
      if (wanted.ids.size === 0 && !wanted.numbers.has(number)) continue;
      const deal = parseDeal(text.slice(...graph.recordIn(page, number)));
      if (!deal) throw new BrokenDataset(`Page ${page}: its deal ${number - from} is not as it was indexed`);
      if (wanted.numbers.has(number) || wanted.ids.has(deal.id)) yield [number, deal];
    }
  }
}

/** Null where it is none. */
function parseDeal(text: string): Deal | null {
  try {
    return dealOfChecked(JSON.parse(text));
  } catch {
    return null; // The caller says what was expected.
  }
}
