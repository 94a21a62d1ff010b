/**
 * The files of a feed. docs/publishing.md explains them to publishers.
 *
 * ```
 * head.json                 which version is the newest; signed by an online key, expires in days
 * 1.root.json, 2.root.json  who may sign; each signed by the keys of the one before
 * catalog/<sha256>.json     what the version consists of
 * c/<sha256>.json.gz        chunks: runs of pages
 * d/<sha256>.json.gz        deltas from earlier versions
 * ```
 *
 * All are canonical JSON (RFC 8785): a file has one form only, so that what is signed is the bytes and nothing around them.
 */
import * as z from "zod/mini";
import { isPageCount, kinds } from "../dataset/pages.ts";
import { Dataset } from "../deals/schema.ts";

/** The version of these formats. Another one is another program's business. */
export const SPEC = 1;
/** The version of the records' schema: raised when records appear that this version would misread. */
export const SCHEMA = 1;

/** What any file of its kind may weigh at most, in bytes. */
export const limits = {
  head: 16_384,
  root: 65_536,
  catalog: 4_000_000,
  /** As they travel. */
  compressed: 32_000_000,
  /** Once inflated. */
  inflated: 256_000_000,
  /** All chunks of a version together, as they travel and inflated: a reader's disk is not the publisher's. */
  wholeCompressed: 256_000_000,
  wholeInflated: 2_000_000_000,
  /** Root versions that one update follows. */
  rootSteps: 64,
  chunks: 4_096,
  deltas: 200,
  records: 5_000_000,
} as const;

const hexOf = (bytes: number) =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`), { error: `Expected ${bytes} bytes in hex` }));
export const Sha256 = hexOf(32);
export const FeedId = z
  .string()
  .check(z.maxLength(64), z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "Expected a–z, 0–9 and single hyphens" }));
export const Version = Dataset.shape.version;
const Size = z.int().check(z.nonnegative());
const Count = z.int().check(z.nonnegative(), z.maximum(limits.records));

/** An instant in UTC to the second: "2026-11-22T21:55:00Z". One form only, so that instants compare as text. */
export const Instant = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, { error: "Expected an instant such as 2026-11-22T21:55:00Z" }),
  z.refine((text) => !Number.isNaN(Date.parse(text)), { error: "Expected an instant that exists" }),
);

const Signature = z.strictObject({
  /** Which key: the SHA-256 of its 32 public bytes. */
  key: Sha256,
  /** Ed25519 over the canonical form of what is signed. */
  signature: hexOf(64),
});

/** A signed file. Unknown fields beside these two would be unsigned, and are refused. */
const signed = <T extends z.ZodMiniType>(content: T) =>
  z.strictObject({ signatures: z.array(Signature).check(z.minLength(1), z.maxLength(32)), signed: content });

/** Which keys may sign for something, and how many of them must. */
const Role = z.object({
  keys: z.array(Sha256).check(z.minLength(1), z.maxLength(16)),
  threshold: z.int().check(z.minimum(1), z.maximum(16)),
});
export type Role = z.infer<typeof Role>;

export const Root = z.object({
  type: z.literal("root"),
  spec: z.literal(SPEC),
  feed: FeedId,
  /** What the publisher calls the feed. */
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  version: z.int().check(z.minimum(1)),
  expires: Instant,
  /** Public keys, 32 bytes in hex, by the SHA-256 of those bytes. */
  keys: z.record(Sha256, hexOf(32)),
  /** `root` signs the next root, `head` the head. */
  roles: z.object({ root: Role, head: Role }),
});
export type Root = z.infer<typeof Root>;
export const SignedRoot = signed(Root);
export type SignedRoot = z.infer<typeof SignedRoot>;

export const Head = z.object({
  type: z.literal("head"),
  spec: z.literal(SPEC),
  feed: FeedId,
  version: Version,
  /** The newest root: where a reader's is older, it follows the chain before it checks this head's signatures. */
  root: z.int().check(z.minimum(1)),
  published: Instant,
  expires: Instant,
  catalog: z.object({ sha256: Sha256, length: Size }),
});
export type Head = z.infer<typeof Head>;
export const SignedHead = signed(Head);
export type SignedHead = z.infer<typeof SignedHead>;

/** A file that a catalogue names. Gzipped; `content` and `size` are those of what is in it. */
const Part = {
  /** Of the file as it travels; its name. */
  sha256: Sha256,
  length: Size,
  /** SHA-256 of the inflated file. */
  content: Sha256,
  size: Size,
};

/** A run of pages of one kind. Chunks stand in the order of their kinds and pages, and leave none out. */
export const ChunkEntry = z.object({ ...Part, kind: z.enum(kinds), pages: Size, count: Count });
export type ChunkEntry = z.infer<typeof ChunkEntry>;

/** The way from an earlier version. */
export const DeltaEntry = z.object({
  ...Part,
  from: Version,
  /** The digest of the version it starts from. */
  base: Sha256,
});
export type DeltaEntry = z.infer<typeof DeltaEntry>;

export const Catalog = z
  .object({
    type: z.literal("catalog"),
    spec: z.literal(SPEC),
    schema: z.literal(SCHEMA),
    feed: FeedId,
    version: Version,
    /** Of the whole dataset; see dataset/pages.ts. */
    digest: Sha256,
    counts: z.object({ deals: Count, parties: Count, rates: Count }),
    chunks: z.array(ChunkEntry).check(z.maxLength(limits.chunks)),
    deltas: z.array(DeltaEntry).check(z.maxLength(limits.deltas)),
  })
  .check(
    z.refine(
      (catalog) =>
        kinds.every((kind) => {
          const chunks = catalog.chunks.filter((chunk) => chunk.kind === kind);
          const sum = (of: "pages" | "count") => chunks.reduce((total, chunk) => total + chunk[of], 0);
          return isPageCount(sum("pages")) && sum("count") === catalog.counts[kind];
        }),
      { error: "The chunks do not add up" },
    ),
  );
export type Catalog = z.infer<typeof Catalog>;

const Raw = z.record(z.string(), z.unknown());

/** What is in a chunk: its pages, each an array of records. */
export const Chunk = z.array(z.array(Raw));

/** What is in a delta: records that are new or changed, and the ids of those that are gone. */
export const Delta = z.object({
  type: z.literal("delta"),
  feed: FeedId,
  from: Version,
  to: Version,
  put: z.object({ deals: z.array(Raw), parties: z.array(Raw), rates: z.array(Raw) }),
  drop: z.object({ deals: z.array(z.string()), parties: z.array(z.string()), rates: z.array(z.string()) }),
});
export type Delta = z.infer<typeof Delta>;

/** Where a feed's files stand, relative to its address. */
export const paths = {
  head: "head.json",
  root: (version: number) => `${version}.root.json`,
  catalog: (sha256: string) => `catalog/${sha256}.json`,
  chunk: (sha256: string) => `c/${sha256}.json.gz`,
  delta: (sha256: string) => `d/${sha256}.json.gz`,
} as const;
