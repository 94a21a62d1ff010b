/**
 * Generations: each feed's datasets, side by side, one of them in use.
 *
 * A new version is put beside the one in use, page by page, and what is in use is one row, the pointer, which is flipped
 * when everything is there. Stopped at any moment, a reader sees the old version or the new one, whole; and pages that
 * have arrived need not be fetched again.
 */
import type { ChunkRow, DatasetDatabase, Generation, GenerationRow } from "./database.ts";
import { indexedPages } from "./index-rows.ts";
import { type ByKind, type Kind, kinds, type Manifest, type Page } from "./pages.ts";

/** What a feed has stored. Null parts where there is none. */
export type FeedGenerations = { current: Generation | null; before: Generation | null; pinned: boolean };

/** The generations of a feed. */
export async function generationsOf(db: DatasetDatabase, feed: string): Promise<FeedGenerations> {
  return db.transaction("r", db.pointers, db.generations, async () => {
    const pointer = await db.pointers.get(feed);
    if (!pointer) return { current: null, before: null, pinned: false };
    const [current, before] = await db.generations.bulkGet([pointer.current, pointer.before ?? -1]);
    return {
      current: (current as Generation | undefined) ?? null,
      before: (before as Generation | undefined) ?? null,
      pinned: pointer.pinned,
    };
  });
}

/** Page texts by hash. @throws where one is missing */
export async function readPages(db: DatasetDatabase, hashes: readonly string[]): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.pages.bulkGet([...hashes]);
  const missing = rows.indexOf(undefined);
  if (missing >= 0) throw new Error(`Page ${hashes[missing]} is missing`);
  return new Map(rows.map((row) => [row?.hash as string, row?.text as string]));
}

/** Which of the chunks are there already. A chunk counts only with all its pages. */
export async function storedChunks(db: DatasetDatabase, contents: readonly string[]): Promise<Map<string, ChunkRow>> {
  const rows = (await db.chunks.bulkGet([...contents])).filter((row) => row !== undefined);
  return new Map(rows.map((row) => [row.content, row]));
}

/** Keeps a chunk that was checked. One transaction: a chunk is there with all its pages, or not at all. */
export async function storeChunk(db: DatasetDatabase, chunk: ChunkRow, pages: readonly Page[]): Promise<void> {
  await db.transaction("rw", db.chunks, db.pages, async () => {
    await db.pages.bulkPut([...pages]);
    await db.chunks.put(chunk);
  });
}

/** Keeps pages of a generation to come. */
export async function storePages(db: DatasetDatabase, pages: readonly Page[]): Promise<void> {
  await db.pages.bulkPut([...pages]);
}

/** All pages' hashes are asked for by their first digit: in portions that take a moment, whoever reads has turns between. */
const DIGITS = [..."0123456789abcdef"];
const pageHashes = (db: DatasetDatabase, digit: string): Promise<string[]> =>
  db.pages.where("hash").startsWith(digit).primaryKeys();

/** How many of these pages are stored. */
export async function countPages(db: DatasetDatabase, hashes: ReadonlySet<string>): Promise<number> {
  let count = 0;
  // A cursor from one hash to the next takes seconds for ten thousand.
  for (const digit of DIGITS) for (const hash of await pageHashes(db, digit)) if (hashes.has(hash)) count++;
  return count;
}

/** A generation's chunks could not be put into use: what it names is not all there. */
export class IncompleteGeneration extends Error {
  override name = "IncompleteGeneration";
}

/**
 * Puts a dataset into use: one transaction, after which every reader sees the new one.
 *
 * @param pages stored in the same transaction, for whoever has them at hand
 * @param chunks which chunks of the feed the dataset consists of, so that a later update need not fetch them
 * @returns the generation in use
 * @throws {IncompleteGeneration} where a page is missing; nothing is changed then
 */
export async function flipTo(
  db: DatasetDatabase,
  feed: string,
  manifest: Manifest,
  at: string,
  { pages = [], chunks = [] }: { pages?: readonly Page[]; chunks?: readonly ChunkRow[] } = {},
): Promise<Generation> {
  return db.transaction("rw", db.pointers, db.generations, db.pages, db.chunks, async () => {
    if (pages.length > 0) await db.pages.bulkPut([...pages]);
    if (chunks.length > 0) await db.chunks.bulkPut([...chunks]);
    const hashes = new Set(kinds.flatMap((kind) => manifest.pages[kind]));
    const found = await countPages(db, hashes);
    if (found !== hashes.size) {
      throw new IncompleteGeneration(`${hashes.size} pages expected, ${found} found`);
    }
    const pointer = await db.pointers.get(feed);
    const { version, digest, counts } = manifest;
    const row: GenerationRow = { feed, version, digest, pages: manifest.pages, counts, at };
    const id = (await db.generations.add(row)) as number;
    await db.pointers.put({ feed, current: id, before: pointer?.current ?? null, pinned: false });
    const kept = [id, pointer?.current];
    const old = await db.generations.where("feed").equals(feed).primaryKeys();
    await db.generations.bulkDelete(old.filter((one) => !kept.includes(one)));
    return { ...row, id };
  });
}

/**
 * Goes back to the generation before, and stays there until `resume`.
 *
 * @returns the generation in use; null where there is none before
 */
export async function undo(db: DatasetDatabase, feed: string): Promise<Generation | null> {
  return db.transaction("rw", db.pointers, db.generations, async () => {
    const pointer = await db.pointers.get(feed);
    const before = pointer?.before == null ? undefined : await db.generations.get(pointer.before);
    if (!pointer || !before) return null;
    await db.pointers.put({ feed, current: before.id as number, before: null, pinned: true });
    return before as Generation;
  });
}

/** Ends what `undo` began: the next update may put newer versions into use. */
export async function resume(db: DatasetDatabase, feed: string): Promise<void> {
  await db.pointers.update(feed, { pinned: false });
}

/** The generation of a feed that has this digest, though it may not be in use: undone, and wanted again. */
export async function findGeneration(db: DatasetDatabase, feed: string, digest: string): Promise<Generation | null> {
  const rows = await db.generations.where("feed").equals(feed).toArray();
  return (rows.find((row) => row.digest === digest) as Generation | undefined) ?? null;
}

/** Forgets a feed's data. */
export async function removeFeedData(db: DatasetDatabase, feed: string): Promise<void> {
  await db.transaction("rw", db.pointers, db.generations, async () => {
    await db.pointers.delete(feed);
    await db.generations.where("feed").equals(feed).delete();
  });
  await sweep(db);
}

/** So many that the database is not asked too often, in some milliseconds. */
const DELETED_AT_ONCE = 100;

/**
 * Deletes pages and chunks that neither a generation nor the index names any more. Not while an update is under way, which has stored what
 * none names yet.
 */
export async function sweep(db: DatasetDatabase): Promise<void> {
  await db.transaction("rw", db.generations, db.pages, db.chunks, db.indexes, async () => {
    const used = new Set<string>(await indexedPages(db));
    await db.generations.each(({ pages }) => {
      for (const kind of kinds) for (const hash of pages[kind]) used.add(hash);
    });
    for (const digit of DIGITS) {
      const unused = (await pageHashes(db, digit)).filter((hash) => !used.has(hash));
      // A thousand deletions asked for at once keep whoever reads a page waiting.
      for (let i = 0; i < unused.length; i += DELETED_AT_ONCE)
        await db.pages.bulkDelete(unused.slice(i, i + DELETED_AT_ONCE));
    }
    const gone: string[] = [];
    await db.chunks.each(({ content, pages }) => {
      if (pages.some((hash) => !used.has(hash))) gone.push(content);
    });
    await db.chunks.bulkDelete(gone);
  });
}

/** A generation's page texts by kind, in order. @throws where one is missing */
export async function readGeneration(db: DatasetDatabase, generation: GenerationRow): Promise<ByKind<string[]>> {
  const { pages } = generation;
  const texts = await readPages(db, [...new Set(kinds.flatMap((kind) => pages[kind]))]);
  const of = (kind: Kind) => pages[kind].map((hash) => texts.get(hash) as string);
  return { deals: of("deals"), parties: of("parties"), rates: of("rates") };
}
