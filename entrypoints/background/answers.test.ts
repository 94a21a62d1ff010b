import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeDataset } from "../../lib/dataset/dataset.fake.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { interfaceIn } from "../../lib/interface/i18n.ts";
import { failure, success } from "../../lib/platform/result.ts";
import { FrameReading, type FrameState, type PageText } from "../../lib/protocol.ts";
import type { Claim, Page } from "../../lib/reading/types.ts";
import { createAnswers, type Needs } from "./answers.ts";

const DEAL = "northwind-contoso-2026";
const caller = { tab: 3, frame: 0, host: "news.example" };
const text = `${"Some words come first and are many. ".repeat(4)}Northwind pays $20 billion for it, ${"and more words follow after. ".repeat(4)}`;
const page: PageText = {
  document: "d1",
  lang: "en",
  published: "2026-02-01",
  blocks: [
    { id: 7, text: "Northwind pays $2 billion", role: "title" },
    { id: 4, text, role: "text" },
  ],
};
const claim = (block: number, quote: string, parts: Partial<Claim> = {}): Claim => {
  const start = page.blocks.find((one) => one.id === block)?.text.indexOf(quote) ?? -1;
  return {
    block,
    start,
    end: start + quote.length,
    text: quote,
    deal: DEAL,
    metric: "amount",
    value: 2e9,
    valueTo: null,
    unit: "USD",
    qualifier: "exact",
    verdict: "confirmed",
    reason: null,
    factor: null,
    historical: false,
    notes: [],
    expected: null,
    now: null,
    against: null,
    evidence: { deal: [], metric: [] },
    confidence: 1,
    ...parts,
  };
};
const wrong = claim(4, "$20 billion", { value: 20e9, verdict: "discrepancy", reason: "scale", factor: 10 });
const right = claim(7, "$2 billion");

/** The readings in memory, parsed as when they come from storage. */
let stored: Map<string, FrameReading>;
let needs: Needs;
let badge: number[];
beforeEach(() => {
  stored = new Map();
  badge = [];
  const index = createDealIndex(fakeDataset(), { find: () => [] });
  needs = {
    library: { open: async () => success({ dataset: fakeDataset(), how: "stored" as const, why: null, index }) },
    read: vi.fn(() => ({ lang: "en", published: null, asOf: "", deals: [DEAL], claims: [wrong, right] })),
    readings: {
      saveReading: async (tab, reading) => void stored.set(`${tab}:${reading.frame}`, FrameReading.parse(reading)),
      loadReading: async (tab, frame) => stored.get(`${tab}:${frame}`) ?? null,
      loadReadings: async (tab) =>
        [...stored].filter(([key]) => key.startsWith(`${tab}:`)).map(([, reading]) => reading),
      dropReading: async (tab, frame) => void stored.delete(`${tab}:${frame}`),
    },
    isSiteOn: async () => true,
    showDiscrepancies: async (_tab, count) => void badge.push(count),
    askFrameState: async () => failure("no-answer", ""),
    addressOf: async () => null,
    ui: () => interfaceIn("en"),
    today: () => "2026-11-22",
  };
});

describe("readPage", () => {
  it("gives back the marks in reading order, and keeps the reading", async () => {
    const result = await createAnswers(needs).readPage(page, caller);
    expect(result).toEqual({
      ok: true,
      value: {
        state: "read",
        marks: [
          { id: 0, block: 7, start: 15, end: 25, verdict: "confirmed" },
          { id: 1, block: 4, start: wrong.start, end: wrong.end, verdict: "discrepancy" },
        ],
      },
    });
    expect(stored.get("3:0")).toMatchObject({
      document: "d1",
      state: "read",
      published: "2026-02-01",
      asOf: "2026-11-22",
    });
  });

  it("judges as of today", async () => {
    await createAnswers(needs).readPage(page, caller);
    expect(needs.read).toHaveBeenCalledWith(page satisfies Page, expect.anything(), { asOf: "2026-11-22" });
  });

  it("keeps some of the text around a figure, cut between words", async () => {
    await createAnswers(needs).readPage(page, caller);
    const row = stored.get("3:0")?.rows[1];
    expect(row?.before).toMatch(/^…\w+ .{20,70}Northwind pays $/);
    expect(row?.after).toMatch(/^ for it, .{20,70}[\w.]…$/);
    expect(stored.get("3:0")?.rows[0]).toMatchObject({ before: "Northwind pays ", after: "" });
  });

  it("counts the discrepancies of all frames", async () => {
    const { readPage } = createAnswers(needs);
    await readPage(page, caller);
    await readPage(page, { ...caller, frame: 5 });
    await readPage(page, { ...caller, tab: 9 });
    expect(badge).toEqual([1, 2, 1]);
  });

  it("reads nothing where the site is off, and forgets what was read before", async () => {
    await createAnswers(needs).readPage(page, caller);
    const off = createAnswers({ ...needs, isSiteOn: async (host) => host !== "news.example" });
    expect(await off.readPage(page, caller)).toEqual({ ok: true, value: { state: "off" } });
    expect([stored.size, badge.at(-1)]).toEqual([0, 0]);
    expect(needs.read).toHaveBeenCalledOnce();
  });

  it("keeps why it failed without a dataset", async () => {
    const open = async () => failure("no-dataset", "gone");
    expect(await createAnswers({ ...needs, library: { open } }).readPage(page, caller)).toEqual(
      failure("no-dataset", "gone"),
    );
    expect(stored.get("3:0")).toMatchObject({ state: "error", error: "gone" });
  });

  it("keeps why it failed where reading throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const read = () => {
      throw new Error("a pack is broken");
    };
    expect(await createAnswers({ ...needs, read }).readPage(page, caller)).toEqual(
      failure("failed", "a pack is broken"),
    );
    expect(stored.get("3:0")).toMatchObject({ state: "error", error: "a pack is broken" });
  });
});

describe("claimDetails", () => {
  it("explains a claim, with its place among the page's", async () => {
    const answers = createAnswers(needs);
    await answers.readPage(page, caller);
    const result = await answers.claimDetails({ document: "d1", claim: 1 }, caller);
    expect(result).toMatchObject({
      ok: true,
      value: {
        verdict: "discrepancy",
        position: "2 of 2",
        said: { figure: "$20 billion" },
        dataset: "Dataset of Feb 1, 2026",
      },
    });
  });

  it.each([
    ["another claim", { document: "d1", claim: 2 }, caller],
    ["another document", { document: "d0", claim: 1 }, caller],
    ["another frame", { document: "d1", claim: 1 }, { ...caller, frame: 1 }],
  ])("does not know %s", async (_, request, from) => {
    const answers = createAnswers(needs);
    await answers.readPage(page, caller);
    expect(await answers.claimDetails(request, from)).toMatchObject({ ok: false, error: { code: "forgotten" } });
  });
});

describe("pageSummary", () => {
  const main: FrameState = { document: "d1", host: "news.example", state: "read", marks: 2, tooltip: null };

  it("says what was found in a tab", async () => {
    const answers = createAnswers({ ...needs, askFrameState: async () => success(main) });
    await answers.readPage(page, caller);
    expect(await answers.pageSummary({ tab: 3 })).toMatchObject({
      ok: true,
      value: { site: { host: "news.example", on: true }, main, frames: [{ rows: [{ id: 0 }, { id: 1 }] }] },
    });
  });

  it("leaves out what was found in the page before", async () => {
    const answers = createAnswers({ ...needs, askFrameState: async () => success({ ...main, document: "d2" }) });
    await answers.readPage(page, caller);
    expect(await answers.pageSummary({ tab: 3 })).toMatchObject({ value: { frames: [] } });
  });

  it.each([
    ["https://news.example/a?b", { host: "news.example", on: true }],
    ["chrome://settings", null],
    [null, null],
  ])("names the site at %s where no content script runs", async (address, site) => {
    const answers = createAnswers({ ...needs, addressOf: async () => address });
    expect(await answers.pageSummary({ tab: 3 })).toEqual({ ok: true, value: { site, main: null, frames: [] } });
  });
});

it("says which dataset is in use", async () => {
  expect(await createAnswers(needs).datasetState(null)).toEqual({
    ok: true,
    value: { version: "2026-02-01.1", date: "2026-02-01", deals: 1, how: "stored", why: null },
  });
});
