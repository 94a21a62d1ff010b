/** Whole datasets, into the database and out of it. */
import { Dexie } from "dexie";
import type * as z from "zod/mini";
import type { Dataset } from "../deals/schema.ts";
import { type DatasetDatabase, GenerationRow, PointerRow } from "./database.ts";
import { flipTo, generationsOf, readGeneration, sweep } from "./generations.ts";
import { PACKAGE_FEED } from "./in-use.ts";
import { type Kind, manifestOf, type RateRow, ratesOf, recordSchemas, recordsOf } from "./pages.ts";
import { compareVersions } from "./version.ts";

/**
 * Puts the package's dataset in the place of an older one, in one transaction: readers see the old one or the new one.
 *
 * @returns whether it was put into use; false where the one in use is of the same or a later version, or the user went
 *   back to it
 */
export async function installSnapshot(
  db: DatasetDatabase,
  dataset: Dataset,
  { feed = PACKAGE_FEED, at = new Date().toISOString() }: { feed?: string; at?: string } = {},
): Promise<boolean> {
  const { manifest, pages } = await manifestOf(dataset.version, recordsOf(dataset));
  const installed = await db.transaction("rw", db.pointers, db.generations, db.pages, db.chunks, async () => {
    const { current, pinned } = await generationsOf(db, feed);
    if (current && (pinned || compareVersions(current.version, dataset.version) >= 0)) return false;
    await flipTo(db, feed, manifest, at, { pages: [...pages.deals, ...pages.parties, ...pages.rates] });
    return true;
  });
  if (installed) await sweep(db);
  return installed;
}

/** A stored dataset; or that there is none yet (a new or purged database); or in what way it is broken. */
export type Stored = { is: "whole"; dataset: Dataset } | { is: "absent" } | { is: "broken"; why: string };

/**
 * Reads a feed's dataset in use and holds every record against its schema.
 *
 * @throws {Dexie.DexieError} where the database itself cannot be opened or read
 */
export async function readDataset(db: DatasetDatabase, feed = PACKAGE_FEED): Promise<Stored> {
  return db.transaction("r", db.pointers, db.generations, db.pages, async (): Promise<Stored> => {
    const pointer = await db.pointers.get(feed);
    if (!pointer) {
      // Rows without a pointer to them may be an update's that is not done; a generation that was in use has one.
      const orphaned = await db.generations.where("feed").equals(feed).count();
      return orphaned === 0 ? { is: "absent" } : { is: "broken", why: "It is not recorded which version is in use" };
    }
    const parsed = PointerRow.safeParse(pointer);
    if (!parsed.success) return { is: "broken", why: "It is not recorded which version is in use" };
    const row = GenerationRow.safeParse(await db.generations.get(parsed.data.current));
    if (!row.success) return { is: "broken", why: "The version in use is not recorded" };
    try {
      const texts = await readGeneration(db, row.data);
      const read = <K extends Kind>(kind: K) => parsePages(kind, texts[kind], row.data.counts[kind]);
      const rates = read("rates") as RateRow[];
      return {
        is: "whole",
        dataset: {
          version: row.data.version,
          deals: read("deals") as Dataset["deals"],
          parties: read("parties") as Dataset["parties"],
          rates: ratesOf(rates),
        },
      };
    } catch (error) {
      // Dexie's own errors are the database's; what is ours says which page or record is broken.
      if (error instanceof Dexie.DexieError) throw error;
      return { is: "broken", why: error instanceof Error ? error.message : String(error) };
    }
  });
}

export type RecordOf<K extends Kind> = z.infer<(typeof recordSchemas)[K]>;

/** The records of a page, in its order. @throws where one does not fit its schema */
export function parsePage<K extends Kind>(kind: K, text: string): RecordOf<K>[] {
  const schema = recordSchemas[kind] as unknown as z.ZodMiniType<RecordOf<K>>;
  return (JSON.parse(text) as unknown[]).map((raw) => {
    const result = schema.safeParse(raw);
    if (result.success) return result.data;
    const path = result.error.issues[0]?.path.join(".");
    throw new Error(`A record of ${kind} does not fit its schema at "${path}"`);
  });
}

/**
 * Parses pages back into records, in the order of their ids.
 *
 * @throws where a record does not fit its schema, or there are not as many as there should be
 */
export function parsePages<K extends Kind>(kind: K, texts: readonly string[], expected: number): RecordOf<K>[] {
  const records = texts.flatMap((text) => parsePage(kind, text));
  if (records.length !== expected) throw new Error(`${expected} ${kind} expected, ${records.length} found`);
  const keyOf = (record: unknown) => {
    const { id, currency } = record as { id?: string; currency?: string };
    return id ?? currency ?? "";
  };
  return records.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
