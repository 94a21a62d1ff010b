/**
 * The feeds that the user follows: what can be done with them, one thing at a time.
 *
 * The browser may stop the script at any moment. Whatever is decided is stored before it is acted on, and a run that was
 * cut off is taken up by the next.
 */

import type { DealChange } from "../dataset/changes.ts";
import { compareGenerations } from "../dataset/compare-generations.ts";
import type { DatasetDatabase, Generation } from "../dataset/database.ts";
import * as generations from "../dataset/generations.ts";
import { PACKAGE_FEED } from "../dataset/in-use.ts";
import { createPace } from "../dataset/pace.ts";
import type { Rates } from "../deals/units.ts";
import { feedAddress } from "./address.ts";
import { type FeedsDatabase, type PackageFeed, readFeeds } from "./database.ts";
import type { Fetch, Timeouts } from "./download.ts";
import { FeedError } from "./errors.ts";
import { Feed, newFeed, type Outcome, periodHours } from "./feed.ts";
import { noticeChanges, watchedDeals } from "./notices.ts";
import { readFirstRoot } from "./roots.ts";
import { dueAt, isAutomatic, isDue, nextAfter, resumeAfter } from "./schedule.ts";
import { databaseStore } from "./store.ts";
import { type Preview, type Progress, previewFeed, syncFeed } from "./sync.ts";

export type ManagerNeeds = {
  datasets: DatasetDatabase;
  feeds: FeedsDatabase;
  own: PackageFeed;
  fetch: Fetch;
  now(): Date;
  /** 0 to 1. */
  random(): number;
  /** Runs `work` while nobody else holds the lock, in any context; does not run it where somebody does. */
  lock<T>(work: () => Promise<T>): Promise<T | null>;
  /** Whether the browser lets the extension fetch from this address. */
  mayFetch(url: string): Promise<boolean>;
  /** Told of each step of an update; null when it has ended. */
  progress(progress: (Progress & { feed: string }) | null): void;
  /** Something that a view of the feeds shows has changed. */
  changed(): void;
  /** Other data are in use now: pages must be read again. */
  dataChanged(): Promise<void>;
  /** Exchange rates, to compare figures across a change of currency. */
  rates(): Promise<Rates>;
  /** Asks to be called again at this time; null where nothing is to be done. */
  schedule(at: Date | null): Promise<void>;
  pause(): Promise<void>;
  timeouts?: Timeouts;
};

/** A feed with what is stored of it. */
export type FollowedFeed = { feed: Feed; current: Generation | null; before: Generation | null; pinned: boolean };

/** What a file is like that does not fit its schema may take as many words as there are in it. */
const DETAIL_LENGTH = 1000;
/** A run that was cut off is taken up again after so long. */
const RESUME_MS = 60_000;

export type FeedManager = ReturnType<typeof createFeedManager>;

export function createFeedManager(needs: ManagerNeeds) {
  const { datasets, feeds: db, now } = needs;
  const list = () => readFeeds(db, needs.own);
  const find = async (id: string): Promise<Feed> => {
    const feed = (await list()).find((one) => one.id === id);
    if (!feed) throw new FeedError("failed", `No feed ${id}`);
    return feed;
  };
  /** Only what is named changes: the user may be changing something else while an update is under way. */
  const save = (id: string, parts: Partial<Feed>): Promise<Feed> =>
    db.transaction("rw", db.feeds, async () => {
      const saved = Feed.parse({ ...(await find(id)), ...parts });
      await db.feeds.put(saved);
      return saved;
    });

  /** Feeds in use, most trusted first. */
  async function inUse(): Promise<string[]> {
    return (await list()).filter((feed) => feed.on).map((feed) => feed.id);
  }

  async function all(): Promise<FollowedFeed[]> {
    return Promise.all(
      (await list()).map(async (feed) => ({ feed, ...(await generations.generationsOf(datasets, feed.id)) })),
    );
  }

  /** When the next update is due by itself. */
  async function reschedule(): Promise<void> {
    const waiting = (await list()).filter(isAutomatic);
    if (waiting.length === 0) return needs.schedule(null);
    const times = waiting.map((feed) => dueAt(feed, now()));
    // A minute from now at the earliest: what is due is due, but a browser that starts has other things to do.
    return needs.schedule(new Date(Math.max(Math.min(...times), now().getTime() + RESUME_MS)));
  }

  /** Updates one feed and records how it went. Never throws for what a feed or its host does. */
  async function updateOne(id: string): Promise<Outcome> {
    const found = await find(id);
    const wasCutOff = found.isUnderWay === true;
    const cutOffs = wasCutOff ? (found.cutOffs ?? 0) + 1 : 0;
    let feed = await save(id, { isUnderWay: true, cutOffs, resume: resumeAfter(cutOffs, found, now()) });
    try {
      if (!(await needs.mayFetch(feed.url ?? ""))) throw new FeedError("no-permission", `${feed.url}: no permission`);
      const synced = await syncFeed(feed, {
        fetch: needs.fetch,
        store: databaseStore(datasets, id, now),
        now,
        async save(parts) {
          feed = await save(id, parts);
        },
        progress: (progress) => needs.progress({ ...progress, feed: id }),
        pause: needs.pause,
        ...(needs.timeouts ? { timeouts: needs.timeouts } : {}),
      });
      // Where it was cut off between its flip and its sweep, there is nothing to flip to this time.
      if (wasCutOff && synced.outcome === "current") await generations.sweep(datasets);
      await tellChanges(feed);
      await save(id, {
        last: { at: now().toISOString(), outcome: synced.outcome, detail: synced.version, clock: synced.clock },
        isUnderWay: false,
        failures: 0,
        next: nextAfter({ ...feed, failures: 0 }, now(), needs.random(), null),
      });
      return synced.outcome;
    } catch (error) {
      const failure = asFeedError(error);
      const isGone = !(await list()).some((one) => one.id === id);
      if (failure.code === "failed" && !isGone) console.error(`The feed ${id} could not be updated:`, error);
      const failures = feed.failures + 1;
      // Removed while it was being updated: there is nothing left to say of it.
      if (isGone) return failure.code;
      await save(id, {
        last: {
          at: now().toISOString(),
          outcome: failure.code,
          detail: failure.message.slice(0, DETAIL_LENGTH),
          clock: failure.cause === "clock",
        },
        isUnderWay: false,
        failures,
        next: nextAfter({ ...feed, failures }, now(), needs.random(), failure),
      });
      return failure.code;
    }
  }

  /**
   * Has pages read again and notes which deals changed, where other data are in use than were last told of: by this run,
   * or by one that was stopped before it could tell.
   */
  async function tellChanges({ id, on, told }: Feed): Promise<void> {
    const { current, before } = await generations.generationsOf(datasets, id);
    if (!current || current.digest === told) return;
    if (on) {
      await needs.dataChanged();
      const at = now().toISOString();
      const day = at.slice(0, 10);
      // Few of all deals: the others' changes are looked for only where somebody asks to see them.
      const only = await watchedDeals(db, day);
      if (before && only.size > 0) {
        const context = { day, rates: await needs.rates(), only, pace: createPace(needs.pause) };
        await noticeChanges(db, await compareGenerations(datasets, before, current, context), at);
      }
    }
    await save(id, { told: current.digest });
  }

  return {
    all,
    inUse,
    /** What readers know the feeds by, by id. */
    names: async () => new Map((await list()).map(({ id, name }) => [id, name])),
    reschedule,

    /**
     * Updates feeds, one after the other.
     *
     * @param which `due` those whose time has come, `all` those that are on, or one by its id
     * @param begun called when it has begun
     * @returns false where an update is under way already
     */
    async update(which: "due" | "all" | { feed: string }, begun?: () => void): Promise<boolean> {
      const ran = await needs.lock(async () => {
        begun?.();
        const feeds = (await list()).filter((feed) => {
          if (feed.url === null) return false;
          if (typeof which === "object") return feed.id === which.feed;
          return feed.on && (which === "all" || isDue(feed, now()));
        });
        // Whoever is stopped now is called again soon.
        if (feeds.length > 0) await needs.schedule(new Date(now().getTime() + RESUME_MS));
        for (const feed of feeds) {
          await updateOne(feed.id);
          needs.changed();
        }
        needs.progress(null);
        return true;
      });
      await reschedule();
      return ran !== null;
    },

    /** Goes back to the version before and stays there. @returns whether there was one */
    async undo(id: string): Promise<boolean> {
      const generation = await generations.undo(datasets, id);
      if (generation) await needs.dataChanged();
      needs.changed();
      return generation !== null;
    },

    /** Takes new versions again after `undo`. */
    async resume(id: string): Promise<void> {
      await generations.resume(datasets, id);
      await save(id, { etag: null, next: null });
      needs.changed();
    },

    /** What the last update changed; null where there is nothing to compare with. */
    async changes(id: string): Promise<{ from: string; to: string; changes: DealChange[] } | null> {
      const { current, before } = await generations.generationsOf(datasets, id);
      if (!current || !before) return null;
      const context = {
        day: now().toISOString().slice(0, 10),
        rates: await needs.rates(),
        pace: createPace(needs.pause),
      };
      const changes = await compareGenerations(datasets, before, current, context);
      return { from: before.version, to: current.version, changes };
    },

    preview,

    /**
     * Follows a feed whose keys the user has confirmed.
     *
     * @param rootDigest of the root that was shown: if the host shows another one now, nothing is added
     * @throws {FeedError}
     */
    async add(url: string, rootDigest: string): Promise<Feed> {
      const shown = await preview(url);
      if (shown.isKnown) throw new FeedError("other-feed", `${shown.root.feed} is followed already`);
      if (shown.rootDigest !== rootDigest) throw new FeedError("bad-signature", "Other keys than were confirmed");
      const { root } = shown;
      const rank = Math.max(-1, ...(await list()).map((feed) => feed.rank)) + 1;
      const feed = newFeed({ id: root.feed, name: root.name, url: shown.url, root, rank });
      await db.feeds.put(feed);
      needs.changed();
      return feed;
    },

    /** Forgets a feed and its data. The package's own stays. @returns its address, where it had one */
    async remove(id: string): Promise<string | null> {
      if (id === PACKAGE_FEED) throw new FeedError("failed", "The package's data cannot be removed, only turned off");
      const feed = await find(id);
      await db.feeds.delete(id);
      const done = await needs.lock(() => generations.removeFeedData(datasets, id));
      // An update under way may be using its pages; without a pointer to them the next sweep takes them.
      if (done === null) await datasets.pointers.delete(id);
      await needs.dataChanged();
      await reschedule();
      needs.changed();
      return feed.url;
    },

    async set(id: string, parts: Partial<Pick<Feed, "on" | "auto" | "periodHours">>): Promise<void> {
      const feed = await find(id);
      const hours = parts.periodHours ?? feed.periodHours;
      await save(id, {
        ...parts,
        periodHours: Math.min(Math.max(hours, periodHours.least), periodHours.most),
        next: null,
      });
      if (parts.on !== undefined && parts.on !== feed.on) await needs.dataChanged();
      await reschedule();
      needs.changed();
    },

    /** Moves a feed up or down in the order of trust. */
    async move(id: string, by: -1 | 1): Promise<void> {
      const feeds = await list();
      const at = feeds.findIndex((feed) => feed.id === id);
      const to = at + by;
      const [moved] = feeds.splice(at, at < 0 ? 0 : 1);
      if (!moved || to < 0 || to > feeds.length) return;
      feeds.splice(to, 0, moved);
      await db.feeds.bulkPut(feeds.map((feed, rank) => ({ ...feed, rank })));
      await needs.dataChanged();
      needs.changed();
    },
  };

  /**
   * Looks at a feed before it is added.
   *
   * @throws {FeedError} what is wrong with it; `no-feed` where the address is none
   */
  async function preview(typed: string): Promise<Preview & { url: string; isKnown: boolean }> {
    const url = feedAddress(typed);
    if (url === null) throw new FeedError("no-feed", `${typed}: no feed can stand there`);
    if (!(await needs.mayFetch(url))) throw new FeedError("no-permission", `${url}: no permission`);
    const { fetch, timeouts } = needs;
    const found = await previewFeed(url, { fetch, now, ...(timeouts ? { timeouts } : {}) }, (bytes) =>
      readFirstRoot(bytes),
    );
    const isKnown = (await list()).some((feed) => feed.id === found.root.feed);
    return { ...found, url, isKnown };
  }
}

function asFeedError(error: unknown): FeedError {
  if (error instanceof FeedError) return error;
  const { name, message } = error instanceof Error ? error : { name: "", message: String(error) };
  // Dexie wraps what the browser says: QuotaExceededError, or the abort that it causes.
  const isStorage = /quota|databaseclosed|openfailed|abort|unknownerror|missingapi/i.test(name);
  return new FeedError(isStorage ? "storage" : "failed", `${name}: ${message}`, { cause: error });
}
