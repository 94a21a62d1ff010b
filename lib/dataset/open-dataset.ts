import { Dataset } from "../deals/schema.ts";
import type { DatasetDatabase } from "./database.ts";
import { generationsOf } from "./generations.ts";
import { PACKAGE_FEED } from "./in-use.ts";
import { type Disagreement, type FeedDataset, mergeDatasets } from "./merge.ts";
import { installSnapshot, readDataset, type Stored } from "./read-dataset.ts";
import { compareVersions } from "./version.ts";

/** The dataset that ships in the package. */
export type Snapshot = {
  /** Known without loading it, since the background starts often and needs the snapshot rarely. */
  version: string;
  /** Reads the snapshot: parsed JSON that nobody has checked yet. */
  load(): Promise<unknown>;
};

/** A dataset ready for use, and how it came to be there. */
export type OpenedDataset = {
  dataset: Dataset;
  /**
   * - `stored`: it was there, whole
   * - `installed`: the database was empty (a new installation, or someone purged it)
   * - `upgraded`: the package brought a newer one
   * - `healed`: what was there was broken, and was replaced from the package
   * - `unstored`: the browser would not store it; it is in memory only, and the next start tries again
   */
  how: "stored" | "installed" | "upgraded" | "healed" | "unstored";
  /** With `healed` and `unstored`: what was wrong, for the log and the popup. */
  why: string | null;
  /** Figures that the feeds in use state differently. */
  disagreements: Disagreement[];
};

/**
 * Opens the stored datasets of the feeds in use as one; installs the package's from the snapshot where there is none, an
 * older one or a broken one.
 *
 * Safe to run twice at once: each step is one transaction, and a second installation finds nothing newer to do.
 *
 * @param feeds in use, most trusted first. One without data yet has no part; without any that has, the package's is used
 * @throws where the snapshot itself cannot be loaded or does not fit its schema: then there is no dataset to work with
 */
export async function openDataset(
  db: DatasetDatabase,
  snapshot: Snapshot,
  feeds: readonly string[] = [PACKAGE_FEED],
): Promise<OpenedDataset> {
  const packaged = await openPackaged(db, snapshot);
  const inUse: FeedDataset[] = [];
  for (const feed of feeds) {
    if (feed === PACKAGE_FEED) inUse.push({ feed, dataset: packaged.dataset });
    else {
      const stored = await tryRead(db, feed);
      if (stored.is === "whole") inUse.push({ feed, dataset: stored.dataset });
      // The next update fetches it again; until then the other feeds answer.
      else if (stored.is !== "absent") console.warn(`The data of the feed ${feed} are ${stored.is}: ${stored.why}`);
    }
  }
  if (inUse.length === 0) inUse.push({ feed: PACKAGE_FEED, dataset: packaged.dataset });
  return { ...packaged, ...mergeDatasets(inUse) };
}

async function openPackaged(db: DatasetDatabase, snapshot: Snapshot): Promise<Omit<OpenedDataset, "disagreements">> {
  const stored = await tryRead(db, PACKAGE_FEED);
  if (stored.is === "whole") {
    const { pinned } = await generationsOf(db, PACKAGE_FEED);
    if (pinned || compareVersions(stored.dataset.version, snapshot.version) >= 0) {
      return { dataset: stored.dataset, how: "stored", why: null };
    }
  }

  const dataset = Dataset.parse(await snapshot.load());
  const how = stored.is === "absent" ? "installed" : stored.is === "whole" ? "upgraded" : "healed";
  const why = stored.is === "broken" || stored.is === "unreadable" ? stored.why : null;
  try {
    // What is broken may be the tables themselves (made by a later version, or damaged on disk), not only their rows.
    if (how === "healed") await db.delete({ disableAutoOpen: false });
    await installSnapshot(db, dataset);
    return { dataset, how, why };
  } catch (error) {
    return { dataset, how: "unstored", why: say(error) };
  }
}

async function tryRead(db: DatasetDatabase, feed: string): Promise<Stored | { is: "unreadable"; why: string }> {
  try {
    return await readDataset(db, feed);
  } catch (error) {
    return { is: "unreadable", why: say(error) };
  }
}

const say = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
