/** `feed init` and `feed rotate`: who may sign. */
import path from "node:path";
import { canonicalBytes } from "../../lib/feeds/canonical.ts";
import { FeedId, paths, type Root, SPEC } from "../../lib/feeds/formats.ts";
import { type SigningKey, sign } from "../../lib/feeds/signatures.ts";
import type { Io } from "../io.ts";
import { readBytes, readRoots, writeBytes } from "./folder.ts";
import { createKeyFile, readKeyFile, sayFingerprint } from "./keys.ts";
import { UserError } from "./user-error.ts";

export type InitOptions = {
  id: string;
  name: string;
  /** Where the private keys are put. Never inside the feed's folder, which is published. */
  keys: string;
  rootKeys: number;
  threshold: number;
  days: number;
  now: Date;
};

/** Starts a feed: makes keys and the first root. @throws {UserError} */
export async function init(folder: string, options: InitOptions, io: Io): Promise<void> {
  if (!FeedId.safeParse(options.id).success) {
    throw new UserError(`--id: lower-case letters, digits and single hyphens expected, found "${options.id}"`);
  }
  if (options.threshold > options.rootKeys)
    throw new UserError("--threshold: more signatures than there are root keys");
  if (await readBytes(folder, paths.root(1))) throw new UserError(`${folder} holds a feed already.`);
  checkKeysFolder(options.keys, folder);
  const root: SigningKey[] = [];
  for (let i = 1; i <= options.rootKeys; i++) {
    root.push(await createKeyFile(options.keys, options.rootKeys === 1 ? "root" : `root-${i}`));
  }
  const head = [await createKeyFile(options.keys, "head")];
  const content: Root = {
    type: "root",
    spec: SPEC,
    feed: options.id,
    name: options.name,
    version: 1,
    expires: daysLater(options.now, options.days),
    keys: publicKeys([...root, ...head]),
    roles: {
      root: { keys: root.map((key) => key.id), threshold: options.threshold },
      head: { keys: head.map((key) => key.id), threshold: 1 },
    },
  };
  await writeBytes(folder, paths.root(1), canonicalBytes(await sign(content, root)));
  await io.write(`${folder}/${paths.root(1)}: feed "${options.id}", signed by ${root.length} root key(s)\n`);
  await io.write(`Private keys: ${options.keys}. Take the root's offline; only the head's is needed to publish.\n`);
  await sayKeys(content, io);
}

export type RotateOptions = {
  /** Files of the root keys that sign now. */
  signers: readonly string[];
  /** Where new keys are put. */
  keys: string;
  newRoot: boolean;
  newHead: boolean;
  days: number;
  now: Date;
};

/** Writes the next root: new keys signed by the old, or the old ones for longer. @throws {UserError} */
export async function rotate(folder: string, options: RotateOptions, io: Io): Promise<void> {
  const old = await readRoots(folder);
  checkKeysFolder(options.keys, folder);
  const signers = await Promise.all(options.signers.map(readKeyFile));
  const known = signers.filter((key) => old.roles.root.keys.includes(key.id));
  if (known.length < old.roles.root.threshold) {
    throw new UserError(`${old.roles.root.threshold} of the present root keys must sign; ${known.length} were named.`);
  }
  const version = old.version + 1;
  const root: SigningKey[] = [];
  if (options.newRoot) {
    for (let i = 1; i <= old.roles.root.keys.length; i++) {
      root.push(await createKeyFile(options.keys, `root-${version}${old.roles.root.keys.length === 1 ? "" : `-${i}`}`));
    }
  }
  const head = options.newHead ? [await createKeyFile(options.keys, `head-${version}`)] : [];
  const roles: Root["roles"] = {
    root: options.newRoot ? { ...old.roles.root, keys: root.map((key) => key.id) } : old.roles.root,
    head: options.newHead ? { keys: head.map((key) => key.id), threshold: 1 } : old.roles.head,
  };
  const used = new Set([...roles.root.keys, ...roles.head.keys]);
  const content: Root = {
    ...old,
    version,
    expires: daysLater(options.now, options.days),
    keys: Object.fromEntries(
      Object.entries({ ...old.keys, ...publicKeys([...root, ...head]) }).filter(([id]) => used.has(id)),
    ),
    roles,
  };
  await writeBytes(folder, paths.root(version), canonicalBytes(await sign(content, [...known, ...root])));
  await io.write(`${folder}/${paths.root(version)}: follows ${paths.root(old.version)}\n`);
  await io.write("Sign the head anew, so that it names this root: dealmark feed sign\n");
  await sayKeys(content, io);
}

/** @throws {UserError} where private keys would be published with the feed */
function checkKeysFolder(keys: string, folder: string): void {
  const inside = path.relative(path.resolve(folder), path.resolve(keys));
  if (!inside.startsWith("..") && !path.isAbsolute(inside)) {
    throw new UserError(`--keys: ${keys} lies in ${folder}, which is published. Choose a folder elsewhere.`);
  }
}

/** So long before the root runs out, its publisher is told: readers believe nothing after that day. */
const ROOT_WARNING_DAYS = 30;

/** Complains where the root's time runs out soon. */
export function warnOfRoot({ version, expires }: Root, now: Date, io: Io): void {
  if (daysLater(now, ROOT_WARNING_DAYS) < expires) return;
  io.complain(`${paths.root(version)} is good until ${expires} only. Renew it: dealmark feed rotate`);
}

async function sayKeys({ roles }: Root, io: Io): Promise<void> {
  for (const [role, { keys, threshold }] of Object.entries(roles)) {
    for (const id of keys) await io.write(`  ${role.padEnd(4)} ${sayFingerprint(id)}\n`);
    if (keys.length > 1) await io.write(`       ${threshold} of these must sign\n`);
  }
}

const publicKeys = (keys: readonly SigningKey[]): Root["keys"] =>
  Object.fromEntries(keys.map((key) => [key.id, key.publicKey]));

/** An instant so many days later, in the one form that feeds have. */
export const daysLater = (now: Date, days: number): string =>
  `${new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 19)}Z`;
