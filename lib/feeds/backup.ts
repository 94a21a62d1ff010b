/** Everything that only the user has, as one file: settings, feeds with the keys they trust, their own data. */
import * as z from "zod/mini";
import { PACKAGE_FEED } from "../dataset/in-use.ts";
import { FeedSettings, type FeedsDatabase, Notice, SeenDeal } from "./database.ts";
import { Feed } from "./feed.ts";

/** Raised when a later version writes what this one would misread. */
const FORMAT = 1;

/** What can stand in `storage.local`: JSON. */
const Json = z.json();

export const Backup = z.object({
  dealmark: z.literal("backup"),
  format: z.literal(FORMAT),
  /** When it was made, ISO instant. */
  made: z.iso.datetime(),
  /** The extension's settings, and whatever else of the user's is stored beside them, by key. */
  settings: z.record(z.string().check(z.maxLength(300)), Json),
  feeds: z.array(Feed).check(z.maxLength(200)),
  notices: z.object({
    settings: z.optional(FeedSettings),
    seen: z.array(SeenDeal).check(z.maxLength(100_000)),
    changed: z.array(Notice).check(z.maxLength(100_000)),
  }),
});
export type Backup = z.infer<typeof Backup>;

/** Settings and own data as they are stored. */
export type UserStorage = {
  read(): Promise<Record<string, unknown>>;
  /** Replaces everything. */
  write(values: Record<string, unknown>): Promise<void>;
  /** Whether a value may stand under this key: settings are held against their own schemas. */
  accepts(key: string, value: unknown): boolean;
};

export async function exportBackup(db: FeedsDatabase, storage: UserStorage, now: Date): Promise<Backup> {
  const [feeds, settings, seen, changed, values] = await Promise.all([
    db.feeds.toArray(),
    db.settings.get("settings"),
    db.seen.toArray(),
    db.notices.toArray(),
    storage.read(),
  ]);
  return Backup.parse({
    dealmark: "backup",
    format: FORMAT,
    made: now.toISOString(),
    settings: values,
    feeds,
    notices: { ...(settings ? { settings } : {}), seen, changed },
  });
}

/** A file that is no backup, or of a later version's, and why. */
export type NoBackup = { is: "broken" | "later"; why: string };

/** Reads a backup without restoring anything. All of it is checked: what one part is worth, the whole is. */
export function readBackup(
  text: string,
  { accepts }: Pick<UserStorage, "accepts">,
): { is: "whole"; backup: Backup } | NoBackup {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { is: "broken", why: String(error) };
  }
  const parsed = Backup.safeParse(value);
  if (!parsed.success) {
    const { dealmark, format } = (value ?? {}) as { dealmark?: unknown; format?: unknown };
    const isLater = dealmark === "backup" && typeof format === "number" && format > FORMAT;
    return { is: isLater ? "later" : "broken", why: z.prettifyError(parsed.error) };
  }
  const { settings, feeds } = parsed.data;
  const odd = Object.entries(settings).find(([key, one]) => !accepts(key, one));
  if (odd) return { is: "broken", why: `settings: ${odd[0]}: not as it should be` };
  const ids = feeds.map((feed) => feed.id);
  if (new Set(ids).size < ids.length) return { is: "broken", why: "feeds: one stands there twice" };
  return { is: "whole", backup: parsed.data };
}

export type Import = { is: "done"; feeds: Feed[] } | NoBackup;

/**
 * Puts back what a backup holds, in the place of what is there. Everything is checked first: a file that is not whole
 * changes nothing.
 *
 * What is known of versions seen is not forgotten where the backup is older: going back to a backup must not open the way
 * to a rollback.
 */
export async function importBackup(text: string, db: FeedsDatabase, storage: UserStorage): Promise<Import> {
  const read = readBackup(text, storage);
  if (read.is !== "whole") return read;
  const { settings, feeds, notices } = read.backup;

  const restored = await db.transaction("rw", db.feeds, db.seen, db.notices, db.settings, async () => {
    const known = new Map((await db.feeds.toArray()).map((feed) => [feed.id, feed]));
    const merged = feeds.map((feed) => withWhatIsKnown(feed, known.get(feed.id)));
    await Promise.all([db.feeds.clear(), db.seen.clear(), db.notices.clear(), db.settings.clear()]);
    await Promise.all([
      db.feeds.bulkPut(merged),
      db.seen.bulkPut(notices.seen),
      db.notices.bulkPut(notices.changed),
      notices.settings ? db.settings.put(notices.settings) : undefined,
    ]);
    return merged;
  });
  await storage.write(settings);
  return { is: "done", feeds: restored };
}

function withWhatIsKnown(feed: Feed, known: Feed | undefined): Feed {
  const fresh = { ...feed, etag: null, next: null, failures: 0, isUnderWay: false, told: known?.told ?? null };
  const isSame = known && known.url === feed.url && (known.root?.version ?? 0) >= (feed.root?.version ?? 0);
  if (!isSame || (known.root?.feed ?? PACKAGE_FEED) !== (feed.root?.feed ?? PACKAGE_FEED)) return fresh;
  const { root, mark, recovering, expires } = known;
  return { ...fresh, root, mark, recovering, expires };
}
