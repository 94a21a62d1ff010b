import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { isPageOn, isSiteOn, setPage, setSite, watchSites } from "./sites.ts";

beforeEach(() => fakeBrowser.reset());

it("has every site on until it is switched off, each for itself", async () => {
  expect(await isSiteOn("news.example")).toBe(true);
  await setSite("news.example", false);
  expect([await isSiteOn("news.example"), await isSiteOn("www.news.example")]).toEqual([false, true]);
  await setSite("news.example", true);
  expect(await isSiteOn("news.example")).toBe(true);
});

it("has every page on until it is switched off, and keeps no address beyond the session", async () => {
  await setPage("https://news.example/a", false);
  expect([await isPageOn("https://news.example/a"), await isPageOn("https://news.example/b")]).toEqual([false, true]);
  expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  await setPage("https://news.example/a", true);
  expect(await isPageOn("https://news.example/a")).toBe(true);
});

it("tells which site was switched until it is stopped", async () => {
  const changed = vi.fn();
  const controller = new AbortController();
  watchSites(changed, controller.signal);
  await setSite("news.example", false);
  await setPage("https://news.example/a", false);
  await setSite("news.example", true);
  controller.abort();
  await setSite("news.example", false);
  expect(changed.mock.calls).toEqual([
    ["news.example", false],
    ["news.example", true],
  ]);
});
