/** From checked files to pages: what comes out must have the digest that was signed. */
import * as z from "zod/mini";
import type { ChunkRow } from "../dataset/database.ts";
import { createPace, type Pause } from "../dataset/pace.ts";
import {
  type ByKind,
  canonicalText,
  digestOf,
  idOf,
  type Kind,
  kinds,
  type Manifest,
  makePage,
  mapKinds,
  type Page,
  pageOf,
  type RawRecord,
  recordSchemas,
} from "../dataset/pages.ts";
import { parseCanonical } from "./canonical.ts";
import { inflate } from "./download.ts";
import { FeedError } from "./errors.ts";
import { type Catalog, Chunk, type ChunkEntry, Delta } from "./formats.ts";

/**
 * Parses a file that is too large to be parsed in one go, as `parseCanonical` does.
 *
 * @throws {FeedError} `no-feed`, `bad-record`
 */
async function parseLarge<T>(bytes: Uint8Array, schema: z.ZodMiniType<T>, what: string, pause: Pause): Promise<T> {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
    await pause();
    if (canonicalText(value) !== text) throw new TypeError("Canonical JSON expected");
  } catch (cause) {
    throw new FeedError("no-feed", `${what}: canonical JSON expected`, { cause });
  }
  await pause();
  const result = schema.safeParse(value);
  if (!result.success) throw new FeedError("bad-record", `${what}: ${z.prettifyError(result.error)}`);
  return result.data;
}

/** Holds a record against its schema, and its page. @throws {FeedError} `bad-record` */
function checkRecord(kind: Kind, record: RawRecord, what: string): void {
  const result = recordSchemas[kind].safeParse(record);
  if (result.success) return;
  const place = result.error.issues[0]?.path.join(".");
  throw new FeedError("bad-record", `${what}: ${kind}: "${idOf(kind, record)}" does not fit its schema at "${place}"`);
}

/**
 * Reads a chunk into pages.
 *
 * @param firstPage which of its kind's pages the chunk begins with
 * @param pageCount how many pages its kind has
 * @throws {FeedError} where it is malformed, a record is broken, or stands where it does not belong
 */
export async function readChunk(
  bytes: Uint8Array,
  entry: ChunkEntry,
  { firstPage, pageCount, pause }: { firstPage: number; pageCount: number; pause: Pause },
): Promise<{ row: ChunkRow; pages: Page[] }> {
  const { kind, content } = entry;
  const what = `Chunk ${content.slice(0, 12)}`;
  const lists = await parseLarge(bytes, Chunk, what, pause);
  if (lists.length !== entry.pages) {
    throw new FeedError("mixed", `${what}: ${entry.pages} pages expected, ${lists.length} found`);
  }
  const pages: Page[] = [];
  let count = 0;
  for (const [i, records] of lists.entries()) {
    const ids = new Set<string>();
    for (const record of records) {
      checkRecord(kind, record, what);
      const id = idOf(kind, record);
      if (ids.has(id) || pageOf(id, pageCount) !== firstPage + i) {
        throw new FeedError("bad-record", `${what}: ${kind}: "${id}" stands where it does not belong`);
      }
      ids.add(id);
    }
    count += records.length;
    pages.push(await makePage(kind, records));
    if (i % 8 === 7) await pause();
  }
  if (count !== entry.count) throw new FeedError("mixed", `${what}: ${entry.count} records expected, ${count} found`);
  return { row: { content, kind, pages: pages.map((page) => page.hash), count }, pages };
}

export type DeltaOptions = {
  base: Manifest;
  catalog: Catalog;
  readPages(hashes: readonly string[]): Promise<Map<string, string>>;
  storePages(pages: readonly Page[]): Promise<void>;
  /** Called with the number of deals written. */
  applied(deals: number): void;
  pause: Pause;
};

/**
 * Makes the new dataset from the one in use and a delta; the new pages are stored beside the old.
 *
 * @returns the new dataset's pages and counts; whether they are what was signed, `checkDigest` tells
 * @throws {FeedError} where it is malformed, for other versions, or a record is broken
 */
export async function applyDelta(
  bytes: Uint8Array,
  { base, catalog, readPages, storePages, applied, pause }: DeltaOptions,
): Promise<Pick<Manifest, "pages" | "counts">> {
  const what = `Delta ${base.version} → ${catalog.version}`;
  const pace = createPace(pause);
  const delta = await parseLarge(bytes, Delta, what, pause);
  if (delta.feed !== catalog.feed || delta.from !== base.version || delta.to !== catalog.version) {
    throw new FeedError("mixed", `${what}: it is one of ${delta.feed}, ${delta.from} → ${delta.to}`);
  }
  const pages = mapKinds((kind) => [...base.pages[kind]]);
  const counts = { ...base.counts };
  for (const kind of kinds) {
    const pageCount = pages[kind].length;
    const changes = new Map<number, { put: RawRecord[]; drop: Set<string> }>();
    const changesOf = (id: string) => {
      const page = pageOf(id, pageCount);
      const kept = changes.get(page) ?? { put: [], drop: new Set<string>() };
      changes.set(page, kept);
      return kept;
    };
    for (const record of delta.put[kind]) {
      checkRecord(kind, record, what);
      await pace();
      const id = idOf(kind, record);
      const change = changesOf(id);
      change.put.push(record);
      change.drop.add(id);
    }
    for (const id of delta.drop[kind]) changesOf(id).drop.add(id);

    let written: Page[] = [];
    let done = 0;
    for (const [number, { put, drop }] of changes) {
      const hash = pages[kind][number] as string;
      const old = JSON.parse((await readPages([hash])).get(hash) as string) as RawRecord[];
      const records = [...old.filter((record) => !drop.has(idOf(kind, record))), ...put];
      counts[kind] += records.length - old.length;
      const page = await makePage(kind, records);
      pages[kind][number] = page.hash;
      written.push(page);
      done += put.length;
      if (written.length === 16) {
        await storePages(written);
        written = [];
        if (kind === "deals") applied(done);
      }
      await pace();
    }
    if (written.length > 0) await storePages(written);
    if (kind === "deals") applied(delta.put.deals.length);
  }
  return { pages, counts };
}

/**
 * The dataset that pages make up, if it is the one that was signed.
 *
 * @throws {FeedError} `mixed` where it is another
 */
export async function checkDigest(
  { version, digest, counts: signed }: Catalog,
  { pages, counts }: Pick<Manifest, "pages" | "counts">,
): Promise<Manifest> {
  const found = await digestOf(pages);
  if (found !== digest) throw new FeedError("mixed", `${version}: digest ${digest} expected, ${found} found`);
  for (const kind of kinds) {
    if (counts[kind] !== signed[kind]) {
      throw new FeedError("mixed", `${version}: ${signed[kind]} ${kind} expected, ${counts[kind]} found`);
    }
  }
  return { version, digest, pages, counts };
}

/** How many pages each kind has, by a catalogue. */
export const pageCountsOf = (catalog: Catalog): ByKind<number> =>
  mapKinds((kind) => catalog.chunks.reduce((sum, chunk) => sum + (chunk.kind === kind ? chunk.pages : 0), 0));

/** Each chunk with the page of its kind that it begins with. */
export function placedChunks(catalog: { chunks: readonly ChunkEntry[] }): { entry: ChunkEntry; firstPage: number }[] {
  const next = mapKinds(() => 0);
  return catalog.chunks.map((entry) => {
    const firstPage = next[entry.kind];
    next[entry.kind] += entry.pages;
    return { entry, firstPage };
  });
}

/** Which pages each chunk of a catalogue consists of, once the whole is known. */
export function chunkRowsOf(catalog: Catalog, manifest: Manifest): ChunkRow[] {
  return placedChunks(catalog).map(({ entry: { content, kind, count, pages }, firstPage }) => ({
    content,
    kind,
    count,
    pages: manifest.pages[kind].slice(firstPage, firstPage + pages),
  }));
}

/** The pages of a chunk as a publisher wrote it, each with its records. */
export async function inflateChunk(
  bytes: Uint8Array<ArrayBuffer>,
  entry: Pick<ChunkEntry, "size" | "content">,
): Promise<RawRecord[][]> {
  const what = `Chunk ${entry.content.slice(0, 12)}`;
  return parseCanonical(await inflate(bytes, entry.size, what), Chunk, what);
}
