import path from "node:path";
import { createDealIndex } from "../lib/dataset/deal-index.ts";
import type { Dataset } from "../lib/deals/schema.ts";
import { createNameMatcher } from "../lib/reading/names.ts";
import { read } from "../lib/reading/read.ts";
import type { Reader } from "./check-file.ts";
import { loadDataset } from "./data/load-dataset.ts";
import type { Io } from "./io.ts";

const root = path.resolve(import.meta.dirname, "..");

/**
 * The real reader, over the project's own dataset.
 *
 * @throws {BrokenSources} where the dataset's sources have problems
 */
export async function loadReader(io: Pick<Io, "complain">): Promise<Reader> {
  const dataset = await loadSaying(io);
  return { index: createDealIndex(dataset, createNameMatcher(dataset.parties, dataset.deals)), read };
}

/**
 * Says what there is to say of the project's own dataset before it is read by others.
 *
 * @throws {BrokenSources} where its sources have problems
 */
export async function sayChanged(io: Pick<Io, "complain">): Promise<void> {
  await loadSaying(io);
}

async function loadSaying(io: Pick<Io, "complain">): Promise<Dataset> {
  const { dataset, changed } = await loadDataset(root);
  if (changed)
    io.complain(`data/ differs from version ${dataset.version}, which is shown; npm run data gives it its own`);
  return dataset;
}
