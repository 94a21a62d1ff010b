import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { isSiteOn, setSite, watchSite } from "./sites.ts";

beforeEach(() => fakeBrowser.reset());

it("has every site on until it is switched off, each for itself", async () => {
  expect(await isSiteOn("news.example")).toBe(true);
  await setSite("news.example", false);
  expect([await isSiteOn("news.example"), await isSiteOn("www.news.example")]).toEqual([false, true]);
  await setSite("news.example", true);
  expect(await isSiteOn("news.example")).toBe(true);
});

it("tells of its own site until it is stopped", async () => {
  const changed = vi.fn();
  const controller = new AbortController();
  watchSite("news.example", changed, controller.signal);
  await setSite("news.example", false);
  await setSite("other.example", false);
  await setSite("news.example", true);
  controller.abort();
  await setSite("news.example", false);
  expect(changed.mock.calls).toEqual([[false], [true]]);
});
