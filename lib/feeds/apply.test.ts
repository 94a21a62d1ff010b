import { beforeAll, describe, expect, it } from "vitest";
import { type Manifest, type RawRecord, recordsOf } from "../dataset/pages.ts";
import { applyDelta, checkDigest, pageCountsOf, placedChunks, readChunk } from "./apply.ts";
import { canonicalBytes } from "./canonical.ts";
import { inflate } from "./download.ts";
import { gzip, manyDeals } from "./feed.fake.ts";
import { type Catalog, Chunk, type ChunkEntry, Delta, limits, paths } from "./formats.ts";
import { type Published, publish } from "./publish.ts";
import { memoryStore } from "./store.ts";

const [V1, V2] = ["2026-11-20.1", "2026-11-21.1"];
const pause = async () => {};
let old: Published;
let made: Published;
beforeAll(async () => {
  const before = recordsOf(manyDeals(60, V1));
  old = await publish({ feed: "example", version: V1, records: before }, [], gzip);
  const readOld = async (entry: ChunkEntry) =>
    JSON.parse(await textOf(old, paths.chunk(entry.sha256))) as RawRecord[][];
  const records = recordsOf(manyDeals(61, V2, [1, 2]));
  const earlier = [{ catalog: old.catalog, readChunk: readOld }];
  made = await publish({ feed: "example", version: V2, records }, earlier, gzip);
});
const textOf = async ({ files }: Published, path: string) =>
  new TextDecoder().decode(await inflate(files.get(path) as Uint8Array<ArrayBuffer>, limits.inflated, path));

describe("readChunk", () => {
  const deals = () =>
    placedChunks(old.catalog).find(({ entry }) => entry.kind === "deals") as ReturnType<typeof placedChunks>[0];
  const read = async (change: (pages: RawRecord[][]) => unknown, entry: Partial<ChunkEntry> = {}) => {
    const placed = deals();
    const pages = Chunk.parse(JSON.parse(await textOf(old, paths.chunk(placed.entry.sha256)))) as RawRecord[][];
    const bytes = canonicalBytes(change(pages));
    const pageCount = pageCountsOf(old.catalog).deals;
    return readChunk(bytes, { ...placed.entry, ...entry }, { firstPage: placed.firstPage, pageCount, pause });
  };

  it("gives the pages that the digest was made of", async () => {
    const { row, pages } = await read((all) => all);
    expect(row).toMatchObject({ kind: "deals", count: 60 });
    expect(pages.map(({ hash }) => hash)).toEqual(old.manifest.pages.deals);
  });

  it.each<[string, (pages: RawRecord[][]) => unknown, string]>([
    ["a page is missing", (pages) => pages.slice(1), "mixed"],
    ["a record is missing", ([first = [], ...rest]) => [first.slice(1), ...rest], "mixed"],
    ["a record stands there twice", ([first = [], ...rest]) => [[...first, first[0]], ...rest], "bad-record"],
    [
      "a record stands on another's page",
      ([first = [], second = [], ...rest]) => [first.slice(1), [...second, first[0]], ...rest],
      "bad-record",
    ],
    [
      "a record does not fit its schema",
      ([first = [], ...rest]) => [[{ ...first[0], kind: "wedding" }, ...first.slice(1)], ...rest],
      "bad-record",
    ],
    ["a record has no id", ([first = [], ...rest]) => [[{ name: "?" }, ...first.slice(1)], ...rest], "bad-record"],
    ["it is no list of pages", () => ({ deals: [] }), "bad-record"],
  ])("refuses a chunk in which %s", async (_, change, code) => {
    await expect(read(change)).rejects.toMatchObject({ name: "FeedError", code });
  });

  it("names the record and the place in it", async () => {
    const broken = read(([first = [], ...rest]) => [
      [{ ...first[0], events: [{ date: "soon" }] }, ...first.slice(1)],
      ...rest,
    ]);
    await expect(broken).rejects.toThrow(/deals: "deal-\d+-2026" does not fit its schema at "events\.0/);
  });
});

describe("applyDelta", () => {
  const apply = async (change: Partial<Delta> = {}, base: Manifest = old.manifest, catalog: Catalog = made.catalog) => {
    const store = memoryStore();
    for (const { entry, firstPage } of placedChunks(old.catalog)) {
      const bytes = new TextEncoder().encode(await textOf(old, paths.chunk(entry.sha256)));
      const { row, pages } = await readChunk(bytes, entry, {
        firstPage,
        pageCount: pageCountsOf(old.catalog)[entry.kind],
        pause,
      });
      await store.storeChunk(row, pages);
    }
    const [delta] = made.catalog.deltas;
    const content = Delta.parse(JSON.parse(await textOf(made, paths.delta(delta?.sha256 ?? ""))));
    const applied: number[] = [];
    const result = await applyDelta(canonicalBytes({ ...content, ...change }), {
      ...store,
      base,
      catalog,
      applied: (count) => applied.push(count),
      pause,
    });
    return { result, applied, content };
  };

  it("makes of the old version the new one", async () => {
    const { result, applied, content } = await apply();
    expect(await checkDigest(made.catalog, result)).toEqual(made.manifest);
    expect([applied.at(-1), content.put.deals.length]).toEqual([3, 3]); // two changed, one new
  });

  it.each<[string, () => Partial<Delta>, string]>([
    ["another feed", () => ({ feed: "another" }), "mixed"],
    ["another version before", () => ({ from: "2026-11-19.1" }), "mixed"],
    ["another version after", () => ({ to: "2026-11-22.1" }), "mixed"],
    ["a broken record", () => ({ put: { deals: [{ id: "deal-1-2026" }], parties: [], rates: [] } }), "bad-record"],
  ])("refuses one of %s", async (_, change, code) => {
    await expect(apply(change())).rejects.toMatchObject({ name: "FeedError", code });
  });

  it.each<[string, Partial<Delta>]>([
    ["changes something else", { drop: { deals: ["deal-5-2026"], parties: [], rates: [] } }],
    ["changes too little", { put: { deals: [], parties: [], rates: [] } }],
  ])("is found out by the digest where it %s", async (_, change) => {
    const { result } = await apply(change);
    await expect(checkDigest(made.catalog, result)).rejects.toMatchObject({ code: "mixed" });
  });

  it("drops what is not there without harm", async () => {
    const { result } = await apply({ drop: { deals: ["deal-unknown"], parties: [], rates: [] } });
    expect(await checkDigest(made.catalog, result)).toEqual(made.manifest);
  });
});

describe("checkDigest", () => {
  it("refuses counts that are not those that were signed, though the pages are", async () => {
    const { pages, counts } = made.manifest;
    const wrong = { pages, counts: { ...counts, deals: counts.deals + 1 } };
    await expect(checkDigest(made.catalog, wrong)).rejects.toMatchObject({ code: "mixed" });
  });
});
