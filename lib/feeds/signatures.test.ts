import { describe, expect, it } from "vitest";
import { keyIdOf, makeKey, readKey, type SigningKey, sign, verifySignatures } from "./signatures.ts";

const content = { feed: "example", version: 1 };
const roleOf = (keys: readonly SigningKey[], threshold = 1) => ({
  role: { keys: keys.map(({ id }) => id), threshold },
  keys: Object.fromEntries(keys.map(({ id, publicKey }) => [id, publicKey])),
});
const [a, b, c] = [await makeKey(), await makeKey(), await makeKey()];
const both = await sign(content, [a, b]);

describe("verifySignatures", () => {
  const verify = (
    file: Parameters<typeof verifySignatures>[0],
    ...roles: Parameters<typeof verifySignatures>[1][number][]
  ) => verifySignatures(file, roles, "a file");

  it("believes as many signers as are needed, in whatever order they signed", async () => {
    const file = await sign(content, [c, a]);
    await expect(verify(file, roleOf([a, b, c], 2))).resolves.toBeUndefined();
    await expect(
      verify({ ...file, signatures: file.signatures.toReversed() }, roleOf([a, b, c], 2)),
    ).resolves.toBeUndefined();
  });

  it("believes for several roles only what each of them signed", async () => {
    await expect(verify(await sign(content, [a, b]), roleOf([a]), roleOf([b]))).resolves.toBeUndefined();
    await expect(verify(await sign(content, [a]), roleOf([a]), roleOf([b]))).rejects.toThrow();
  });

  const [first, second] = both.signatures as [(typeof both.signatures)[0], (typeof both.signatures)[0]];
  it.each<[string, typeof both, Parameters<typeof verifySignatures>[1][number]]>([
    ["contents that were changed", { ...both, signed: { ...content, version: 2 } }, roleOf([a, b])],
    ["too few signers", both, roleOf([a, b, c], 3)],
    ["a stranger beside a signer", both, roleOf([a])],
    ["one signer counted twice", { ...both, signatures: [first, first] }, roleOf([a, b], 2)],
    [
      "a key listed twice in its role",
      { ...both, signatures: [first] },
      { ...roleOf([a, b]), role: { keys: [first.key, first.key], threshold: 2 } },
    ],
    [
      "one signer's signature under another's name",
      { ...both, signatures: [first, { ...second, signature: first.signature }] },
      roleOf([a, b]),
    ],
    ["no signature", { ...both, signatures: [] }, roleOf([a, b])],
    ["a key under another's name", both, { ...roleOf([a, b]), keys: { [a.id]: b.publicKey, [b.id]: a.publicKey } }],
    ["a key that is none", both, { ...roleOf([a, b]), keys: { [a.id]: "ff".repeat(32), [b.id]: b.publicKey } }],
  ])("refuses %s", async (_, file, role) => {
    await expect(verify(file, role)).rejects.toMatchObject({ name: "FeedError", code: "bad-signature" });
  });
});

describe("a key", () => {
  // RFC 8037, appendix A.
  const jwk = {
    kty: "OKP",
    crv: "Ed25519",
    d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
  };

  it("is named by the SHA-256 of its 32 public bytes", async () => {
    const key = await readKey(jwk);
    expect(key.publicKey).toBe("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    expect(key.id).toBe(await keyIdOf(key.publicKey));
    expect(key.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the same signature for the same content, which no private part is in", async () => {
    const key = await readKey(jwk);
    const [one, two] = [await sign(content, [key]), await sign({ version: 1, feed: "example" }, [key])];
    expect(one.signatures).toEqual(two.signatures);
    expect(JSON.stringify(one)).not.toContain(jwk.d);
  });

  it.each([
    ["the public part alone", { ...jwk, d: undefined }],
    ["another curve's", { ...jwk, crv: "X25519" }],
    ["another kind", { kty: "oct", k: "AAAA" }],
  ])("is not %s", async (_, other) => {
    await expect(readKey(other as JsonWebKey)).rejects.toThrow("A private Ed25519 key (JWK) expected");
  });
});
