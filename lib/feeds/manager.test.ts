import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDatabase, type DatasetDatabase } from "../dataset/database.ts";
import { PACKAGE_FEED } from "../dataset/in-use.ts";
import { sha256 } from "../dataset/pages.ts";
import { installSnapshot, readDataset } from "../dataset/read-dataset.ts";
import { exportBackup, importBackup } from "./backup.ts";
import { createFeedsDatabase, type FeedsDatabase } from "./database.ts";
import {
  ADDRESS,
  type FakeHost,
  type FakePublisher,
  fakeHost,
  fakePublisher,
  fakeUserStorage,
  later,
  manyDeals,
  NOW,
} from "./feed.fake.ts";
import { createFeedManager, type FeedManager, type ManagerNeeds } from "./manager.ts";
import { clearNotices, rememberDeals, setNotices } from "./notices.ts";

const FEED = "deals-example";
const V1 = "2026-11-20.1";
const V2 = "2026-11-21.1";

let datasets: DatasetDatabase;
let db: FeedsDatabase;
let publisher: FakePublisher;
let host: FakeHost;
let manager: FeedManager;
let needs: ManagerNeeds;
let now: string;
beforeEach(async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  datasets = createDatabase("datasets", options);
  db = createFeedsDatabase("feeds", options);
  publisher = await fakePublisher(FEED);
  await publisher.publish(manyDeals(40, V1));
  host = fakeHost(publisher.files);
  now = NOW;
  let busy = false;
  needs = {
    datasets,
    feeds: db,
    own: { name: "Dealmark", url: null, root: null },
    fetch: host.fetch,
    now: () => new Date(now),
    random: () => 0.5,
    async lock(work) {
      if (busy) return null;
      busy = true;
      return work().finally(() => {
        busy = false;
      });
    },
    mayFetch: vi.fn(async () => true),
    progress: vi.fn(),
    changed: vi.fn(),
    dataChanged: vi.fn(async () => {}),
    rates: async () => ({ usdPerUnit: () => 1 }),
    schedule: vi.fn(async () => {}),
    pause: async () => {},
  };
  manager = createFeedManager(needs);
  await installSnapshot(datasets, manyDeals(3, V1));
});
afterEach(() => {
  datasets.close();
  db.close();
});

async function follow() {
  const { rootDigest } = await manager.preview(ADDRESS);
  await manager.add(ADDRESS, rootDigest);
}
const state = async (id = FEED) => (await manager.all()).find(({ feed }) => feed.id === id);
const versionInUse = async (id = FEED) => (await state(id))?.current?.version ?? null;

describe("adding a feed", () => {
  it("shows who signs it and what it has, before anything is trusted", async () => {
    const { root, catalog, isKnown, rootDigest } = await manager.preview("feeds.example/deals");
    expect([root.name, catalog.counts.deals, isKnown]).toEqual(["Example deals", 40, false]);
    expect(root.roles.head.keys).toEqual([publisher.keys.head[0]?.id]);
    expect(rootDigest).toBe(await sha256(publisher.files.get("1.root.json") as never));
    expect((await manager.all()).map(({ feed }) => feed.id)).toEqual([PACKAGE_FEED]);
  });

  it("follows it below those there are, and fetches it with the next update", async () => {
    await follow();
    expect(await manager.inUse()).toEqual([PACKAGE_FEED, FEED]);
    expect(await manager.update("all")).toBe(true);
    expect(await versionInUse()).toBe(V1);
    expect(needs.dataChanged).toHaveBeenCalledOnce();
    await expect(manager.add(ADDRESS, "0".repeat(64))).rejects.toMatchObject({ code: "other-feed" });
  });

  it.each<[string, () => unknown, string]>([
    [
      "the keys are others than were confirmed",
      () => publisher.rotate({ head: true }).then(() => publisher.writeHead()),
      "bad-signature",
    ],
    ["the host is gone", () => publisher.files.clear(), "not-found"],
    ["the feed has expired", () => publisher.writeHead({ expires: later(NOW, -1) }), "expired"],
    ["the browser does not allow it", () => vi.mocked(needs.mayFetch).mockResolvedValue(false), "no-permission"],
  ])("adds nothing where %s", async (_, spoil, code) => {
    const { rootDigest } = await manager.preview(ADDRESS);
    await spoil();
    await expect(manager.add(ADDRESS, rootDigest)).rejects.toMatchObject({ code });
    expect(await manager.inUse()).toEqual([PACKAGE_FEED]);
  });

  it("refuses what is no address before anything is fetched", async () => {
    await expect(manager.preview("http://feeds.example/")).rejects.toMatchObject({ code: "no-feed" });
    expect(host.requests).toEqual([]);
  });
});

describe("updating", () => {
  beforeEach(async () => {
    await follow();
    await manager.update("all");
    await publisher.publish(manyDeals(40, V2, [7]));
    vi.mocked(needs.dataChanged).mockClear();
  });

  it("runs once at a time", async () => {
    const [first, second] = await Promise.all([manager.update("all"), manager.update({ feed: FEED })]);
    expect([first, second]).toEqual([true, false]);
    expect(await versionInUse()).toBe(V2);
  });

  it("by itself only when the time has come, and then plans the next", async () => {
    await manager.update("due");
    expect(await versionInUse()).toBe(V1);
    now = later(NOW, 1);
    await manager.update("due");
    expect(await versionInUse()).toBe(V2);
    expect(vi.mocked(needs.schedule).mock.lastCall).toEqual([new Date("2026-11-24T00:00:00.000Z")]);
  });

  it("asks to be called again soon before it begins, in case it is stopped", async () => {
    vi.mocked(needs.schedule).mockClear();
    await manager.update("all");
    expect(vi.mocked(needs.schedule).mock.calls[0]).toEqual([new Date(Date.parse(NOW) + 60_000)]);
  });

  it.each([
    ["by itself", true],
    ["by hand alone", false],
  ])("takes up a run that was begun by hand and stopped, of a feed that is updated %s", async (_, auto) => {
    await manager.set(FEED, { auto });
    await manager.update("all");
    await publisher.publish(manyDeals(40, "2026-11-22.1", [8]));
    let isHeld = () => {};
    const held = new Promise<void>((resolve) => {
      isHeld = resolve;
    });
    const stop = new AbortController();
    host.fault = (path) => {
      if (path === "head.json") return undefined;
      isHeld();
      return new Promise<Response>((_, reject) => {
        stop.signal.addEventListener("abort", () => reject(new TypeError("stopped")));
      });
    };
    const stopped = manager.update({ feed: FEED });
    await held;

    // A background that has just been started, of which nobody holds the lock.
    host.fault = () => undefined;
    const next = createFeedManager({ ...needs, lock: async (work) => work() });
    await next.reschedule();
    expect(vi.mocked(needs.schedule).mock.lastCall).toEqual([new Date(Date.parse(NOW) + 60_000)]);
    await next.update("due");
    expect(await versionInUse()).toBe("2026-11-22.1");
    const requests = host.requests.length;
    await next.update("due");
    expect(host.requests).toHaveLength(requests);
    stop.abort();
    await stopped;
  });

  it("takes up what is cut off again and again later and later, but at once where the user asks", async () => {
    await manager.update("all");
    await db.feeds.update(FEED, { isUnderWay: true, cutOffs: 4 });
    const startBackground = () => createFeedManager({ ...needs, lock: async (work) => work() });
    // The background ends in the middle: this run never settles.
    host.fault = () => new Promise<Response>(() => {});
    const before = host.requests.length;
    void startBackground().update("due");
    await vi.waitFor(() => expect(host.requests.length).toBeGreaterThan(before));
    host.fault = () => undefined;
    const next = startBackground();
    await next.reschedule();
    expect(vi.mocked(needs.schedule).mock.lastCall).toEqual([new Date(Date.parse(NOW) + 120_000)]);
    const requests = host.requests.length;
    await next.update("due");
    expect(host.requests).toHaveLength(requests);
    await next.update({ feed: FEED });
    expect((await state())?.feed).toMatchObject({ isUnderWay: false, last: { outcome: "current" } });
  });

  it("sweeps up after a run that was stopped before it could", async () => {
    await manager.update("all");
    const leftOver = { hash: "0".repeat(64), text: "[]" };
    await datasets.pages.put(leftOver);
    await db.feeds.update(FEED, { isUnderWay: true });
    await manager.update({ feed: FEED });
    expect((await state())?.feed).toMatchObject({ isUnderWay: false, last: { outcome: "current" } });
    expect(await datasets.pages.get(leftOver.hash)).toBeUndefined();
    expect((await readDataset(datasets, FEED)).is).toBe("whole");
  });

  it("records what went wrong, keeps the data, and tries again later and later", async () => {
    host.fault = () => Response.error();
    await manager.update("all");
    expect((await state())?.feed).toMatchObject({
      failures: 1,
      last: { outcome: "refused" },
      next: "2026-11-22T12:15:00.000Z",
    });
    await manager.update("all");
    expect((await state())?.feed).toMatchObject({ failures: 2, next: "2026-11-22T12:30:00.000Z" });
    expect(await versionInUse()).toBe(V1);
    expect(needs.dataChanged).not.toHaveBeenCalled();
    host.fault = () => undefined;
    await manager.update("all");
    expect((await state())?.feed).toMatchObject({ failures: 0, last: { outcome: "updated" } });
  });

  it("says that the browser would not store it", async () => {
    vi.spyOn(datasets.generations, "add").mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
    await manager.update("all");
    expect([(await state())?.feed.last?.outcome, await versionInUse()]).toEqual(["storage", V1]);
  });

  it("asks nothing of a host that it may not ask", async () => {
    vi.mocked(needs.mayFetch).mockResolvedValue(false);
    host.requests = [];
    await manager.update("all");
    expect([(await state())?.feed.last?.outcome, host.requests]).toEqual(["no-permission", []]);
  });

  it("updates the others where one fails", async () => {
    const other = await fakePublisher("other");
    await other.publish(manyDeals(5, V1));
    const elsewhere = fakeHost(other.files, undefined, "https://other.example/");
    needs.fetch = (url, init) => (url.startsWith(ADDRESS) ? host.fetch(url, init) : elsewhere.fetch(url, init));
    manager = createFeedManager(needs);
    const { rootDigest } = await manager.preview("https://other.example/");
    await manager.add("https://other.example/", rootDigest);
    host.fault = () => Response.error();
    await manager.update("all");
    expect([await versionInUse(), await versionInUse("other")]).toEqual([V1, V1]);
    expect((await state("other"))?.feed.last?.outcome).toBe("updated");
  });

  it("keeps what the user changes meanwhile", async () => {
    host.fault = async () => {
      await manager.set(FEED, { periodHours: 24 });
      return undefined as never;
    };
    await manager.update("all");
    expect((await state())?.feed).toMatchObject({ periodHours: 24, last: { outcome: "updated" } });
  });

  it("tells what changed also where it was stopped before it could", async () => {
    vi.mocked(needs.dataChanged).mockRejectedValueOnce(new Error("stopped"));
    vi.spyOn(console, "error").mockImplementation(() => {});
    await rememberDeals(db, ["deal-7-2026"], "2026-11-20");
    await manager.update("all");
    expect([await versionInUse(), await db.notices.count()]).toEqual([V2, 0]);
    await manager.update("all");
    expect((await state())?.feed.last?.outcome).toBe("current");
    expect([vi.mocked(needs.dataChanged).mock.calls.length, await db.notices.count()]).toEqual([2, 1]);
    await manager.update("all");
    expect(needs.dataChanged).toHaveBeenCalledTimes(2);
  });

  it("leaves no trace of a feed that is removed meanwhile", async () => {
    host.fault = async (path) => {
      if (path.startsWith("catalog")) await manager.remove(FEED);
      return undefined as never;
    };
    await manager.update("all");
    expect((await manager.all()).map(({ feed }) => feed.id)).toEqual([PACKAGE_FEED]);
  });

  it("says what it changed, goes back, stays, and goes on", async () => {
    await manager.update("all");
    expect(await manager.changes(FEED)).toMatchObject({
      from: V1,
      to: V2,
      changes: [{ deal: "deal-7-2026", name: `Deal 7 as of ${V2}`, kind: "changed" }],
    });
    expect(await manager.undo(FEED)).toBe(true);
    expect([await versionInUse(), (await state())?.pinned]).toEqual([V1, true]);
    await manager.update("all");
    expect([await versionInUse(), (await state())?.feed.last]).toMatchObject([V1, { outcome: "pinned", detail: V2 }]);
    await manager.resume(FEED);
    await manager.update("all");
    expect(await versionInUse()).toBe(V2);
  });
});

describe("the feeds together", () => {
  beforeEach(follow);

  it("are trusted in the user's order", async () => {
    await manager.move(FEED, -1);
    expect(await manager.inUse()).toEqual([FEED, PACKAGE_FEED]);
    await manager.move(FEED, -1);
    await manager.move("unknown", 1);
    expect(await manager.inUse()).toEqual([FEED, PACKAGE_FEED]);
    await manager.move(FEED, 1);
    expect(await manager.inUse()).toEqual([PACKAGE_FEED, FEED]);
  });

  it("are used and updated only where they are on", async () => {
    await manager.set(FEED, { on: false });
    expect(await manager.inUse()).toEqual([PACKAGE_FEED]);
    host.requests = [];
    await manager.update("all");
    expect(host.requests).toEqual([]);
    expect(vi.mocked(needs.schedule).mock.lastCall).toEqual([null]);
  });

  it.each([
    [1, 4],
    [24, 24],
    [10_000, 168],
  ])("are updated every %i hours: %i", async (asked, hours) => {
    await manager.set(FEED, { periodHours: asked });
    expect((await state())?.feed.periodHours).toBe(hours);
  });

  it("are removed with their data, but for the package's own", async () => {
    await manager.update("all");
    expect(await manager.remove(FEED)).toBe(ADDRESS);
    expect((await readDataset(datasets, FEED)).is).toBe("absent");
    await expect(manager.remove(PACKAGE_FEED)).rejects.toThrow();
    expect((await readDataset(datasets)).is).toBe("whole");
  });

  it("take the address that a package brings for its own", async () => {
    manager = createFeedManager({ ...needs, own: { name: "Dealmark", url: ADDRESS, root: publisher.root } });
    await manager.move(FEED, -1); // Now the package's own has a row.
    expect((await state(PACKAGE_FEED))?.feed).toMatchObject({ url: ADDRESS, root: publisher.root });
  });

  it("do without a row that is broken", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await db.feeds.update(FEED, { rank: "first" as never });
    expect(await manager.inUse()).toEqual([PACKAGE_FEED]);
    expect(console.warn).toHaveBeenCalledOnce();
  });
});

describe("a deal that was read about", () => {
  const notices = async () => (await db.notices.toArray()).map(({ deal }) => deal);
  beforeEach(async () => {
    await follow();
    await manager.update("all");
    await publisher.publish(manyDeals(40, V2, [7, 8]));
  });

  it("is told of when it changes, until that is cleared", async () => {
    await rememberDeals(db, ["deal-7-2026", "deal-9-2026"], "2026-11-20");
    await manager.update("all");
    expect(await notices()).toEqual(["deal-7-2026"]);
    await clearNotices(db);
    expect(await notices()).toEqual([]);
  });

  it("is forgotten after a fortnight", async () => {
    await rememberDeals(db, ["deal-7-2026"], "2026-11-07");
    await manager.update("all");
    expect(await notices()).toEqual([]);
    await rememberDeals(db, ["deal-9-2026"], "2026-11-22");
    expect((await db.seen.toArray()).map(({ deal }) => deal)).toEqual(["deal-9-2026"]);
  });

  it("is not remembered where the user wants none", async () => {
    await rememberDeals(db, ["deal-7-2026"], "2026-11-20");
    await setNotices(db, false);
    await rememberDeals(db, ["deal-8-2026"], "2026-11-20");
    await manager.update("all");
    expect([await notices(), await db.seen.count()]).toEqual([[], 0]);
  });
});

describe("a backup", () => {
  const storage = fakeUserStorage();
  let backup: string;
  beforeEach(async () => {
    await follow();
    await manager.update("all");
    backup = JSON.stringify(await exportBackup(db, storage, new Date(NOW)));
  });

  it("brings back a feed, which the next update fetches", async () => {
    await manager.remove(FEED);
    expect(await importBackup(backup, db, storage)).toMatchObject({ is: "done", feeds: [{ id: FEED }] });
    await manager.update("all");
    expect(await versionInUse()).toBe(V1);
  });

  it("does not make a feed forget the newest version that it has seen", async () => {
    const old = publisher.files.get("head.json") as never;
    await publisher.publish(manyDeals(40, V2, [7]));
    await manager.update("all");
    await importBackup(backup, db, storage);
    publisher.files.set("head.json", old);
    await manager.update("all");
    expect((await state())?.feed).toMatchObject({ mark: V2, last: { outcome: "rollback" } });
  });
});
