/** Where an update keeps what it fetched: the database in the extension, memory on the command line and in tests. */
import type { ChunkRow, DatasetDatabase } from "../dataset/database.ts";
import * as generations from "../dataset/generations.ts";
import { kinds, type Manifest, type Page } from "../dataset/pages.ts";

/** One feed's part of the stored datasets. */
export type SyncStore = {
  /** The dataset in use, and whether the user went back to it. */
  current(): Promise<{ manifest: Manifest | null; pinned: boolean }>;
  /** A dataset that is stored whole, though perhaps not in use. */
  find(digest: string): Promise<Manifest | null>;
  /** Page texts by hash. @throws where one is missing */
  readPages(hashes: readonly string[]): Promise<Map<string, string>>;
  /** Which of the chunks are there already, by `content`. */
  storedChunks(contents: readonly string[]): Promise<Map<string, ChunkRow>>;
  /** Keeps a chunk that was checked, with all its pages or not at all. */
  storeChunk(chunk: ChunkRow, pages: readonly Page[]): Promise<void>;
  storePages(pages: readonly Page[]): Promise<void>;
  /** Puts a dataset into use, whose pages are all there: at one moment, for every reader. */
  flip(manifest: Manifest, chunks: readonly ChunkRow[]): Promise<void>;
  /** Deletes what no dataset names any more. */
  sweep(): Promise<void>;
};

export function databaseStore(db: DatasetDatabase, feed: string, now: () => Date): SyncStore {
  return {
    async current() {
      const { current, pinned } = await generations.generationsOf(db, feed);
      return { manifest: current, pinned };
    },
    find: (digest) => generations.findGeneration(db, feed, digest),
    readPages: (hashes) => generations.readPages(db, hashes),
    storedChunks: (contents) => generations.storedChunks(db, contents),
    storeChunk: (chunk, pages) => generations.storeChunk(db, chunk, pages),
    storePages: (pages) => generations.storePages(db, pages),
    async flip(manifest, chunks) {
      await generations.flipTo(db, feed, manifest, now().toISOString(), { chunks });
    },
    sweep: () => generations.sweep(db),
  };
}

/** A store that ends with the process. `texts` gives access to the pages that it holds. */
export function memoryStore(): SyncStore & { texts: Map<string, string>; manifest: Manifest | null } {
  const texts = new Map<string, string>();
  const chunks = new Map<string, ChunkRow>();
  const keep = (pages: readonly Page[]) => {
    for (const { hash, text } of pages) texts.set(hash, text);
  };
  const store = {
    texts,
    manifest: null as Manifest | null,
    current: async () => ({ manifest: store.manifest, pinned: false }),
    find: async (digest: string) => (store.manifest?.digest === digest ? store.manifest : null),
    async readPages(hashes: readonly string[]) {
      return new Map(
        hashes.map((hash) => {
          const text = texts.get(hash);
          if (text === undefined) throw new Error(`Page ${hash} is missing`);
          return [hash, text] as const;
        }),
      );
    },
    storedChunks: async (contents: readonly string[]) =>
      new Map(contents.flatMap((content) => chunks.get(content) ?? []).map((chunk) => [chunk.content, chunk])),
    async storeChunk(chunk: ChunkRow, pages: readonly Page[]) {
      keep(pages);
      chunks.set(chunk.content, chunk);
    },
    storePages: async (pages: readonly Page[]) => keep(pages),
    async flip(manifest: Manifest, parts: readonly ChunkRow[]) {
      await store.readPages(kinds.flatMap((kind) => manifest.pages[kind]));
      for (const chunk of parts) chunks.set(chunk.content, chunk);
      store.manifest = manifest;
    },
    sweep: async () => {},
  };
  return store;
}
