/** From the stored index to a store that answers, without loading the deals. */
import { matcherOf } from "../reading/names.ts";
import { generationsInUse } from "./build-index.ts";
import { type DatasetDatabase, PACKAGE_FEED } from "./database.ts";
import { askGraph } from "./deal-graph.ts";
import { createDealShelf } from "./deal-shelf.ts";
import { type DealStore, storeOnShelf } from "./deal-store.ts";
import { readIndexRows, type StoredIndex } from "./index-rows.ts";
import type { Pause } from "./pace.ts";
import { createRates } from "./rates.ts";
import { compareVersions } from "./version.ts";

export type OpenedIndex = {
  index: StoredIndex;
  /** Whether it is of the generations in use now. If not, it answers until it has been built anew. */
  isCurrent: boolean;
};

/**
 * Opens the stored index.
 *
 * @param packaged the version in the package, which takes the place of an older one
 * @param feeds in use, most trusted first; they are looked up meanwhile
 * @returns null where the whole dataset must be opened first (openDataset): nothing was indexed yet, the package has a
 *   newer version, or the database cannot be read
 */
export async function openIndex(
  db: DatasetDatabase,
  packaged: string,
  feeds: Promise<readonly string[]>,
): Promise<OpenedIndex | null> {
  const rows = db.transaction("r", db.indexes, db.pointers, () =>
    Promise.all([readIndexRows(db), db.pointers.toArray()]),
  );
  try {
    const [[index, pointers], inUse] = await Promise.all([rows, feeds]);
    if (!index) return null;
    const { of } = index.head;
    const own = of.find(({ feed }) => feed === PACKAGE_FEED);
    const pinned = pointers.some(({ feed, pinned }) => feed === PACKAGE_FEED && pinned);
    if (own && !pinned && compareVersions(own.version, packaged) < 0) return null;
    const wanted = generationsInUse(inUse, pointers);
    const isCurrent =
      wanted.length === of.length &&
      wanted.every(({ feed, generation }, i) => of[i]?.feed === feed && of[i]?.generation === generation);
    return { index, isCurrent };
  } catch (error) {
    console.warn("The stored index cannot be read:", error);
    return null;
  }
}

export function storeOfIndex(db: DatasetDatabase, { head, names, graph }: StoredIndex, pause: Pause): DealStore {
  const asked = askGraph(graph);
  return storeOnShelf({
    version: head.version,
    names: matcherOf(names),
    graph: asked,
    rates: createRates(head.rates),
    shelf: createDealShelf(db, asked, head.pages, pause),
  });
}
