import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dataset, Deal } from "../deals/schema.ts";
import { compareGenerations } from "./compare-generations.ts";
import { createDatabase, type DatasetDatabase, type Generation } from "./database.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import { generationsOf } from "./generations.ts";
import { pageOf } from "./pages.ts";
import { installSnapshot } from "./read-dataset.ts";

let db: DatasetDatabase;
beforeEach(() => {
  db = createDatabase("test", { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

const deals = (count: number, parts: (i: number) => Partial<Deal> = () => ({})): Deal[] =>
  Array.from({ length: count }, (_, i) => fakeDeal(`deal-${i}`, parts(i)));
const worth = (value: number): Partial<Deal> => {
  const [event] = fakeDeal("any").events;
  if (!event) throw new Error("An event expected");
  return { events: [{ ...event, figures: event.figures.map((figure) => ({ ...figure, value })) }] };
};

/** What changed from one list of deals to another, each stored as a generation of its own. */
async function compare(before: Deal[], now: Deal[], only?: ReadonlySet<string>) {
  const install = async (version: string, list: Deal[]): Promise<Generation> => {
    const dataset: Dataset = fakeDataset({ version, deals: list });
    await installSnapshot(db, dataset, { feed: "feed" });
    return (await generationsOf(db, "feed")).current as Generation;
  };
  const [old, fresh] = [await install("2026-11-20.1", before), await install("2026-11-21.1", now)];
  const read = vi.spyOn(db.pages, "bulkGet");
  const changes = await compareGenerations(db, old, fresh, {
    day: "2026-11-22",
    rates: { usdPerUnit: () => 1 },
    pace: async () => {},
    ...(only ? { only } : {}),
  });
  const pagesRead = read.mock.calls.reduce((sum, [hashes]) => sum + hashes.length, 0);
  return { changes, told: changes.map(({ deal, kind }) => `${deal} ${kind}`), pagesRead, fresh };
}

describe("compareGenerations", () => {
  it("finds nothing between two versions that are alike, and reads nothing", async () => {
    expect(await compare(deals(50), deals(50))).toMatchObject({ told: [], pagesRead: 0 });
  });

  it("finds what was added, changed and removed, with figures then and now", async () => {
    const now = [...deals(50, (i) => (i === 3 ? worth(5e9) : {})).filter((_, i) => i !== 7), fakeDeal("deal-new")];
    const { changes, told } = await compare(deals(50), now);
    expect(told).toEqual(["deal-new added", "deal-3 changed", "deal-7 removed"]);
    expect(changes[1]?.figures).toMatchObject([{ metric: "amount", before: [{ value: 2e9 }], now: [{ value: 5e9 }] }]);
  });

  it("reads only the pages that differ", async () => {
    const { pagesRead } = await compare(
      deals(500),
      deals(500, (i) => (i === 3 ? worth(5e9) : {})),
    );
    expect(pagesRead).toBe(2);
  });

  it("finds the same where so many were added that the pages are cut otherwise", async () => {
    const before = deals(20);
    const { told, fresh } = await compare(before, [
      ...deals(20, (i) => (i === 3 ? worth(5e9) : {})),
      ...deals(900).slice(20),
    ]);
    expect(fresh.pages.deals.length).toBeGreaterThan(2);
    expect(told.filter((one) => !one.endsWith("added"))).toEqual(["deal-3 changed"]);
    expect(told).toHaveLength(881);
  });

  it("follows the deal that took another's place, though its own page has not changed", async () => {
    const next = fakeDeal("deal-next", { name: "The next deal", ...worth(3e10) });
    const ended = (i: number) => (i === 3 ? { supersededBy: "deal-next" } : {});
    const { changes } = await compare([...deals(500), next], [...deals(500, ended), next]);
    expect(changes).toMatchObject([
      {
        deal: "deal-3",
        successor: { deal: "deal-next", name: "The next deal" },
        figures: [{ now: [{ value: 3e10 }] }],
      },
    ]);
  });

  it.each<[string, string[], string[]]>([
    ["one that changed", ["deal-3"], ["deal-3 changed"]],
    ["one that did not", ["deal-4"], []],
    ["one that nobody knows", ["deal-none"], []],
    ["several", ["deal-3", "deal-9", "deal-4"], ["deal-3 changed", "deal-9 changed"]],
  ])("looks at the deals asked for alone: %s", async (_, only, expected) => {
    const changed = deals(500, (i) => (i % 3 === 0 ? worth(5e9) : {}));
    const { told, pagesRead, fresh } = await compare(deals(500), changed, new Set(only));
    expect(told).toEqual(expected);
    const pages = new Set(only.map((id) => pageOf(id, fresh.pages.deals.length)));
    expect(pagesRead).toBeLessThanOrEqual(2 * pages.size);
  });
});
