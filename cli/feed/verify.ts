/** `feed verify`: everything that a reader would check, and everything that any reader might fetch. */
import { readFile } from "node:fs/promises";
import { applyDelta, checkDigest } from "../../lib/feeds/apply.ts";
import { parseCanonical } from "../../lib/feeds/canonical.ts";
import { download, downloadPart } from "../../lib/feeds/download.ts";
import { FeedError } from "../../lib/feeds/errors.ts";
import { newFeed } from "../../lib/feeds/feed.ts";
import { Catalog, limits, paths, SignedHead } from "../../lib/feeds/formats.ts";
import { readFirstRoot } from "../../lib/feeds/roots.ts";
import { memoryStore } from "../../lib/feeds/store.ts";
import { syncFeed } from "../../lib/feeds/sync.ts";
import { type ExitStatus, exit, type Io } from "../io.ts";
import { readCatalogs, readRoots } from "./folder.ts";
import { sayFingerprint } from "./keys.ts";
import { loadVersion, type Place, placeOf } from "./read-feed.ts";
import { warnOfRoot } from "./roots.ts";

/**
 * Reads a whole feed as a new reader does, then follows each delta from the version that it starts from.
 *
 * @param rootFile a root that is trusted; the feed's own first one where it is left out
 * @returns `badInput` where anything is not as it should be
 */
export async function verify(
  where: string,
  { rootFile, now }: { rootFile: string | undefined; now: Date },
  io: Io,
): Promise<ExitStatus> {
  try {
    const place = placeOf(where);
    if (place.folder !== null) await readRoots(place.folder);
    const bytes = rootFile ? Uint8Array.from(await readFile(rootFile)) : await fetchBytes(place, paths.root(1));
    const root = await readFirstRoot(bytes, rootFile ?? paths.root(1));
    let requests = 0;
    let total = 0;
    const store = memoryStore();
    const feed = newFeed({ id: root.feed, name: root.name, url: place.url, root, rank: 0 });
    let trusted = root;
    const synced = await syncFeed(feed, {
      fetch: (url, init) => {
        requests++;
        return place.fetch(url, init);
      },
      store,
      now: () => now,
      async save(parts) {
        trusted = parts.root ?? trusted;
      },
      progress: ({ bytes: soFar }) => {
        total = soFar;
      },
      pause: async () => {},
    });
    const head = parseCanonical(await fetchBytes(place, paths.head), SignedHead, paths.head).signed;
    await io.write(`Feed "${root.feed}" (${root.name}), version ${synced.version}, good until ${head.expires}\n`);
    for (const key of trusted.roles.root.keys) await io.write(`  root ${sayFingerprint(key)}\n`);
    for (const key of trusted.roles.head.keys) await io.write(`  head ${sayFingerprint(key)}\n`);
    const { counts, digest } = store.manifest as NonNullable<typeof store.manifest>;
    await io.write(
      `  ${counts.deals} deals, ${counts.parties} parties, ${counts.rates} currencies; digest ${digest}\n`,
    );
    await io.write(`  first installation: ${requests} requests, ${total} bytes\n`);

    const file = await fetchBytes(place, paths.catalog(head.catalog.sha256));
    const checked = await verifyDeltas(place, parseCanonical(file, Catalog, "catalogue"));
    await io.write(`  ${checked} deltas, all good\n`);
    warnOfRoot(trusted, now, io);
    return exit.done;
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    io.complain(`${where}: ${error.code}: ${error.message}`);
    return exit.badInput;
  }
}

/** @returns how many there are. @throws {FeedError} at the first that is not good */
async function verifyDeltas(place: Place, catalog: Catalog): Promise<number> {
  const known = place.folder === null ? [] : await readCatalogs(place.folder);
  for (const delta of catalog.deltas) {
    const name = paths.delta(delta.sha256);
    const bytes = await downloadPart(place.url + name, delta, { fetch: place.fetch });
    const from = known.find(({ catalog: one }) => one.version === delta.from && one.digest === delta.base);
    if (!from || place.folder === null) continue; // An address does not tell which versions it still has.
    const store = memoryStore();
    const base = await loadVersion(from.catalog, place.folder, store);
    const made = await applyDelta(bytes, { ...store, base, catalog, applied: () => {}, pause: async () => {} });
    await checkDigest(catalog, made);
  }
  return catalog.deltas.length;
}

async function fetchBytes({ url, fetch }: Place, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await download(url + name, { fetch, maxBytes: limits.catalog });
  if (!answer) throw new FeedError("refused", `${name}: status 304`);
  return answer.bytes;
}
