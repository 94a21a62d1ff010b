/** `feed validate`, `feed build` and `feed sign`: from sources to a folder that a static host can serve. */
import * as z from "zod/mini";
import { recordsOf, sha256 } from "../../lib/dataset/pages.ts";
import { compareVersions, nextVersion } from "../../lib/dataset/version.ts";
import { canonicalBytes, parseCanonical } from "../../lib/feeds/canonical.ts";
import { FeedId, type Head, Head as HeadSchema, paths, SignedHead, SPEC, Version } from "../../lib/feeds/formats.ts";
import { publish } from "../../lib/feeds/publish.ts";
import { sign as signContent } from "../../lib/feeds/signatures.ts";
import { compile, readStatedVersion } from "../data/compile.ts";
import { sayProblem } from "../data/problem.ts";
import { readSourceFiles, readSources } from "../data/read-sources.ts";
import { type ExitStatus, exit, type Io } from "../io.ts";
import { gzip, readBytes, readCatalogs, readRoots, versionIn, writeBytes } from "./folder.ts";
import { readHeadKey } from "./keys.ts";
import { daysLater, warnOfRoot } from "./roots.ts";
import { UserError } from "./user-error.ts";

/** What `build` leaves for `sign`. No reader asks for it. */
const UNSIGNED = "unsigned.json";
const Unsigned = z.object({ feed: FeedId, version: Version, catalog: HeadSchema.shape.catalog });

/** Readers of so many versions before are given a delta. */
const VERSIONS_WITH_DELTA = 30;

/** Prints everything wrong with a data folder, each with file, line and reason. */
export async function validate(dataFolder: string, io: Io): Promise<ExitStatus> {
  const { deals, parties, rates, problems } = readSources(await readData(dataFolder));
  for (const problem of problems) io.complain(sayProblem(problem, dataFolder));
  if (problems.length > 0) {
    io.complain(`${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
    return exit.badInput;
  }
  await io.write(
    `${dataFolder}: ${deals.length} deals, ${parties.length} parties, ${rates.length} rates, no problem\n`,
  );
  return exit.done;
}

async function readData(dataFolder: string) {
  try {
    return await readSourceFiles(dataFolder);
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
    throw new UserError(`${path} is missing. A data folder has parties.yaml, deals/*.yaml and rates/*.csv.`);
  }
}

/**
 * Writes a version's chunks and deltas, then its catalogue. The same data, earlier versions and version number give the
 * same bytes.
 *
 * @throws {BrokenSources} where the sources have problems; {UserError}
 */
export async function build(
  folder: string,
  { data, version: asked }: { data: string; version: string | undefined },
  io: Io,
): Promise<void> {
  const root = await readRoots(folder);
  const files = await readData(data);
  const catalogs = await readCatalogs(folder);
  const newest = catalogs[0]?.catalog.version ?? null;
  const stated = await readStatedVersion(data);
  const { dataset, digest } = compile(files, asked ?? stated?.version ?? "1970-01-01.0");
  let version = asked ?? (stated?.digest === digest ? stated.version : null) ?? nextVersion(newest, io.today);

  const earlier = (before: string) =>
    catalogs.filter(({ catalog }) => compareVersions(catalog.version, before) < 0).slice(0, VERSIONS_WITH_DELTA);
  const make = (number: string) =>
    publish(
      { feed: root.feed, version: number, records: recordsOf(dataset) },
      earlier(number).map(({ catalog }) => versionIn(folder, catalog)),
      gzip,
    );
  let made = await make(version);
  const same = catalogs.find(({ catalog }) => catalog.digest === made.catalog.digest && catalog.version === newest);
  if (same && asked === undefined) version = same.catalog.version;
  const published = catalogs.find(({ catalog }) => catalog.version === version);
  if (published) {
    if (published.catalog.digest !== made.catalog.digest) {
      throw new UserError(`Version ${version} is published with other data. Choose another with --data-version.`);
    }
    const catalog = { sha256: await sha256(published.bytes), length: published.bytes.length };
    await writeUnsigned(folder, { feed: root.feed, version, catalog });
    await io.write(`${folder}: version ${version} is there already, with the same data\n`);
    return;
  }
  if (newest !== null && compareVersions(version, newest) < 0) {
    throw new UserError(`Version ${version} is older than ${newest}, which is published: readers would refuse it.`);
  }
  if (made.catalog.version !== version) made = await make(version);
  // In this order, so that whoever copies the folder meanwhile never has a catalogue without what it names.
  for (const [name, bytes] of made.files) await writeBytes(folder, name, bytes);
  await writeUnsigned(folder, { feed: root.feed, version, catalog: made.named });
  const { chunks, deltas, counts } = made.catalog;
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  await io.write(
    `${folder}: version ${version}, ${counts.deals} deals, ${counts.parties} parties, ${counts.rates} currencies; ` +
      `${chunks.length} chunks of ${size} bytes, ${deltas.length} deltas. Now: dealmark feed sign\n`,
  );
}

const writeUnsigned = (folder: string, content: z.infer<typeof Unsigned>): Promise<void> =>
  writeBytes(folder, UNSIGNED, canonicalBytes(content));

/**
 * Signs the version built last, or the one that is published for longer.
 *
 * @throws {UserError} where there is nothing to sign, or the key may not
 */
export async function sign(
  folder: string,
  { key: keyFile, days, published }: { key: string | undefined; days: number; published: Date },
  env: NodeJS.ProcessEnv,
  io: Io,
): Promise<void> {
  const root = await readRoots(folder);
  const key = await readHeadKey(keyFile, env);
  if (!root.roles.head.keys.includes(key.id)) {
    throw new UserError(`This key may not sign heads: ${paths.root(root.version)} names others.`);
  }
  const { feed, version, catalog } = await readUnsigned(folder);
  const bytes = await readBytes(folder, paths.catalog(catalog.sha256));
  if (!bytes || (await sha256(bytes)) !== catalog.sha256) {
    throw new UserError(`${folder}: the catalogue of ${version} is missing or damaged. Build it again.`);
  }
  const head: Head = {
    type: "head",
    spec: SPEC,
    feed,
    version,
    root: root.version,
    published: daysLater(published, 0),
    expires: daysLater(published, days),
    catalog,
  };
  await writeBytes(folder, paths.head, canonicalBytes(await signContent(head, [key])));
  await io.write(`${folder}/${paths.head}: version ${version}, good until ${head.expires}\n`);
  warnOfRoot(root, published, io);
}

async function readUnsigned(folder: string): Promise<z.infer<typeof Unsigned>> {
  const built = await readBytes(folder, UNSIGNED);
  if (built) return parseCanonical(built, Unsigned, UNSIGNED);
  const head = await readBytes(folder, paths.head);
  if (!head) throw new UserError(`${folder} has nothing to sign. Run: dealmark feed build`);
  return parseCanonical(head, SignedHead, paths.head).signed;
}
