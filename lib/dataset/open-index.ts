/** From the stored index to a store that answers, without loading the deals. */
import { matcherOf } from "../reading/names.ts";
import { askGraph } from "./deal-graph.ts";
import { createDealShelf } from "./deal-shelf.ts";
import { type DealStore, storeOnShelf } from "./deal-store.ts";
import { generationsInUse, PACKAGE_FEED } from "./in-use.ts";
import { HEAD, indexOf, type StoredIndex } from "./index-rows.ts";
import type { Pause } from "./pace.ts";
import { createRates } from "./rates.ts";
import type { DatasetReader } from "./reader.ts";
import { compareVersions } from "./version.ts";

export type OpenedIndex = {
  index: StoredIndex;
  /** Whether it was made of what these feeds, most trusted first, have. If not, it answers until it has been built anew. */
  isOf(feeds: readonly string[]): boolean;
};

/**
 * Opens the stored index.
 *
 * @param packaged the version in the package, which takes the place of an older one
 * @returns null where the whole dataset must be opened first (openDataset): nothing was indexed yet, the package has a
 *   newer version, or the database cannot be read
 */
export async function openIndex(reader: DatasetReader, packaged: string): Promise<OpenedIndex | null> {
  try {
    const stored = await reader.index(HEAD);
    const index = stored && (await indexOf(stored.row));
    if (!index) return null;
    const { pointers } = stored;
    const { of } = index.head;
    const own = of.find(({ feed }) => feed === PACKAGE_FEED);
    const pinned = pointers.some(({ feed, pinned }) => feed === PACKAGE_FEED && pinned);
    if (own && !pinned && compareVersions(own.version, packaged) < 0) return null;
    return {
      index,
      isOf(feeds) {
        const wanted = generationsInUse(feeds, pointers);
        return (
          wanted.length === of.length &&
          wanted.every(({ feed, generation }, i) => of[i]?.feed === feed && of[i]?.generation === generation)
        );
      },
    };
  } catch (error) {
    console.warn("The stored index cannot be read:", error);
    return null;
  }
}

export function storeOfIndex(
  reader: DatasetReader,
  { head, pages, names, graph }: StoredIndex,
  pause: Pause,
): DealStore {
  const asked = askGraph(graph);
  return storeOnShelf({
    version: head.version,
    names: matcherOf(names),
    graph: asked,
    rates: createRates(head.rates),
    shelf: createDealShelf(reader, asked, pages, pause),
  });
}
