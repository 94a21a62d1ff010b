import path from "node:path";
import type { Engine } from "./run.ts";

const root = path.resolve(import.meta.dirname, "..");

/** The real engine. Imports are made when asked for, so that `--help` and a slip in the arguments answer at once. */
export const engine: Engine = {
  async loadReader(io) {
    const [{ loadDataset }, { createDealIndex }, { createNameMatcher }, { read }] = await Promise.all([
      import("./data/load-dataset.ts"),
      import("../lib/dataset/deal-index.ts"),
      import("../lib/reading/names.ts"),
      import("../lib/reading/read.ts"),
    ]);
    const { dataset, changed } = await loadDataset(root);
    if (changed)
      io.complain(`data/ differs from version ${dataset.version}, which is shown; npm run data gives it its own`);
    return { index: createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals)), read };
  },

  async loadQuantityReader() {
    const [{ packFor }, { readQuantities }] = await Promise.all([
      import("../lib/locales/index.ts"),
      import("../lib/reading/quantities.ts"),
    ]);
    return (text, lang) => {
      const pack = packFor(lang);
      return pack && readQuantities(text, pack);
    };
  },
};
