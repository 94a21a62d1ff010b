import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { foldKey } from "../../lib/reading/fold.ts";
import { loadDataset } from "./load-dataset.ts";
import { readSourceFiles, readSources, type Sources } from "./read-sources.ts";

const root = path.resolve(import.meta.dirname, "../..");
let sources: Sources;
beforeAll(async () => {
  sources = readSources(await readSourceFiles(path.join(root, "data")));
});

describe("the dataset's sources", () => {
  it("are sound", () => {
    expect(sources.problems).toEqual([]);
    expect([sources.deals.length, sources.parties.length, sources.rates.length].every((length) => length > 0)).toBe(
      true,
    );
  });

  it("are those that version.json stands for (if not: npm run data)", async () => {
    expect((await loadDataset(root)).changed).toBe(false);
  });

  it("name every party at least once by which an article may call it", () => {
    const nameless = sources.parties.filter(({ aliases }) => Object.values(aliases).flat().length === 0);
    expect(nameless.map((party) => party.id)).toEqual([]);
  });

  it("give no name to two parties in one language, unless it is marked ambiguous in both", () => {
    const bearers = new Map<string, { party: string; language: string; ambiguous: boolean }[]>();
    for (const { id: party, aliases, ambiguous = [] } of sources.parties) {
      const ambiguousKeys = new Set(ambiguous.map(foldKey));
      for (const [language, names] of Object.entries(aliases)) {
        for (const key of new Set(names.map(foldKey))) {
          const bearer = { party, language, ambiguous: ambiguousKeys.has(key) };
          bearers.set(key, [...(bearers.get(key) ?? []), bearer]);
        }
      }
    }
    const overlap = (a: string, b: string) => a === b || a === "all" || b === "all";
    const clashes = [...bearers].flatMap(([name, all]) =>
      all.flatMap((one, i) =>
        all
          .slice(i + 1)
          .filter((other) => one.party !== other.party && overlap(one.language, other.language))
          .filter((other) => !one.ambiguous || !other.ambiguous)
          .map((other) => `${name}: ${one.party} (${one.language}), ${other.party} (${other.language})`),
      ),
    );
    expect(clashes).toEqual([]);
  });

  it("give no name to two deals in one language", () => {
    const bearers = new Map<string, Set<string>>();
    for (const { id, aka = {} } of sources.deals) {
      for (const [language, names] of Object.entries(aka)) {
        for (const name of names) {
          const key = `${foldKey(name)} (${language})`;
          bearers.set(key, (bearers.get(key) ?? new Set()).add(id));
        }
      }
    }
    expect([...bearers].filter(([, deals]) => deals.size > 1)).toEqual([]);
  });

  it("know a rate for every month in which an event states money, within a quarter of a year", () => {
    const months = new Map<string, number[]>();
    for (const { currency, month } of sources.rates)
      months.set(currency, [...(months.get(currency) ?? []), count(month)]);
    const missing = sources.deals.flatMap((deal) =>
      deal.events.flatMap((event) =>
        event.figures
          .filter(({ unit }) => unit !== "USD" && months.has(unit))
          .filter(({ unit }) => !months.get(unit)?.some((month) => Math.abs(month - count(event.date)) <= 3))
          .map(({ unit }) => `${deal.id} ${event.date} ${unit}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});

const count = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
