import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDatabase, type DatasetDatabase } from "../../lib/dataset/database.ts";
import { fakeDataset } from "../../lib/dataset/dataset.fake.ts";
import { storeInMemory } from "../../lib/dataset/deal-store.ts";
import { installSnapshot } from "../../lib/dataset/read-dataset.ts";
import { createFeedsDatabase, type FeedsDatabase } from "../../lib/feeds/database.ts";
import {
  ADDRESS,
  type FakeHost,
  type FakePublisher,
  fakeHost,
  fakePublisher,
  manyDeals,
  NOW,
} from "../../lib/feeds/feed.fake.ts";
import { createFeedManager } from "../../lib/feeds/manager.ts";
import { feedsProtocol } from "../../lib/feeds-protocol.ts";
import { interfaceIn } from "../../lib/interface/i18n.ts";
import { success } from "../../lib/platform/result.ts";
import { createFeedAnswers, type FeedHandlers } from "./updates.ts";

const FEED = "deals-example";
let datasets: DatasetDatabase;
let db: FeedsDatabase;
let publisher: FakePublisher;
let host: FakeHost;
let answers: FeedHandlers;
/** Updates that have begun and not ended: the database stays open for them. */
let underWay: number;
const dataChanged = vi.fn(async () => {});
const changed = vi.fn();
beforeEach(async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  datasets = createDatabase("datasets", options);
  db = createFeedsDatabase("feeds", options);
  publisher = await fakePublisher(FEED);
  await publisher.publish(manyDeals(20, "2026-11-20.1"));
  host = fakeHost(publisher.files);
  const deals = storeInMemory(fakeDataset());
  let values: Record<string, unknown> = { "setting:on": true };
  let busy = false;
  underWay = 0;
  const mayFetch = async () => true;
  const now = () => new Date(NOW);
  const manager = createFeedManager({
    datasets,
    feeds: db,
    own: { name: "Dealmark", url: null, root: null },
    fetch: (url, init) => host.fetch(url, init),
    now,
    random: () => 0.5,
    async lock(work) {
      if (busy) return null;
      busy = true;
      return work().finally(() => {
        busy = false;
      });
    },
    mayFetch,
    progress: () => {},
    changed,
    dataChanged,
    rates: async () => deals.rates,
    schedule: async () => {},
    pause: async () => {},
  });
  const disagreements = [
    {
      deal: "a",
      name: "A–B",
      metric: "amount" as const,
      says: [FEED, "unknown"].map((feed, i) => ({
        feed,
        figure: { metric: "amount" as const, value: i, unit: "USD", qualifier: "exact" as const },
      })),
    },
  ];
  const library = {
    open: async () => success({ how: "stored" as const, why: null, disagreements, deals }),
    reload: async () => {},
  };
  const storage = {
    read: async () => values,
    async write(next: Record<string, unknown>) {
      values = next;
    },
    accepts: () => true,
  };
  const update: typeof manager.update = (...args) => {
    underWay++;
    return manager.update(...args).finally(() => {
      underWay--;
    });
  };
  answers = createFeedAnswers({
    manager: { ...manager, update },
    feeds: db,
    library,
    storage,
    mayFetch,
    dataChanged,
    changed,
    ui: async () => interfaceIn("en"),
    now,
  });
  await installSnapshot(datasets, manyDeals(3, "2026-11-20.1"));
});
afterEach(async () => {
  await vi.waitFor(() => expect(underWay).toBe(0));
  datasets.close();
  db.close();
});

/** Asks as a page does: what goes in and comes out fits the protocol. */
async function ask<K extends keyof FeedHandlers>(name: K, request: unknown = null): Promise<unknown> {
  const { request: asked, reply } = feedsProtocol[name];
  const handler = answers[name] as (request: unknown) => Promise<{ ok: boolean; value?: unknown }>;
  const result = await handler(asked.parse(request));
  expect(result.ok).toBe(true);
  return reply.parse(result.value);
}
async function follow() {
  const preview = (await ask("previewFeed", { url: ADDRESS })) as { url: string; rootDigest: string };
  expect(await ask("addFeed", { url: preview.url, rootDigest: preview.rootDigest })).toBeNull();
  await vi.waitFor(async () => expect(await state()).toMatchObject({ feeds: [{}, { last: { outcome: "updated" } }] }));
}
const state = () => ask("feedsState");

it("shows the package's own feed from the first day, which has no address", async () => {
  expect(await state()).toMatchObject({
    feeds: [
      { name: "Dealmark", own: true, url: null, current: { version: "2026-11-20.1", date: "2026-11-20", deals: 3 } },
    ],
    tellNotices: true,
  });
});

it("previews a feed, adds it, and fetches it at once", async () => {
  expect(await ask("previewFeed", { url: ADDRESS })).toMatchObject({
    is: "feed",
    name: "Example deals",
    published: "2026-11-21",
    deals: 20,
    keys: [
      { role: "root", fingerprint: publisher.keys.root[0]?.id },
      { role: "head", fingerprint: publisher.keys.head[0]?.id },
    ],
  });
  await follow();
  expect(dataChanged).toHaveBeenCalled();
});

it("names feeds that disagree as readers know them", async () => {
  await follow();
  expect(await state()).toMatchObject({ disagreements: [{ says: [{ feed: "Example deals" }, { feed: "unknown" }] }] });
});

it("says why a feed cannot be looked at or added", async () => {
  expect(await ask("previewFeed", { url: "http://feeds.example" })).toEqual({ is: "error", code: "no-feed" });
  expect(await ask("addFeed", { url: ADDRESS, rootDigest: "0".repeat(64) })).toBe("bad-signature");
});

describe("a feed that is followed", () => {
  beforeEach(follow);

  it("says what its last update changed, in words", async () => {
    expect(await ask("feedChanges", { feed: FEED })).toBeNull();
    await publisher.publish(manyDeals(20, "2026-11-21.1", [4]));
    await vi.waitFor(async () => expect(await ask("updateFeeds", { feed: null })).toBe(true));
    await vi.waitFor(async () =>
      expect(await ask("feedChanges", { feed: FEED })).toEqual({
        from: "2026-11-20.1",
        to: "2026-11-21.1",
        changes: [
          {
            deal: "deal-4-2026",
            name: "Deal 4 as of 2026-11-21.1",
            kind: "changed",
            label: "changed",
            lines: ["details and sources"],
          },
        ],
      }),
    );
    expect(await ask("undoFeed", { feed: FEED })).toBe(true);
    expect(await state()).toMatchObject({ feeds: [{}, { pinned: true, current: { version: "2026-11-20.1" } }] });
    await ask("resumeFeed", { feed: FEED });
    expect(await state()).toMatchObject({ feeds: [{}, { pinned: false }] });
  });

  it("is updated once at a time", async () => {
    await vi.waitFor(async () => {
      const both = await Promise.all([ask("updateFeeds", { feed: null }), ask("updateFeeds", { feed: FEED })]);
      expect(both).toEqual([true, false]);
    });
  });

  it("is moved, set and removed", async () => {
    await ask("moveFeed", { feed: FEED, by: -1 });
    await ask("setFeed", { feed: FEED, auto: false });
    expect(await state()).toMatchObject({ feeds: [{ id: FEED, auto: false }, {}] });
    expect(await ask("removeFeed", { feed: FEED })).toBe(ADDRESS);
    expect(await state()).toMatchObject({ feeds: [{ id: "dealmark" }] });
  });

  it("comes back from a backup", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const text = (await ask("exportBackup")) as string;
    await ask("removeFeed", { feed: FEED });
    expect(await ask("readBackup", { text: "{}" })).toEqual({ is: "broken" });
    expect(await ask("importBackup", { text: "{}" })).toBe("broken");
    expect(await ask("readBackup", { text })).toEqual({
      is: "whole",
      made: "2026-11-22",
      feeds: [{ id: FEED, name: "Example deals", url: ADDRESS }],
    });
    expect(await state()).toMatchObject({ feeds: [{ id: "dealmark" }] });
    expect(await ask("importBackup", { text })).toBe("done");
    expect(await state()).toMatchObject({ feeds: [{ id: "dealmark" }, { id: FEED }] });
  });

  it("has its notices cleared and turned off", async () => {
    await db.notices.put({ deal: "deal-4-2026", name: "Deal 4", at: NOW });
    expect(await state()).toMatchObject({ notices: [{ deal: "deal-4-2026", name: "Deal 4" }] });
    await ask("clearNotices");
    await ask("tellNotices", { on: false });
    expect(await state()).toMatchObject({ notices: [], tellNotices: false });
  });
});
