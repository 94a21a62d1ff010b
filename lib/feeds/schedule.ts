/** When a feed is to be updated next. */
import type { FeedErrorCode } from "./errors.ts";
import { type Feed, periodHours } from "./feed.ts";

const HOUR_MS = 3_600_000;
/** After the first failure; each further one doubles it, up to the feed's period. */
const FIRST_RETRY_MS = HOUR_MS / 4;
/** A host may ask for patience, but not for ever. */
const MOST_PATIENCE_MS = 7 * 24 * HOUR_MS;

/**
 * Readers that started at the same time must not come back at the same time: a tenth earlier or later.
 *
 * @param random 0 to 1
 * @returns ISO instant
 */
export function nextAfter(
  feed: Pick<Feed, "periodHours" | "failures">,
  now: Date,
  random: number,
  failure: { code: FeedErrorCode; retryAfterMs: number | null } | null,
): string {
  const periodMs = Math.max(feed.periodHours, periodHours.least) * HOUR_MS;
  let waitMs = periodMs;
  if (failure) {
    waitMs = Math.min(FIRST_RETRY_MS * 2 ** Math.min(feed.failures - 1, 20), periodMs);
    waitMs = Math.max(waitMs, Math.min(failure.retryAfterMs ?? 0, MOST_PATIENCE_MS));
  }
  const jitter = failure?.retryAfterMs ? 1 + random * 0.2 : 0.9 + random * 0.2;
  return new Date(now.getTime() + waitMs * jitter).toISOString();
}

/** Whether the feed is to be updated by itself at some time. */
export const isAutomatic = (feed: Pick<Feed, "on" | "auto" | "url" | "isUnderWay">): boolean =>
  feed.on && feed.url !== null && (feed.auto || feed.isUnderWay === true);

/** Whether the feed is to be updated by itself now. An update that was cut off is taken up, whoever began it. */
export function isDue(feed: Pick<Feed, "on" | "auto" | "url" | "next" | "isUnderWay">, now: Date): boolean {
  if (!isAutomatic(feed)) return false;
  if (feed.isUnderWay) return true;
  // A clock that was set back must not silence a feed for years.
  const next = feed.next === null ? Number.NEGATIVE_INFINITY : Date.parse(feed.next);
  return !(next > now.getTime()) || next > now.getTime() + 2 * MOST_PATIENCE_MS;
}
