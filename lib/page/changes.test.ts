// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Read, watchChanges } from "./changes.ts";

let changed: ReturnType<typeof vi.fn<() => Promise<boolean>>>;
let last: Read;
let spent: number;
let controller: AbortController;
const root = () => document.querySelector("article") as Element;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = "<div id=ticker>1</div><main><article><p>text</p></article></main>";
  changed = vi.fn<() => Promise<boolean>>(async () => true);
  controller = new AbortController();
  last = { roots: [root()], shadows: [], unfinished: [] };
  spent = 0;
  watchChanges(
    document,
    () => last,
    changed,
    () => spent,
    controller.signal,
  );
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
  ["a class that may reveal text", () => root().setAttribute("class", "open")],
  ["a class around it", () => document.body.setAttribute("class", "expanded")],
  ["the page's language", () => document.documentElement.setAttribute("lang", "fr")],
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
  ["an attribute that hides nothing", () => root().setAttribute("data-read", "yes")],
  ["a class elsewhere", () => document.querySelector("#ticker")?.setAttribute("class", "up")],
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

it("rests ten times as long as reading took of the page's time, and as long as it took in all", async () => {
  const readAfter = async (ms: number) => {
    changed.mockClear();
    root().append("more");
    await vi.advanceTimersByTimeAsync(ms);
    return changed.mock.calls.length > 0;
  };
  changed.mockImplementation(async () => {
    spent += 500;
    return true;
  });
  expect(await readAfter(1000)).toBe(true);
  expect(await readAfter(3500)).toBe(false);
  expect(await readAfter(1500)).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  changed.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve(true), 3000)));
  expect(await readAfter(3500)).toBe(true);
  expect(await readAfter(1500)).toBe(false);
  expect(await readAfter(1500)).toBe(true);
});

it("reads less and less often what only moves", async () => {
  changed.mockImplementation(async () => false);
  const animate = async (seconds: number) => {
    changed.mockClear();
    for (let n = 0; n < seconds * 10; n++) {
      root().setAttribute("style", `left: ${n}px`);
      await vi.advanceTimersByTimeAsync(100);
    }
    return changed.mock.calls.length;
  };
  await animate(20);
  expect(await animate(32)).toBeLessThanOrEqual(4);
  // Text that comes in the middle of it is read at once.
  changed.mockClear();
  root().append("more");
  await vi.advanceTimersByTimeAsync(2500);
  expect(changed).toHaveBeenCalled();
});

it("never reads twice at a time, and reads once more what changed meanwhile", async () => {
  let finish: (different: boolean) => void = () => {};
  changed.mockImplementation(() => new Promise((resolve) => (finish = resolve)));
  root().append("more");
  await settle();
  root().append("more");
  await settle();
  expect(changed).toHaveBeenCalledOnce();
  finish(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(changed).toHaveBeenCalledTimes(2);
});

it("looks into shadow roots that were read, and waits for those to come", async () => {
  const host = document.createElement("x-story");
  root().append(host);
  last = { ...last, unfinished: [host] };
  await settle();
  changed.mockClear();
  const shadow = host.attachShadow({ mode: "open" });
  last = { ...last, unfinished: [], shadows: [shadow] };
  await settle();
  expect(changed).toHaveBeenCalledOnce();
  shadow.append("text");
  await settle();
  expect(changed).toHaveBeenCalledTimes(2);
});

it("stops with its signal, also where a reading is due", async () => {
  root().append("more");
  await vi.advanceTimersByTimeAsync(100);
  controller.abort();
  await settle();
  expect(changed).not.toHaveBeenCalled();
});
