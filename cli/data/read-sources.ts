import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { Deal, Party, type Rate } from "../../lib/deals/schema.ts";
import { checkDeal, findCircles, type Known } from "./check-deals.ts";
import { checkParty } from "./check-parties.ts";
import { checkShape } from "./check-shape.ts";
import type { Problem } from "./problem.ts";
import { readRates } from "./read-rates.ts";
import { parseYaml, type YamlSource } from "./yaml-source.ts";

/** The sources' bytes, by path relative to the data folder, in the order of their paths. */
export type SourceFiles = ReadonlyMap<string, string>;

/** What the sources say, sorted by id (rates by currency and month), and everything that is wrong with them. */
export type Sources = { deals: Deal[]; parties: Party[]; rates: Rate[]; problems: Problem[] };

/** Reads the files of a data folder: `parties.yaml`, `deals/*.yaml`, `rates/*.csv`. */
export async function readSourceFiles(dataFolder: string): Promise<SourceFiles> {
  const names = ["parties.yaml"];
  for (const [folder, extension] of [
    ["deals", ".yaml"],
    ["rates", ".csv"],
  ] as const) {
    const found = await readdir(path.join(dataFolder, folder));
    names.push(...found.filter((name) => name.endsWith(extension)).map((name) => `${folder}/${name}`));
  }
  names.sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(dataFolder, name), "utf8")));
  return new Map(names.map((name, i) => [name, texts[i] as string]));
}

/**
 * Parses and checks all sources.
 *
 * Never throws for what stands in a file: everything wrong is listed in `problems`, and `deals`, `parties` and `rates`
 * hold what is right in itself. A dataset is compiled only where there are no problems.
 */
export function readSources(files: SourceFiles): Sources {
  const problems: Problem[] = [];
  const rates: Rate[] = [];
  const parties = new Map<string, Located<Party>>();
  const deals = new Map<string, Located<Deal>>();

  for (const [file, text] of files) {
    if (file.endsWith(".csv")) {
      const read = readRates(file, text);
      rates.push(...read.rates);
      problems.push(...read.problems);
      continue;
    }
    const source = parseYaml(file, text);
    problems.push(...source.broken);
    if (source.broken.length > 0) continue;
    if (file === "parties.yaml") readParties(source, parties, problems);
    else readDeal(source, deals, problems);
  }

  const known: Known = {
    deals: new Set(deals.keys()),
    parties: new Set(parties.keys()),
    currencies: new Set(["USD", ...rates.map((rate) => rate.currency)]),
  };
  for (const { record, at } of parties.values()) problems.push(...checkParty(record).map(at));
  for (const { record, at } of deals.values()) problems.push(...checkDeal(record, known).map(at));
  const records = new Map([...deals].map(([id, { record }]) => [id, record]));
  for (const link of ["supersededBy", "partOf"] as const) {
    for (const id of findCircles(records, link)) {
      problems.push((deals.get(id) as Located<Deal>).at({ path: [link], reason: "Leads back to this deal" }));
    }
  }

  const byFileAndLine = (a: Problem, b: Problem) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0);
  return {
    deals: [...records.values()].sort((a, b) => compare(a.id, b.id)),
    parties: [...parties.values()].map(({ record }) => record).sort((a, b) => compare(a.id, b.id)),
    rates: rates.sort((a, b) => compare(a.currency, b.currency) || compare(a.month, b.month)),
    problems: problems.sort(byFileAndLine),
  };
}

type Located<T> = { record: T; at: YamlSource["at"] };

function readDeal(source: YamlSource, deals: Map<string, Located<Deal>>, problems: Problem[]): void {
  const shape = checkShape(Deal, source.value);
  if (!shape.ok) {
    problems.push(...shape.findings.map(source.at));
    return;
  }
  const { id } = shape.record;
  // One file an id: with it, no two deals can share one.
  if (source.file !== `deals/${id}.yaml`) {
    problems.push(source.at({ path: ["id"], reason: `Expected the file's own name, found "${id}"` }));
  }
  if (!deals.has(id)) deals.set(id, { record: shape.record, at: source.at });
}

function readParties(source: YamlSource, parties: Map<string, Located<Party>>, problems: Problem[]): void {
  if (!Array.isArray(source.value)) {
    problems.push({ file: source.file, path: "", reason: "Expected a list of parties" });
    return;
  }
  source.value.forEach((value, i) => {
    const shape = checkShape(Party, value, [i]);
    if (!shape.ok) {
      problems.push(...shape.findings.map(source.at));
      return;
    }
    const { id } = shape.record;
    if (parties.has(id)) problems.push(source.at({ path: [i, "id"], reason: `A party "${id}" already stands above` }));
    else parties.set(id, { record: shape.record, at: ({ path, reason }) => source.at({ path: [i, ...path], reason }) });
  });
}

// By code unit: `localeCompare` would order differently from one machine to the next.
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
