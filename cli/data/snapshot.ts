import { loadDataset } from "./load-dataset.ts";

/** The data were changed, but not given a version of their own; an installed extension would never take them. */
export class UnversionedData extends Error {
  override name = "UnversionedData";
}

/**
 * The dataset as it ships in the extension's package: one line of JSON, the same bytes for the same sources.
 *
 * @param root the project's folder
 * @throws {BrokenSources} where the sources have problems
 * @throws {UnversionedData} where `data/version.json` stands for other data
 */
export async function compileSnapshot(root: string): Promise<string> {
  const { dataset, changed } = await loadDataset(root);
  if (changed) throw new UnversionedData("data/ has changed and needs a version of its own. Run: npm run data");
  return JSON.stringify(dataset);
}
