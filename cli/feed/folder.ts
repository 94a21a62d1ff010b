/** A feed as a folder of static files. */
import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { compareVersions } from "../../lib/dataset/version.ts";
import { inflateChunk } from "../../lib/feeds/apply.ts";
import { parseCanonical } from "../../lib/feeds/canonical.ts";
import { FeedError } from "../../lib/feeds/errors.ts";
import { Catalog, paths, type Root } from "../../lib/feeds/formats.ts";
import type { EarlierVersion, Gzip } from "../../lib/feeds/publish.ts";
import { readFirstRoot, readNextRoot } from "../../lib/feeds/roots.ts";
import { UserError } from "./user-error.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Gzip whose header names neither a time nor the machine it was made on: the same bytes everywhere. */
export const gzip: Gzip = (bytes) => {
  const packed = Uint8Array.from(gzipSync(bytes, { level: 9 }));
  packed[9] = 255; // RFC 1952: the operating system is unknown.
  return packed;
};

/** A file's bytes; null where there is none. */
export async function readBytes(folder: string, name: string): Promise<Bytes | null> {
  try {
    return Uint8Array.from(await readFile(path.join(folder, name)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Writes a file whole or not at all: someone may be copying the folder. */
export async function writeBytes(folder: string, name: string, bytes: Bytes): Promise<void> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

/**
 * The newest root of a folder, after checking the whole chain up to it.
 *
 * @throws {UserError} where there is none; {FeedError} where the chain is broken
 */
export async function readRoots(folder: string): Promise<Root> {
  const first = await readBytes(folder, paths.root(1));
  if (!first) throw new UserError(`${folder} has no ${paths.root(1)}. Start a feed with: dealmark feed init`);
  let root = await readFirstRoot(first, paths.root(1));
  for (;;) {
    const next = await readBytes(folder, paths.root(root.version + 1));
    if (!next) return root;
    root = await readNextRoot(root, next);
  }
}

/** Every catalogue in the folder, newest version first. @throws {FeedError} where one is damaged */
export async function readCatalogs(folder: string): Promise<{ catalog: Catalog; bytes: Bytes; name: string }[]> {
  const names = (await namesIn(path.join(folder, "catalog"))).filter((name) => /^[0-9a-f]{64}\.json$/.test(name));
  const catalogs = await Promise.all(
    names.map(async (file) => {
      const name = `catalog/${file}`;
      const bytes = (await readBytes(folder, name)) as Bytes;
      return { catalog: parseCanonical(bytes, Catalog, name), bytes, name };
    }),
  );
  return catalogs.sort((a, b) => compareVersions(b.catalog.version, a.catalog.version));
}

/** The catalogue of a version. @throws {UserError} where the folder does not have it */
export async function readCatalogOf(folder: string, version: string): Promise<Catalog> {
  const catalogs = await readCatalogs(folder);
  const found = catalogs.find(({ catalog }) => catalog.version === version);
  if (found) return found.catalog;
  const known = catalogs.map(({ catalog }) => catalog.version).join(", ");
  throw new UserError(`${folder} has no version ${version}. It has: ${known || "none"}`);
}

/** A version of the folder, for deltas from it. */
export function versionIn(folder: string, catalog: Catalog): EarlierVersion {
  return {
    catalog,
    async readChunk(entry) {
      const name = paths.chunk(entry.sha256);
      const bytes = await readBytes(folder, name);
      if (!bytes) throw new FeedError("not-found", `${path.join(folder, name)} is missing`);
      return inflateChunk(bytes, entry);
    },
  };
}
