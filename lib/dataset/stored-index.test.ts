/** The index from IndexedDB gives what the index in memory gives. */
import { Dexie } from "dexie";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Dataset, Deal, Party } from "../deals/schema.ts";
import { FAMOUS } from "../reading/famous.ts";
import { foldText } from "../reading/fold.ts";
import { buildIndex, dropIndex } from "./build-index.ts";
import { createDatabase, type DatasetDatabase, type IndexRow } from "./database.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import type { ExplainingIndex } from "./deal-index.ts";
import { type DealStore, storeInMemory } from "./deal-store.ts";
import { sweep, undo } from "./generations.ts";
import { PACKAGE_FEED } from "./in-use.ts";
import { openIndex, storeOfIndex } from "./open-index.ts";
import { createPace } from "./pace.ts";
import { installSnapshot } from "./read-dataset.ts";
import { createReader, type DatasetReader } from "./reader.ts";

let db: DatasetDatabase;
let reader: DatasetReader;
let fetched: number;
beforeEach(() => {
  db = createDatabase("test", { indexedDB: new IDBFactory(), IDBKeyRange });
  fetched = 0;
  const { pages, ...rest } = createReader(async () => (await db.open()).backendDB());
  reader = {
    ...rest,
    pages(hashes) {
      fetched += hashes.length;
      return pages(hashes);
    },
  };
});
afterEach(() => db.close());

const pause = async (): Promise<void> => {};
const build = (feeds = [PACKAGE_FEED]) => buildIndex(db, feeds, createPace(pause));
async function store(feeds = [PACKAGE_FEED]): Promise<DealStore> {
  await build(feeds);
  const opened = await openIndex(reader, "2026-01-01.1");
  if (!opened?.isOf(feeds)) throw new Error("The index that was just built is not current");
  fetched = 0;
  return storeOfIndex(reader, opened.index, pause);
}

const party = (id: string, parts: Partial<Party> = {}): Party => ({
  id,
  name: `The ${id}`,
  kind: "company",
  aliases: { all: [id] },
  ...parts,
});
/** Deals in three lines of succession, a round with parts, and one that refers to what is not there. */
const dataset = (parts: Partial<Dataset> = {}): Dataset => ({
  ...fakeDataset(),
  parties: [party("acme"), party("beta", { kind: "fund" }), party("ceres"), party("delta", { kind: "government" })],
  deals: Array.from({ length: 90 }, (_, number): Deal => {
    const names = ["acme", "beta", "ceres", "delta"];
    const [payer, payee] = [names[number % 4] as string, names[(number * 7 + 1) % 4] as string];
    return fakeDeal(`deal-${number}`, {
      kind: number % 5 === 0 ? "funding-round" : "acquisition",
      parties: [
        { party: payer, role: number % 5 === 0 ? "investor" : "acquirer" },
        { party: payee, role: number % 5 === 0 ? "investee" : "target" },
        ...(number % 9 === 0 ? [{ party: "unlisted", role: "partner" as const }] : []),
      ],
      events: [
        {
          date: `20${10 + (number % 13)}-0${1 + (number % 9)}-11`,
          status: "announced",
          figures: [{ metric: "amount", value: 1e9 + number, unit: "USD", qualifier: "exact", scope: "whole" }],
          sources: [],
        },
      ],
      ...(number < 60 ? { supersededBy: `deal-${number + 30}` } : {}),
      ...(number % 10 === 3 ? { partOf: "deal-20" } : number === 89 ? { partOf: "nowhere" } : {}),
      ...(number === 7 ? { aka: { en: ["Project Seven"] } } : {}),
    });
  }),
  ...parts,
});

const names = ["acme", "beta", "ceres", "delta", "unlisted", "nobody"];
const idsOf = (deals: readonly Deal[]): string[] => deals.map(({ id }) => id);
const questions: [string, (index: ExplainingIndex) => unknown][] = [
  ["a deal by its id", (index) => index.deal("deal-31")],
  ["a deal that is not there", (index) => index.deal("deal-900") ?? "none"],
  ["version and size", (index) => [index.version, index.size]],
  ...names.flatMap((name): [string, (index: ExplainingIndex) => unknown][] => [
    [`the kind of ${name}`, (index) => index.kindOf(name)],
    [`the deals of ${name}`, (index) => [index.dealsOf(name), index.dealCount(name)]],
    [`the deals of ${name} with acme`, (index) => idsOf(index.dealsOf(name, "acme"))],
    [`the number of deals of ${name} with others`, (index) => index.dealsWith(name, new Set(["beta", "unlisted"]))],
  ]),
  ["deals that name someone", (index) => idsOf(index.dealsNaming(new Set(["delta", "nobody", "acme", "unlisted"])))],
  ["the parts of a round", (index) => idsOf(index.partsOf("deal-20")).sort()],
  ["the parts of what has none", (index) => index.partsOf("deal-21")],
  [
    "a line of successors",
    (index) => {
      const line: string[] = [];
      for (let id: string | undefined = "deal-2"; id; id = index.deal(id)?.supersededBy) line.push(id);
      return line;
    },
  ],
  ["names", (index) => index.findNames(foldText("Acme and Project Seven with The delta"), "en")],
  ["rates", (index) => [index.usdPerUnit("EUR", "2026-02"), index.usdPerUnit("XXX", "2026-02")]],
  ["the month of a rate", (index) => [index.rateMonth("JPY", "2030-01"), index.rateMonth("USD", "2030-01")]],
];

/** What befalls pages on the disk. */
const damage = (change: (text: string) => string) => () =>
  db.pages.toCollection().modify((page) => {
    page.text = change(page.text);
  });

describe("the stored index", () => {
  it.each(questions)("answers as that in memory: %s", async (_what, question) => {
    await installSnapshot(db, dataset());
    const expected = await storeInMemory(dataset()).ask(question);
    expect(await (await store()).ask(question)).toEqual(expected);
  });

  it("answers as that in memory over several feeds, of which one knows the other's deals", async () => {
    const theirs = dataset({
      version: "2026-05-05.1",
      deals: [
        fakeDeal("deal-1", { parties: [{ party: "acme", role: "investor" }] }),
        fakeDeal("theirs", { sameAs: [`${PACKAGE_FEED}:deal-2`] }),
      ],
    });
    await installSnapshot(db, dataset());
    await installSnapshot(db, theirs, { feed: "theirs" });
    const both = await store([PACKAGE_FEED, "theirs"]);
    expect([both.version, both.size]).toEqual([dataset().version, 91]);
    expect(await both.ask((index) => index.deal("theirs-deal-1")?.id)).toBe("theirs-deal-1");
    expect(await both.ask((index) => index.deal("deal-2")?.events.length)).toBe(2);
    // Pages that only the index names stay.
    await sweep(db);
    expect(await both.ask((index) => index.deal("deal-88")?.id)).toBe("deal-88");
  });

  it("fetches no page that a question is not about, and none twice", async () => {
    await installSnapshot(db, dataset());
    const deals = await store();
    await deals.ask((index) => index.dealsWith("acme", new Set(["beta"])));
    expect(fetched).toBe(0);
    await deals.ask((index) => index.deal("deal-89"));
    expect(fetched).toBe(1);
    await deals.ask((index) => index.deal("deal-89"));
    expect(fetched).toBe(1);
  });

  it("fetches ahead, at once and only once, what an article that names somebody asks for", async () => {
    await installSnapshot(db, dataset());
    const deals = await store();
    const question = (index: ExplainingIndex) => idsOf(index.dealsNaming(new Set(["delta"])));
    const expected = await storeInMemory(dataset()).ask(question);
    await deals.ask((index) => index.deal("deal-2")); // The database is open.
    const before = fetched;
    deals.fetchAhead(new Set(["delta"]));
    const ahead = fetched;
    expect(ahead).toBeGreaterThan(before);
    expect(await deals.ask(question)).toEqual(expected);
    expect(fetched).toBe(ahead);
  });

  it("says that it is broken to whoever asks, though it was fetched ahead", async () => {
    await installSnapshot(db, dataset());
    const deals = await store();
    await db.pages.clear();
    deals.fetchAhead(new Set(["delta"]));
    const asked = deals.ask((index) => index.dealsNaming(new Set(["delta"])));
    await expect(asked).rejects.toMatchObject({ name: "BrokenDataset" });
  });

  it("fetches a deal together with those that took its place", async () => {
    await installSnapshot(db, dataset());
    let asked = 0;
    await (await store()).ask((index) => {
      asked++;
      return idsOf(index.dealsOf("beta")).map((id) => index.deal(index.deal(id)?.supersededBy ?? id));
    });
    expect(asked).toBe(2);
  });

  it("gives of a famous party only deals with somebody else who is named", async () => {
    const deals = Array.from({ length: FAMOUS + 1 }, (_, number) =>
      fakeDeal(`buy-${number}`, {
        kind: "acquisition",
        parties: [
          { party: "acme", role: "acquirer" },
          { party: number === 500 ? "beta" : `target-${number}`, role: "target" },
        ],
      }),
    );
    const famous = dataset({ deals });
    await installSnapshot(db, famous);
    for (const of of [storeInMemory(famous), await store()]) {
      expect(await of.ask((index) => index.dealsNaming(new Set(["acme"])))).toEqual([]);
      expect(await of.ask((index) => idsOf(index.dealsNaming(new Set(["acme", "beta"]))))).toEqual([
        "buy-500",
        "buy-500",
      ]);
    }
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ["is gone", () => db.pages.clear(), /Page [0-9a-f]{64} is missing/],
    ["is cut short", damage((text) => text.slice(0, -9)), /characters of deals expected/],
    ["has other deals", damage(() => "[]"), /characters of deals expected, 2 found/],
    [
      "has what is no deal",
      damage((text) => text.replaceAll("events", "evenTs")),
      /its deal \d is not as it was indexed/,
    ],
    ["has what is no JSON", damage((text) => text.replaceAll(":", ";")), /its deal \d is not as it was indexed/],
  ])("is broken where a page %s", async (_what, breakIt, why) => {
    await installSnapshot(db, dataset());
    const deals = await store();
    await breakIt();
    const asked = deals.ask((index) => index.deal("deal-89"));
    await expect(asked).rejects.toMatchObject({ name: "BrokenDataset", message: expect.stringMatching(why) });
  });

  it("lets what a question throws through, once its deals are there", async () => {
    await installSnapshot(db, dataset());
    const asked = (await store()).ask((index) => {
      throw new RangeError(index.deal("deal-1")?.name ?? "not yet");
    });
    await expect(asked).rejects.toThrow(new RangeError("deal-1"));
  });
});

describe("openIndex", () => {
  /** What is open, and whether it is current; null where there is none. */
  const open = async (packaged = "2026-01-01.1", feeds = [PACKAGE_FEED]) => {
    const opened = await openIndex(reader, packaged);
    return opened && { index: opened.index, isCurrent: opened.isOf(feeds) };
  };
  it("finds none in a new database, nor where it was dropped", async () => {
    expect(await open()).toBeNull();
    await installSnapshot(db, dataset());
    await build();
    expect(await open()).toMatchObject({ isCurrent: true });
    await dropIndex(db);
    expect(await open()).toBeNull();
  });

  it("finds none in a database of the version before, whose data are kept", async () => {
    const options = { indexedDB: new IDBFactory(), IDBKeyRange };
    const older = new Dexie("older", options);
    older.version(2).stores({ pages: "hash", chunks: "content", generations: "++id, feed", pointers: "feed" });
    await installSnapshot(db, dataset());
    for (const table of ["pages", "generations", "pointers"])
      await older.table(table).bulkAdd(await db.table(table).toArray());
    older.close();
    db.close();
    db = createDatabase("older", options);
    expect(await open()).toBeNull();
    await build();
    expect(await open()).toMatchObject({ isCurrent: true, index: { head: { version: dataset().version } } });
  });

  it("finds none where bytes of it are missing", async () => {
    await installSnapshot(db, dataset());
    await build();
    const { arrays } = (await db.indexes.get("head")) as { arrays: Blob } & IndexRow;
    await db.indexes.update("head", { arrays: arrays.slice(0, -1) });
    expect(await open()).toBeNull();
  });

  it("leaves an index of another layout alone", async () => {
    await installSnapshot(db, dataset());
    await build();
    await db.indexes.update("head", { layout: 0 });
    expect(await open()).toBeNull();
  });

  it("does not answer by what is older than the package, unless the user went back to it", async () => {
    await installSnapshot(db, dataset());
    await installSnapshot(db, dataset({ version: "2026-03-01.1" }));
    await build();
    expect(await open("2026-03-01.2")).toBeNull();
    await undo(db, PACKAGE_FEED);
    await build();
    expect(await open("2026-03-01.2")).toMatchObject({ isCurrent: true, index: { head: { version: "2026-02-01.1" } } });
  });

  it("knows that other generations are in use than it was made of", async () => {
    await installSnapshot(db, dataset());
    await installSnapshot(db, dataset({ version: "2026-09-01.1" }), { feed: "theirs" });
    await build();
    expect(await open("2026-01-01.1", [PACKAGE_FEED, "theirs"])).toMatchObject({ isCurrent: false });
    expect(await open("2026-01-01.1", [PACKAGE_FEED, "nowhere"])).toMatchObject({ isCurrent: true });
    await installSnapshot(db, dataset({ version: "2026-02-02.1" }));
    expect(await open()).toMatchObject({ isCurrent: false, index: { head: { version: "2026-02-01.1" } } });
  });

  it("answers from the generation that it was made of while another is in use", async () => {
    await installSnapshot(db, dataset());
    await build();
    await installSnapshot(db, dataset({ version: "2026-02-02.1", deals: [fakeDeal("other")] }));
    await installSnapshot(db, dataset({ version: "2026-02-03.1", deals: [fakeDeal("other")] }));
    const opened = await open();
    const deals = storeOfIndex(reader, opened?.index as never, pause);
    expect(await deals.ask((index) => index.deal("deal-5")?.id)).toBe("deal-5");
  });
});

describe("buildIndex", () => {
  it("says that nothing is stored yet", async () => {
    await expect(build()).rejects.toMatchObject({ name: "BrokenDataset", message: "No feed has data" });
  });

  it("leaves the index before where it cannot be built", async () => {
    await installSnapshot(db, dataset());
    await build();
    await installSnapshot(db, dataset({ version: "2026-02-02.1" }));
    await damage((text) => (text.includes('"fund"') ? "[7]" : text))();
    await expect(build()).rejects.toMatchObject({ name: "BrokenDataset" });
    expect((await openIndex(reader, "2026-01-01.1"))?.index.head.version).toBe("2026-02-01.1");
  });

  it("makes pauses, in which the index before answers", async () => {
    await installSnapshot(db, dataset());
    const before = await store();
    await installSnapshot(db, dataset({ version: "2026-02-02.1" }));
    const answers: unknown[] = [];
    let clock = 0;
    const pace = createPace(
      async () => {
        answers.push(await before.ask((index) => index.deal("deal-1")?.id));
      },
      () => {
        clock += 5;
        return clock;
      },
    );
    await buildIndex(db, [PACKAGE_FEED], pace);
    expect(answers.length).toBeGreaterThan(5);
    expect(new Set(answers)).toEqual(new Set(["deal-1"]));
  });
});
