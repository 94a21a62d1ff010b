import path from "node:path";
import { normalizePath, type Plugin } from "vite";
import { packs } from "../lib/locales/all.ts";
import { headsModule, packFile } from "../lib/locales/packaged.ts";
import { littleWordsModule } from "../lib/reading/little-words.ts";

const root = path.resolve(import.meta.dirname, "..");

/** By file: the code that the extension has in its place. */
const compiled = new Map([
  ["lib/locales/all.ts", () => headsModule(packs)],
  ["lib/reading/little-words.ts", littleWordsModule],
]);

/** The files of the languages that articles are read in, by their paths in the package. */
export const packFiles = (): ReadonlyMap<string, string> =>
  new Map(packs.map((pack) => [`reading/${pack.tag}.json`, packFile(pack)]));

/** Leaves the languages out of the scripts: what they need of them is in `packFiles`. */
export function compileLanguages(): Plugin {
  const byId = new Map([...compiled].map(([file, code]) => [normalizePath(path.join(root, file)), code]));
  return {
    name: "dealmark:languages",
    enforce: "pre",
    load(id) {
      return byId.get(id)?.();
    },
  };
}
