import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import type { Engine } from "./run.ts";

// What the imports below are compiled to is kept in the system's temporary folder: a third of the time that a page takes.
enableCompileCache();

/** The real engine. Imports are made when asked for, so that `--help` and a slip in the arguments answer at once. */
export const engine: Engine = {
  async loadReader(io) {
    const { loadReader } = await import("./load-reader.ts");
    return loadReader(io);
  },

  async checkInParallel(files, options, io, processes) {
    const { checkInParallel } = await import("./check-parallel.ts");
    return checkInParallel(files, options, io, processes);
  },
  cores: availableParallelism(),

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
