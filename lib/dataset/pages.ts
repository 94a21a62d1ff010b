/**
 * A dataset cut into pages: canonical JSON texts of a few records each, named by their hash.
 *
 * What a page holds follows from the records' ids alone, so that publisher and reader cut alike, an update rewrites only
 * the pages it touches, and the digest of a whole dataset is a hash over its pages' hashes. Two generations share every
 * page that is the same in both.
 */
import canonicalize from "canonicalize";
import * as z from "zod/mini";
import { type Dataset, Deal, Party, Rate } from "../deals/schema.ts";

export const kinds = ["deals", "parties", "rates"] as const;
export type Kind = (typeof kinds)[number];
export type ByKind<T> = Record<Kind, T>;

/** One currency's rates: a single rate is too small a thing to send, store and compare. */
export const RateRow = z.object({
  currency: Rate.shape.currency,
  usdPerUnit: z.record(Rate.shape.month, Rate.shape.usdPerUnit),
});
export type RateRow = z.infer<typeof RateRow>;

/** What each kind's records must look like. Records may carry more than this version knows; that is kept and ignored. */
export const recordSchemas = { deals: Deal, parties: Party, rates: RateRow } as const;

/** A record as it travels: JSON that fits its kind's schema. */
export type RawRecord = Readonly<Record<string, unknown>>;

export type Page = {
  /** SHA-256 of the text, hex. */
  hash: string;
  /** A canonical JSON array of records in the order of their ids. */
  text: string;
};

/** A dataset by its pages: what a digest stands for. */
export type Manifest = {
  version: string;
  /** SHA-256 over all pages' hashes, hex. */
  digest: string;
  pages: ByKind<string[]>;
  counts: ByKind<number>;
};

/** So few that changing one of them rewrites little, so many that there are not too many rows to read. */
const RECORDS_A_PAGE = 16;
const MAX_PAGES = 1 << 17;

/** How many pages so many records take: a power of two, so that it seldom changes. */
export function pageCountFor(records: number): number {
  let count = 1;
  while (count * RECORDS_A_PAGE < records && count < MAX_PAGES) count *= 2;
  return count;
}

export const isPageCount = (count: number): boolean =>
  Number.isInteger(count) && count >= 1 && count <= MAX_PAGES && (count & (count - 1)) === 0;

/** The number of the page on which a record stands. FNV-1a over UTF-16 code units: ids are ASCII. */
export function pageOf(id: string, pageCount: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  // The low bits of FNV differ little between ids that differ in their last letter only.
  hash ^= hash >>> 15;
  return (hash >>> 0) & (pageCount - 1);
}

/** A record's id: a currency's code for rates. */
export function idOf(kind: Kind, record: RawRecord): string {
  return String(kind === "rates" ? record.currency : record.id);
}

/** Records in the order in which pages hold them: by id, code unit by code unit. */
export function sortRecords(kind: Kind, records: readonly RawRecord[]): RawRecord[] {
  return [...records].sort((a, b) => compare(idOf(kind, a), idOf(kind, b)));
}

/** Canonical JSON (RFC 8785). @throws where the value is no JSON: lone surrogates, NaN */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("A JSON value expected");
  return text;
}

/** SHA-256 as lower-case hex. */
export async function sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}

export async function makePage(kind: Kind, records: readonly RawRecord[]): Promise<Page> {
  const text = canonicalText(sortRecords(kind, records));
  return { hash: await sha256(text), text };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where each record of a page's text begins; each ends before the comma or bracket that stands before the next. */
export function recordStarts(text: string): number[] {
  const starts: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) {
      i++;
      for (; text.charCodeAt(i) !== QUOTE && i < text.length; i++) if (text.charCodeAt(i) === BACKSLASH) i++;
    } else if (unit === 0x7b || unit === 0x5b) {
      if (depth === 1) starts.push(i);
      depth++;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return starts;
}

/** The records of a kind by page. */
export function recordsByPage(kind: Kind, records: readonly RawRecord[], pageCount: number): RawRecord[][] {
  const pages: RawRecord[][] = Array.from({ length: pageCount }, () => []);
  for (const record of records) pages[pageOf(idOf(kind, record), pageCount)]?.push(record);
  return pages;
}

/** Cuts all records of a kind into pages. */
const paginate = (kind: Kind, records: readonly RawRecord[], pageCount: number): Promise<Page[]> =>
  Promise.all(recordsByPage(kind, records, pageCount).map((page) => makePage(kind, page)));

/** The digest of a whole dataset, from its pages' hashes: of hex digits, any JSON in the keys' order is canonical. */
export const digestOf = ({ deals, parties, rates }: ByKind<readonly string[]>): Promise<string> =>
  sha256(JSON.stringify({ deals, parties, rates }));

/** A dataset's records by kind, as they travel. */
export function recordsOf(dataset: Dataset): ByKind<RawRecord[]> {
  return { deals: dataset.deals, parties: dataset.parties, rates: rateRows(dataset.rates) };
}

/** Cuts a whole dataset into pages. */
export async function manifestOf(
  version: string,
  records: ByKind<readonly RawRecord[]>,
): Promise<{ manifest: Manifest; pages: ByKind<Page[]> }> {
  const cut = (kind: Kind) => paginate(kind, records[kind], pageCountFor(records[kind].length));
  const pages = { deals: await cut("deals"), parties: await cut("parties"), rates: await cut("rates") };
  const hashes = mapKinds((kind) => pages[kind].map((page) => page.hash));
  const counts = mapKinds((kind) => records[kind].length);
  return { manifest: { version, digest: await digestOf(hashes), pages: hashes, counts }, pages };
}

export function mapKinds<T>(each: (kind: Kind) => T): ByKind<T> {
  return { deals: each("deals"), parties: each("parties"), rates: each("rates") };
}

/** A row a currency, its months in order. */
function rateRows(rates: readonly Rate[]): RateRow[] {
  const rows = new Map<string, RateRow>();
  for (const { currency, month, usdPerUnit } of rates) {
    const row = rows.get(currency) ?? { currency, usdPerUnit: {} };
    row.usdPerUnit[month] = usdPerUnit;
    rows.set(currency, row);
  }
  return [...rows.values()];
}

/** Single rates again, in the order of currency and month. */
export function ratesOf(rows: readonly RateRow[]): Rate[] {
  return [...rows]
    .sort((a, b) => compare(a.currency, b.currency))
    .flatMap(({ currency, usdPerUnit }) =>
      Object.entries(usdPerUnit)
        .sort(([a], [b]) => compare(a, b))
        .map(([month, value]) => ({ month, currency, usdPerUnit: value })),
    );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
