// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MarkPlace, Marks } from "../../lib/page/marks.ts";
import { failure, type Result, success } from "../../lib/platform/result.ts";
import type { PageMarks, PageText } from "../../lib/protocol.ts";
import { createPageReader } from "./page-reader.ts";

let shown: MarkPlace[];
let asked: PageText[];
let answer: (page: PageText) => Result<PageMarks> | Promise<Result<PageMarks>>;
const marks: Marks = {
  show: (places) => {
    shown = [...places];
  },
  emphasise: () => {},
  rangeOf: () => null,
  at: () => null,
  ids: [],
};
const found = (page: PageText): Result<PageMarks> =>
  success({
    state: "read",
    marks: page.blocks.map((block, id) => ({ id, block: block.id, start: 0, end: 3, verdict: "confirmed" as const })),
  });

beforeEach(() => {
  shown = [];
  asked = [];
  answer = found;
  document.body.innerHTML = "<article><p>100 billion</p></article>";
});

function reader(signal = new AbortController().signal) {
  return createPageReader({
    document,
    marks,
    mayHoldQuantity: (text) => /\d/.test(text),
    readPage: async (page) => {
      asked.push(page);
      return answer(page);
    },
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

  it("asks nothing about a page without figures", async () => {
    document.body.innerHTML = "<article><p>No numbers</p></article>";
    const one = reader();
    await one.read();
    expect([asked, one.state]).toEqual([[], "no-figures"]);
  });

  it("asks once about the same text, and marks it again where it stands now", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>100 billion</p></article>";
    await one.read();
    expect(asked).toHaveLength(1);
    expect(shown[0]?.pieces[0]?.node.isConnected).toBe(true);
  });

  it("asks again about changed text, in which unchanged blocks keep their ids", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>2 first</p><p>100 billion</p></article>";
    await one.read();
    expect(asked[1]?.blocks.map((block) => [block.id, block.text])).toEqual([
      [1, "2 first"],
      [0, "100 billion"],
    ]);
  });

  it("tells the background when the figures are gone", async () => {
    const one = reader();
    await one.read();
    document.body.innerHTML = "<article><p>Nothing</p></article>";
    await one.read();
    expect([asked.length, asked[1]?.blocks, shown, one.state]).toEqual([2, [], [], "no-figures"]);
  });

  it("marks nothing where the site is off", async () => {
    answer = () => success({ state: "off" });
    const one = reader();
    await one.read();
    expect([shown, one.state]).toEqual([[], "off"]);
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
    document.body.innerHTML = "<article><p>200 billion</p></article>";
    const second = one.read();
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
