import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Backup, exportBackup, importBackup, readBackup } from "./backup.ts";
import { createFeedsDatabase, type FeedsDatabase } from "./database.ts";
import { ADDRESS, fakePublisher, fakeUserStorage, NOW } from "./feed.fake.ts";
import { type Feed, newFeed } from "./feed.ts";
import { rememberDeals, setNotices } from "./notices.ts";

const { root } = await fakePublisher("deals-example");
const known: Feed = {
  ...newFeed({ id: "deals-example", name: "Example deals", url: ADDRESS, root, rank: 1 }),
  mark: "2026-11-20.1",
  etag: '"a"',
  next: NOW,
  failures: 2,
  told: "0".repeat(64),
};
let db: FeedsDatabase;
let storage: ReturnType<typeof fakeUserStorage>;
beforeEach(async () => {
  db = createFeedsDatabase("feeds", { indexedDB: new IDBFactory(), IDBKeyRange });
  storage = fakeUserStorage({ "site-off:news.example": true });
  await db.feeds.put(known);
  await rememberDeals(db, ["deal-7-2026"], "2026-11-20");
  await db.notices.put({ deal: "deal-8-2026", name: "Deal 8", at: NOW });
});
afterEach(() => db.close());

const save = () => exportBackup(db, storage, new Date(NOW));
const restore = (backup: unknown) => importBackup(JSON.stringify(backup), db, storage);
const everything = async () => [
  storage.values,
  await Promise.all([db.feeds.toArray(), db.seen.toArray(), db.notices.toArray(), db.settings.toArray()]),
];

describe("a backup", () => {
  it("gives back settings, feeds, and what was read about, in the place of what is there", async () => {
    const backup = await save();
    await Promise.all([db.feeds.clear(), setNotices(db, false)]);
    await db.feeds.put({ ...known, id: "another" });
    storage.values = { other: 1 };
    expect(await restore(backup)).toMatchObject({ is: "done", feeds: [{ id: "deals-example" }] });
    expect(storage.values).toEqual({ "site-off:news.example": true });
    // What is only of use to this browser is asked anew.
    expect(await db.feeds.toArray()).toEqual([
      { ...known, etag: null, next: null, failures: 0, isUnderWay: false, told: null },
    ]);
    expect((await db.seen.toArray()).map(({ deal }) => deal)).toEqual(["deal-7-2026"]);
    expect((await db.notices.toArray()).map(({ deal }) => deal)).toEqual(["deal-8-2026"]);
  });

  it("says what it holds before anything is restored", async () => {
    const text = JSON.stringify(await save());
    const before = await everything();
    expect(readBackup(text, storage)).toMatchObject({
      is: "whole",
      backup: { made: "2026-11-22T12:00:00.000Z", feeds: [{ name: "Example deals", url: ADDRESS }] },
    });
    expect(await everything()).toEqual(before);
  });

  it.each<[string, Partial<Feed>, Partial<Feed>, Partial<Feed>]>([
    ["a newer version seen", {}, { mark: "2026-11-22.1" }, { mark: "2026-11-22.1" }],
    ["newer keys", {}, { root: { ...root, version: 2 } }, { root: { ...root, version: 2 } }],
    ["older keys", { root: { ...root, version: 2 }, mark: null }, {}, { root: { ...root, version: 2 }, mark: null }],
    [
      "another address",
      {},
      { url: "https://other.example/", mark: "2026-11-22.1" },
      { url: ADDRESS, mark: "2026-11-20.1" },
    ],
  ])(
    "restores keys and marks so that no older version is believed again, where there is %s",
    async (_, saved, now, then) => {
      await db.feeds.put({ ...known, ...saved });
      const backup = await save();
      await db.feeds.put({ ...known, ...now });
      await restore(backup);
      expect(await db.feeds.get("deals-example")).toMatchObject(then);
    },
  );

  it.each<[string, (backup: Backup) => unknown, string]>([
    ["no JSON", () => "{", "broken"],
    ["another program's", () => JSON.stringify({ hello: "world" }), "broken"],
    ["nothing", () => "null", "broken"],
    ["of a later version", (backup) => JSON.stringify({ ...backup, format: 2 }), "later"],
    ["of no time", (backup) => JSON.stringify({ ...backup, made: "yesterday" }), "broken"],
    ["cut short", (backup) => JSON.stringify(backup).slice(0, -20), "broken"],
    ["with settings that nobody knows", (backup) => JSON.stringify({ ...backup, settings: { nonsense: 1 } }), "broken"],
    ["with a broken feed", (backup) => JSON.stringify(backup).replace('"rank":1', '"rank":"x"'), "broken"],
    [
      "with keys that are none",
      (backup) => JSON.stringify(backup).replaceAll(/"[0-9a-f]{64}":"[0-9a-f]{64}"/g, '"a":"b"'),
      "broken",
    ],
    [
      "with a feed twice",
      (backup) => JSON.stringify({ ...backup, feeds: [backup.feeds, backup.feeds].flat() }),
      "broken",
    ],
  ])("that is %s changes nothing", async (_, spoil, is) => {
    const text = String(spoil(await save()));
    storage.values = { "site-off:kept.example": true };
    const before = await everything();
    expect(readBackup(text, storage)).toMatchObject({ is });
    expect(await importBackup(text, db, storage)).toMatchObject({ is });
    expect(await everything()).toEqual(before);
  });
});
