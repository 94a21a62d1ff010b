// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchChanges } from "./changes.ts";

let changed: ReturnType<typeof vi.fn<() => void>>;
let controller: AbortController;
const root = () => document.querySelector("article") as Element;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<div id=ticker>1</div><main><article><p>text</p></article></main>";
  changed = vi.fn<() => void>();
  controller = new AbortController();
  const roots = [root()];
  watchChanges(document, () => roots, changed, controller.signal);
});
afterEach(() => {
  controller.abort();
  vi.useRealTimers();
});

/** Mutations are told in a microtask of their own. */
const settle = () => vi.advanceTimersByTimeAsync(2500);

it.each<[string, () => void]>([
  ["new text", () => root().append(document.createElement("p"))],
  ["changed text", () => root().firstElementChild?.firstChild?.replaceWith("other")],
  ["an entry beside it", () => document.querySelector("main")?.append(document.createElement("article"))],
  [
    "another article in its place",
    () => document.querySelector("main")?.replaceChildren(document.createElement("article")),
  ],
])("notices %s", async (_, change) => {
  change();
  await settle();
  expect(changed).toHaveBeenCalledOnce();
});

it.each<[string, () => void]>([
  ["a ticker elsewhere", () => document.querySelector("#ticker")?.append("2")],
  ["what is added to the end of the body", () => document.body.append(document.createElement("div"))],
  ["the head", () => document.head.append(document.createElement("style"))],
  ["an element on the root", () => document.documentElement.append(document.createElement("dm-tip"))],
  ["an attribute", () => root().setAttribute("class", "read")],
])("pays no heed to %s", async (_, change) => {
  change();
  await settle();
  expect(changed).not.toHaveBeenCalled();
});

it("waits for a pause, and reads a burst once", async () => {
  for (let n = 0; n < 5; n++) {
    root().append("more");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(changed).not.toHaveBeenCalled();
  await settle();
  expect(changed).toHaveBeenCalledOnce();
});

it("reads a page that never pauses all the same", async () => {
  for (let n = 0; n < 50; n++) {
    root().append("more");
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(changed.mock.calls.length).toBeGreaterThan(1);
  expect(changed.mock.calls.length).toBeLessThan(5);
});

it("stops with its signal, also where a reading is due", async () => {
  root().append("more");
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  await settle();
  expect(changed).not.toHaveBeenCalled();
});
