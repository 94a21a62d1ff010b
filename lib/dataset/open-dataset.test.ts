import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Dataset } from "../deals/schema.ts";
import { createDatabase, type DatasetDatabase } from "./database.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import { PACKAGE_FEED } from "./in-use.ts";
import { openDataset } from "./open-dataset.ts";
import { installSnapshot } from "./read-dataset.ts";

const NAME = "test";
let indexedDB: IDBFactory;
beforeEach(() => {
  indexedDB = new IDBFactory();
  // Dexie warns of tables that are not as it expects them; that is what some of these tests are about.
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

/** As after a restart of the background: the same browser profile, a new connection. */
async function open(dataset = fakeDataset(), feeds?: string[]) {
  const db = createDatabase(NAME, { indexedDB, IDBKeyRange });
  const load = vi.fn(async () => JSON.parse(JSON.stringify(dataset)));
  const opened = await openDataset(db, { version: dataset.version, load }, feeds);
  db.close();
  return { ...opened, loads: load.mock.calls.length };
}

/** What someone else does to the stored rows while the background is stopped. */
async function tamper(change: (db: DatasetDatabase) => Promise<unknown>) {
  const db = createDatabase(NAME, { indexedDB, IDBKeyRange });
  await change(db);
  db.close();
}

/** As a later version of the extension may leave it: a higher version, and a table built another way. */
async function openAsLaterVersion() {
  const request = indexedDB.open(NAME, 900);
  request.onupgradeneeded = () => {
    const db = request.result;
    db.deleteObjectStore("pages");
    db.createObjectStore("pages", { autoIncrement: true });
  };
  await new Promise((resolve, reject) => {
    request.onsuccess = resolve;
    request.onerror = reject;
  });
  request.result.close();
}

describe("openDataset", () => {
  it("installs the snapshot on the first start, and does not load it again on the next", async () => {
    expect(await open()).toEqual({ dataset: fakeDataset(), how: "installed", why: null, loads: 1, disagreements: [] });
    expect(await open()).toEqual({ dataset: fakeDataset(), how: "stored", why: null, loads: 0, disagreements: [] });
  });

  it("takes the snapshot of an upgraded package", async () => {
    await open();
    const newer = fakeDataset({ version: "2026-02-02.1", rates: [] });
    expect(await open(newer)).toMatchObject({ dataset: newer, how: "upgraded", loads: 1 });
    expect(await open(newer)).toMatchObject({ dataset: newer, how: "stored" });
  });

  it("keeps a stored dataset that is newer than the package's", async () => {
    const newer = fakeDataset({ version: "2026-02-02.1" });
    await open(newer);
    expect(await open()).toMatchObject({ dataset: newer, how: "stored", loads: 0 });
  });

  it("installs again after a purge", async () => {
    await open();
    await tamper((db) => db.delete());
    expect(await open()).toMatchObject({ how: "installed", dataset: fakeDataset() });
  });

  it.each<[string, () => Promise<unknown>, RegExp]>([
    ["lost rows", () => tamper((db) => db.pages.clear()), /Page/],
    ["no version recorded", () => tamper((db) => db.pointers.clear()), /version/],
    ["the tables of a later version", openAsLaterVersion, /Page/],
  ])("heals a database with %s, and says so", async (_what, breakIt, why) => {
    await open();
    await breakIt();
    expect(await open()).toMatchObject({ dataset: fakeDataset(), how: "healed", why: expect.stringMatching(why) });
    expect(await open()).toMatchObject({ dataset: fakeDataset(), how: "stored", why: null });
  });

  it("heals a broken dataset even where it says it is newer than the package's", async () => {
    await open(fakeDataset({ version: "2030-01-01.1" }));
    await tamper((db) => db.pages.clear());
    expect(await open()).toMatchObject({ dataset: fakeDataset(), how: "healed" });
    expect(await open()).toMatchObject({ dataset: fakeDataset(), how: "stored" });
  });

  it("works from memory where the browser stores nothing", async () => {
    indexedDB.open = () => {
      throw new DOMException("A mutation operation was attempted", "InvalidStateError");
    };
    indexedDB.deleteDatabase = indexedDB.open;
    expect(await open()).toMatchObject({ dataset: fakeDataset(), how: "unstored", why: expect.stringMatching(/\w/) });
  });

  it("stores one whole dataset where two contexts open it at once", async () => {
    const [one, two] = await Promise.all([open(), open()]);
    expect([one.dataset, two.dataset]).toEqual([fakeDataset(), fakeDataset()]);
    expect(await open()).toMatchObject({ how: "stored", dataset: fakeDataset() });
  });

  it("refuses a snapshot that does not fit the schema, and stores nothing of it", async () => {
    await expect(open({ ...fakeDataset(), deals: [{ id: "a" }] } as never)).rejects.toThrow();
    expect(await open()).toMatchObject({ how: "installed" });
  });

  describe("with other feeds", () => {
    const theirs = fakeDataset({
      version: "2026-05-05.1",
      deals: [fakeDeal("theirs-only"), fakeDeal("known", { sameAs: [`${PACKAGE_FEED}:northwind-contoso-2026`] })],
    });
    const idsOf = ({ dataset }: { dataset: Dataset }) => dataset.deals.map(({ id }) => id);
    beforeEach(() => tamper((db) => installSnapshot(db, theirs, { feed: "theirs" })));

    it("reads those in use as one, in the order of trust", async () => {
      const both = await open(fakeDataset(), [PACKAGE_FEED, "theirs"]);
      expect([idsOf(both), both.dataset.version]).toEqual([["northwind-contoso-2026", "theirs-only"], "2026-02-01.1"]);
      const turned = await open(fakeDataset(), ["theirs", PACKAGE_FEED]);
      expect([idsOf(turned), turned.dataset.version]).toEqual([["known", "theirs-only"], "2026-05-05.1"]);
    });

    it("leaves out the package's where the user does", async () => {
      expect(idsOf(await open(fakeDataset(), ["theirs"]))).toEqual(["known", "theirs-only"]);
    });

    it.each([[[]], [["nowhere"]]])("uses the package's where %j has no data", async (feeds) => {
      expect(idsOf(await open(fakeDataset(), feeds))).toEqual(["northwind-contoso-2026"]);
    });

    it("reads the others where one is broken", async () => {
      await tamper((db) => db.generations.where("feed").equals("theirs").modify({ version: "latest" }));
      expect(idsOf(await open(fakeDataset(), ["theirs", PACKAGE_FEED]))).toEqual(["northwind-contoso-2026"]);
    });
  });
});
