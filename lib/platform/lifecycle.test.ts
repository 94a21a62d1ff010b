import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { stayAwake } from "./lifecycle.ts";

const called = vi.fn(async () => ({}) as never);
beforeEach(() => {
  vi.useFakeTimers();
  called.mockClear();
  vi.spyOn(fakeBrowser.runtime, "getPlatformInfo").mockImplementation(called as never);
});
afterEach(() => vi.useRealTimers());

it("calls the browser more often than it stops idle backgrounds, as long as there is work", async () => {
  const { promise, resolve } = Promise.withResolvers<string>();
  const done = stayAwake(() => promise);
  await vi.advanceTimersByTimeAsync(95_000);
  expect(called.mock.calls.length).toBeGreaterThanOrEqual(4);
  resolve("done");
  expect(await done).toBe("done");
  called.mockClear();
  await vi.advanceTimersByTimeAsync(95_000);
  expect(called).not.toHaveBeenCalled();
});

it("lets the browser stop the background where the work fails", async () => {
  await expect(stayAwake(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  await vi.advanceTimersByTimeAsync(95_000);
  expect(called).not.toHaveBeenCalled();
});
