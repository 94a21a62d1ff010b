import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type DatasetDatabase } from "../dataset/database.ts";
import { findGeneration, generationsOf, removeFeedData, resume, undo } from "../dataset/generations.ts";
import { installSnapshot, readDataset } from "../dataset/read-dataset.ts";
import { type FakeHost, type FakePublisher, fakeHost, fakePublisher, fakeReader, manyDeals, NOW } from "./feed.fake.ts";
import { databaseStore } from "./store.ts";

const FEED = "deals-example";
const V1 = "2026-11-20.1";
const V2 = "2026-11-21.1";
const V3 = "2026-11-22.1";
const COUNT = 120;

let db: DatasetDatabase;
let publisher: FakePublisher;
let host: FakeHost;
let reader: ReturnType<typeof fakeReader>;
beforeEach(async () => {
  db = createDatabase("test", { indexedDB: new IDBFactory(), IDBKeyRange });
  publisher = await fakePublisher(FEED);
  await publisher.publish(manyDeals(COUNT, V1));
  host = fakeHost(publisher.files);
  reader = fakeReader(publisher.root, { store: databaseStore(db, FEED, () => new Date(NOW)) });
});
afterEach(() => db.close());

const versionInUse = async () => {
  const stored = await readDataset(db, FEED);
  return stored.is === "whole" ? stored.dataset.version : stored.is;
};

describe("a feed in the database", () => {
  it("is what was published", async () => {
    await reader.sync(host);
    expect(await readDataset(db, FEED)).toEqual({
      is: "whole",
      dataset: { ...manyDeals(COUNT, V1), deals: manyDeals(COUNT, V1).deals.sort((a, b) => (a.id < b.id ? -1 : 1)) },
    });
  });

  it("answers with the old version until the new one is whole, wherever the update breaks", async () => {
    await reader.sync(host);
    await publisher.publish(manyDeals(COUNT, V2, [1, 2, 3]));
    for (const path of [/^head/, /^catalog/, /^[cd]\//]) {
      host.fault = (asked) => (path.test(asked) ? Response.error() : undefined);
      await expect(reader.sync(host)).rejects.toThrow();
      expect(await versionInUse()).toBe(V1);
    }
    host.fault = () => undefined;
    await reader.sync(host);
    expect(await versionInUse()).toBe(V2);
  });

  /** Every step of an update after which the background can be stopped; those before it are done for good. */
  it.each([
    ["by a delta", [1, 2, 3]],
    ["by chunks", Array.from({ length: COUNT }, (_, i) => i)],
  ])(
    "is one whole version after each step at which an update %s is stopped, and the next run finishes it",
    async (_, changed) => {
      await reader.sync(host);
      let version = 0;
      let left = 0;
      const stopped = new Error("stopped");
      const stoppable = <T extends object>(target: T): T =>
        new Proxy(target, {
          get(object, name) {
            const found: unknown = Reflect.get(object, name);
            if (typeof found !== "function") return found;
            return async (...args: unknown[]) => {
              if (left-- === 0) throw stopped;
              return found.apply(object, args);
            };
          },
        });
      const plain = reader.store;
      let steps = 0;
      for (let step = 0; ; step++) {
        const [before, next] = [`2026-11-20.${version + 1}`, `2026-11-20.${version + 2}`];
        version++;
        await publisher.publish(manyDeals(COUNT, next, changed));
        const cut = fakeReader(publisher.root, { store: stoppable(plain) });
        cut.feed = reader.feed;
        left = step;
        const outcome = await cut.sync(host).catch((error) => error);
        reader.feed = cut.feed;
        const found = await readDataset(db, FEED);
        if (found.is !== "whole") throw new Error(`Step ${step}: ${JSON.stringify(found)}`);
        expect([before, next]).toContain(found.dataset.version);
        const named = found.dataset.deals.filter(({ name }) => name.endsWith(found.dataset.version)).length;
        expect(named).toBe(found.dataset.version === V1 ? 0 : changed.length);
        expect(["updated", "current"]).toContain((await reader.sync(host)).outcome);
        expect(await versionInUse()).toBe(next);
        if (outcome !== stopped) break;
        steps++;
      }
      expect(steps).toBeGreaterThan(4);
    },
  );

  it("says that the browser would not store it, and the old version answers", async () => {
    await reader.sync(host);
    await publisher.publish(manyDeals(COUNT, V2, [1]));
    const { add } = db.generations;
    db.generations.add = () => Promise.reject(new DOMException("full", "QuotaExceededError")) as never;
    await expect(reader.sync(host)).rejects.toThrow("full");
    db.generations.add = add;
    expect(await versionInUse()).toBe(V1);
  });

  it("goes back to the version before, stays there, and goes on when told to, without fetching it again", async () => {
    await reader.sync(host);
    await publisher.publish(manyDeals(COUNT, V2, [1]));
    await reader.sync(host);
    expect((await undo(db, FEED))?.version).toBe(V1);
    expect(await versionInUse()).toBe(V1);
    expect(await reader.sync(host)).toMatchObject({ outcome: "pinned", version: V2 });
    expect(await versionInUse()).toBe(V1);

    await resume(db, FEED);
    host.requests = [];
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated", version: V2 });
    expect(host.requests.filter((path) => /^[cd]\//.test(path))).toEqual([]);
    expect(await versionInUse()).toBe(V2);
  });

  it("cannot go back further than one version, or without one", async () => {
    expect(await undo(db, FEED)).toBeNull();
    await reader.sync(host);
    expect(await undo(db, FEED)).toBeNull();
    await publisher.publish(manyDeals(COUNT, V2));
    await reader.sync(host);
    await undo(db, FEED);
    expect(await undo(db, FEED)).toBeNull();
    expect(await versionInUse()).toBe(V1);
  });

  it("keeps two versions and no more", async () => {
    await reader.sync(host);
    for (const [i, version] of [V2, V3, "2026-11-22.2"].entries()) {
      await publisher.publish(manyDeals(COUNT, version, [i]));
      await reader.sync(host);
    }
    const { current, before } = await generationsOf(db, FEED);
    expect([current?.version, before?.version, await db.generations.count()]).toEqual(["2026-11-22.2", V3, 2]);
    const named = new Set([current, before].flatMap((one) => Object.values(one?.pages ?? {}).flat()));
    expect(new Set(await db.pages.toCollection().primaryKeys())).toEqual(named);
  });

  it("shares with the package's dataset what is the same in both", async () => {
    const dataset = manyDeals(COUNT, V1);
    await installSnapshot(db, dataset, { feed: FEED });
    await publisher.publish(manyDeals(COUNT, V2, [1]));
    await reader.sync(host);
    expect(host.requests.map((path) => path.split("/")[0])).toEqual(["head.json", "catalog", "d"]);
    expect(await versionInUse()).toBe(V2);
  });

  it("needs no more than its missing chunks where the delta's base is not what is stored", async () => {
    const other = manyDeals(COUNT, V1, [9]);
    await installSnapshot(db, other, { feed: FEED });
    await publisher.publish(manyDeals(COUNT, V2, [1]));
    await reader.sync(host);
    expect(host.requests.some((path) => path.startsWith("d/"))).toBe(false);
    expect(await versionInUse()).toBe(V2);
  });

  it("leaves nothing behind when it is removed, and other feeds alone", async () => {
    await installSnapshot(db, manyDeals(3, V1));
    const pages = await db.pages.count();
    await reader.sync(host);
    await removeFeedData(db, FEED);
    expect(await versionInUse()).toBe("absent");
    expect(await db.pages.count()).toBe(pages);
    expect((await db.chunks.toArray()).map(({ kind }) => kind)).not.toContain("deals");
    expect((await readDataset(db)).is).toBe("whole");
  });

  it("is found by its digest only among its own", async () => {
    await reader.sync(host);
    const digest = publisher.published.catalog.digest;
    expect((await findGeneration(db, FEED, digest))?.version).toBe(V1);
    expect(await findGeneration(db, "another", digest)).toBeNull();
  });
});
