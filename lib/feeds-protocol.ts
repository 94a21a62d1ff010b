/** Messages about feeds, from the extension's pages to the background; part of `protocol.ts`. */
import * as z from "zod/mini";
import { IsoDate, Metric, Qualifier } from "./deals/schema.ts";

/** For so many days a deal counts as read about. */
export const REMEMBERED_DAYS = 14;

const Text = z.string();
const Version = z.string();
const Count = z.int().check(z.nonnegative());

/** How far an update is; totals are null until they are known. */
export const FeedProgress = z.object({
  feed: Text,
  phase: z.enum(["checking", "downloading", "storing"]),
  bytes: Count,
  bytesTotal: z.nullable(Count),
  deals: Count,
  dealsTotal: z.nullable(Count),
});
export type FeedProgress = z.infer<typeof FeedProgress>;

/** A feed as it is shown. */
export const FeedView = z.object({
  id: Text,
  name: Text,
  /** Null for the package's data where they have no feed: they come with the extension. */
  url: z.nullable(Text),
  on: z.boolean(),
  auto: z.boolean(),
  periodHours: z.number(),
  /** Whether it is the package's own, which cannot be removed. */
  own: z.boolean(),
  /** Whether the browser lets the extension fetch from its host. */
  allowed: z.boolean(),
  /** In use; null before the first update. */
  current: z.nullable(z.object({ version: Version, date: IsoDate, deals: Count })),
  /** What can be gone back to. */
  before: z.nullable(Version),
  pinned: z.boolean(),
  /** How the last update went: `updated`, `current`, `pinned` or what went wrong. */
  last: z.nullable(z.object({ at: Text, outcome: Text, detail: Text, clock: z.boolean() })),
});
export type FeedView = z.infer<typeof FeedView>;

const Figure = z.object({
  metric: Metric,
  value: z.number(),
  valueTo: z.optional(z.number()),
  unit: Text,
  qualifier: Qualifier,
});

export const FeedsState = z.object({
  /** Most trusted first. */
  feeds: z.array(FeedView),
  /** Deals that changed after they were read about. */
  notices: z.array(z.object({ deal: Text, name: Text })),
  tellNotices: z.boolean(),
  /** Figures that feeds in use state differently, and by name which feed says what. */
  disagreements: z.array(
    z.object({
      deal: Text,
      name: Text,
      metric: Metric,
      says: z.array(z.object({ feed: Text, figure: Figure })),
    }),
  ),
});
export type FeedsState = z.infer<typeof FeedsState>;

/** What an update changed, in words of the interface's language. */
export const FeedChanges = z.nullable(
  z.object({
    from: Version,
    to: Version,
    changes: z.array(
      z.object({
        deal: Text,
        name: Text,
        kind: z.enum(["added", "removed", "changed"]),
        label: Text,
        lines: z.array(Text),
      }),
    ),
  }),
);
export type FeedChanges = z.infer<typeof FeedChanges>;

/** A feed that is looked at before it is trusted, or why it cannot be. */
export const FeedPreview = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("feed"),
    url: Text,
    name: Text,
    version: Version,
    published: IsoDate,
    deals: Count,
    /** Whose keys they are is for a person to find out. */
    keys: z.array(z.object({ role: z.enum(["root", "head"]), fingerprint: Text })),
    /** Of the root that is shown. What is added later must still be signed by it. */
    rootDigest: Text,
    isKnown: z.boolean(),
  }),
  z.object({ is: z.literal("error"), code: Text }),
]);
export type FeedPreview = z.infer<typeof FeedPreview>;

/** A file that may be a backup, before anything of it is restored. */
export const BackupView = z.discriminatedUnion("is", [
  z.object({
    is: z.literal("whole"),
    made: IsoDate,
    /** Whose keys would be trusted. */
    feeds: z.array(z.object({ id: Text, name: Text, url: z.nullable(Text) })),
  }),
  z.object({ is: z.literal("broken") }),
  z.object({ is: z.literal("later") }),
]);
export type BackupView = z.infer<typeof BackupView>;

const BackupText = z.object({ text: z.string().check(z.maxLength(50_000_000)) });

const Nothing = z.union([z.undefined(), z.null()]);
const Done = z.boolean();
const OfFeed = z.object({ feed: Text });

/** All of them from the extension's own pages. */
export const feedsProtocol = {
  /** The feeds and how they stand. */
  feedsState: { from: "page", request: Nothing, reply: FeedsState },
  /**
   * Update one feed, or all that are on. Answers when that has begun; how far it is, stands in `storage.session`. False
   * where an update is under way already.
   */
  updateFeeds: { from: "page", request: z.object({ feed: z.nullable(Text) }), reply: Done },
  /** What a feed's last update changed; null where there is nothing to compare with. */
  feedChanges: { from: "page", request: OfFeed, reply: FeedChanges },
  /** Go back to the version before, and stay there. False where there is none. */
  undoFeed: { from: "page", request: OfFeed, reply: Done },
  /** Take new versions again. */
  resumeFeed: { from: "page", request: OfFeed, reply: Done },
  setFeed: {
    from: "page",
    request: z.object({
      feed: Text,
      on: z.optional(z.boolean()),
      auto: z.optional(z.boolean()),
      periodHours: z.optional(z.number()),
    }),
    reply: Done,
  },
  /** Trust a feed more (−1) or less (1) than its neighbour. */
  moveFeed: {
    from: "page",
    request: z.object({ feed: Text, by: z.union([z.literal(-1), z.literal(1)]) }),
    reply: Done,
  },
  /** Forget a feed. Its address, so that the page can give back the right to fetch from it. */
  removeFeed: { from: "page", request: OfFeed, reply: z.nullable(Text) },
  previewFeed: { from: "page", request: z.object({ url: z.string().check(z.maxLength(2000)) }), reply: FeedPreview },
  /** Follow a feed whose keys the user has confirmed. Null, or why not. */
  addFeed: { from: "page", request: z.object({ url: Text, rootDigest: Text }), reply: z.nullable(Text) },
  clearNotices: { from: "page", request: Nothing, reply: Done },
  tellNotices: { from: "page", request: z.object({ on: z.boolean() }), reply: Done },
  /** Everything that only the user has, as the text of a file. */
  exportBackup: { from: "page", request: Nothing, reply: Text },
  /** What a backup's text holds. */
  readBackup: { from: "page", request: BackupText, reply: BackupView },
  /** Restore it, in the place of what is there. */
  importBackup: { from: "page", request: BackupText, reply: z.enum(["done", "broken", "later"]) },
} as const;
