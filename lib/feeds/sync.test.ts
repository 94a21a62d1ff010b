import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { isPageCount, type Manifest, recordsOf, sha256 } from "../dataset/pages.ts";
import { canonicalBytes } from "./canonical.ts";
import type { FeedErrorCode } from "./errors.ts";
import {
  body,
  type FakeHost,
  type FakePublisher,
  type Fault,
  fakeHost,
  fakePublisher,
  fakeReader,
  gzip,
  IMPATIENT,
  later,
  manyDeals,
  NOW,
} from "./feed.fake.ts";
import { type ChunkEntry, paths } from "./formats.ts";
import { publish } from "./publish.ts";
import { makeKey, sign } from "./signatures.ts";
import { memoryStore } from "./store.ts";

const V1 = "2026-11-20.1";
const V2 = "2026-11-21.1";
const V3 = "2026-11-22.1";
const COUNT = 300;

let publisher: FakePublisher;
let host: FakeHost;
let reader: ReturnType<typeof fakeReader>;
let store: ReturnType<typeof memoryStore>;

/** A reader at version 1 of a feed that now offers version 2. */
beforeEach(async () => {
  publisher = await fakePublisher();
  await publisher.publish(manyDeals(COUNT, V1));
  host = fakeHost(publisher.files);
  store = memoryStore();
  reader = fakeReader(publisher.root, { store });
  await reader.sync(host);
  await publisher.publish(manyDeals(COUNT, V2, [1, 2, 3]));
  host.requests = [];
});

const inUse = (): Manifest => store.manifest as Manifest;

/** Expects the update to be refused, and the data before to answer as they did. */
async function expectRefusal(code: FeedErrorCode, options: Parameters<typeof reader.sync>[1] = {}) {
  const before = structuredClone(inUse());
  await expect(reader.sync(host, options)).rejects.toMatchObject({ name: "FeedError", code });
  expect(inUse()).toEqual(before);
  expect(await store.readPages(before.pages.deals)).toBeTruthy();
}
/** Expects the next update, from an honest host, to succeed in spite of what happened before. */
async function expectRecovery(version = V2) {
  host.fault = () => undefined;
  expect(await reader.sync(host)).toMatchObject({ outcome: "updated", version });
  expect(inUse().version).toBe(version);
}
const at =
  (path: string | RegExp, answer: (bytes: Uint8Array<ArrayBuffer>) => Response): Fault =>
  (asked, _init, bytes) =>
    (typeof path === "string" ? asked === path : path.test(asked)) ? answer(bytes ?? new Uint8Array()) : undefined;

describe("an update", () => {
  it("brings a feed that is new", async () => {
    expect(inUse()).toMatchObject({ version: V1, counts: { deals: COUNT, parties: 2, rates: 2 } });
  });

  it("fetches a small change as a delta", async () => {
    expect(await reader.sync(host)).toEqual({ outcome: "updated", version: V2, clock: false });
    expect(host.requests.map((path) => path.replace(/[0-9a-f]{64}/, "*"))).toEqual([
      "head.json",
      "catalog/*.json",
      "d/*.json.gz",
    ]);
    expect(inUse().digest).toBe(publisher.published.catalog.digest);
  });

  it("asks for one small file where nothing has changed, and is told so in no bytes", async () => {
    await reader.sync(host);
    host.requests = [];
    host.bytes = 0;
    expect(await reader.sync(host)).toEqual({ outcome: "current", version: V2, clock: false });
    expect([host.requests, host.bytes]).toEqual([["head.json"], 0]);
  });

  it("takes the chunks that changed where no delta leads from its version", async () => {
    publisher.published.catalog.deltas.length = 0;
    const bytes = canonicalBytes(publisher.published.catalog);
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.set(paths.catalog(named.sha256), bytes);
    await publisher.writeHead({ catalog: named });
    await reader.sync(host);
    expect(inUse().digest).toBe(publisher.published.catalog.digest);
    expect(host.requests.filter((path) => path.startsWith("c/"))).toHaveLength(1); // parties and rates are as before
  });

  it("tells how far it is, and ends with all bytes and deals", async () => {
    const fresh = fakeReader(publisher.root);
    await fresh.sync(host);
    const last = fresh.progress.at(-1);
    expect(last).toMatchObject({ phase: "storing", deals: COUNT, dealsTotal: COUNT });
    expect(last?.bytes).toBe(last?.bytesTotal);
    for (const [i, { bytes, deals }] of fresh.progress.entries()) {
      expect(bytes).toBeGreaterThanOrEqual(fresh.progress[i - 1]?.bytes ?? 0);
      expect(deals).toBeLessThanOrEqual(COUNT);
    }
  });

  it("goes on where it was stopped, with what is missing", async () => {
    const fresh = fakeReader(publisher.root);
    let chunks = 0;
    host.fault = (path) => (path.startsWith("c/") && ++chunks > 1 ? Response.error() : undefined);
    await expect(fresh.sync(host)).rejects.toThrow();
    host.fault = () => undefined;
    host.requests = [];
    await fresh.sync(host);
    expect(host.requests.filter((path) => path.startsWith("c/"))).toHaveLength(2); // of three
  });

  it("takes a feed that is behind the package for what it is", async () => {
    store.manifest = { ...inUse(), version: "2026-12-24.1" };
    expect(await reader.sync(host)).toMatchObject({ outcome: "current" });
    expect(inUse().version).toBe("2026-12-24.1");
  });

  it("keeps a pinned version, and says which one there is", async () => {
    const { current } = store;
    store.current = async () => ({ ...(await current()), pinned: true });
    expect(await reader.sync(host)).toEqual({ outcome: "pinned", version: V2, clock: false });
    expect([inUse().version, reader.feed.mark]).toEqual([V1, V2]);
  });

  it("falls back to chunks where the delta is not to be had", async () => {
    host.fault = at(/^d\//, () => new Response("", { status: 404 }));
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated" });
    expect(inUse().digest).toBe(publisher.published.catalog.digest);
  });
});

describe("the attacks that TUF names", () => {
  it("arbitrary installation: refuses a head that a stranger signed", async () => {
    await publisher.writeHead({}, [await makeKey()]);
    await expectRefusal("bad-signature");
    await publisher.writeHead();
    await expectRecovery();
  });

  it("arbitrary installation: refuses another feed's head, though its keys be the same", async () => {
    await publisher.writeHead({ feed: "another-feed" });
    await expectRefusal("other-feed");
  });

  it("arbitrary installation: refuses a head with a stranger's signature beside a good one", async () => {
    await publisher.writeHead({}, [...publisher.keys.head, await makeKey()]);
    await expectRefusal("bad-signature");
  });

  it("rollback: refuses an older version than was seen, also by its count", async () => {
    const old = publisher.files.get(paths.head) as Uint8Array<ArrayBuffer>;
    await publisher.publish(manyDeals(COUNT, "2026-11-21.10", [5]));
    await reader.sync(host);
    publisher.files.set(paths.head, old); // 2026-11-21.1
    await expectRefusal("rollback");
  });

  it("rollback: refuses an older version even if the newer one could not be fetched", async () => {
    const old = publisher.files.get(paths.head) as Uint8Array<ArrayBuffer>;
    await publisher.publish(manyDeals(COUNT, V3, [5]));
    host.fault = at(/^catalog/, () => new Response("", { status: 500 }));
    await expectRefusal("refused");
    publisher.files.set(paths.head, old);
    host.fault = () => undefined;
    await expectRefusal("rollback");
  });

  it("fast-forward: recovers from a version far in the future once the keys are changed", async () => {
    const [stolen] = publisher.keys.head;
    await publisher.publish(manyDeals(COUNT, "9999-12-31.9", [7]));
    await reader.sync(host);
    expect(inUse().version).toBe("9999-12-31.9");
    await publisher.rotate({ head: true });
    await publisher.publish(manyDeals(COUNT, V3, [8]));
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated", version: V3 });
    // And what the thief still signs is worth nothing.
    await publisher.writeHead({ version: "9999-12-31.9" }, [stolen as never]);
    await expectRefusal("bad-signature");
  });

  it("fast-forward: recovers also where it was stopped between the new keys and the new data", async () => {
    await publisher.publish(manyDeals(COUNT, "9999-12-31.9", [7]));
    await reader.sync(host);
    await publisher.rotate({ head: true });
    await publisher.publish(manyDeals(COUNT, V3, [8]));
    host.fault = at(/^(catalog|c|d)\//, () => new Response("", { status: 500 }));
    await expectRefusal("refused");
    await expectRecovery(V3);
  });

  it("indefinite freeze: says that a head was not renewed, and keeps the data", async () => {
    await expectRefusal("expired", { now: later(NOW, 8) });
  });

  it("indefinite freeze: says so also of a host that only ever answers “not modified”", async () => {
    await reader.sync(host);
    host.fault = () => new Response(null, { status: 304 });
    expect(await reader.sync(host)).toMatchObject({ outcome: "current" });
    await expectRefusal("expired", { now: later(NOW, 8) });
  });

  it("indefinite freeze: says that the keys' time has run out", async () => {
    await publisher.writeHead({ expires: later(NOW, 9999) });
    await expectRefusal("keys-expired", { now: later(NOW, 366) });
  });

  it("mix and match: refuses the catalogue of another version", async () => {
    const older = [...publisher.files].find(([path]) => path.startsWith("catalog/")) as [string, Uint8Array];
    const hash = older[0].slice("catalog/".length, -".json".length);
    await publisher.writeHead({ catalog: { sha256: hash, length: older[1].length } });
    await expectRefusal("mixed");
  });

  it("mix and match: refuses chunks that are not this version's together", async () => {
    const { catalog } = publisher.published;
    const older = manyDeals(COUNT, V1);
    const old = await publish({ feed: catalog.feed, version: V1, records: recordsOf(older) }, [], gzip);
    const mixed = { ...catalog, deltas: [], chunks: [...old.catalog.chunks] };
    const bytes = canonicalBytes(mixed);
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.set(paths.catalog(named.sha256), bytes);
    await publisher.writeHead({ catalog: named });
    await expectRefusal("mixed");
  });

  it("mix and match: refuses other contents under a version that was seen", async () => {
    await reader.sync(host);
    await publisher.publish(manyDeals(COUNT, V2, [1, 2, 3, 4]));
    await expectRefusal("mixed");
  });

  it.each<[string, string | RegExp]>([
    ["head", paths.head],
    ["root", /root/],
    ["catalogue", /^catalog/],
    ["chunk", /^c\//],
  ])("endless data: reads no more of a %s than it may weigh", async (_, path) => {
    publisher.files.forEach((_bytes, name) => void (/^d\//.test(name) && publisher.files.delete(name)));
    await publisher.rotate({});
    await publisher.writeHead();
    let sent = 0;
    const block = new Uint8Array(1024);
    const endless = () =>
      new ReadableStream({
        pull(controller) {
          sent += block.length;
          controller.enqueue(block);
        },
      });
    host.fault = at(path, () => new Response(endless()));
    await expectRefusal("too-large");
    expect(sent).toBeLessThan(2_000_000);
  });

  it("endless data: does not even begin where too much is announced", async () => {
    host.fault = at(
      paths.head,
      () => new Response(body([], "hangs"), { headers: { "content-length": "99999999999" } }),
    );
    await expectRefusal("too-large");
  });

  it("endless data: stops inflating where more comes out than was signed", async () => {
    const { catalog } = publisher.published;
    const bomb = gzip(new Uint8Array(50_000_000));
    const [first, ...rest] = catalog.chunks;
    const entry = { ...(first as NonNullable<typeof first>), sha256: await sha256(bomb), length: bomb.length };
    publisher.files.set(paths.chunk(entry.sha256), bomb);
    const bytes = canonicalBytes({ ...catalog, deltas: [], chunks: [{ ...entry, content: "0".repeat(64) }, ...rest] });
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.set(paths.catalog(named.sha256), bytes);
    await publisher.writeHead({ catalog: named });
    await expectRefusal("too-large");
  });

  it.each([
    ["as they travel", { length: 30_000_000 }],
    ["inflated", { size: 250_000_000 }],
  ])(
    "endless data: fetches no chunk where all of them weigh more than a reader's disk should bear, %s",
    async (_, weight) => {
      const { catalog } = publisher.published;
      const [first, ...rest] = catalog.chunks as [ChunkEntry, ...ChunkEntry[]];
      const empty = Array.from({ length: 64 }, () => ({ ...first, ...weight, count: 0 }));
      const pages = 64 * first.pages;
      const chunks = [{ ...first, ...weight }, ...empty.slice(1), ...rest];
      expect(isPageCount(pages)).toBe(true);
      const bytes = canonicalBytes({ ...catalog, deltas: [], chunks });
      const named = { sha256: await sha256(bytes), length: bytes.length };
      publisher.files.set(paths.catalog(named.sha256), bytes);
      await publisher.writeHead({ catalog: named });
      await expectRefusal("too-large");
      expect(host.requests.filter((path) => path.startsWith("c/"))).toEqual([]);
    },
  );

  it.each<[string, object, FeedErrorCode]>([
    ["formats of a later version", { spec: 2 }, "unsupported"],
    ["a file of another kind", { type: "timestamp" }, "no-feed"],
    ["a version that is none", { version: "latest" }, "no-feed"],
    ["a version of a day that does not exist", { version: "2026-13-45.1" }, "no-feed"],
    ["a version's other spelling", { version: "2026-11-21.01" }, "no-feed"],
  ])("wrong software: refuses %s in the head", async (_, parts, code) => {
    await publisher.writeHead(parts as never);
    await expectRefusal(code);
  });

  it("wrong software: refuses records of a later schema", async () => {
    const bytes = canonicalBytes({ ...publisher.published.catalog, schema: 2 });
    const named = { sha256: await sha256(bytes), length: bytes.length };
    publisher.files.set(paths.catalog(named.sha256), bytes);
    await publisher.writeHead({ catalog: named });
    await expectRefusal("unsupported");
  });

  it("wrong software: refuses records that do not fit, though they are signed", async () => {
    const records = recordsOf(manyDeals(COUNT, V3));
    records.deals[5] = { ...records.deals[5], kind: "wedding" };
    await publisher.publish({ version: V3, records });
    await expectRefusal("bad-record");
  });

  it("wrong software: keeps what later versions of a record carry, and reads past it", async () => {
    const records = recordsOf(manyDeals(COUNT, V3));
    records.deals[5] = { ...records.deals[5], mood: "hopeful" };
    await publisher.publish({ version: V3, records });
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated", version: V3 });
  });

  it.each([/^catalog/, /^c\//])("malicious mirror: refuses another file in the place of %s", async (path) => {
    publisher.files.forEach((_bytes, name) => void (/^d\//.test(name) && publisher.files.delete(name)));
    host.fault = at(path, (bytes) => {
      const other = Uint8Array.from(bytes);
      other[Math.floor(other.length / 2)] = (other[Math.floor(other.length / 2)] as number) ^ 1;
      return new Response(other);
    });
    await expectRefusal("altered");
    await expectRecovery();
  });

  it("key compromise: follows new head keys that the root keys signed", async () => {
    await publisher.rotate({ head: true });
    await publisher.writeHead();
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated" });
    expect(reader.feed.root?.version).toBe(2);
  });

  it("key compromise: follows several changes of all keys, one after the other", async () => {
    for (let i = 0; i < 3; i++) await publisher.rotate({ root: true, head: true });
    await publisher.writeHead();
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated" });
    expect(reader.feed.root?.version).toBe(4);
  });

  it("key compromise: finds new keys also where a thief's head says there are none", async () => {
    const stolen = publisher.keys.head;
    await publisher.rotate({ head: true });
    await publisher.writeHead({ root: 1 }, publisher.keys.head);
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated" });
    await publisher.writeHead({ root: 1, version: V3 }, stolen);
    await expectRefusal("bad-signature");
  });

  it("key compromise: a stolen head key cannot hand out new keys", async () => {
    const [thief] = [await makeKey()];
    const root = { ...publisher.root, version: 2, keys: { [thief.id]: thief.publicKey } };
    const role = { keys: [thief.id], threshold: 1 };
    const signed = await sign({ ...root, roles: { root: role, head: role } }, [thief, ...publisher.keys.head]);
    publisher.files.set(paths.root(2), canonicalBytes(signed));
    await publisher.writeHead({ root: 2 }, [thief]);
    await expectRefusal("bad-signature");
    expect(reader.feed.root?.version).toBe(1);
  });

  it("a broken chain: refuses keys that skip a version", async () => {
    await publisher.rotate({ root: true });
    await publisher.rotate({ root: true });
    publisher.files.set(paths.root(2), publisher.files.get(paths.root(3)) as never);
    await publisher.writeHead();
    await expectRefusal("broken-chain");
  });

  it("a broken chain: refuses where a version is missing", async () => {
    await publisher.rotate({ root: true });
    await publisher.rotate({ root: true });
    publisher.files.delete(paths.root(2));
    await publisher.writeHead();
    await expectRefusal("broken-chain");
  });

  it("a broken chain: refuses new keys that sign for themselves alone", async () => {
    publisher.keys = { root: [await makeKey()], head: [await makeKey()] };
    await publisher.writeRoot();
    await publisher.writeHead();
    await expectRefusal("bad-signature");
  });

  it("a broken chain: refuses too few of several signers", async () => {
    publisher = await fakePublisher();
    publisher.keys.root.push(await makeKey(), await makeKey());
    publisher.root = null as never;
    const root = await publisher.writeRoot();
    await publisher.publish(manyDeals(10, V1));
    reader = fakeReader(root, { store });
    host = fakeHost(publisher.files);
    await publisher.writeRoot({}, publisher.keys.root.slice(0, 2));
    await publisher.writeHead();
    await expectRefusal("bad-signature");
  });
});

describe("a host that fails", () => {
  const half = (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length >> 1);
  it.each<[string, Fault, FeedErrorCode]>([
    ["cannot be reached", () => Promise.reject(new TypeError("fetch failed")), "unreachable"],
    ["ends a catalogue early", at(/^catalog/, (bytes) => new Response(half(bytes))), "cut-short"],
    ["ends the head early", at(paths.head, (bytes) => new Response(half(bytes))), "no-feed"],
    ["breaks off in the middle", at(/^catalog/, (bytes) => new Response(body([half(bytes)], "breaks"))), "cut-short"],
    ["sends nothing", at(paths.head, () => new Response("")), "no-feed"],
    ["never answers", () => new Promise<Response>(() => {}), "too-slow"],
    ["stops in the middle", at(/^catalog/, (bytes) => new Response(body([half(bytes)], "hangs"))), "too-slow"],
    ["answers 404", () => new Response("", { status: 404 }), "not-found"],
    ["answers 500", () => new Response("", { status: 500 }), "refused"],
    ["answers 403", () => new Response("", { status: 403 }), "refused"],
    ["answers 304 although nothing was said to be known", () => new Response(null, { status: 304 }), "refused"],
    ["redirects", () => new Response(null, { status: 301, headers: { location: "https://x.example/" } }), "moved"],
    ["redirects unseen", () => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" }), "moved"],
    [
      "sends a log-in page",
      () => new Response("<!doctype html><title>Wi-Fi</title>", { headers: { "content-type": "text/html" } }),
      "no-feed",
    ],
    ["sends JSON that is another's", () => Response.json({ hello: "world" }), "no-feed"],
  ])("%s: the data stay, and the next update succeeds", async (_, fault, code) => {
    reader.feed.etag = null;
    host.fault = fault;
    await expectRefusal(code, code === "too-slow" ? { timeouts: IMPATIENT } : {});
    await expectRecovery();
  });

  it.each<[string, Record<string, string>, number | null]>([
    ["for two minutes", { "retry-after": "120" }, 120_000],
    [
      "until a time",
      { "retry-after": "Sun, 22 Nov 2026 12:10:00 GMT", date: "Sun, 22 Nov 2026 12:00:00 GMT" },
      600_000,
    ],
    ["without saying for how long", {}, null],
    ["in words that nobody knows", { "retry-after": "soon" }, null],
  ])("asks for patience %s", async (_, headers, retryAfterMs) => {
    host.fault = () => new Response("", { status: 429, headers });
    await expect(reader.sync(host)).rejects.toMatchObject({ code: "busy", retryAfterMs });
    await expectRecovery();
  });

  it("drips: is given up however steadily it goes on", async () => {
    host.fault = at(/^catalog/, (bytes) => {
      let at = 0;
      const drip = new ReadableStream({
        async pull(controller) {
          await new Promise((resolve) => setTimeout(resolve, 10));
          controller.enqueue(bytes.slice(at, ++at));
        },
      });
      return new Response(drip);
    });
    await expectRefusal("too-slow", { timeouts: { ...IMPATIENT, stallMs: 10_000 } });
    await expectRecovery();
  });

  it("names every file in a wrong way: the signatures decide, not the content type", async () => {
    host.fault = (_path, _init, bytes) => bytes && new Response(bytes, { headers: { "content-type": "text/html" } });
    expect(await reader.sync(host)).toMatchObject({ outcome: "updated" });
  });

  it("takes .gz for an encoding, so that the browser has inflated it: what is in it is checked all the same", async () => {
    const inflating: Fault = (path, _init, bytes) =>
      path.endsWith(".gz") && bytes
        ? new Response(Uint8Array.from(gunzipSync(bytes)), { headers: { "content-encoding": "gzip" } })
        : undefined;
    const fresh = fakeReader(publisher.root);
    expect(await fresh.sync(fakeHost(publisher.files, inflating))).toMatchObject({ outcome: "updated" });
    const altering: Fault = async (path, init, bytes) => {
      const answer = await inflating(path, init, bytes);
      if (!answer) return undefined as never;
      const content = new Uint8Array(await answer.arrayBuffer());
      content[20] = (content[20] as number) ^ 1;
      return new Response(content);
    };
    const other = fakeReader(publisher.root);
    await expect(other.sync(fakeHost(publisher.files, altering))).rejects.toMatchObject({ code: "altered" });
  });

  it("is asked without cookies, without a referrer, and followed nowhere else", async () => {
    const seen: RequestInit[] = [];
    await reader.sync({
      fetch: (url, init) => {
        seen.push(init);
        return host.fetch(url, init);
      },
    });
    for (const init of seen) {
      expect(init).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", redirect: "manual" });
    }
  });

  it("is left alone at once where the update is called off", async () => {
    const off = new AbortController();
    host.fault = () => {
      off.abort(new Error("called off"));
      return new Promise<Response>(() => {});
    };
    await expect(reader.sync(host, { signal: off.signal })).rejects.toThrow("called off");
    expect(inUse().version).toBe(V1);
  });
});

describe("a clock that is a year off", () => {
  it("ahead: the head looks expired, the data stay, and the host's clock gives the reason away", async () => {
    host.fault = (_path, _init, bytes) =>
      bytes && new Response(bytes, { headers: { date: new Date(NOW).toUTCString() } });
    await expectRefusal("expired", { now: later(NOW, 365) });
    await expect(reader.sync(host, { now: later(NOW, 365) })).rejects.toMatchObject({ cause: "clock" });
    await expectRecovery();
  });

  it("behind: the head is from the future; what is signed is taken, and the clock is doubted", async () => {
    expect(await reader.sync(host, { now: later(NOW, -365) })).toEqual({
      outcome: "updated",
      version: V2,
      clock: true,
    });
  });
});

it("knows no feed without an address", async () => {
  reader.feed.url = null;
  await expectRefusal("failed");
});
