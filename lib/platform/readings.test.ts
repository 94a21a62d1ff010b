import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { FrameReading } from "../protocol.ts";
import { dropReading, dropReadings, loadReading, loadReadings, saveReading, watchReadings } from "./readings.ts";

beforeEach(() => fakeBrowser.reset());

const reading = (frame: number): FrameReading => ({
  frame,
  document: `d${frame}`,
  state: "read",
  error: null,
  lang: "en",
  published: null,
  modified: null,
  asOf: "2026-11-22",
  rows: [],
});

it("keeps readings by tab and frame, main frame first", async () => {
  await saveReading(1, reading(7));
  await saveReading(1, reading(0));
  await saveReading(12, reading(0));
  expect((await loadReadings(1)).map((one) => one.frame)).toEqual([0, 7]);
  expect(await loadReading(1, 7)).toEqual(reading(7));
  expect(await loadReading(2, 0)).toBeNull();
});

it("forgets a frame, and all frames of a tab", async () => {
  for (const [tab, frame] of [
    [1, 0],
    [1, 7],
    [12, 0],
  ] as const)
    await saveReading(tab, reading(frame));
  await dropReading(1, 7);
  expect(await loadReadings(1)).toHaveLength(1);
  await dropReadings(1);
  expect([await loadReadings(1), (await loadReadings(12)).length]).toEqual([[], 1]);
});

it("knows nothing of a frame whose reading another version wrote", async () => {
  await fakeBrowser.storage.session.set({ "reading:1:0": { ...reading(0), rows: "none" } });
  expect([await loadReading(1, 0), await loadReadings(1)]).toEqual([null, []]);
});

it("tells of changes to the tab watched, and of no other", async () => {
  const changed = vi.fn();
  const stop = watchReadings(1, changed);
  await saveReading(1, reading(0));
  await saveReading(12, reading(0));
  stop();
  await saveReading(1, reading(0));
  expect(changed).toHaveBeenCalledOnce();
});
