/**
 * The index as it is stored: what reading needs of the feeds in use before it knows which deals an article is about. It is
 * made of pages, which it names; see build-index.ts.
 *
 * Its typed arrays lie one after another in a blob, of which they are views again: megabytes within a row are copied
 * several times when the row is read, and again when it is written, each time in one go on the thread that answers pages.
 */
import * as z from "zod/mini";
import type { NameTable } from "../reading/name-table.ts";
import type { DatasetDatabase } from "./database.ts";
import type { DealGraph } from "./deal-graph.ts";
import type { Disagreement } from "./merge.ts";
import type { Pace } from "./pace.ts";
import type { RateSeries } from "./rates.ts";

/** Another number: an index laid out or compiled in another way, by another version of the extension. */
export const LAYOUT = 8;

const Head = z.object({
  part: z.literal("head"),
  layout: z.literal(LAYOUT),
  /** The generations that it was made from, most trusted first. */
  of: z.array(z.object({ feed: z.string(), generation: z.int(), version: z.string() })),
  version: z.string(),
  rates: z.array(
    z.object({ currency: z.string(), months: z.instanceof(Uint32Array), usdPerUnit: z.instanceof(Float64Array) }),
  ) as z.ZodMiniType<RateSeries[]>,
  disagreements: z.array(z.custom<Disagreement>((value) => typeof value === "object" && value !== null)),
});
/** What of the index is no array of numbers. */
export type IndexHead = z.infer<typeof Head>;

const HeadRow = z.extend(Head, {
  /** Base languages, as names are numbered by them. */
  langs: z.array(z.string()),
  /** How many items each array has, in the order of `arraysOf`. */
  lengths: z.array(z.int().check(z.nonnegative())),
  arrays: z.instanceof(Blob),
});

/** The pages once more, for whoever sweeps: a blob cannot be read within a transaction. */
const PagesRow = z.object({ part: z.literal("pages"), hashes: z.instanceof(Uint8Array) });

export type StoredIndex = {
  head: IndexHead;
  /** SHA-256 of the deals' pages, 32 bytes each. */
  pages: Uint8Array<ArrayBuffer>;
  names: NameTable;
  graph: DealGraph;
};

/** The row by which the index is read. */
export const HEAD = "head";

type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** The arrays as they lie in the blob: those of larger items first, so that each begins where its items may. */
const arraysOf = ({ pages, names, graph }: StoredIndex): Numbers[] =>
  [
    names.slots,
    names.checks,
    names.beginnings,
    names.smalls,
    names.entryStarts,
    names.ownerOf,
    names.ownerStarts,
    graph.parties.slots,
    graph.parties.checks,
    graph.dealStarts,
    graph.dealsOf,
    graph.partyStarts,
    graph.partiesOf,
    graph.pageStarts,
    graph.textStarts,
    graph.links,
    graph.parts,
    names.traits,
    graph.kinds,
    pages,
    names.owners,
  ] as Numbers[];

/** @throws {RangeError} where the arrays are not of as many bytes */
function viewsOf(bytes: ArrayBuffer, lengths: readonly number[], langs: string[]): Omit<StoredIndex, "head"> {
  let array = 0;
  let at = 0;
  const next = <A extends Numbers>(kind: { new (bytes: ArrayBuffer, at: number, length: number): A }): A => {
    const view = new kind(bytes, at, lengths[array++] ?? 0);
    at += view.byteLength;
    return view;
  };
  const words = () => next(Uint32Array);
  // In the order of `arraysOf`.
  const keys = { slots: words(), checks: words(), beginnings: words(), smalls: words() };
  const entries = { entryStarts: words(), ownerOf: words(), ownerStarts: words() };
  const parties = { slots: words(), checks: words() };
  const deals = { dealStarts: words(), dealsOf: words(), partyStarts: words(), partiesOf: words() };
  const others = { pageStarts: words(), textStarts: words(), links: words(), parts: words() };
  const traits = next(Uint16Array);
  const kinds = next(Uint8Array);
  const pages = next(Uint8Array);
  const owners = next(Uint8Array);
  if (at !== bytes.byteLength) throw new RangeError(`${at} bytes of the index expected, ${bytes.byteLength} found`);
  return {
    pages,
    names: { ...keys, ...entries, traits, owners, langs },
    graph: { parties, kinds, ...deals, ...others },
  };
}

/**
 * The index of its row; null where this version of the extension did not write it.
 *
 * @throws where the bytes of its arrays cannot be read, or are not as many as there should be
 */
export async function indexOf(row: unknown): Promise<StoredIndex | null> {
  const parsed = HeadRow.safeParse(row);
  if (!parsed.success) return null;
  const { langs, lengths, arrays, ...head } = parsed.data;
  return { head, ...viewsOf(await arrays.arrayBuffer(), lengths, langs) };
}

/** The rows of an index, ready to be put. */
export type IndexRows = [head: z.infer<typeof HeadRow>, pages: z.infer<typeof PagesRow>];

/** Makes its rows of an index: megabytes are copied, with pauses. */
export async function indexRowsOf(index: StoredIndex, pace: Pace): Promise<IndexRows> {
  const arrays = arraysOf(index);
  const blobs: Blob[] = [];
  for (const array of arrays) {
    blobs.push(new Blob([array]));
    await pace();
  }
  const lengths = arrays.map(({ length }) => length);
  return [
    { ...index.head, langs: index.names.langs, lengths, arrays: new Blob(blobs) },
    { part: "pages", hashes: index.pages },
  ];
}

/** The pages that the index fetches deals from. */
export async function indexedPages(db: DatasetDatabase): Promise<string[]> {
  const row = PagesRow.safeParse(await db.indexes.get("pages"));
  return row.success ? hashesOf(row.data.hashes) : [];
}

const hashesOf = (pages: Uint8Array): string[] =>
  Array.from({ length: pages.length / 32 }, (_, page) => pages.subarray(page * 32, page * 32 + 32).toHex());

/** Page hashes, one after another as bytes. */
export function bytesOf(hashes: readonly string[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hashes.length * 32);
  for (const [page, hash] of hashes.entries()) bytes.set(Uint8Array.fromHex(hash), page * 32);
  return bytes;
}
