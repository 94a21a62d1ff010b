/** The dataset in use: loaded once for as long as the script lives, however many ask at once. */
import type { ExplainingIndex } from "../../lib/dataset/deal-index.ts";
import type { OpenedDataset } from "../../lib/dataset/open-dataset.ts";
import { failure, type Result, success } from "../../lib/platform/result.ts";

export type OpenedLibrary = OpenedDataset & { index: ExplainingIndex };

export type Library = {
  /** `no-dataset` where it cannot be loaded; the next call tries again. */
  open(): Promise<Result<OpenedLibrary>>;
  /** Loads again what is stored now. Until that is done, `open` gives what was in use before: nobody waits for it. */
  reload(): Promise<void>;
};

export function createLibrary(load: () => Promise<OpenedLibrary>): Library {
  let loading: Promise<OpenedLibrary> | null = null;
  let turn = 0;
  return {
    async open() {
      loading ??= load();
      try {
        return success(await loading);
      } catch (error) {
        loading = null;
        console.error("The dataset cannot be opened:", error);
        return failure("no-dataset", error instanceof Error ? `${error.name}: ${error.message}` : String(error));
      }
    },
    async reload() {
      const mine = ++turn;
      const fresh = load();
      try {
        await fresh;
      } catch (error) {
        console.error("The dataset cannot be opened again:", error);
        return;
      }
      // A later reload may have been quicker.
      if (mine === turn) loading = fresh;
    },
  };
}
