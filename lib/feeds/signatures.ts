/** Ed25519 through WebCrypto, which the browsers and Node have alike. */
import { sha256 } from "../dataset/pages.ts";
import { canonicalBytes } from "./canonical.ts";
import { FeedError } from "./errors.ts";
import type { Role } from "./formats.ts";

const ALGORITHM = "Ed25519";

type Signed<T> = { signatures: readonly { key: string; signature: string }[]; signed: T };

/** A key's name: the SHA-256 of its 32 public bytes, in hex. What people compare as its fingerprint. */
export const keyIdOf = (publicKey: string): Promise<string> => sha256(Uint8Array.fromHex(publicKey));

/**
 * Checks who signed.
 *
 * @param keys public keys by id; their ids are checked as well
 * @throws {FeedError} `bad-signature` where fewer than `role.threshold` of the role's keys signed, or where any signature
 *   beside them is wrong or of a key not in `keys`: a file that is partly forged is not believed in part
 */
export async function verifySignatures(
  file: Signed<unknown>,
  roles: readonly { role: Role; keys: Readonly<Record<string, string>> }[],
  what: string,
): Promise<void> {
  const bytes = canonicalBytes(file.signed);
  const good = new Set<string>();
  for (const { key, signature } of file.signatures) {
    const publicKey = roles.map(({ keys }) => keys[key]).find((one) => one !== undefined);
    if (publicKey === undefined) throw new FeedError("bad-signature", `${what}: signed by an unknown key, ${key}`);
    if (good.has(key)) throw new FeedError("bad-signature", `${what}: signed twice by ${key}`);
    if ((await keyIdOf(publicKey)) !== key || !(await isSignature(publicKey, signature, bytes))) {
      throw new FeedError("bad-signature", `${what}: the signature of ${key} is wrong`);
    }
    good.add(key);
  }
  for (const { role } of roles) {
    // A set: a key listed twice counts once.
    const signers = [...new Set(role.keys)].filter((key) => good.has(key));
    if (signers.length < role.threshold) {
      throw new FeedError("bad-signature", `${what}: ${role.threshold} signatures expected, ${signers.length} found`);
    }
  }
}

async function isSignature(publicKey: string, signature: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", Uint8Array.fromHex(publicKey), ALGORITHM, true, ["verify"]);
    return await crypto.subtle.verify(ALGORITHM, key, Uint8Array.fromHex(signature), bytes);
  } catch {
    return false; // Not a point on the curve: no key, so nothing that it could have signed.
  }
}

/** A key pair as it is kept: a JSON Web Key (RFC 8037) with the private part. */
export type SigningKey = { id: string; publicKey: string; jwk: JsonWebKey };

export async function makeKey(): Promise<SigningKey> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"])) as CryptoKeyPair;
  return readKey(await crypto.subtle.exportKey("jwk", pair.privateKey));
}

/** @throws where it is no private Ed25519 key */
export async function readKey(jwk: JsonWebKey): Promise<SigningKey> {
  const { kty, crv, d, x } = jwk;
  if (kty !== "OKP" || crv !== ALGORITHM || !d || !x) throw new TypeError("A private Ed25519 key (JWK) expected");
  const publicKey = Uint8Array.fromBase64(x, { alphabet: "base64url" }).toHex();
  return { id: await keyIdOf(publicKey), publicKey, jwk: { kty, crv, d, x } };
}

/** Signs; signatures stand in the order of their keys' ids, so that the same keys give the same bytes. */
export async function sign<T>(content: T, keys: readonly SigningKey[]): Promise<Signed<T>> {
  const bytes = canonicalBytes(content);
  const signatures = await Promise.all(
    keys.map(async ({ id, jwk }) => {
      const key = await crypto.subtle.importKey("jwk", jwk, ALGORITHM, false, ["sign"]);
      return { key: id, signature: new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, bytes)).toHex() };
    }),
  );
  return { signatures: signatures.sort((a, b) => (a.key < b.key ? -1 : 1)), signed: content };
}
