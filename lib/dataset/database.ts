/**
 * The datasets in IndexedDB.
 *
 * The database holds nothing but what can be had again, from the package's snapshot and from feeds. What only the user
 * has (which feeds, which keys are trusted) lives elsewhere, so that deleting this database is always a cure and never a
 * loss.
 */
import { Dexie, type DexieOptions, type EntityTable } from "dexie";
import * as z from "zod/mini";
import { Dataset } from "../deals/schema.ts";
import { DATASET_DATABASE } from "./in-use.ts";
import type { Kind, Page } from "./pages.ts";

const Hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Hashes = z.array(Hash);
const Count = z.int().check(z.nonnegative());
const byKind = <T extends z.ZodMiniType>(of: T) => z.object({ deals: of, parties: of, rates: of });

export const GenerationRow = z.object({
  id: z.optional(z.int()),
  feed: z.string(),
  version: Dataset.shape.version,
  digest: Hash,
  pages: byKind(Hashes),
  counts: byKind(Count),
  /** When it was put into use first, ISO instant. */
  at: z.string(),
});
export type GenerationRow = z.infer<typeof GenerationRow>;
/** A generation that has been stored. */
export type Generation = GenerationRow & { id: number };

export const PointerRow = z.object({
  feed: z.string(),
  /** The generation in use. */
  current: z.int(),
  /** The one in use before, to which the user may go back. */
  before: z.nullable(z.int()),
  /** The user went back: no newer version is put into use until they say so. */
  pinned: z.boolean(),
});
export type PointerRow = z.infer<typeof PointerRow>;

/** A chunk of a feed that has arrived and been checked: the pages it consists of. */
export type ChunkRow = { content: string; kind: Kind; pages: string[]; count: number };

/** A part of the index over the feeds in use; see index-rows.ts, which checks what it reads. */
export type IndexRow = { part: string; [field: string]: unknown };

export type DatasetDatabase = Dexie & {
  pages: EntityTable<Page, "hash">;
  chunks: EntityTable<ChunkRow, "content">;
  generations: EntityTable<GenerationRow, "id">;
  pointers: EntityTable<PointerRow, "feed">;
  indexes: EntityTable<IndexRow, "part">;
};

/** The database's tables; it is opened with its first use. `options` let tests bring their own IndexedDB. */
export function createDatabase(name = DATASET_DATABASE, options?: DexieOptions): DatasetDatabase {
  // Strict: what was said to be stored is on the disk, also after a power cut.
  const db = new Dexie(name, { chromeTransactionDurability: "strict", ...options }) as DatasetDatabase;
  // Version 1 held single records and knew no feeds; the package's snapshot takes their place.
  db.version(2).stores({
    deals: null,
    parties: null,
    rates: null,
    meta: null,
    pages: "hash",
    chunks: "content",
    generations: "++id, feed",
    pointers: "feed",
  });
  db.version(3).stores({ indexes: "part" });
  return db;
}
