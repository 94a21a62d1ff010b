/**
 * What keeps the dataset: installing, healing and indexing it, and following feeds.
 *
 * Loaded when it is first needed. The browser starts the background for each page, and reading a page takes none of this,
 * nor Dexie, whose evaluation alone would take as long as that of all that reads.
 */
import { version } from "../../data/version.json" with { type: "json" };
import { buildIndex, dropIndex } from "../../lib/dataset/build-index.ts";
import { createDatabase } from "../../lib/dataset/database.ts";
import { storeInMemory } from "../../lib/dataset/deal-store.ts";
import type { StoredIndex } from "../../lib/dataset/index-rows.ts";
import { openDataset } from "../../lib/dataset/open-dataset.ts";
import { createPace, type Pause } from "../../lib/dataset/pace.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import { stayAwake } from "../../lib/platform/lifecycle.ts";
import { loadPackagedDataset } from "../../lib/platform/snapshot.ts";
import { startFeeds } from "./feeds.ts";
import type { Library, OpenedLibrary } from "./library.ts";

export type Upkeep = ReturnType<typeof startUpkeep>;

export function startUpkeep(needs: { library: Library; ui: () => Promise<Interface>; pause: Pause }) {
  const datasets = createDatabase();
  const feeds = startFeeds({ datasets, ...needs });
  return {
    feeds,
    /** Opens all of the dataset. */
    async openWhole(): Promise<OpenedLibrary> {
      const opened = await openDataset(datasets, { version, load: loadPackagedDataset }, await feeds.inUse());
      if (opened.why !== null) console.warn(`The dataset was ${opened.how}: ${opened.why}`);
      const { how, why, disagreements, dataset } = opened;
      return { how, why, disagreements, deals: storeInMemory(dataset) };
    },
    buildIndex: (): Promise<StoredIndex> =>
      stayAwake(async () => buildIndex(datasets, await feeds.inUse(), createPace(needs.pause))),
    dropIndex: () => dropIndex(datasets),
  };
}
