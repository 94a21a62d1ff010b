/**
 * One update of one feed.
 *
 * Every step takes the state it finds and leaves one that can be gone on from: the roots and the mark against rollback
 * are saved when they are verified, chunks are stored as they arrive, and what is in use changes in one moment at the end.
 * Whatever fails, the data that were there before still answer.
 */

import type { Pause } from "../dataset/pace.ts";
import { type Manifest, sha256 } from "../dataset/pages.ts";
import { compareVersions } from "../dataset/version.ts";
import { applyDelta, checkDigest, chunkRowsOf, pageCountsOf, placedChunks, readChunk } from "./apply.ts";
import { parseCanonical } from "./canonical.ts";
import { type Downloaded, download, downloadNamed, downloadPart, type Fetch, type Timeouts } from "./download.ts";
import { FeedError } from "./errors.ts";
import type { Feed } from "./feed.ts";
import { Catalog, type DeltaEntry, type Head, limits, paths, type Root, SignedHead } from "./formats.ts";
import { readNextRoot, withdrawsHeadKeys } from "./roots.ts";
import { verifySignatures } from "./signatures.ts";
import type { SyncStore } from "./store.ts";

/** How far an update is. Totals are null until they are known. */
export type Progress = {
  phase: "checking" | "downloading" | "storing";
  bytes: number;
  bytesTotal: number | null;
  deals: number;
  dealsTotal: number | null;
};

export type SyncNeeds = {
  fetch: Fetch;
  store: SyncStore;
  now(): Date;
  /** Saves what was verified, before anything is built on it. */
  save(parts: Partial<Feed>): Promise<void>;
  progress(progress: Progress): void;
  pause: Pause;
  signal?: AbortSignal;
  timeouts?: Timeouts;
};

export type Synced = {
  outcome: "updated" | "current" | "pinned";
  /** The version that the feed offers. */
  version: string;
  /** The clock seems to be wrong. */
  clock: boolean;
};

/** The extension's clock and the publisher's may differ by so much without anything being wrong. */
const CLOCK_TOLERANCE_MS = 24 * 3600 * 1000;
/** Files fetched at the same time. */
const PARALLEL = 3;

/**
 * Brings a feed up to date.
 *
 * @throws {FeedError} with the reason; what is in use has not changed then
 */
export async function syncFeed(feed: Feed, needs: SyncNeeds): Promise<Synced> {
  const { store, now } = needs;
  if (feed.url === null || feed.root === null) throw new FeedError("failed", "This feed has no address");
  const progress: Progress = { phase: "checking", bytes: 0, bytesTotal: null, deals: 0, dealsTotal: null };
  const report = (parts: Partial<Progress>) => needs.progress(Object.assign(progress, parts));
  report({});
  const options = {
    fetch: needs.fetch,
    signal: needs.signal,
    ...(needs.timeouts ? { timeouts: needs.timeouts } : {}),
    received: (bytes: number) => report({ bytes: progress.bytes + bytes }),
  };
  const { manifest: current, pinned } = await store.current();

  // An unchanged head says something new only where the clock may have run out on it.
  const isSettled = current !== null && current.version === feed.mark && feed.expires !== null;
  const answer = await download(feed.url + paths.head, {
    ...options,
    maxBytes: limits.head,
    etag: isSettled ? feed.etag : null,
  });
  if (answer === null) {
    checkExpiry(feed.expires, now(), null);
    return { outcome: pinned ? "pinned" : "current", version: feed.mark as string, clock: false };
  }

  const { head, root, mark, recovering } = await readHead(answer.bytes, feed, feed.root, needs, options);
  if (mark !== null && compareVersions(head.version, mark) < 0) {
    throw new FeedError("rollback", `${head.version} came, ${mark} was seen before`);
  }
  checkExpiry(head.expires, now(), answer);
  if (now().getTime() > Date.parse(root.expires)) throw new FeedError("keys-expired", `Root ${root.version} expired`);
  const clock = Date.parse(head.published) > now().getTime() + CLOCK_TOLERANCE_MS;
  await needs.save({ mark: head.version, expires: head.expires });
  if (pinned) return { outcome: "pinned", version: head.version, clock };

  const done: Synced = { outcome: "updated", version: head.version, clock };
  // The package may be ahead of its feed. After a theft of keys, though, what is in use may be the thief's, however new.
  if (current && !recovering && compareVersions(head.version, current.version) < 0) {
    return { ...done, outcome: "current" };
  }
  const catalog = await readCatalog(feed.url, head, options);
  if (current?.version === catalog.version && current.digest === catalog.digest) {
    await needs.save({ etag: answer.etag, recovering: false });
    return { ...done, outcome: "current" };
  }
  if (current?.version === catalog.version && mark === head.version) {
    throw new FeedError("mixed", `${head.version} came with other contents than before`);
  }
  report({ phase: "downloading", dealsTotal: catalog.counts.deals });
  const manifest =
    (await store.find(catalog.digest)) ?? (await fromDelta(catalog, current)) ?? (await fromChunks(catalog, feed.url));
  report({ phase: "storing", deals: catalog.counts.deals });
  await needs.pause();
  await store.flip({ ...manifest, version: catalog.version }, chunkRowsOf(catalog, manifest));
  await needs.save({ etag: answer.etag, recovering: false });
  await store.sweep();
  return done;

  async function fromDelta(catalog: Catalog, base: Manifest | null): Promise<Manifest | null> {
    const delta = base && (await chooseDelta(catalog, base));
    if (!base || !delta) return null;
    report({ bytesTotal: progress.bytes + delta.length, deals: 0 });
    try {
      const bytes = await downloadPart(feed.url + paths.delta(delta.sha256), delta, options);
      const { deals } = catalog.counts;
      const made = await applyDelta(bytes, {
        base,
        catalog,
        readPages: store.readPages,
        storePages: store.storePages,
        applied: (count) => report({ deals: Math.min(count, deals) }),
        pause: needs.pause,
      });
      return await checkDigest(catalog, made);
    } catch (error) {
      // The chunks say the same and need nothing that was there before. What the host refuses, it would refuse again.
      const isDelta =
        error instanceof FeedError &&
        ["not-found", "altered", "mixed", "cut-short", "too-large", "no-feed", "bad-record"].includes(error.code);
      if (!isDelta) throw error;
      report({ bytesTotal: null, deals: 0 });
      return null;
    }
  }

  /** Null where there is none, or where fetching the chunks that are missing is less. */
  async function chooseDelta(catalog: Catalog, base: Manifest): Promise<DeltaEntry | null> {
    const delta = catalog.deltas.find((one) => one.from === base.version && one.base === base.digest);
    const counts = pageCountsOf(catalog);
    const samePages = Object.entries(base.pages).every(
      ([kind, pages]) => counts[kind as keyof typeof counts] === pages.length,
    );
    if (!delta || !samePages) return null;
    const missing = await missingChunks(catalog);
    return delta.length <= missing.reduce((sum, { entry }) => sum + entry.length, 0) ? delta : null;
  }

  async function missingChunks(catalog: Catalog) {
    const there = await store.storedChunks(catalog.chunks.map((chunk) => chunk.content));
    return placedChunks(catalog).filter(({ entry }) => !there.has(entry.content));
  }

  async function fromChunks(catalog: Catalog, url: string): Promise<Manifest> {
    const pageCounts = pageCountsOf(catalog);
    const missing = await missingChunks(catalog);
    let deals = catalog.counts.deals;
    for (const { entry } of missing) if (entry.kind === "deals") deals -= entry.count;
    report({ bytesTotal: progress.bytes + missing.reduce((sum, { entry }) => sum + entry.length, 0), deals });

    const queue = [...missing];
    const work = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { entry, firstPage } = next;
        const bytes = await downloadPart(url + paths.chunk(entry.sha256), entry, options);
        const placed = { firstPage, pageCount: pageCounts[entry.kind], pause: needs.pause };
        const { row, pages } = await readChunk(bytes, entry, placed);
        await store.storeChunk(row, pages);
        if (entry.kind === "deals") report({ deals: progress.deals + entry.count });
      }
    };
    const workers = await Promise.allSettled(
      Array.from({ length: PARALLEL }, () =>
        work().catch((error: unknown) => {
          queue.length = 0; // One failed: the others finish what they have in hand, and keep it.
          throw error;
        }),
      ),
    );
    const failed = workers.find((worker) => worker.status === "rejected");
    if (failed) throw failed.reason;

    const rows = await store.storedChunks(catalog.chunks.map((chunk) => chunk.content));
    const pages = { deals: [] as string[], parties: [] as string[], rates: [] as string[] };
    const counts = { deals: 0, parties: 0, rates: 0 };
    for (const { content, kind } of catalog.chunks) {
      const row = rows.get(content);
      if (!row) throw new FeedError("failed", `Chunk ${content} is missing`);
      pages[kind].push(...row.pages);
      counts[kind] += row.count;
    }
    return checkDigest(catalog, { pages, counts });
  }
}

type Options = Omit<Parameters<typeof download>[1], "maxBytes">;

/**
 * Follows the chain of roots as far as the head says, and checks the head's signatures.
 *
 * @returns the head, the root that vouches for it, and the mark that still stands under that root
 */
async function readHead(
  bytes: Uint8Array,
  feed: Feed,
  trusted: Root,
  needs: SyncNeeds,
  options: Options,
): Promise<{ head: Head; root: Root; mark: string | null; recovering: boolean }> {
  const file = parseCanonical(bytes, SignedHead, paths.head);
  let root = trusted;
  let { mark, recovering } = feed;
  const advance = async (bytes: Uint8Array) => {
    const next = await readNextRoot(root, bytes);
    // Who could sign with a withdrawn key could have raised the mark out of everyone's reach.
    if (withdrawsHeadKeys(root, next)) mark = null;
    root = next;
    recovering ||= mark === null && feed.mark !== null;
    await needs.save({ root, mark, recovering, etag: null, name: root.name });
  };
  const fetchRoot = (version: number) =>
    download(feed.url + paths.root(version), { ...options, maxBytes: limits.root }) as Promise<Downloaded>;

  const steps = file.signed.root - root.version;
  if (steps > limits.rootSteps) throw new FeedError("broken-chain", `${steps} roots ahead of ${root.version}`);
  for (let step = 0; step < steps; step++) {
    const { bytes } = await fetchRoot(root.version + 1).catch((error: unknown) => {
      const isMissing = error instanceof FeedError && error.code === "not-found";
      throw isMissing ? new FeedError("broken-chain", `Root ${root.version + 1} is missing`, { cause: error }) : error;
    });
    await advance(bytes);
  }
  const verify = () => verifySignatures(file, [{ role: root.roles.head, keys: root.keys }], paths.head);
  try {
    await verify();
  } catch (error) {
    // The head is not believed, so neither is what it says of roots: there may be newer keys all the same.
    const next = await fetchRoot(root.version + 1).catch(() => null);
    if (next === null) throw error;
    await advance(next.bytes);
    await verify();
  }
  if (file.signed.feed !== root.feed) {
    throw new FeedError("other-feed", `head.json: ${root.feed} expected, ${file.signed.feed} found`);
  }
  return { head: file.signed, root, mark, recovering };
}

/** @throws {FeedError} `expired` */
function checkExpiry(expires: string | null, now: Date, answer: Downloaded | null): void {
  if (expires === null || now.getTime() <= Date.parse(expires)) return;
  const hostsDay = answer?.date ? Date.parse(answer.date) : Number.NaN;
  const isClock = Math.abs(hostsDay - now.getTime()) > CLOCK_TOLERANCE_MS && hostsDay <= Date.parse(expires);
  throw new FeedError("expired", `Good until ${expires}${isClock ? `; the host's clock says ${answer?.date}` : ""}`, {
    cause: isClock ? "clock" : undefined,
  });
}

async function readCatalog(url: string, head: Head, options: Options): Promise<Catalog> {
  const { sha256: hash, length } = head.catalog;
  if (length > limits.catalog) throw new FeedError("too-large", `The catalogue's ${length} bytes are too many`);
  const bytes = await downloadNamed(url + paths.catalog(hash), head.catalog, options);
  const catalog = parseCanonical(bytes, Catalog, `catalog/${hash.slice(0, 12)}`);
  if (catalog.feed !== head.feed || catalog.version !== head.version) {
    throw new FeedError(
      "mixed",
      `The catalogue of ${catalog.feed} ${catalog.version}, expected ${head.feed} ${head.version}`,
    );
  }
  const sum = (of: "length" | "size") => catalog.chunks.reduce((total, chunk) => total + chunk[of], 0);
  if (sum("length") > limits.wholeCompressed || sum("size") > limits.wholeInflated) {
    throw new FeedError("too-large", `${catalog.version}: ${sum("length")} bytes, ${sum("size")} inflated`);
  }
  return catalog;
}

/** What a person is shown before they add a feed. */
export type Preview = { root: Root; rootDigest: string; head: Head; catalog: Catalog };

/**
 * Looks at a feed that is not trusted yet: everything must fit together, but who it is from is for a person to tell by
 * the keys' fingerprints.
 *
 * @throws {FeedError}
 */
export async function previewFeed(
  url: string,
  needs: Pick<SyncNeeds, "fetch" | "now" | "timeouts">,
  readFirstRoot: (bytes: Uint8Array) => Promise<Root>,
): Promise<Preview> {
  const options = { fetch: needs.fetch, ...(needs.timeouts ? { timeouts: needs.timeouts } : {}) };
  const answer = (await download(url + paths.head, { ...options, maxBytes: limits.head })) as Downloaded;
  const file = parseCanonical(answer.bytes, SignedHead, paths.head);
  const rootFile = await download(url + paths.root(file.signed.root), { ...options, maxBytes: limits.root });
  const rootBytes = (rootFile as Downloaded).bytes;
  const root = await readFirstRoot(rootBytes);
  await verifySignatures(file, [{ role: root.roles.head, keys: root.keys }], paths.head);
  if (file.signed.feed !== root.feed) throw new FeedError("other-feed", `${root.feed}, ${file.signed.feed}`);
  checkExpiry(file.signed.expires, needs.now(), answer);
  if (needs.now().getTime() > Date.parse(root.expires)) throw new FeedError("keys-expired", `Root ${root.version}`);
  const catalog = await readCatalog(url, file.signed, options);
  return { root, rootDigest: await sha256(rootBytes), head: file.signed, catalog };
}
