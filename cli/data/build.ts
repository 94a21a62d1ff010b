/** `npm run data`: checks the dataset's sources, gives changed data a new version, and compiles them. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { nextVersion } from "../../lib/dataset/version.ts";
import { compile, readStatedVersion, versionFile } from "./compile.ts";
import { loadDataset } from "./load-dataset.ts";
import { BrokenSources } from "./problem.ts";
import { readSourceFiles } from "./read-sources.ts";

/**
 * Gives the data in `root` a new version where they are not those that the stated one stands for.
 *
 * @param today ISO 8601 day, which the new version bears
 * @returns the version in force afterwards, and whether it is new
 * @throws {BrokenSources} where the sources have problems; nothing is written
 */
export async function updateVersion(root: string, today: string): Promise<{ version: string; isNew: boolean }> {
  const dataFolder = path.join(root, "data");
  const stated = await readStatedVersion(dataFolder);
  const next = nextVersion(stated?.version ?? null, today);
  const { digest } = compile(await readSourceFiles(dataFolder), next);
  if (stated?.digest === digest) return { version: stated.version, isNew: false };
  await writeFile(versionFile(dataFolder), `${JSON.stringify({ version: next, digest }, null, 2)}\n`);
  return { version: next, isNew: true };
}

async function main(): Promise<void> {
  const root = path.resolve(import.meta.dirname, "../..");
  try {
    const { version, isNew } = await updateVersion(root, Temporal.Now.plainDateISO("UTC").toString());
    const { dataset } = await loadDataset(root);
    const events = dataset.deals.reduce((sum, deal) => sum + deal.events.length, 0);
    const size = Math.round(JSON.stringify(dataset).length / 1000);
    console.log(
      `Dataset ${version}${isNew ? " (new: commit data/version.json with the change)" : ""}: ${dataset.deals.length} deals, ` +
        `${events} events, ${dataset.parties.length} parties, ${dataset.rates.length} rates, ${size} kB`,
    );
  } catch (error) {
    if (!(error instanceof BrokenSources)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (import.meta.main) await main();
