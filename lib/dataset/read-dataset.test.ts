import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDatabase, type DatasetDatabase } from "./database.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";
import { undo } from "./generations.ts";
import { PACKAGE_FEED } from "./in-use.ts";
import { installSnapshot, readDataset } from "./read-dataset.ts";

let db: DatasetDatabase;
beforeEach(() => {
  db = createDatabase("test", { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

describe("installSnapshot", () => {
  it("gives back the dataset it was given", async () => {
    expect(await installSnapshot(db, fakeDataset())).toBe(true);
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: fakeDataset() });
  });

  it("replaces an older dataset, down to the deals that are no longer in it", async () => {
    await installSnapshot(db, fakeDataset({ deals: [fakeDeal("a-b-2024"), fakeDeal("a-c-2025")] }));
    const newer = fakeDataset({ version: "2026-02-01.2", deals: [fakeDeal("a-b-2024")] });
    expect(await installSnapshot(db, newer)).toBe(true);
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: newer });
  });

  it.each(["2026-02-01.1", "2026-01-31.9"])("leaves a dataset alone that %s is not newer than", async (version) => {
    await installSnapshot(db, fakeDataset());
    expect(await installSnapshot(db, fakeDataset({ version, deals: [] }))).toBe(false);
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: fakeDataset() });
  });

  it("keeps the old dataset whole where the new one cannot be stored whole", async () => {
    await installSnapshot(db, fakeDataset());
    const add = vi.spyOn(db.generations, "add").mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
    await expect(installSnapshot(db, fakeDataset({ version: "2026-03-01.1" }))).rejects.toThrow();
    add.mockRestore();
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: fakeDataset() });
  });

  it("leaves the version alone to which the user went back", async () => {
    await installSnapshot(db, fakeDataset());
    await installSnapshot(db, fakeDataset({ version: "2026-02-02.1" }));
    await undo(db, PACKAGE_FEED);
    expect(await installSnapshot(db, fakeDataset({ version: "2026-02-03.1" }))).toBe(false);
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: fakeDataset() });
  });

  it("keeps no page that neither the version in use nor the one before has", async () => {
    for (const day of ["01", "02", "03", "04"]) {
      const deals = [fakeDeal("northwind-contoso-2026", { name: day })];
      await installSnapshot(db, fakeDataset({ version: `2026-03-${day}.1`, deals }));
    }
    const rows = await db.pages.toArray();
    expect(rows.filter(({ text }) => text.includes('"northwind-contoso-2026"'))).toHaveLength(2);
    expect(await db.generations.count()).toBe(2);
  });
});

describe("readDataset", () => {
  it("finds nothing in a new database", async () => {
    expect(await readDataset(db)).toEqual({ is: "absent" });
  });

  const contosoPage = (change: (text: string) => string) => (db: DatasetDatabase) =>
    db.pages
      .filter(({ text }) => text.includes('"kind":"company"'))
      .modify((page) => {
        page.text = change(page.text);
      });
  it.each<[string, (db: DatasetDatabase) => Promise<unknown>, RegExp]>([
    ["the pointer is gone", (db) => db.pointers.clear(), /which version is in use/],
    ["the pointer is none", (db) => db.pointers.update(PACKAGE_FEED, { current: "x" as never }), /which version/],
    ["the version in use is gone", (db) => db.generations.clear(), /version in use/],
    [
      "the version is no version",
      (db) => db.generations.toCollection().modify({ version: "latest" }),
      /version in use/,
    ],
    ["pages are gone", (db) => db.pages.clear(), /Page [0-9a-f]{64} is missing/],
    ["a page is empty", contosoPage(() => "[]"), /2 parties expected, 0 found/],
    ["a page is cut short", contosoPage((text) => text.slice(0, 40)), /JSON/],
    ["a party is of no known kind", contosoPage((text) => text.replace("company", "x")), /parties.*kind/],
  ])("calls it broken where %s", async (_what, breakIt, why) => {
    await installSnapshot(db, fakeDataset());
    await breakIt(db);
    expect(await readDataset(db)).toEqual({ is: "broken", why: expect.stringMatching(why) });
  });
});
