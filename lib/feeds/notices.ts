/** Which deals were read about, and which of them have changed since. Deals only: never pages. */
import type { DealChange } from "../dataset/changes.ts";
import type { IsoDate } from "../deals/schema.ts";
import { REMEMBERED_DAYS } from "../feeds-protocol.ts";
import { type FeedsDatabase, type Notice, readSettings } from "./database.ts";

const dayBefore = (day: IsoDate, days: number): IsoDate =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/** Remembers that these deals were read about today; forgets those of long ago. Nothing where the user wants none. */
export async function rememberDeals(db: FeedsDatabase, deals: readonly string[], today: IsoDate): Promise<void> {
  if (deals.length === 0 || !(await readSettings(db)).notices) return;
  await db.transaction("rw", db.seen, async () => {
    await db.seen.bulkPut(deals.map((deal) => ({ deal, day: today })));
    await db.seen.where("day").below(dayBefore(today, REMEMBERED_DAYS)).delete();
  });
}

/** Deals that were read about of late, and whose changes are told. None where the user wants none. */
export async function watchedDeals(db: FeedsDatabase, today: IsoDate): Promise<Set<string>> {
  if (!(await readSettings(db)).notices) return new Set();
  const seen = await db.seen.where("day").aboveOrEqual(dayBefore(today, REMEMBERED_DAYS)).toArray();
  return new Set(seen.map(({ deal }) => deal));
}

/**
 * Notes that watched deals changed. One that is new is no change.
 *
 * @param at ISO instant
 */
export async function noticeChanges(
  db: FeedsDatabase,
  changes: readonly Pick<DealChange, "deal" | "name" | "kind">[],
  at: string,
): Promise<void> {
  const notices = changes.filter(({ kind }) => kind !== "added").map(({ deal, name }): Notice => ({ deal, name, at }));
  if (notices.length > 0) await db.notices.bulkPut(notices);
}

/** Clears what was told. */
export const clearNotices = (db: FeedsDatabase): Promise<void> => db.notices.clear();

/** Turns the notices on or off. Off: what was remembered is forgotten at once. */
export async function setNotices(db: FeedsDatabase, on: boolean): Promise<void> {
  await db.transaction("rw", db.settings, db.seen, db.notices, async () => {
    await db.settings.put({ key: "settings", notices: on });
    if (!on) await Promise.all([db.seen.clear(), db.notices.clear()]);
  });
}
