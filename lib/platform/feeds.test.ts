import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { FeedProgress } from "../feeds-protocol.ts";
import { createStatus, isScheduled, onFeedsDue, scheduleFeeds, userStorage, watchFeeds } from "./feeds.ts";

const step = (parts: Partial<FeedProgress> = {}): FeedProgress => ({
  feed: "theirs",
  phase: "downloading",
  bytes: 0,
  bytesTotal: 1000,
  deals: 0,
  dealsTotal: 10,
  ...parts,
});
beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: new Date("2026-11-22T12:00:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the alarm", () => {
  it("calls when feeds are due, and for no other alarm", async () => {
    const due = vi.fn();
    onFeedsDue(due);
    await fakeBrowser.alarms.onAlarm.trigger({ name: "another", scheduledTime: 0 });
    expect(due).not.toHaveBeenCalled();
    await fakeBrowser.alarms.onAlarm.trigger({ name: "feeds", scheduledTime: 0 });
    expect(due).toHaveBeenCalledOnce();
  });

  it("is set, moved and taken away", async () => {
    expect(await isScheduled()).toBe(false);
    await scheduleFeeds(new Date("2026-11-22T16:00:00Z"));
    await scheduleFeeds(new Date("2026-11-22T17:00:00Z"));
    expect((await fakeBrowser.alarms.getAll()).map(({ scheduledTime }) => scheduledTime)).toEqual([
      Date.parse("2026-11-22T17:00:00Z"),
    ]);
    await scheduleFeeds(null);
    expect(await isScheduled()).toBe(false);
  });
});

describe("how far an update is", () => {
  const watch = async () => {
    const seen: (FeedProgress | null)[] = [];
    const stop = new AbortController();
    watchFeeds((progress) => seen.push(progress), stop.signal);
    await vi.advanceTimersByTimeAsync(0);
    return { seen, stop };
  };

  it("is told to a page at once, and with each step", async () => {
    const { seen } = await watch();
    const { progress } = createStatus();
    progress(step({ phase: "checking" }));
    progress(step());
    progress(null);
    await vi.advanceTimersByTimeAsync(0);
    expect(seen.map((one) => one?.phase ?? null)).toEqual([null, "checking", "downloading", null]);
  });

  it("is told seven times a second at most, and the last word is told", async () => {
    const { seen } = await watch();
    const { progress } = createStatus();
    for (let bytes = 0; bytes <= 1000; bytes += 10) {
      progress(step({ bytes }));
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(seen.length).toBeLessThanOrEqual(10);
    expect(seen.at(-1)?.bytes).toBe(1000);
  });

  it("is known to a page that opens in the middle", async () => {
    createStatus().progress(step({ bytes: 500 }));
    await vi.advanceTimersByTimeAsync(0);
    expect((await watch()).seen).toMatchObject([{ bytes: 500 }]);
  });

  it("is told to no page that has gone", async () => {
    const { seen, stop } = await watch();
    stop.abort();
    createStatus().progress(step());
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([null]);
  });

  it("comes again with every change that a view shows, each with a stamp of its own", async () => {
    const { seen } = await watch();
    const { changed } = createStatus();
    changed();
    changed();
    await vi.advanceTimersByTimeAsync(0);
    expect(seen).toEqual([null, null, null]);
  });

  it("is nothing where what is stored is none of ours", async () => {
    await fakeBrowser.storage.session.set({ "feeds-status": { progress: "half" } });
    expect((await watch()).seen).toEqual([null]);
  });
});

describe("the user's storage", () => {
  it("is replaced by what is written", async () => {
    await fakeBrowser.storage.local.set({ "site-off:a.example": true, "setting:on": false });
    await userStorage.write({ "site-off:b.example": true });
    expect(await userStorage.read()).toEqual({ "site-off:b.example": true });
  });

  it.each<[string, unknown, boolean]>([
    ["setting:on", false, true],
    ["setting:on", "no", false],
    ["setting:later", { any: "thing" }, true], // of a later version
    ["site-off:a.example", true, true],
    ["site-off:a.example", "yes", false],
  ])("takes %s = %j: %s", (key, value, does) => expect(userStorage.accepts(key, value)).toBe(does));
});
