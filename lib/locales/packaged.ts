/**
 * Packs in files of the extension's package, each loaded when it is first needed.
 *
 * The browser starts the background for each page, and a page is in one language. All languages as code of the
 * background's script were a third of what a start took, most of it reading the script.
 */
import { numeralsOf } from "./table.ts";
import type { LocalePack } from "./types.ts";

type Table = Record<string, unknown>;
/** A table in short: a value, and the keys that follow one another with it. */
type Runs = [value: unknown, keys: string[]][];
type PackFile = Record<string, unknown> & { units: Runs };

/** A pack's file: JSON of all that the module of `headsModule` does not say. */
export function packFile({ tag: _tag, words: _words, ...pack }: LocalePack): string {
  return JSON.stringify({ ...pack, numerals: numeralsOf(pack), units: runsOf(pack.units) } satisfies PackFile);
}

/** The code of a module that exports packs of which nothing is loaded yet. */
export const headsModule = (packs: readonly LocalePack[]): string =>
  `export const packs = ${JSON.stringify(packs.map(({ tag, words }) => ({ tag, words })))};`;

const loading = new WeakMap<LocalePack, Promise<void>>();

/**
 * Loads those of the packs that are not whole yet. In Node all of them are.
 *
 * @param load gives the pack's file, parsed
 * @throws what `load` throws; the next call tries again
 */
export async function loadPacks(packs: Iterable<LocalePack>, load: (tag: string) => Promise<unknown>): Promise<void> {
  await Promise.all([...packs].map((pack) => loadPack(pack, load)));
}

async function loadPack(pack: LocalePack, load: (tag: string) => Promise<unknown>): Promise<void> {
  if (Object.hasOwn(pack, "cues")) return;
  const loaded = loading.get(pack) ?? load(pack.tag).then((file) => fill(pack, file as PackFile));
  loading.set(pack, loaded);
  try {
    await loaded;
  } catch (error) {
    loading.delete(pack);
    throw error;
  }
}

/** The package's own files need no check. Numerals are no function any more; in all else the pack is as it was written. */
const fill = (pack: LocalePack, file: PackFile): void => void Object.assign(pack, file, { units: tableOf(file.units) });

/** Few units stand behind thousands of words. */
function runsOf(table: Table): Runs {
  const runs: Runs = [];
  let text = "";
  for (const [key, value] of Object.entries(table)) {
    const next = JSON.stringify(value);
    const last = runs.at(-1);
    if (last && next === text) last[1].push(key);
    else runs.push([value, [key]]);
    text = next;
  }
  return runs;
}

function tableOf(runs: Runs): Table {
  const table: Table = {};
  for (const [value, keys] of runs) for (const key of keys) table[key] = value;
  return table;
}
