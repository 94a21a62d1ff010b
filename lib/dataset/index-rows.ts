/**
 * The index as it is stored: what reading needs of the feeds in use before it knows which deals an article is about. It is
 * made of pages, which it names; see build-index.ts.
 */
import * as z from "zod/mini";
import type { NameTable } from "../reading/name-table.ts";
import type { DatasetDatabase } from "./database.ts";
import { DealGraph } from "./deal-graph.ts";
import type { Disagreement } from "./merge.ts";
import type { RateSeries } from "./rates.ts";

/** Another number: an index laid out or compiled in another way, by another version of the extension. */
export const LAYOUT = 4;

export const IndexHead = z.object({
  part: z.literal("head"),
  layout: z.literal(LAYOUT),
  /** The generations that it was made from, most trusted first. */
  of: z.array(z.object({ feed: z.string(), generation: z.int(), version: z.string() })),
  version: z.string(),
  /** SHA-256 of the deals' pages, 32 bytes each. */
  pages: z.instanceof(Uint8Array),
  rates: z.array(
    z.object({ currency: z.string(), months: z.instanceof(Uint32Array), usdPerUnit: z.instanceof(Float64Array) }),
  ) as z.ZodMiniType<RateSeries[]>,
  disagreements: z.array(z.custom<Disagreement>((value) => typeof value === "object" && value !== null)),
});
export type IndexHead = z.infer<typeof IndexHead>;

const Numbers = z.instanceof(Uint32Array);
const NamesRow = z.object({
  part: z.literal("names"),
  names: z.object({
    slots: Numbers,
    hashes: Numbers,
    checks: Numbers,
    beginnings: Numbers,
    smalls: Numbers,
  }),
});
/** The other half of the names: whose they are. Apart, since the browser copies a row in one go. */
const OwnersRow = z.object({
  part: z.literal("owners"),
  owners: z.object({
    firsts: Numbers,
    nexts: Numbers,
    ownerOf: Numbers,
    traits: z.instanceof(Uint16Array),
    owners: z.string(),
    ownerStarts: Numbers,
    langs: z.array(z.string()),
  }),
});
const GraphRow = z.object({ part: z.literal("graph"), graph: DealGraph });

export type StoredIndex = { head: IndexHead; names: NameTable; graph: DealGraph };

/** The parts of the index, by which it is read. */
export const PARTS = ["head", "names", "owners", "graph"] as const;

/** The index of its rows, in the order of `PARTS`; null where this version of the extension did not write them. */
export function indexOf(rows: readonly unknown[]): StoredIndex | null {
  const head = IndexHead.safeParse(rows[0]);
  const names = NamesRow.safeParse(rows[1]);
  const owners = OwnersRow.safeParse(rows[2]);
  const graph = GraphRow.safeParse(rows[3]);
  if (!head.success || !names.success || !owners.success || !graph.success) return null;
  return { head: head.data, names: { ...names.data.names, ...owners.data.owners }, graph: graph.data.graph };
}

/** Call within a transaction: the parts belong together. */
export async function writeIndexRows(db: DatasetDatabase, { head, names, graph }: StoredIndex): Promise<void> {
  const { slots, hashes, checks, beginnings, smalls, ...owners } = names;
  // One after the other: each is megabytes, which the browser copies at once.
  await db.indexes.put({ part: "names", names: { slots, hashes, checks, beginnings, smalls } });
  await db.indexes.put({ part: "owners", owners });
  await db.indexes.put({ part: "graph", graph });
  await db.indexes.put(head);
}

/** The pages that the index fetches deals from. */
export async function indexedPages(db: DatasetDatabase): Promise<string[]> {
  const head = IndexHead.safeParse(await db.indexes.get("head"));
  return head.success ? hashesOf(head.data.pages) : [];
}

const hashesOf = (pages: Uint8Array): string[] =>
  Array.from({ length: pages.length / 32 }, (_, page) => pages.subarray(page * 32, page * 32 + 32).toHex());

/** Page hashes, one after another as bytes. */
export function bytesOf(hashes: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * 32);
  for (const [page, hash] of hashes.entries()) bytes.set(Uint8Array.fromHex(hash), page * 32);
  return bytes;
}
