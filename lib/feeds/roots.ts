/** Who may sign a feed, and how that is handed on. */
import { parseCanonical } from "./canonical.ts";
import { FeedError } from "./errors.ts";
import { type Root, SignedRoot } from "./formats.ts";
import { verifySignatures } from "./signatures.ts";

const nameOf = (version: number) => `${version}.root.json`;

/**
 * Reads a root that is to be trusted as the first: it came with the package, or a person compares its fingerprints.
 *
 * @throws {FeedError} where it is malformed, or not signed by its own keys
 */
export async function readFirstRoot(bytes: Uint8Array, what = "root"): Promise<Root> {
  const file = parseCanonical(bytes, SignedRoot, what);
  const { keys, roles } = file.signed;
  await verifySignatures(file, [{ role: roles.root, keys }], what);
  checkRoles(file.signed, what);
  return file.signed;
}

/**
 * Reads the root that follows a trusted one.
 *
 * @throws {FeedError} `broken-chain` where it is not the next version of the same feed; `bad-signature` where it is not
 *   signed both by the keys before it and by its own
 */
export async function readNextRoot(trusted: Root, bytes: Uint8Array): Promise<Root> {
  const what = nameOf(trusted.version + 1);
  const file = parseCanonical(bytes, SignedRoot, what);
  const next = file.signed;
  if (next.feed !== trusted.feed) throw new FeedError("other-feed", `${what}: ${next.feed}, expected ${trusted.feed}`);
  if (next.version !== trusted.version + 1) {
    throw new FeedError("broken-chain", `${what}: version ${trusted.version + 1} expected, ${next.version} found`);
  }
  await verifySignatures(
    file,
    [
      { role: trusted.roles.root, keys: trusted.keys },
      { role: next.roles.root, keys: next.keys },
    ],
    what,
  );
  checkRoles(next, what);
  return next;
}

/** Whether a key that signed heads may do so no longer: what was seen under it then proves nothing any more. */
export const withdrawsHeadKeys = (before: Root, after: Root): boolean =>
  before.roles.head.keys.some((key) => !after.roles.head.keys.includes(key));

function checkRoles({ keys, roles }: Root, what: string): void {
  for (const { keys: ids, threshold } of [roles.root, roles.head]) {
    const known = new Set(ids.filter((id) => Object.hasOwn(keys, id)));
    if (known.size < ids.length || threshold > known.size) {
      throw new FeedError("no-feed", `${what}: a role names unknown keys, or needs more than it has`);
    }
  }
}
