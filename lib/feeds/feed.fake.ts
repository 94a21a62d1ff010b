/** A publisher, a host and a reader in memory; doubles for tests only. */
import { gzipSync } from "node:zlib";
import { fakeDataset, fakeDeal } from "../dataset/dataset.fake.ts";
import { type ByKind, type RawRecord, recordsOf } from "../dataset/pages.ts";
import type { Dataset } from "../deals/schema.ts";
import { inflateChunk } from "./apply.ts";
import type { UserStorage } from "./backup.ts";
import { canonicalBytes } from "./canonical.ts";
import type { Fetch, Timeouts } from "./download.ts";
import { type Feed, newFeed } from "./feed.ts";
import { type Head, paths, type Root, SPEC } from "./formats.ts";
import { type EarlierVersion, type Published, publish } from "./publish.ts";
import { makeKey, type SigningKey, sign } from "./signatures.ts";
import { memoryStore, type SyncStore } from "./store.ts";
import { type Progress, type Synced, syncFeed } from "./sync.ts";

type Bytes = Uint8Array<ArrayBuffer>;
export const gzip = (bytes: Bytes): Bytes => Uint8Array.from(gzipSync(bytes, { level: 6 }));
export const NOW = "2026-11-22T12:00:00Z";
export const ADDRESS = "https://feeds.example/deals/";

const seconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
export const later = (instant: string, days: number): string =>
  seconds(new Date(Date.parse(instant) + days * 86_400_000));

/** A dataset of so many deals, the same for the same arguments. `change` renames those of these numbers. */
export function manyDeals(count: number, version: string, changed: readonly number[] = []): Dataset {
  const renamed = new Set(changed);
  const deals = Array.from({ length: count }, (_, i) =>
    fakeDeal(`deal-${i}-2026`, { name: renamed.has(i) ? `Deal ${i} as of ${version}` : `Deal ${i}` }),
  );
  return fakeDataset({ version, deals });
}

export type FakePublisher = {
  files: Map<string, Bytes>;
  keys: { root: SigningKey[]; head: SigningKey[] };
  root: Root;
  published: Published;
  /** Writes the next root; signed by the keys before it as well. */
  writeRoot(parts?: Partial<Root>, signers?: SigningKey[]): Promise<Root>;
  /** New keys, signed by the old ones. */
  rotate(which: { root?: boolean; head?: boolean }): Promise<void>;
  writeHead(parts?: Partial<Head>, keys?: SigningKey[]): Promise<Head>;
  /** Adds a version and makes it the newest. */
  publish(dataset: Dataset | { version: string; records: ByKind<RawRecord[]> }): Promise<Published>;
};

/** Someone who publishes a feed into `files`, and can be robbed of keys. */
export async function fakePublisher(id = "deals-example", name = "Example deals", now = NOW): Promise<FakePublisher> {
  const files = new Map<string, Bytes>();
  const earlier: EarlierVersion[] = [];
  const first = { root: [await makeKey()], head: [await makeKey()] };
  const publisher: FakePublisher = {
    files,
    keys: first,
    root: null as unknown as Root,
    published: null as unknown as Published,
    async writeRoot(parts = {}, signers = [...publisher.keys.root]) {
      const { root, head } = publisher.keys;
      const version = (publisher.root?.version ?? 0) + 1;
      const content: Root = {
        type: "root",
        spec: SPEC,
        feed: id,
        name,
        version,
        expires: later(now, 365),
        keys: Object.fromEntries([...root, ...head].map((key) => [key.id, key.publicKey])),
        roles: {
          root: { keys: root.map((key) => key.id), threshold: root.length },
          head: { keys: head.map((key) => key.id), threshold: 1 },
        },
        ...parts,
      };
      publisher.root = content;
      files.set(paths.root(content.version), canonicalBytes(await sign(content, signers)));
      return content;
    },
    async rotate(which) {
      const old = publisher.keys.root;
      publisher.keys = {
        root: which.root ? [await makeKey()] : old,
        head: which.head ? [await makeKey()] : publisher.keys.head,
      };
      await publisher.writeRoot({}, which.root ? [...old, ...publisher.keys.root] : old);
    },
    async writeHead(parts = {}, keys = publisher.keys.head) {
      const { catalog, named } = publisher.published;
      const head: Head = {
        type: "head",
        spec: SPEC,
        feed: id,
        version: catalog.version,
        root: publisher.root.version,
        published: later(now, -1),
        expires: later(now, 7),
        catalog: named,
        ...parts,
      };
      files.set(paths.head, canonicalBytes(await sign(head, keys)));
      return head;
    },
    async publish(dataset) {
      const records = "records" in dataset ? dataset.records : recordsOf(dataset);
      const made = await publish({ feed: id, version: dataset.version, records }, earlier, gzip);
      for (const [path, bytes] of made.files) files.set(path, bytes);
      const content = new Map(files);
      earlier.unshift({
        catalog: made.catalog,
        readChunk: (entry) => inflateChunk(content.get(paths.chunk(entry.sha256)) as Bytes, entry),
      });
      publisher.published = made;
      await publisher.writeHead();
      return made;
    },
  };
  await publisher.writeRoot();
  return publisher;
}
/** What a host does with one request in place of answering it; undefined to answer as usual. */
export type Fault = (
  path: string,
  init: RequestInit,
  bytes: Bytes | undefined,
) => Response | Promise<Response> | undefined;

export type FakeHost = { requests: string[]; bytes: number; fault: Fault; fetch: Fetch };

/** A static host. `requests` lists the paths that were asked for. */
export function fakeHost(
  files: ReadonlyMap<string, Bytes>,
  fault: Fault = () => undefined,
  address = ADDRESS,
): FakeHost {
  const host: FakeHost = {
    requests: [],
    bytes: 0,
    fault,
    fetch: (async (url, init) => {
      if (!url.startsWith(address)) throw new TypeError(`fetch failed: ${url}`);
      const path = url.slice(address.length);
      host.requests.push(path);
      const bytes = files.get(path);
      const special = await host.fault(path, init, bytes);
      if (special) return special;
      if (!bytes) return new Response("Not found", { status: 404, headers: { "content-type": "text/html" } });
      const etag = `"${bytes.length}-${bytes.reduce((sum, byte) => (sum * 31 + byte) | 0, 7)}"`;
      if ((init.headers as Record<string, string>)["if-none-match"] === etag)
        return new Response(null, { status: 304 });
      host.bytes += bytes.length;
      return new Response(bytes, { headers: { etag, "content-length": String(bytes.length) } });
    }) as Fetch,
  };
  return host;
}

/** Settings and own data in memory, as `values`; "nonsense" is a key that nothing may stand under. */
export function fakeUserStorage(values: Record<string, unknown> = {}): UserStorage & { values: typeof values } {
  const storage = {
    values,
    read: async () => storage.values,
    async write(next: Record<string, unknown>) {
      storage.values = next;
    },
    accepts: (key: string) => key !== "nonsense",
  };
  return storage;
}

/** For hosts that are too slow: nothing else may be waited for with these, on a machine that has other things to do. */
export const IMPATIENT: Timeouts = { stallMs: 60, totalMs: 200, bytesASecond: 1e9 };

/** A body in pieces, which then ends, breaks off or never ends. */
export function body(pieces: readonly Uint8Array[], end: "ends" | "breaks" | "hangs" = "ends"): ReadableStream {
  let next = 0;
  return new ReadableStream({
    pull(controller) {
      if (next < pieces.length) controller.enqueue(pieces[next++]);
      else if (end === "ends") controller.close();
      else if (end === "breaks") controller.error(new TypeError("network error"));
      else return new Promise<void>(() => {});
      return undefined;
    },
  });
}

/** Someone who follows the feed, from the keys that they confirmed. */
export function fakeReader(root: Root, { store = memoryStore() as SyncStore, url = ADDRESS } = {}) {
  const reader = {
    feed: newFeed({ id: root.feed, name: root.name, url, root, rank: 1 }) as Feed,
    store,
    progress: [] as Progress[],
    /** @throws {FeedError} */
    async sync(
      host: { fetch: Fetch },
      { now = NOW, signal, timeouts }: { now?: string; signal?: AbortSignal; timeouts?: Timeouts } = {},
    ): Promise<Synced> {
      reader.progress = [];
      return syncFeed(reader.feed, {
        fetch: host.fetch,
        store,
        now: () => new Date(now),
        save: async (parts) => {
          reader.feed = { ...reader.feed, ...parts };
        },
        progress: (progress) => void reader.progress.push({ ...progress }),
        pause: async () => {},
        ...(timeouts ? { timeouts } : {}),
        ...(signal ? { signal } : {}),
      });
    },
  };
  return reader;
}
