import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createFeedsDatabase, type FeedsDatabase } from "./database.ts";
import { NOW } from "./feed.fake.ts";
import { clearNotices, noticeChanges, rememberDeals, setNotices, watchedDeals } from "./notices.ts";

const TODAY = "2026-11-22";
let db: FeedsDatabase;
beforeEach(() => {
  db = createFeedsDatabase("feeds", { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());
const watched = async () => [...(await watchedDeals(db, TODAY))];
const noticed = async () => (await db.notices.toArray()).map(({ deal }) => deal);

describe("deals that were read about", () => {
  it.each([
    [TODAY, true],
    ["2026-11-08", true], // a fortnight ago
    ["2026-11-07", false],
  ])("on %s are watched: %s", async (day, is) => {
    await rememberDeals(db, ["a"], day);
    expect(await watched()).toEqual(is ? ["a"] : []);
  });

  it("are remembered from the last day on which they were read about, and forgotten after a fortnight", async () => {
    await rememberDeals(db, ["a", "b"], "2026-11-01");
    await rememberDeals(db, ["a"], "2026-11-10");
    await rememberDeals(db, ["c"], TODAY);
    expect((await db.seen.toArray()).map(({ deal, day }) => `${deal} ${day}`)).toEqual([
      "a 2026-11-10",
      "c 2026-11-22",
    ]);
  });

  it("are kept with the day, and nothing else", async () => {
    await rememberDeals(db, ["a"], TODAY);
    expect(await db.seen.toArray()).toEqual([{ deal: "a", day: TODAY }]);
  });

  it("are neither kept nor watched where the user wants none", async () => {
    await rememberDeals(db, ["a"], TODAY);
    await setNotices(db, false);
    await rememberDeals(db, ["b"], TODAY);
    expect([await watched(), await db.seen.count()]).toEqual([[], 0]);
    await setNotices(db, true);
    expect(await watched()).toEqual([]);
  });
});

describe("notices", () => {
  it("tell of what changed and what is gone, not of what is new", async () => {
    const kinds = ["added", "changed", "removed"] as const;
    await noticeChanges(
      db,
      kinds.map((kind) => ({ deal: kind, name: kind, kind })),
      NOW,
    );
    expect(await noticed()).toEqual(["changed", "removed"]);
  });

  it("tell of a deal once, by its newest name", async () => {
    for (const name of ["Before", "After"]) await noticeChanges(db, [{ deal: "a", name, kind: "changed" }], NOW);
    expect(await db.notices.toArray()).toEqual([{ deal: "a", name: "After", at: NOW }]);
  });

  it("go when they are cleared, and what is watched stays", async () => {
    await rememberDeals(db, ["a"], TODAY);
    await noticeChanges(db, [{ deal: "a", name: "A", kind: "changed" }], NOW);
    await clearNotices(db);
    expect([await noticed(), await watched()]).toEqual([[], ["a"]]);
  });

  it("go with everything that was remembered when they are turned off", async () => {
    await rememberDeals(db, ["a"], TODAY);
    await noticeChanges(db, [{ deal: "a", name: "A", kind: "changed" }], NOW);
    await setNotices(db, false);
    expect([await noticed(), await db.seen.count()]).toEqual([[], 0]);
  });
});
