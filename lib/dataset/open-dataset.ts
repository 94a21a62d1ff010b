import { Dataset } from "../deals/schema.ts";
import type { DatasetDatabase } from "./database.ts";
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
};

/**
 * Opens the stored dataset; installs it from the snapshot where there is none, an older one or a broken one.
 *
 * Safe to run twice at once: each step is one transaction, and a second installation finds nothing newer to do.
 *
 * @throws where the snapshot itself cannot be loaded or does not fit its schema: then there is no dataset to work with
 */
export async function openDataset(db: DatasetDatabase, snapshot: Snapshot): Promise<OpenedDataset> {
  const stored = await tryRead(db);
  if (stored.is === "whole" && compareVersions(stored.dataset.version, snapshot.version) >= 0) {
    return { dataset: stored.dataset, how: "stored", why: null };
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

async function tryRead(db: DatasetDatabase): Promise<Stored | { is: "unreadable"; why: string }> {
  try {
    return await readDataset(db);
  } catch (error) {
    return { is: "unreadable", why: say(error) };
  }
}

const say = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
