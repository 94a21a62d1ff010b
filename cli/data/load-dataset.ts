import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { Dataset } from "../../lib/deals/schema.ts";
import { compile, readStatedVersion } from "./compile.ts";
import { readSourceFiles, type SourceFiles } from "./read-sources.ts";

export type Loaded = {
  dataset: Dataset;
  /** The data are not those that `dataset.version` stands for: someone changed them since `npm run data` last ran. */
  changed: boolean;
};

/**
 * The dataset of the project that lies in `root`, compiled from its sources.
 *
 * Compiling takes most of a second, so what comes out is kept in `.cache`. It is used again only where sources,
 * schema and compiler are byte for byte the same.
 *
 * @throws {BrokenSources} with every problem, where the sources have any
 */
export async function loadDataset(root: string): Promise<Loaded> {
  const dataFolder = path.join(root, "data");
  const [files, stated, code] = await Promise.all([
    readSourceFiles(dataFolder),
    readStatedVersion(dataFolder),
    readCode(root),
  ]);
  const key = fingerprint([...files, ["version.json", JSON.stringify(stated)], ...code]);
  const cacheFile = path.join(root, ".cache", "dataset.json");

  const cached = await readCache(cacheFile, key);
  if (cached) return cached;

  const { dataset, digest } = compile(files, stated?.version ?? "1970-01-01.0");
  const loaded = { dataset, changed: stated?.digest !== digest };
  await writeCache(cacheFile, { key, ...loaded });
  return loaded;
}

/** Everything that decides what the same sources compile to. */
async function readCode(root: string): Promise<SourceFiles> {
  const here = (await readdir(import.meta.dirname)).filter((name) => name.endsWith(".ts") && !name.includes(".test."));
  const files = [...here.map((name) => path.join(import.meta.dirname, name)), path.join(root, "lib/deals/schema.ts")];
  const texts = await Promise.all(files.sort().map((file) => readFile(file, "utf8")));
  return new Map(files.map((file, i) => [path.basename(file), texts[i] as string]));
}

function fingerprint(files: readonly (readonly [name: string, text: string])[]): string {
  const hash = createHash("sha256");
  // Lengths keep "ab" + "c" apart from "a" + "bc".
  for (const [name, text] of files) hash.update(`${name} ${text.length}\n`).update(text);
  return hash.digest("hex");
}

async function readCache(file: string, key: string): Promise<Loaded | null> {
  try {
    const cached = JSON.parse(await readFile(file, "utf8"));
    if (cached.key !== key) return null;
    return { dataset: Dataset.parse(cached.dataset), changed: Boolean(cached.changed) };
  } catch {
    return null; // absent, cut short or tampered with: compiled anew
  }
}

async function writeCache(file: string, content: unknown): Promise<void> {
  // Renamed into place, so that a run beside this one never reads half a file.
  const draft = `${file}.${process.pid}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(draft, JSON.stringify(content));
    await rename(draft, file);
  } catch {
    // A read-only checkout works too, only slower.
  }
}
