/** Signing keys, each in a file of its own: a JSON Web Key (RFC 8037), readable by its owner alone. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeKey, readKey, type SigningKey } from "../../lib/feeds/signatures.ts";
import { UserError } from "./user-error.ts";

/** In place of a file: for machines that are handed secrets in their environment. */
export const HEAD_KEY_VARIABLE = "DEALMARK_HEAD_KEY";

/** Makes a key and stores it. @throws {UserError} where the file is there already: a key is never overwritten */
export async function createKeyFile(folder: string, name: string): Promise<SigningKey> {
  const key = await makeKey();
  const file = path.join(folder, `${name}.key.json`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await writeFile(file, `${JSON.stringify(key.jwk, null, 2)}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new UserError(`${file} is there already. Keys are never overwritten: choose another folder.`);
  }
  return key;
}

/** @throws {UserError} where it cannot be read, or is no private key */
export async function readKeyFile(file: string): Promise<SigningKey> {
  try {
    return await readKey(JSON.parse(await readFile(file, "utf8")));
  } catch (cause) {
    throw new UserError(`${file}: a private Ed25519 key (JWK) expected: ${sayCause(cause)}`, { cause });
  }
}

/** The key for heads: from the file named, or from the environment. */
export async function readHeadKey(file: string | undefined, env: NodeJS.ProcessEnv): Promise<SigningKey> {
  if (file !== undefined) return readKeyFile(file);
  const text = env[HEAD_KEY_VARIABLE];
  if (!text) throw new UserError(`Name the head's key with --key, or put it into ${HEAD_KEY_VARIABLE}.`);
  try {
    return await readKey(JSON.parse(text));
  } catch (cause) {
    throw new UserError(`${HEAD_KEY_VARIABLE}: a private Ed25519 key (JWK) expected`, { cause });
  }
}

/** A fingerprint as people compare it: groups of four. */
export const sayFingerprint = (id: string): string => id.match(/.{4}/g)?.join(" ") ?? id;

const sayCause = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
