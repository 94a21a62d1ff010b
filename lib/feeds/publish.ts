/**
 * Makes the files of a feed. Pure: the same records, the same earlier versions and the same gzip give the same bytes.
 */
import {
  type ByKind,
  canonicalText,
  idOf,
  type Kind,
  kinds,
  type Manifest,
  manifestOf,
  mapKinds,
  type Page,
  type RawRecord,
  sha256,
  sortRecords,
} from "../dataset/pages.ts";
import { placedChunks } from "./apply.ts";
import { canonicalBytes } from "./canonical.ts";
import { type Catalog, type ChunkEntry, type Delta, type DeltaEntry, paths, SCHEMA, SPEC } from "./formats.ts";

type Bytes = Uint8Array<ArrayBuffer>;
/** Must give the same bytes for the same bytes on every machine. */
export type Gzip = (bytes: Bytes) => Bytes;

/** An earlier version, as far as a delta from it needs it. */
export type EarlierVersion = {
  catalog: Catalog;
  /** The pages of one of its chunks, each with its records. */
  readChunk(entry: ChunkEntry): Promise<RawRecord[][]>;
};

export type Published = {
  catalog: Catalog;
  manifest: Manifest;
  /** The catalogue as the head names it. */
  named: { sha256: string; length: number };
  /** Every file of the version but its head, by path. */
  files: Map<string, Bytes>;
};

/** What a reader's first installation fetches: with head, root and catalogue less than a hundred files. */
const MAX_CHUNKS: ByKind<number> = { deals: 64, parties: 16, rates: 4 };
/** Compressed. Smaller ones cost more requests, larger ones more bytes where little has changed. */
const CHUNK_BYTES = 100_000;

/** @param earlier versions from which readers may come, newest first */
export async function publish(
  { feed, version, records }: { feed: string; version: string; records: ByKind<readonly RawRecord[]> },
  earlier: readonly EarlierVersion[],
  gzip: Gzip,
): Promise<Published> {
  const files = new Map<string, Bytes>();
  const { manifest, pages } = await manifestOf(version, records);
  const chunks: ChunkEntry[] = [];
  for (const kind of kinds) chunks.push(...(await makeChunks(kind, pages[kind], gzip, files)));

  const whole = { feed, version, chunks, pages };
  const deltas: DeltaEntry[] = [];
  for (const from of earlier) {
    const entry = await makeDelta(from, whole, gzip, files);
    if (entry) deltas.push(entry);
  }
  const catalog: Catalog = {
    type: "catalog",
    spec: SPEC,
    schema: SCHEMA,
    feed,
    version,
    digest: manifest.digest,
    counts: manifest.counts,
    chunks,
    deltas,
  };
  const bytes = canonicalBytes(catalog);
  const named = { sha256: await sha256(bytes), length: bytes.length };
  files.set(paths.catalog(named.sha256), bytes);
  return { catalog, manifest, named, files };
}

async function makeChunks(
  kind: Kind,
  pages: readonly Page[],
  gzip: Gzip,
  files: Map<string, Bytes>,
): Promise<ChunkEntry[]> {
  const textOf = (some: readonly Page[]) => new TextEncoder().encode(`[${some.map((page) => page.text).join(",")}]`);
  const together = gzip(textOf(pages)).length;
  let count = 1;
  while (count < Math.min(MAX_CHUNKS[kind], pages.length) && together / count > CHUNK_BYTES) count *= 2;
  const each = pages.length / count;
  const entries: ChunkEntry[] = [];
  for (let first = 0; first < pages.length; first += each) {
    const some = pages.slice(first, first + each);
    const part = await makePart(textOf(some), gzip);
    files.set(paths.chunk(part.entry.sha256), part.bytes);
    const records = some.reduce((sum, page) => sum + (JSON.parse(page.text) as unknown[]).length, 0);
    entries.push({ ...part.entry, kind, pages: some.length, count: records });
  }
  return entries;
}

async function makePart(content: Bytes, gzip: Gzip) {
  const bytes = gzip(content);
  const entry = {
    sha256: await sha256(bytes),
    length: bytes.length,
    content: await sha256(content),
    size: content.length,
  };
  return { entry, bytes };
}

/** Null where readers do better with chunks: the pages are cut otherwise, or nearly everything has changed. */
async function makeDelta(
  { catalog: old, readChunk }: EarlierVersion,
  to: { feed: string; version: string; chunks: readonly ChunkEntry[]; pages: ByKind<readonly Page[]> },
  gzip: Gzip,
  files: Map<string, Bytes>,
): Promise<DeltaEntry | null> {
  const put = mapKinds((): RawRecord[] => []);
  const drop = mapKinds((): string[] => []);
  // By place as well: empty chunks are alike wherever they stand.
  const placeOf = ({ entry, firstPage }: { entry: ChunkEntry; firstPage: number }) =>
    `${entry.kind} ${firstPage} ${entry.content}`;
  const unchanged = new Set(placedChunks(to).map(placeOf));
  for (const kind of kinds) {
    const placed = placedChunks(old).filter(({ entry }) => entry.kind === kind);
    const pageCount = placed.reduce((sum, { entry }) => sum + entry.pages, 0);
    if (pageCount !== to.pages[kind].length) return null;
    for (const { entry, firstPage } of placed) {
      if (unchanged.has(placeOf({ entry, firstPage }))) continue;
      const before = await readChunk(entry);
      for (const [i, oldRecords] of before.entries()) {
        const page = to.pages[kind][firstPage + i] as Page;
        if (canonicalText(oldRecords) === page.text) continue;
        const oldTexts = new Map(oldRecords.map((record) => [idOf(kind, record), canonicalText(record)]));
        for (const record of JSON.parse(page.text) as RawRecord[]) {
          const id = idOf(kind, record);
          if (oldTexts.get(id) !== canonicalText(record)) put[kind].push(record);
          oldTexts.delete(id);
        }
        drop[kind].push(...oldTexts.keys());
      }
    }
  }
  const delta: Delta = {
    type: "delta",
    feed: to.feed,
    from: old.version,
    to: to.version,
    put: mapKinds((kind) => sortRecords(kind, put[kind]) as Record<string, unknown>[]),
    drop: mapKinds((kind) => drop[kind].sort()),
  };
  const { entry, bytes } = await makePart(canonicalBytes(delta), gzip);
  const known = new Set(old.chunks.map((chunk) => chunk.content));
  const fresh = to.chunks.filter((chunk) => !known.has(chunk.content));
  if (entry.length > fresh.reduce((sum, chunk) => sum + chunk.length, 0)) return null;
  files.set(paths.delta(entry.sha256), bytes);
  return { ...entry, from: old.version, base: old.digest };
}
