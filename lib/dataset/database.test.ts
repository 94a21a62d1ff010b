import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type DatasetDatabase, installSnapshot, readDataset } from "./database.ts";
import { fakeDataset, fakeDeal } from "./dataset.fake.ts";

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
    const twice = fakeDataset({ version: "2026-03-01.1", deals: [fakeDeal("a-b-2024"), fakeDeal("a-b-2024")] });
    await expect(installSnapshot(db, twice)).rejects.toThrow();
    expect(await readDataset(db)).toEqual({ is: "whole", dataset: fakeDataset() });
  });
});

describe("readDataset", () => {
  it("finds nothing in a new database", async () => {
    expect(await readDataset(db)).toEqual({ is: "absent" });
  });

  it.each<[string, (db: DatasetDatabase) => Promise<unknown>, RegExp]>([
    ["the version is not recorded", (db) => db.meta.clear(), /version/],
    ["the version is no version", (db) => db.meta.update("dataset", { version: "latest" }), /version/],
    ["a deal is gone", (db) => db.deals.clear(), /1 rows expected in deals, 0 found/],
    ["a party is too many", (db) => db.parties.add({ ...contoso, id: "fabrikam" }), /2 rows expected in parties, 3/],
    ["a currency is gone", (db) => db.rates.delete("JPY"), /2 rows expected in rates, 1 found/],
    ["a deal has no events", (db) => db.deals.update("northwind-contoso-2026", { events: [] }), /deals.*events/],
    ["a party is of no known kind", (db) => db.parties.update("contoso", { kind: "x" as "fund" }), /parties.*kind/],
    ["a rate is no number", (db) => db.rates.put({ currency: "EUR", usdPerUnit: { "2026-01": -1 } }), /rates.*2026-01/],
  ])("calls it broken where %s", async (_what, breakIt, why) => {
    await installSnapshot(db, fakeDataset());
    await breakIt(db);
    expect(await readDataset(db)).toEqual({ is: "broken", why: expect.stringMatching(why) });
  });
});

const contoso = { id: "contoso", name: "Contoso", kind: "company" as const, aliases: {} };
