/**
 * What only the user has: which feeds they follow, whose keys they trust, what was seen under them.
 *
 * Apart from the datasets, which are deleted when they are broken. And not in `storage.local`, which content scripts can
 * write: a page that took one over could bring keys of its own.
 */
import { Dexie, type DexieOptions, type EntityTable } from "dexie";
import * as z from "zod/mini";
import { PACKAGE_FEED } from "../dataset/in-use.ts";
import { IsoDate } from "../deals/schema.ts";
import { Feed, newFeed } from "./feed.ts";

/** A deal that was read about, so that its changes can be told. No page, and no more exact time than the day. */
export const SeenDeal = z.object({ deal: z.string().check(z.maxLength(200)), day: IsoDate });
export type SeenDeal = z.infer<typeof SeenDeal>;

/** A deal that changed after it was read about, until the user clears it. */
export const Notice = z.object({ deal: z.string(), name: z.string(), at: z.string() });
export type Notice = z.infer<typeof Notice>;

export const FeedSettings = z.object({
  key: z.literal("settings"),
  /** Whether changes of deals that were read about are told. Off: none is remembered. */
  notices: z.boolean(),
});
export type FeedSettings = z.infer<typeof FeedSettings>;

export type FeedsDatabase = Dexie & {
  feeds: EntityTable<Feed, "id">;
  seen: EntityTable<SeenDeal, "deal">;
  notices: EntityTable<Notice, "deal">;
  settings: EntityTable<FeedSettings, "key">;
};

export function createFeedsDatabase(name = "dealmark-feeds", options?: DexieOptions): FeedsDatabase {
  const db = new Dexie(name, { chromeTransactionDurability: "strict", ...options }) as FeedsDatabase;
  db.version(1).stores({ feeds: "id", seen: "deal, day", notices: "deal", settings: "key" });
  return db;
}

/** Address and first root of the package's own feed, where it has one. */
export const PackageFeed = z.object({ name: Feed.shape.name, url: Feed.shape.url, root: Feed.shape.root });
export type PackageFeed = z.infer<typeof PackageFeed>;

/** The feeds, most trusted first; the package's own is always among them. A row that is broken is left out, and said. */
export async function readFeeds(db: FeedsDatabase, own: PackageFeed): Promise<Feed[]> {
  const rows = await db.feeds.toArray();
  const feeds = rows.flatMap((row) => {
    const parsed = Feed.safeParse(row);
    if (!parsed.success) console.warn(`What is known of the feed ${row.id} is broken:`, parsed.error);
    return parsed.success ? [parsed.data] : [];
  });
  const packaged = feeds.find(({ id }) => id === PACKAGE_FEED);
  if (!packaged) feeds.push(newFeed({ id: PACKAGE_FEED, rank: 0, ...own }));
  // A package that brings an address, or a newer root, for what was followed without.
  else if (packaged.url !== own.url) {
    Object.assign(packaged, { url: own.url, root: own.root, etag: null });
  } else if (own.root && (packaged.root?.version ?? 0) < own.root.version) packaged.root = own.root;
  return feeds.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

export async function readSettings(db: FeedsDatabase): Promise<FeedSettings> {
  const parsed = FeedSettings.safeParse(await db.settings.get("settings"));
  return parsed.success ? parsed.data : { key: "settings", notices: true };
}
