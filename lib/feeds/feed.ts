/** What is known of a feed that the user follows. It is the user's: which feeds, whose keys, what was seen. */
import * as z from "zod/mini";
import { type FeedErrorCode, feedErrorCodes } from "./errors.ts";
import { FeedId, Instant, Root, Sha256, Version } from "./formats.ts";

/** How the last attempt ended. */
export const Outcome = z.enum(["updated", "current", "pinned", ...feedErrorCodes]);
export type Outcome = "updated" | "current" | "pinned" | FeedErrorCode;

/** Shortest and longest time between two automatic updates, in hours. */
export const periodHours = { least: 4, usual: 12, most: 168 } as const;

export const Feed = z.object({
  id: FeedId,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  /** Folder of the feed's files, with a slash at its end; null for the package's own data where they have no feed. */
  url: z.nullable(z.string()),
  /** The newest root that was verified; null only where there is no address. */
  root: z.nullable(Root),
  on: z.boolean(),
  /** Whether it updates by itself, and how often. */
  auto: z.boolean(),
  periodHours: z.number().check(z.minimum(periodHours.least), z.maximum(periodHours.most)),
  /** Its place in the order of trust: lower is trusted more. */
  rank: z.int(),
  /** The highest version seen under the present keys: nothing lower is believed any more. */
  mark: z.nullable(Version),
  /** Keys were withdrawn: what is in use may be what their thief made, and gives way to any version that is signed now. */
  recovering: z.boolean(),
  /** Until when the newest head seen is good. */
  expires: z.nullable(Instant),
  etag: z.nullable(z.string()),
  last: z.nullable(
    z.object({
      at: z.string(),
      outcome: Outcome,
      /** For the log and for whoever is asked for help; no words for readers. */
      detail: z.string(),
      /** The clock seems to be wrong: the head is from the future, or its host's clock says another day. */
      clock: z.boolean(),
    }),
  ),
  /** The digest of the data that pages and the user were last told of. */
  told: z.nullable(Sha256),
  /** When it is to be updated next by itself, ISO instant. */
  next: z.nullable(z.string()),
  /** An update was begun and has not ended: whoever finds it so, goes on with it. */
  isUnderWay: z.optional(z.boolean()),
  /** Runs in a row, before the one under way, that were begun and did not end. */
  cutOffs: z.optional(z.int().check(z.nonnegative())),
  /** If the run under way is cut off, too, it is not taken up by itself before this ISO instant; null: as soon as can be. */
  resume: z.optional(z.nullable(z.string())),
  /** Attempts in a row that failed. */
  failures: z.int().check(z.nonnegative()),
});
export type Feed = z.infer<typeof Feed>;

/** A feed that has just been added. */
export function newFeed(parts: Pick<Feed, "id" | "name" | "url" | "root" | "rank">): Feed {
  return {
    on: true,
    auto: true,
    periodHours: periodHours.usual,
    mark: null,
    recovering: false,
    expires: null,
    etag: null,
    last: null,
    told: null,
    next: null,
    failures: 0,
    ...parts,
  };
}
