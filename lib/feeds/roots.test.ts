import { beforeEach, describe, expect, it } from "vitest";
import { canonicalBytes } from "./canonical.ts";
import { type FakePublisher, fakePublisher } from "./feed.fake.ts";
import { paths, type Root } from "./formats.ts";
import { readFirstRoot, readNextRoot, withdrawsHeadKeys } from "./roots.ts";
import { makeKey, sign } from "./signatures.ts";

let publisher: FakePublisher;
let first: Root;
beforeEach(async () => {
  publisher = await fakePublisher();
  first = publisher.root;
});
const file = (version: number) => publisher.files.get(paths.root(version)) as Uint8Array<ArrayBuffer>;
const signed = async (root: Root, keys = publisher.keys.root) => canonicalBytes(await sign(root, keys));

describe("the first root", () => {
  it("is read where its own keys signed it", async () => expect(await readFirstRoot(file(1))).toEqual(first));

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ["somebody else signed it", async () => signed(first, [await makeKey()]), "bad-signature"],
    ["only its head's key signed it", () => signed(first, publisher.keys.head), "bad-signature"],
    [
      "a role names a key that is not there",
      () => signed({ ...first, roles: { ...first.roles, head: { keys: ["0".repeat(64)], threshold: 1 } } }),
      "no-feed",
    ],
    [
      "a role needs more signers than it has",
      () => signed({ ...first, roles: { ...first.roles, head: { ...first.roles.head, threshold: 2 } } }),
      "no-feed",
    ],
    ["it is of later formats", () => signed({ ...first, spec: 2 as 1 }), "unsupported"],
    ["it is another file", async () => canonicalBytes({ hello: "world" }), "no-feed"],
  ])("is refused where %s", async (_, make, code) => {
    await expect(readFirstRoot(await make())).rejects.toMatchObject({ code });
  });
});

describe("the next root", () => {
  it.each<[string, { root?: boolean; head?: boolean }, boolean]>([
    ["the same keys for longer", {}, false],
    ["a new head key", { head: true }, true],
    ["a new root key", { root: true }, false],
    ["new keys all round", { root: true, head: true }, true],
  ])("hands on to %s", async (_, which, withdraws) => {
    await publisher.rotate(which);
    const next = await readNextRoot(first, file(2));
    expect(next).toEqual(publisher.root);
    expect(withdrawsHeadKeys(first, next)).toBe(withdraws);
  });

  it("withdraws no key where one is added", async () => {
    publisher.keys.head.push(await makeKey());
    await publisher.writeRoot();
    const next = await readNextRoot(first, file(2));
    expect(withdrawsHeadKeys(first, next)).toBe(false);
  });

  it.each<[string, (next: Root) => Promise<Uint8Array>, string]>([
    ["a version is left out", (next) => signed({ ...next, version: 3 }), "broken-chain"],
    ["it is the one before again", () => signed(first), "broken-chain"],
    ["it is another feed's", (next) => signed({ ...next, feed: "another" }), "other-feed"],
    ["the keys before did not sign", async (next) => signed(next, [await makeKey()]), "bad-signature"],
  ])("is refused where %s", async (_, make, code) => {
    const next = { ...first, version: 2 };
    await expect(readNextRoot(first, await make(next))).rejects.toMatchObject({ code });
  });

  it("is refused where its own new keys did not sign, though the old ones did", async () => {
    const stranger = await makeKey();
    const keys = { ...first.keys, [stranger.id]: stranger.publicKey };
    const roles = { ...first.roles, root: { keys: [stranger.id], threshold: 1 } };
    const next = await signed({ ...first, version: 2, keys, roles });
    await expect(readNextRoot(first, next)).rejects.toMatchObject({ code: "bad-signature" });
  });
});
