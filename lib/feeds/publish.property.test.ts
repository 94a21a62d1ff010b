import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type kinds, type Manifest, mapKinds, ratesOf, recordsOf } from "../dataset/pages.ts";
import { parsePages } from "../dataset/read-dataset.ts";
import { Dataset, type Deal } from "../deals/schema.ts";
import { fakeHost, fakePublisher, fakeReader, gzip, manyDeals } from "./feed.fake.ts";
import { paths } from "./formats.ts";
import { publish } from "./publish.ts";
import { memoryStore } from "./store.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
const id = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("-"));
/** Any text that JSON can hold, in any script, with the characters that need escaping. */
const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
const day = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const amount = fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e15, noNaN: true }));

const event = fc.record({
  date: day,
  status: fc.constantFrom("announced", "closed", "terminated"),
  figures: fc.array(
    fc.record({
      metric: fc.constant("amount"),
      value: amount,
      unit: fc.constantFrom("USD", "EUR"),
      qualifier: fc.constantFrom("exact", "about"),
      scope: fc.constant("whole"),
    }),
    { maxLength: 3 },
  ),
  sources: fc.array(fc.record({ url: fc.webUrl(), publisher: text, date: day }), { maxLength: 2 }),
});
const deal = (dealId: string) =>
  fc.record(
    {
      id: fc.constant(dealId),
      name: text,
      kind: fc.constantFrom("investment", "merger"),
      parties: fc.array(fc.record({ party: id, role: fc.constantFrom("investor", "partner") }), {
        minLength: 1,
        maxLength: 3,
      }),
      aka: fc.dictionary(fc.constantFrom("all", "fr", "zh-Hans"), fc.array(text, { maxLength: 2 })),
      events: fc.array(event, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ["id", "name", "kind", "parties", "events"] },
  ) as fc.Arbitrary<Deal>;
const deals = fc.uniqueArray(id, { maxLength: 60 }).chain((ids) => fc.tuple(...ids.map(deal)));
const parties = fc.uniqueArray(
  fc.record({
    id,
    name: text,
    kind: fc.constantFrom("company", "fund"),
    aliases: fc.dictionary(fc.constantFrom("all", "ja"), fc.array(text, { maxLength: 3 })),
  }),
  { selector: (party) => party.id, maxLength: 20 },
);
const rates = fc.uniqueArray(
  fc.record({
    month: fc.constantFrom("2026-01", "2026-02", "2025-12"),
    currency: fc.constantFrom("EUR", "JPY"),
    usdPerUnit: fc.double({ min: 1e-6, max: 10, noNaN: true }),
  }),
  { selector: ({ month, currency }) => month + currency, maxLength: 6 },
);
const dataset = (version: string) =>
  fc.record({ version: fc.constant(version), deals, parties, rates }).map((raw) => Dataset.parse(raw));

/** What a reader has, as a dataset. */
function exportOf({ texts, manifest }: ReturnType<typeof memoryStore>): Dataset {
  const { version, pages, counts } = manifest as Manifest;
  const read = <K extends (typeof kinds)[number]>(kind: K) =>
    parsePages(
      kind,
      pages[kind].map((hash) => texts.get(hash) as string),
      counts[kind],
    );
  return { version, deals: read("deals"), parties: read("parties"), rates: ratesOf(read("rates")) };
}
/** In the one order that an export has. */
const sorted = (dataset: Dataset): Dataset => ({
  ...dataset,
  deals: dataset.deals.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  parties: dataset.parties.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  rates: ratesOf(recordsOf(dataset).rates as never),
});

describe("publish → sync → export", () => {
  it("gives the same deals, parties and rates, as a first installation and as an update", async () => {
    await fc.assert(
      fc.asyncProperty(dataset("2026-11-20.1"), dataset("2026-11-21.1"), async (before, after) => {
        const publisher = await fakePublisher();
        const files = publisher.files;
        const store = memoryStore();
        const reader = fakeReader(publisher.root, { store });
        for (const one of [before, after]) {
          await publisher.publish(one);
          await reader.sync(fakeHost(files));
          expect(exportOf(store)).toEqual(sorted(one));
        }
        const fresh = memoryStore();
        await fakeReader(publisher.root, { store: fresh }).sync(fakeHost(files));
        expect(fresh.manifest).toEqual(store.manifest);
        expect(exportOf(fresh)).toEqual(sorted(after));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it("gives the same bytes for the same data, in whatever order they stand", async () => {
    await fc.assert(
      fc.asyncProperty(dataset("2026-11-20.1"), async (one) => {
        const build = (records: ReturnType<typeof recordsOf>) =>
          publish({ feed: "example", version: one.version, records }, [], gzip);
        const [first, second] = await Promise.all([
          build(recordsOf(one)),
          build(mapKinds((kind) => recordsOf(one)[kind].toReversed())),
        ]);
        expect([...second.files]).toEqual([...first.files]);
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

describe("one flipped byte", () => {
  it.each([
    ["a first installation", true],
    ["an update", false],
  ])(
    "of any file is refused in %s",
    async (_, isNew) => {
      const publisher = await fakePublisher();
      const firstRoot = publisher.root;
      await publisher.publish(manyDeals(40, "2026-11-20.1"));
      const base = memoryStore();
      const earlier = fakeReader(firstRoot, { store: base });
      if (!isNew) await earlier.sync(fakeHost(publisher.files));
      await publisher.rotate({ head: true });
      await publisher.publish(manyDeals(40, "2026-11-21.1", [1, 2]));
      // Only what is needed: a fallback would hide that a file was refused.
      for (const path of publisher.files.keys()) {
        if (path.startsWith(isNew ? "d/" : "c/")) publisher.files.delete(path);
      }
      const attempt = async (files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) => {
        const store = memoryStore();
        store.manifest = base.manifest;
        for (const [hash, text] of base.texts) store.texts.set(hash, text);
        const reader = fakeReader(firstRoot, { store });
        reader.feed = { ...earlier.feed };
        const host = fakeHost(files);
        const outcome = await reader.sync(host).then(
          (synced) => synced.outcome,
          (error: Error) => error.name,
        );
        return { outcome, version: store.manifest?.version, requests: host.requests };
      };

      const honest = await attempt(publisher.files);
      expect(honest).toMatchObject({ outcome: "updated", version: "2026-11-21.1" });
      expect(honest.requests).toEqual(expect.arrayContaining([paths.head, paths.root(2)]));
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...new Set(honest.requests)),
          fc.nat(),
          fc.integer({ min: 0, max: 7 }),
          async (path, where, bit) => {
            const bytes = Uint8Array.from(publisher.files.get(path) as Uint8Array);
            const at = where % bytes.length;
            bytes[at] = (bytes[at] as number) ^ (1 << bit);
            const { outcome, version } = await attempt(new Map([...publisher.files, [path, bytes]]));
            expect([outcome, version]).toEqual(["FeedError", base.manifest?.version]);
          },
        ),
        { numRuns: 250 },
      );
    },
    60_000,
  );
});

describe("size", () => {
  it("of an update of 100 deals of 10,000 is at most a twentieth of the whole; a first installation asks at most 100 times", async () => {
    const publisher = await fakePublisher();
    const version = (n: number) => `2026-11-2${n}.1`;
    const real = (n: number, changed: readonly number[] = []): Dataset => {
      const many = manyDeals(10_000, version(n), changed);
      // Names, sources and figures that differ from deal to deal: alike ones would compress as no real dataset does.
      let seed = 7;
      const random = () => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return seed.toString(36);
      };
      for (const deal of many.deals) {
        deal.parties = [
          { party: `party-${random()}`, role: "investor" },
          { party: `party-${random()}`, role: "investee" },
        ];
        for (const event of deal.events) {
          event.sources = [
            { url: `https://${random()}.example/${random()}/${random()}`, publisher: random(), date: "2026-01-15" },
          ];
          event.figures = event.figures.map((figure) => ({ ...figure, value: Number.parseInt(random(), 36) * 1000 }));
        }
      }
      return many;
    };
    await publisher.publish(real(0));
    const reader = fakeReader(publisher.root);
    const host = fakeHost(publisher.files);
    await reader.sync(host);
    const [whole, requests] = [host.bytes, host.requests.length];
    const changed = Array.from({ length: 100 }, (_, i) => (i * 7919) % 10_000);
    await publisher.publish(real(1, changed));
    host.bytes = 0;
    host.requests = [];
    await reader.sync(host);
    console.log(
      `10,000 deals: first installation ${whole} bytes in ${requests} requests; ` +
        `100 changed: ${host.bytes} bytes in ${host.requests.length}, ${((100 * host.bytes) / whole).toFixed(1)} %`,
    );
    expect(requests).toBeLessThanOrEqual(100);
    expect(host.bytes).toBeLessThanOrEqual(whole * 0.05);
  }, 120_000);
});
