/**
 * The dataset in IndexedDB.
 *
 * The database holds nothing but what can be had again from the package's snapshot (later: from feeds). What only the
 * user has, such as notes, lives elsewhere, so that deleting this database is always a cure and never a loss.
 */
import { Dexie, type DexieOptions, type EntityTable } from "dexie";
import * as z from "zod/mini";
import { Dataset, Deal, Party, Rate } from "../deals/schema.ts";
import { compareVersions } from "./version.ts";

/** One row a currency: some forty rows are read in a tenth of the time that 3,600 single rates take. */
const RateRow = z.object({
  currency: Rate.shape.currency,
  usdPerUnit: z.record(Rate.shape.month, Rate.shape.usdPerUnit),
});
type RateRow = z.infer<typeof RateRow>;

/** What the other tables hold as a whole. Written last and in the same transaction: without it they do not count. */
const DatasetRow = z.object({
  key: z.literal("dataset"),
  version: Dataset.shape.version,
  deals: z.number(),
  parties: z.number(),
  currencies: z.number(),
});
type DatasetRow = z.infer<typeof DatasetRow>;

export type DatasetDatabase = Dexie & {
  deals: EntityTable<Deal, "id">;
  parties: EntityTable<Party, "id">;
  rates: EntityTable<RateRow, "currency">;
  meta: EntityTable<DatasetRow, "key">;
};

/** The database's tables; it is opened with its first use. `options` let tests bring their own IndexedDB. */
export function createDatabase(name = "dealmark-dataset", options?: DexieOptions): DatasetDatabase {
  const db = new Dexie(name, options) as DatasetDatabase;
  db.version(1).stores({ deals: "id", parties: "id", rates: "currency", meta: "key" });
  return db;
}

/**
 * Puts a dataset in the place of an older one, in one transaction: readers see the old one or the new one, whole.
 *
 * @returns whether it was stored; false where the stored one is of the same or a later version
 */
export function installSnapshot(db: DatasetDatabase, dataset: Dataset): Promise<boolean> {
  const rates = rateRows(dataset.rates);
  return db.transaction("rw", db.deals, db.parties, db.rates, db.meta, async () => {
    const stored = DatasetRow.safeParse(await db.meta.get("dataset"));
    if (stored.success && compareVersions(stored.data.version, dataset.version) >= 0) return false;
    await Promise.all([db.deals.clear(), db.parties.clear(), db.rates.clear(), db.meta.clear()]);
    await Promise.all([db.deals.bulkAdd(dataset.deals), db.parties.bulkAdd(dataset.parties), db.rates.bulkAdd(rates)]);
    await db.meta.add({
      key: "dataset",
      version: dataset.version,
      deals: dataset.deals.length,
      parties: dataset.parties.length,
      currencies: rates.length,
    });
    return true;
  });
}

/** The stored dataset; or that there is none yet (a new or purged database); or in what way it is broken. */
export type Stored = { is: "whole"; dataset: Dataset } | { is: "absent" } | { is: "broken"; why: string };

/**
 * Reads the whole dataset and holds every row against its schema.
 *
 * @throws {Dexie.DexieError} where the database itself cannot be opened or read
 */
export async function readDataset(db: DatasetDatabase): Promise<Stored> {
  const [meta, deals, parties, rates] = await db.transaction("r", db.deals, db.parties, db.rates, db.meta, () =>
    Promise.all([db.meta.toArray(), db.deals.toArray(), db.parties.toArray(), db.rates.toArray()]),
  );
  if (meta.length + deals.length + parties.length + rates.length === 0) return { is: "absent" };
  const row = DatasetRow.safeParse(meta[0]);
  if (!row.success) return { is: "broken", why: "The dataset's version is not recorded" };

  const tables = [
    ["deals", deals.length, row.data.deals],
    ["parties", parties.length, row.data.parties],
    ["rates", rates.length, row.data.currencies],
  ] as const;
  for (const [table, found, expected] of tables) {
    if (found !== expected) return { is: "broken", why: `${expected} rows expected in ${table}, ${found} found` };
  }
  const parsed = {
    deals: parseRows("deals", Deal, deals),
    parties: parseRows("parties", Party, parties),
    rates: parseRows("rates", RateRow, rates),
  };
  for (const table of Object.values(parsed)) if (table.broken !== null) return { is: "broken", why: table.broken };
  return {
    is: "whole",
    dataset: {
      version: row.data.version,
      deals: parsed.deals.rows,
      parties: parsed.parties.rows,
      rates: parsed.rates.rows.flatMap(({ currency, usdPerUnit }) =>
        Object.entries(usdPerUnit).map(([month, value]) => ({ month, currency, usdPerUnit: value })),
      ),
    },
  };
}

function parseRows<T>(table: string, schema: z.ZodMiniType<T>, rows: unknown[]): { rows: T[]; broken: string | null } {
  const parsed: T[] = [];
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (!result.success) {
      const path = result.error.issues[0]?.path.join(".");
      return { rows: [], broken: `A row of ${table} does not fit its schema at "${path}"` };
    }
    parsed.push(result.data);
  }
  return { rows: parsed, broken: null };
}

function rateRows(rates: readonly Rate[]): RateRow[] {
  const rows = new Map<string, RateRow>();
  for (const { currency, month, usdPerUnit } of rates) {
    const row = rows.get(currency) ?? { currency, usdPerUnit: {} };
    row.usdPerUnit[month] = usdPerUnit;
    rows.set(currency, row);
  }
  return [...rows.values()];
}
