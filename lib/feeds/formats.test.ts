import { describe, expect, it } from "vitest";
import { fakePublisher, manyDeals } from "./feed.fake.ts";
import { Catalog, FeedId, Head, Instant, limits, SignedHead, Version } from "./formats.ts";

const forms = [
  {
    what: "a feed's id",
    schema: FeedId,
    good: ["deals", "my-deals-2"],
    bad: ["", "Deals", "a--b", "-a", "a_b", "a/b", "..", "a".repeat(65)],
  },
  {
    what: "a version",
    schema: Version,
    good: ["2026-11-22.1", "2026-11-22.12", "1970-01-01.0"],
    bad: [
      "latest",
      "2026-11-22",
      "2026-11-22.01",
      "2026-11-22.",
      "2026-13-01.1",
      "2026-02-30.1",
      "2026-11-22.9999999999",
    ],
  },
  {
    what: "an instant",
    schema: Instant,
    good: ["2026-11-22T21:55:00Z"],
    bad: ["2026-11-22", "2026-11-22T21:55:00.000Z", "2026-11-22T21:55:00+01:00", "2026-13-45T99:00:00Z"],
  },
];
describe.each(forms)("$what", ({ schema, good, bad }) => {
  it.each(good)("may be %j", (text) => expect(schema.safeParse(text).success).toBe(true));
  it.each(bad)("may not be %j", (text) => expect(schema.safeParse(text).success).toBe(false));
});

const publisher = await fakePublisher();
await publisher.publish(manyDeals(40, "2026-11-20.1"));
const { catalog } = publisher.published;
const head = await publisher.writeHead();
const [chunk] = catalog.chunks;
if (!chunk) throw new Error("A chunk expected");

describe("a catalogue", () => {
  it("is one where its chunks add up", () => expect(Catalog.safeParse(catalog).success).toBe(true));

  it.each<[string, object]>([
    ["a deal is missing", { counts: { ...catalog.counts, deals: catalog.counts.deals + 1 } }],
    ["a kind is missing", { chunks: catalog.chunks.filter(({ kind }) => kind !== "parties") }],
    ["a chunk stands there twice", { chunks: [chunk, ...catalog.chunks] }],
    ["its pages are no power of two", { chunks: [{ ...chunk, pages: 3 }, ...catalog.chunks.slice(1)] }],
    ["a length is negative", { chunks: [{ ...chunk, length: -1 }, ...catalog.chunks.slice(1)] }],
    ["a hash is too short", { chunks: [{ ...chunk, sha256: "ab" }, ...catalog.chunks.slice(1)] }],
    ["a hash is in capitals", { digest: catalog.digest.toUpperCase().replace(/\d/g, "A") }],
    ["it has more chunks than any may", { chunks: Array.from({ length: limits.chunks + 1 }, () => chunk) }],
    ["it has more records than any may", { counts: { ...catalog.counts, deals: limits.records + 1 } }],
  ])("is none where %s", (_, parts) => expect(Catalog.safeParse({ ...catalog, ...parts }).success).toBe(false));
});

describe("a signed head", () => {
  const file = { signatures: [{ key: "a".repeat(64), signature: "b".repeat(128) }], signed: head };

  it("may carry more than this version knows, where that is signed", () => {
    expect(SignedHead.safeParse(file).success).toBe(true);
    expect(Head.safeParse({ ...head, mirrors: [] }).success).toBe(true);
  });

  it.each<[string, object]>([
    ["something beside what is signed", { ...file, comment: "unsigned" }],
    ["something beside a signature", { ...file, signatures: [{ ...file.signatures[0], by: "me" }] }],
    ["no signature", { ...file, signatures: [] }],
    ["more signatures than there can be keys", { ...file, signatures: Array(33).fill(file.signatures[0]) }],
    ["a signature in base64", { ...file, signatures: [{ key: "a".repeat(64), signature: "Zm9v" }] }],
    ["a root before the first", { ...file, signed: { ...head, root: 0 } }],
  ])("is none with %s", (_, other) => expect(SignedHead.safeParse(other).success).toBe(false));
});
