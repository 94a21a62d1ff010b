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

/** Browsers stop scripts for many reasons, and each run goes on where the one before was cut off: so many are taken up at once. */
const PATIENT_RUNS = 5;
const FIRST_PAUSE_MS = 120_000;

/**
 * Until when a run that is cut off is left alone. What is cut off again and again may be what stops the script: then the
 * pause doubles each time, up to the feed's period.
 *
 * @param cutOffs runs in a row that were cut off before
 * @returns ISO instant; null for no pause
 */
export function resumeAfter(cutOffs: number, { periodHours }: Pick<Feed, "periodHours">, now: Date): string | null {
  if (cutOffs < PATIENT_RUNS) return null;
  const pauseMs = FIRST_PAUSE_MS * 2 ** Math.min(cutOffs - PATIENT_RUNS, 20);
  return new Date(now.getTime() + Math.min(pauseMs, periodHours * HOUR_MS)).toISOString();
}

/** Whether the feed is to be updated by itself at some time. */
export const isAutomatic = (feed: Pick<Feed, "on" | "auto" | "url" | "isUnderWay">): boolean =>
  feed.on && feed.url !== null && (feed.auto || feed.isUnderWay === true);

/**
 * When a feed that updates by itself is to do so, in milliseconds since 1970; not after `now` where that is due. An update
 * that was cut off is taken up, whoever began it.
 */
export function dueAt({ next, isUnderWay, resume }: Pick<Feed, "next" | "isUnderWay" | "resume">, now: Date): number {
  const at = Date.parse((isUnderWay ? resume : next) ?? "");
  // A clock that was set back must not silence a feed for years.
  return at <= now.getTime() + 2 * MOST_PATIENCE_MS ? at : now.getTime();
}

/** Whether the feed is to be updated by itself now. */
export const isDue = (feed: Pick<Feed, "on" | "auto" | "url" | "next" | "isUnderWay" | "resume">, now: Date): boolean =>
  isAutomatic(feed) && dueAt(feed, now) <= now.getTime();
