import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod/mini";
import { Dataset } from "../../lib/deals/schema.ts";
import { BrokenSources } from "./problem.ts";
import { readSources, type SourceFiles } from "./read-sources.ts";

/** What `data/version.json` says: the dataset's version, and the digest of the data that the version stands for. */
export const StatedVersion = z.object({
  version: Dataset.shape.version,
  digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type StatedVersion = z.infer<typeof StatedVersion>;

export type Compiled = {
  dataset: Dataset;
  /** SHA-256 of deals, parties and rates, in hex. The same data have the same digest, however the files are laid out. */
  digest: string;
};

/**
 * Compiles sources into a dataset.
 *
 * @throws {BrokenSources} with every problem, where there is any
 */
export function compile(files: SourceFiles, version: string): Compiled {
  const { deals, parties, rates, problems } = readSources(files);
  if (problems.length > 0) throw new BrokenSources(problems);
  const content = JSON.stringify({ deals, parties, rates });
  const digest = createHash("sha256").update(content).digest("hex");
  return { dataset: { version, deals, parties, rates }, digest };
}

export const versionFile = (dataFolder: string): string => path.join(dataFolder, "version.json");

/**
 * Reads `version.json`; null where there is none yet.
 *
 * @throws where the file is there but says something else
 */
export async function readStatedVersion(dataFolder: string): Promise<StatedVersion | null> {
  const file = versionFile(dataFolder);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
  try {
    return StatedVersion.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${file} is broken. Restore it from the repository's history, then run: npm run data`, { cause });
  }
}
