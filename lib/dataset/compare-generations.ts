import type { Deal, IsoDate } from "../deals/schema.ts";
import { Deal as DealSchema } from "../deals/schema.ts";
import type { Rates } from "../deals/units.ts";
import { changesOf, type DealChange } from "./changes.ts";
import type { DatasetDatabase, Generation } from "./database.ts";
import { readPages } from "./generations.ts";
import type { Pace } from "./pace.ts";
import { idOf, pageOf, type RawRecord } from "./pages.ts";

/** So many that the database is not asked too often, so few that they are read in a moment. */
const PAGES_A_BATCH = 32;

/**
 * What changed between two stored generations. Only pages that differ are read, which may still be all of them.
 *
 * @param only deals to look at; all where it is left out
 * @throws where a page is missing or a record broken
 */
export async function compareGenerations(
  db: DatasetDatabase,
  before: Generation,
  now: Generation,
  { day, rates, only, pace }: { day: IsoDate; rates: Rates; only?: ReadonlySet<string>; pace: Pace },
): Promise<DealChange[]> {
  const [old, fresh] = [before.pages.deals, now.pages.deals];
  const isAlike = old.length === fresh.length;
  const inOld = new Set(old);
  const inFresh = new Set(fresh);
  const pagesOfOnly = (pageCount: number) => only && new Set([...only].map((id) => pageOf(id, pageCount)));
  const differing = (hashes: readonly string[], others: ReadonlySet<string>, same: readonly string[]) => {
    const wanted = pagesOfOnly(hashes.length);
    return hashes.filter(
      (hash, i) => (isAlike ? hash !== same[i] : !others.has(hash)) && (wanted === undefined || wanted.has(i)),
    );
  };
  const read = async (hashes: readonly string[]) => {
    const records = new Map<string, RawRecord>();
    for (let i = 0; i < hashes.length; i += PAGES_A_BATCH) {
      for (const text of (await readPages(db, hashes.slice(i, i + PAGES_A_BATCH))).values()) {
        for (const record of JSON.parse(text) as RawRecord[]) {
          const id = idOf("deals", record);
          if (only === undefined || only.has(id)) records.set(id, record);
        }
        await pace();
      }
    }
    return records;
  };
  const then = await read(differing(old, inFresh, fresh));
  const current = await read(differing(fresh, inOld, old));
  const parse = (record: RawRecord | undefined): Deal | null => (record ? DealSchema.parse(record) : null);
  const pairs: { before: Deal | null; now: Deal | null }[] = [];
  for (const id of new Set([...then.keys(), ...current.keys()])) {
    const [a, b] = [then.get(id), current.get(id)];
    // Both come from canonical texts: their fields stand in one order.
    if (JSON.stringify(a) === JSON.stringify(b)) continue;
    pairs.push({ before: parse(a), now: parse(b) });
    await pace();
  }

  // The deals that took others' places may stand on pages that have not changed.
  const successors = new Map<string, Deal>();
  let wanted = pairs.flatMap(({ now: deal }) => deal?.supersededBy ?? []);
  while (wanted.length > 0) {
    const next: string[] = [];
    for (const id of wanted) {
      if (successors.has(id)) continue;
      const hash = fresh[pageOf(id, fresh.length)] as string;
      const text = (await readPages(db, [hash])).get(hash) as string;
      const found = parse((JSON.parse(text) as RawRecord[]).find((record) => record.id === id));
      if (!found) continue;
      successors.set(id, found);
      if (found.supersededBy) next.push(found.supersededBy);
    }
    wanted = next;
  }
  return changesOf(pairs, { day, rates, dealNow: (id) => successors.get(id) });
}
