/**
 * What can go wrong with a feed. Each has words of its own in the interface: what happened, and what to do.
 *
 * Whatever it is, the data that were there before still answer.
 */
export const feedErrorCodes = [
  /** No answer at all: offline, the host is down, or its certificate is wrong. */
  "unreachable",
  /** Bytes came too slowly, or stopped coming. */
  "too-slow",
  /** The connection ended before the file did. */
  "cut-short",
  /** The feed's host has no such file. */
  "not-found",
  /** The host sends elsewhere. Feeds are followed at the address that the user confirmed, and nowhere else. */
  "moved",
  /** Asked too often, or the host is overloaded. */
  "busy",
  /** Any other answer than success. */
  "refused",
  /** Longer than announced, or than anything of its kind may be; compressed or inflated. */
  "too-large",
  /** Not the form that feeds have: another page, another program's file, a damaged one. */
  "no-feed",
  /** The form of a later version of feeds or of the dataset. */
  "unsupported",
  /** Not signed by enough of the keys that may sign. */
  "bad-signature",
  /** The signed files of another feed. */
  "other-feed",
  /** New keys that the old ones did not sign, or a version left out. */
  "broken-chain",
  /** The keys' own time has run out. */
  "keys-expired",
  /** Older than what was seen before. */
  "rollback",
  /** Not renewed in time; or the clock is wrong. */
  "expired",
  /** A file is not the one that the signed files name. */
  "altered",
  /** Files of different versions, or contents that do not add up to what was signed. */
  "mixed",
  /** A record does not fit its schema. */
  "bad-record",
  /** The browser would not store the data. */
  "storage",
  /** The extension may not ask this host. */
  "no-permission",
  /** Anything unforeseen. */
  "failed",
] as const;
export type FeedErrorCode = (typeof feedErrorCodes)[number];

export class FeedError extends Error {
  override name = "FeedError";
  readonly code: FeedErrorCode;
  /** How long the host asks to be left alone. */
  readonly retryAfterMs: number | null;

  constructor(code: FeedErrorCode, message: string, { cause, retryAfterMs = null }: FeedErrorOptions = {}) {
    super(message, { cause });
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
type FeedErrorOptions = { cause?: unknown; retryAfterMs?: number | null };
