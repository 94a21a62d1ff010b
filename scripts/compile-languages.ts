import path from "node:path";
import { normalizePath, type Plugin } from "vite";
import { packs } from "../lib/locales/all.ts";
import { moduleOf } from "../lib/locales/pack-texts.ts";
import { littleWordsModule } from "../lib/reading/little-words.ts";

const root = path.resolve(import.meta.dirname, "..");

/** By file: the code that the extension has in its place. */
const compiled = new Map([
  ["lib/locales/all.ts", () => moduleOf(packs)],
  ["lib/reading/little-words.ts", littleWordsModule],
]);

/**
 * Puts the languages that articles are read in into the extension as texts. The background starts for each page, and would
 * make them all each time.
 */
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
