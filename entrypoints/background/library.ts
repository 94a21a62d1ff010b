/** The dataset in use: opened once for as long as the script lives, however many ask at once. */
import { BrokenDataset } from "../../lib/dataset/deal-shelf.ts";
import type { DealStore } from "../../lib/dataset/deal-store.ts";
import type { Disagreement } from "../../lib/dataset/merge.ts";
import type { OpenedDataset } from "../../lib/dataset/open-dataset.ts";
import { failure, type Result, success } from "../../lib/platform/result.ts";

export type OpenedLibrary = Pick<OpenedDataset, "how" | "why"> & {
  deals: DealStore;
  /** Figures that the feeds in use state differently. */
  disagreements: readonly Disagreement[];
};

export type LibraryNeeds = {
  /** Opens the stored index, which loads no deals. Null where there is none to begin with. */
  openIndex(): Promise<{
    library: OpenedLibrary;
    /** Whether it is of the generations in use now. That may take its time: the index answers meanwhile. */
    isCurrent(): Promise<boolean>;
  } | null>;
  /** Opens all of the dataset: it is installed, upgraded or healed where need be. */
  openWhole(): Promise<OpenedLibrary>;
  /** Builds an index of what is stored now. */
  buildIndex(): Promise<OpenedLibrary>;
};

export type Library = {
  /** `no-dataset` where it cannot be opened; the next call tries again. */
  open(): Promise<Result<OpenedLibrary>>;
  /**
   * Puts what is stored now into use. Until that is done, `open` gives what was in use before: nobody waits for it. Never
   * rejects.
   */
  reload(): Promise<void>;
};

export function createLibrary(needs: LibraryNeeds): Library {
  let opening: Promise<OpenedLibrary> | null = null;
  let turn = 0;
  return {
    async open() {
      opening ??= start();
      try {
        return success(await opening);
      } catch (error) {
        opening = null;
        return noDataset(error);
      }
    },
    reload,
  };

  async function start(): Promise<OpenedLibrary> {
    const stored = await needs.openIndex();
    if (stored) void replaceOutdated(stored.isCurrent);
    const library = stored?.library ?? (await needs.openWhole());
    // What the browser does not store has no index either.
    if (!stored && library.how !== "unstored") void reload();
    return healing(library);
  }

  async function replaceOutdated(isCurrent: () => Promise<boolean>): Promise<void> {
    try {
      if (!(await isCurrent())) await reload();
    } catch (error) {
      console.warn("Whether the index is of the data in use cannot be told:", error);
    }
  }

  async function reload(): Promise<void> {
    const mine = ++turn;
    // A later reload may have been quicker.
    const use = (library: OpenedLibrary): void => {
      if (mine === turn) opening = Promise.resolve(healing(library));
    };
    const before = (await opening?.catch(() => null)) ?? null;
    try {
      use(await indexed(before));
    } catch {
      // Nothing is stored yet, or it is broken: opening all of it mends that.
      try {
        const whole = await needs.openWhole();
        use(whole);
        if (whole.how !== "unstored") use(await indexed(whole));
      } catch (error) {
        console.error("What is stored cannot be put into use:", error);
      }
    }
  }

  async function indexed(before: OpenedLibrary | null): Promise<OpenedLibrary> {
    const fresh = await needs.buildIndex();
    // How the dataset came to be there stays worth telling.
    const isSame = before?.deals.version === fresh.deals.version;
    return isSame ? { ...fresh, how: before.how, why: before.why } : fresh;
  }

  /** Where a deal cannot be fetched, all of the dataset is opened anew, which heals it, and asked instead. */
  function healing(library: OpenedLibrary): OpenedLibrary {
    const { deals } = library;
    return {
      ...library,
      deals: {
        ...deals,
        async ask(question) {
          try {
            return await deals.ask(question);
          } catch (error) {
            if (!(error instanceof BrokenDataset)) throw error;
            console.warn("The dataset is broken:", error);
            const healed = needs.openWhole();
            opening = healed;
            turn++;
            void healed.then(reload, () => {});
            return (await healed).deals.ask(question);
          }
        },
      },
    };
  }
}

function noDataset(error: unknown): Result<never> {
  console.error("The dataset cannot be opened:", error);
  return failure("no-dataset", error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}
