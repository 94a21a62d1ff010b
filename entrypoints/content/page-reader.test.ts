// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { packMarks } from "../../lib/packed-marks.ts";
import type { MarkPlace, Marks } from "../../lib/page/marks.ts";
import { failure, type Result, success } from "../../lib/platform/result.ts";
import type { PageMarks, PagePart, PageText } from "../../lib/protocol.ts";
import type { Settings } from "../../lib/settings.ts";
import { createPageReader } from "./page-reader.ts";

let shown: MarkPlace[];
let asked: PageText[];
let parts: PagePart[];
let answer: (page: PageText) => Result<PageMarks> | Promise<Result<PageMarks>>;
const marks: Marks = {
  show: (places) => {
    shown = [...places];
  },
  emphasise: () => {},
  rangeOf: () => null,
  at: () => null,
  shown: [],
  isEmpty: true,
};
let settings: Pick<Settings, "on" | "marks" | "show">;
let siteOn: boolean;
let changes: number;
const found = (page: PageText): Result<PageMarks> =>
  success({
    state: "read",
    marks: packMarks(page.order.map((block, id) => ({ id, block, start: 0, end: 3, verdict: "confirmed" }))),
  });

beforeEach(() => {
  shown = [];
  asked = [];
  parts = [];
  answer = found;
  settings = { on: true, marks: true, show: "all" };
  siteOn = true;
  changes = 0;
  document.body.innerHTML = "<article><p>100 billion</p></article>";
});

function reader(signal = new AbortController().signal) {
  return createPageReader({
    document,
    marks,
    mayHoldQuantity: (text) => /\d/.test(text),
    keepBlocks: (part) => void parts.push(part),
    readPage: async (page) => {
      asked.push(page);
      return answer(page);
    },
    readMetadata: () => ({}),
    settings: () => settings,
    isSiteOn: async () => siteOn,
    pause: async () => {},
    changes: () => changes,
    changed: () => {},
    signal,
  });
}

describe("createPageReader", () => {
  it("asks about a page with figures and marks what is found", async () => {
    const one = reader();
    await one.read();
    expect(asked).toMatchObject([{ document: one.document, blocks: [{ text: "100 billion" }] }]);
    expect(shown).toMatchObject([{ id: 0, start: 0, end: 3, pieces: [{ length: 11 }] }]);
    expect(one.state).toBe("read");
  });

  it("asks nothing about a page without figures, and wakes nobody for it", async () => {
    document.body.innerHTML = "<article><p>No numbers</p></article>";
    const one = reader();
    await one.read();
    expect([asked, parts, one.state]).toEqual([[], [], "no-figures"]);
  });

  it("wakes the background before it reads the page, once", async () => {
    const one = reader();
    await one.read();
    await one.read(true);
    expect(parts).toEqual([{ document: one.document, blocks: [] }]);
  });

  it("sends a long article in parts, each block once and none twice", async () => {
    const paragraph = "5 words ".repeat(10_000);
    document.body.innerHTML = `<article>${Array.from({ length: 9 }, (_, i) => `<p>${i} ${paragraph}</p>`).join("")}</article>`;
    await reader().read();
    const messages = [...parts, ...asked].map(({ blocks }) => blocks.map(({ id }) => id));
    expect(messages.length).toBeGreaterThan(2);
    expect(messages.flat()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(asked.map(({ order }) => order)).toEqual([messages.flat()]);
    expect(shown).toHaveLength(9);
  });

  it("sends every part again to a background that has forgotten them", async () => {
    const paragraph = "5 words ".repeat(50_000);
    document.body.innerHTML = `<article><p>1 ${paragraph}</p><p>2 ${paragraph}</p></article>`;
    answer = (page) => (asked.length === 1 ? success({ state: "needs-context" }) : found(page));
    await reader().read();
    expect([...parts, ...asked].flatMap(({ blocks }) => blocks.map(({ id }) => id))).toEqual([0, 0, 1, 1]);
    expect(shown).toHaveLength(2);
  });

  it("asks once about the same text, and marks it again where it stands now", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>100 billion</p></article>";
    await one.read();
    expect(asked).toHaveLength(1);
    expect(shown[0]?.pieces[0]?.node.isConnected).toBe(true);
  });

  it("sends of a changed page only the blocks that changed, with the order of all", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>2 first</p><p>100 billion</p></article>";
    await one.read();
    expect(asked[1]?.order).toEqual([1, 0]);
    expect(asked[1]?.blocks.map((block) => [block.id, block.text])).toEqual([[1, "2 first"]]);
  });

  it("sends a block again that is another kind of block now", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><h2>100 billion</h2></article>";
    await one.read();
    expect(asked[1]?.blocks).toMatchObject([{ id: 0, role: "heading" }]);
  });

  it("sends all blocks to a background that has forgotten them", async () => {
    const one = reader();
    await one.read();
    answer = (page) => (page.blocks.length < page.order.length ? success({ state: "needs-context" }) : found(page));
    document.body.innerHTML = "<article><p>2 first</p><p>100 billion</p></article>";
    await one.read();
    expect(asked.map((page) => page.blocks.length)).toEqual([1, 1, 2]);
    expect([one.state, shown.length]).toEqual(["read", 2]);
  });

  it.each<[string, () => void]>([
    ["everything", () => Object.assign(settings, { on: false })],
    [
      "its site",
      () => {
        siteOn = false;
      },
    ],
  ])("reads nothing where %s is off, and has what was found dropped", async (_, off) => {
    const one = reader();
    await one.read();
    off();
    await one.read(true);
    expect([one.state, shown]).toEqual(["off", []]);
    expect(asked.slice(1)).toEqual([{ document: one.document, order: [], blocks: [] }]);
    await one.read(true);
    expect(asked).toHaveLength(2);
  });

  it("shows only discrepancies where only they are asked for, without asking again", async () => {
    const one = reader();
    await one.read();
    Object.assign(settings, { show: "discrepancies" });
    one.redraw();
    expect([shown, asked.length]).toEqual([[], 1]);
  });

  it("begins anew where the page changes while it is read, and reads it in the end all the same", async () => {
    document.body.innerHTML = `<article>${"<p>100 billion</p>".repeat(800)}</article>`;
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 10));
    const pause = vi.fn(async () => {
      changes++;
    });
    const one = createPageReader({
      document,
      marks,
      mayHoldQuantity: () => true,
      readMetadata: () => ({}),
      keepBlocks: () => {},
      readPage: async (page) => found(page),
      settings: () => settings,
      isSiteOn: async () => true,
      pause,
      changes: () => changes,
      changed: () => {},
      signal: new AbortController().signal,
    });
    await one.read();
    vi.restoreAllMocks();
    expect(pause).toHaveBeenCalledTimes(2);
    expect(shown).toHaveLength(800);
  });

  it("tells the background when the figures are gone", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>Nothing</p></article>";
    await one.read();
    expect([asked.length, asked[1]?.order, shown, one.state]).toEqual([2, [], [], "no-figures"]);
  });

  it("marks nothing where the site is off", async () => {
    answer = () => success({ state: "off" });
    const one = reader();
    await one.read();
    expect([shown, one.state]).toEqual([[], "off"]);
    document.body.innerHTML = "<article><p>200 billion</p></article>";
    await one.read();
    expect(asked).toHaveLength(1);
  });

  it("asks again at the next change after a failure", async () => {
    answer = () => failure("no-dataset", "gone");
    const one = reader();
    await one.read();
    expect(one.state).toBe("error");
    answer = found;
    await one.read();
    expect([asked.length, shown.length, one.state]).toEqual([2, 1, "read"]);
  });

  it("asks once more where nobody answered", async () => {
    vi.useFakeTimers();
    answer = (page) => (asked.length === 1 ? failure("no-answer", "asleep") : found(page));
    const one = reader();
    const reading = one.read();
    await vi.runAllTimersAsync();
    await reading;
    vi.useRealTimers();
    expect([asked.length, one.state]).toEqual([2, "read"]);
  });

  it("takes only the answer to the latest text", async () => {
    const waiting: ((result: Result<PageMarks>) => void)[] = [];
    answer = () => new Promise((resolve) => waiting.push(resolve));
    const one = reader();
    const first = one.read();
    await vi.waitUntil(() => asked.length === 1);
    document.body.innerHTML = "<article><p>200 billion</p></article>";
    const second = one.read();
    await vi.waitUntil(() => asked.length === 2);
    waiting[1]?.(found(asked[1] as PageText));
    waiting[0]?.(success({ state: "off" }));
    await Promise.all([first, second]);
    expect([one.state, shown.length]).toEqual(["read", 1]);
  });

  it("marks nothing after the extension is gone", async () => {
    const controller = new AbortController();
    answer = (page) => {
      controller.abort();
      return found(page);
    };
    await reader(controller.signal).read();
    expect(shown).toEqual([]);
  });
});
