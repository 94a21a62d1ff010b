/** Feeds as `verify` and `diff` read them: from a folder or from an address, with the extension's own code. */
import path from "node:path";
import { type Manifest, mapKinds, ratesOf } from "../../lib/dataset/pages.ts";
import { parsePages } from "../../lib/dataset/read-dataset.ts";
import type { Dataset } from "../../lib/deals/schema.ts";
import { feedAddress } from "../../lib/feeds/address.ts";
import { pageCountsOf, placedChunks, readChunk } from "../../lib/feeds/apply.ts";
import type { Fetch } from "../../lib/feeds/download.ts";
import { inflate } from "../../lib/feeds/download.ts";
import { FeedError } from "../../lib/feeds/errors.ts";
import type { Catalog } from "../../lib/feeds/formats.ts";
import { paths } from "../../lib/feeds/formats.ts";
import type { memoryStore } from "../../lib/feeds/store.ts";
import { readBytes } from "./folder.ts";
import { UserError } from "./user-error.ts";

/** A feed's place: its address, and how to fetch from it. */
export type Place = { url: string; fetch: Fetch; folder: string | null };

/** Folders are read as if a host served them. */
const FOLDER_ADDRESS = "https://folder.invalid/";

/** @throws {UserError} where an address is no feed's */
export function placeOf(where: string): Place {
  if (!/^https?:\/\//.test(where)) {
    const fetchFile: Fetch = async (url) => {
      const bytes = await readBytes(where, path.normalize(url.slice(FOLDER_ADDRESS.length)));
      return bytes ? new Response(bytes) : new Response(null, { status: 404 });
    };
    return { url: FOLDER_ADDRESS, fetch: fetchFile, folder: where };
  }
  const url = feedAddress(where);
  if (!url) throw new UserError(`${where}: an https address without user or query expected`);
  return { url, fetch: (address, init) => fetch(address, init), folder: null };
}

/** All pages of a catalogue, checked, into a store. @throws {FeedError} */
export async function loadVersion(
  catalog: Catalog,
  folder: string,
  store: ReturnType<typeof memoryStore>,
): Promise<Manifest> {
  const pageCounts = pageCountsOf(catalog);
  const pages = mapKinds((): string[] => []);
  for (const { entry, firstPage } of placedChunks(catalog)) {
    const name = paths.chunk(entry.sha256);
    const bytes = await readBytes(folder, name);
    if (!bytes) throw new FeedError("not-found", `${name} is missing`);
    const placed = { firstPage, pageCount: pageCounts[entry.kind], pause: async () => {} };
    const chunk = await readChunk(await inflate(bytes, entry.size, name), entry, placed);
    await store.storeChunk(chunk.row, chunk.pages);
    pages[entry.kind].push(...chunk.row.pages);
  }
  const { version, digest, counts } = catalog;
  return { version, digest, counts, pages };
}

/** A stored version as a dataset. */
export function datasetOf({ version, pages, counts }: Manifest, texts: ReadonlyMap<string, string>): Dataset {
  const textsOf = (hashes: readonly string[]) => hashes.map((hash) => texts.get(hash) as string);
  return {
    version,
    deals: parsePages("deals", textsOf(pages.deals), counts.deals),
    parties: parsePages("parties", textsOf(pages.parties), counts.parties),
    rates: ratesOf(parsePages("rates", textsOf(pages.rates), counts.rates)),
  };
}
