import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { ClaimRow } from "../protocol.ts";
import { fakeReading } from "./reading.fake.ts";
import { dropReading, dropReadings, loadReading, loadReadings, saveReading, watchReadings } from "./readings.ts";

/** What `storage.session` takes, as the browsers count it. */
const QUOTA_BYTES = 10 * 1024 * 1024;

const session = fakeBrowser.storage.session;
const set = session.set.bind(session);
beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  // The fake has neither of these.
  vi.spyOn(session, "getKeys").mockImplementation(async () => Object.keys(await session.get(null)));
  vi.spyOn(session, "set").mockImplementation(async (items: Record<string, unknown>) => {
    const size = new TextEncoder().encode(JSON.stringify({ ...(await session.get(null)), ...items })).length;
    if (size > QUOTA_BYTES) throw new Error("Session storage quota bytes exceeded. Values were not stored.");
    await set(items);
  });
});

it("keeps readings by tab and frame, main frame first", async () => {
  await saveReading(1, fakeReading(7));
  await saveReading(1, fakeReading(0));
  await saveReading(12, fakeReading(0));
  expect((await loadReadings(1)).map((one) => one.frame)).toEqual([0, 7]);
  expect(await loadReading(1, 7)).toEqual(fakeReading(7));
  expect(await loadReading(2, 0)).toBeNull();
});

it("forgets a frame, and all frames of a tab", async () => {
  for (const [tab, frame] of [
    [1, 0],
    [1, 7],
    [12, 0],
  ] as const)
    await saveReading(tab, fakeReading(frame));
  await dropReading(1, 7, "d7");
  expect(await loadReadings(1)).toHaveLength(1);
  await dropReadings(1);
  expect([await loadReadings(1), (await loadReadings(12)).length]).toEqual([[], 1]);
});

it("forgets a frame for a document that has left only while it is that document's", async () => {
  await saveReading(1, fakeReading(0));
  expect([await dropReading(1, 0, "another"), await loadReading(1, 0)]).toEqual([false, fakeReading(0)]);
  expect([await dropReading(1, 0, "d0"), await loadReading(1, 0)]).toEqual([true, null]);
  expect(await dropReading(1, 0, "d0")).toBe(false);
});

it("keeps a reading that comes while that of the document before is being forgotten", async () => {
  await saveReading(1, fakeReading(0));
  const next = { ...fakeReading(0), document: "next" };
  const dropped = dropReading(1, 0, "d0");
  const saved = saveReading(1, next);
  expect([await dropped, await saved]).toEqual([false, undefined]);
  expect(await loadReading(1, 0)).toEqual(next);
});

it("knows nothing of a frame whose reading another version wrote", async () => {
  await fakeBrowser.storage.session.set({ "reading:1:0": { ...fakeReading(0), rows: "none" } });
  expect([await loadReading(1, 0), await loadReadings(1)]).toEqual([null, []]);
});

it("tells of changes to the tab watched, and of no other", async () => {
  const changed = vi.fn();
  const stop = watchReadings(1, changed);
  await saveReading(1, fakeReading(0));
  await saveReading(12, fakeReading(0));
  stop();
  await saveReading(1, fakeReading(0));
  expect(changed).toHaveBeenCalledOnce();
});

describe("a page of very many figures", () => {
  const figure = {
    deal: "nvidia-openai-2025",
    metric: "amount" as const,
    value: 100_000_000_000,
    unit: "USD",
    qualifier: "up-to" as const,
    since: "2025-09-22",
    status: "on-hold" as const,
  };
  /** Rows as they come from an article in Chinese, whose characters take three bytes each. */
  const rows = (count: number): ClaimRow[] =>
    Array.from({ length: count }, (_, id) => ({
      id,
      before: `…${"英伟达与开放人工智能公司的协议".repeat(4)}${id}`,
      after: `${"根据去年签署的意向书进行投资".repeat(4)}…`,
      dealName: "Nvidia's investment in OpenAI",
      claim: {
        block: id,
        start: 60,
        end: 68,
        text: "1000亿美元",
        deal: "nvidia-openai-2025",
        metric: "amount",
        value: 100_000_000_000,
        valueTo: null,
        unit: "USD",
        qualifier: "exact",
        verdict: id % 3 === 0 ? "discrepancy" : "outdated",
        reason: "changed-since",
        factor: null,
        historical: false,
        notes: ["non-binding"],
        expected: figure,
        now: { ...figure, value: 30_000_000_000 + (id % 50), valueTo: 31_000_000_000 },
        against: null,
      },
    }));

  it("is kept whole with 10,000 of them", async () => {
    const long = { ...fakeReading(0), rows: rows(10_000) };
    await saveReading(1, long);
    expect(await session.get("reading:1:0")).toMatchObject({ "reading:1:0": { rows: expect.any(String) } });
    expect(await loadReading(1, 0)).toEqual(long);
  });

  it("is kept in memory where there is no room, until another reading takes its place", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const changed = vi.fn();
    await saveReading(1, { ...fakeReading(0), state: "reading" });
    const stop = watchReadings(1, changed);
    const long = { ...fakeReading(0), rows: rows(30_000) };
    await saveReading(1, long);
    stop();
    expect(changed).toHaveBeenCalled();
    expect(await loadReading(1, 0)).toEqual(long);
    expect(await loadReadings(1)).toEqual([long]);
    await saveReading(1, fakeReading(0));
    expect(await loadReading(1, 0)).toEqual(fakeReading(0));
  });

  it("does not take the place of a reading that comes while it is found to be too large", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const saved = saveReading(1, { ...fakeReading(0), rows: rows(30_000) });
    await Promise.all([saved, saveReading(1, { ...fakeReading(0), document: "next" })]);
    expect(await loadReadings(1)).toEqual([{ ...fakeReading(0), document: "next" }]);
  });

  it("is known to be lost by a background that was stopped meanwhile", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await saveReading(1, { ...fakeReading(0), rows: rows(30_000) });
    vi.resetModules();
    const anew = await import("./readings.ts");
    expect(await anew.loadReadings(1)).toEqual([{ ...fakeReading(0), state: "lost" }]);
    await anew.dropReadings(1);
    expect(await anew.loadReadings(1)).toEqual([]);
  });

  it("is forgotten with its tab", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    await saveReading(1, { ...fakeReading(0), rows: rows(30_000) });
    await dropReadings(1);
    expect(await loadReadings(1)).toEqual([]);
  });
});
