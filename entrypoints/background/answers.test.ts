import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeDataset } from "../../lib/dataset/dataset.fake.ts";
import { storeInMemory } from "../../lib/dataset/deal-store.ts";
import { interfaceIn } from "../../lib/interface/i18n.ts";
import { eachMark, packMarks } from "../../lib/packed-marks.ts";
import { failure, success } from "../../lib/platform/result.ts";
import { FrameReading, type PageText } from "../../lib/protocol.ts";
import { fakeFigure } from "../../lib/reading/claim.fake.ts";
import type { Claim } from "../../lib/reading/types.ts";
import { DEFAULTS } from "../../lib/settings.ts";
import { createAnswers, type Needs } from "./answers.ts";

const DEAL = "northwind-contoso-2026";
const caller = { tab: 3, frame: 0, page: "https://news.example/a", isPrivate: false };
const text = `${"Some words come first and are many. ".repeat(4)}Northwind pays $20 billion for it, ${"and more words follow after. ".repeat(4)}`;
const page: PageText = {
  document: "d1",
  lang: "en",
  published: "2026-02-01",
  order: [7, 4],
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
  needs = {
    library: {
      open: async () =>
        success({ how: "stored" as const, why: null, disagreements: [], deals: storeInMemory(fakeDataset()) }),
    },
    loadLanguages: async () => {},
    read: vi.fn(async () => ({ lang: "en", published: null, asOf: "", deals: [DEAL], claims: [wrong, right] })),
    readings: {
      saveReading: async (tab, reading) => void stored.set(`${tab}:${reading.frame}`, FrameReading.parse(reading)),
      loadReading: async (tab, frame) => stored.get(`${tab}:${frame}`) ?? null,
      loadReadings: async (tab) =>
        [...stored].filter(([key]) => key.startsWith(`${tab}:`)).map(([, reading]) => reading),
      dropReading: async (tab, frame, document) => {
        const key = `${tab}:${frame}`;
        return stored.get(key)?.document === document && stored.delete(key);
      },
    },
    settings: async () => DEFAULTS,
    isSiteOn: async () => true,
    isPageOn: async () => true,
    loadTooltip: async () => true,
    showDiscrepancies: async (_tab, count) => void badge.push(count),
    pageSummary: async (tab) => ({
      on: true,
      site: null,
      page: null,
      main: null,
      frames: await needs.readings.loadReadings(tab),
    }),
    readAgain: vi.fn(async () => {}),
    ui: async () => interfaceIn("en"),
    remember: vi.fn(async () => {}),
    feedNames: async () => new Map([["theirs", "Their deals"]]),
    today: () => "2026-11-22",
  };
});

describe("readPage", () => {
  it("reads an article whose text came in parts as one that came at once", async () => {
    const { keepBlocks, readPage } = createAnswers(needs).handlers;
    const [first, ...others] = page.blocks;
    await keepBlocks({ document: page.document, blocks: others }, caller);
    await readPage({ ...page, blocks: first ? [first] : [] }, caller);
    expect(vi.mocked(needs.read).mock.calls[0]?.[1].blocks).toEqual(page.blocks);
  });

  it("asks whether a page is read when its first part comes, once; of another page again", async () => {
    const isPageOn = vi.fn(async (address: string) => address === caller.page);
    const { keepBlocks, readPage } = createAnswers({ ...needs, isPageOn }).handlers;
    const part = { document: page.document, blocks: [] };
    await keepBlocks(part, caller);
    expect(isPageOn).toHaveBeenCalledExactlyOnceWith(caller.page);
    expect(await readPage(page, caller)).toMatchObject({ value: { state: "read" } });
    expect(isPageOn).toHaveBeenCalledOnce();
    await keepBlocks(part, caller);
    const other = { ...caller, page: `${caller.page}/other` };
    expect(await readPage(page, other)).toEqual({ ok: true, value: { state: "off" } });
  });

  it("asks again where a page's question comes long after its first part: it may have been switched off", async () => {
    let isOn = true;
    const { keepBlocks, readPage } = createAnswers({ ...needs, isPageOn: async () => isOn }).handlers;
    await keepBlocks({ document: page.document, blocks: [] }, caller);
    isOn = false;
    const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + 60_000);
    expect(await readPage(page, caller)).toEqual({ ok: true, value: { state: "off" } });
    now.mockRestore();
  });

  it("gives back the marks in reading order, and keeps the reading", async () => {
    const result = await createAnswers(needs).handlers.readPage(page, caller);
    expect(result).toEqual({
      ok: true,
      value: {
        state: "read",
        marks: packMarks([
          { id: 0, block: 7, start: 15, end: 25, verdict: "confirmed" },
          { id: 1, block: 4, start: wrong.start, end: wrong.end, verdict: "discrepancy" },
        ]),
      },
    });
    expect(stored.get("3:0")).toMatchObject({
      document: "d1",
      state: "read",
      published: "2026-02-01",
      asOf: "2026-11-22",
    });
  });

  it("remembers which deals were read about, but nothing of private windows", async () => {
    const { readPage } = createAnswers(needs).handlers;
    await readPage(page, { ...caller, isPrivate: true });
    expect(needs.remember).not.toHaveBeenCalled();
    await readPage(page, caller);
    expect(needs.remember).toHaveBeenCalledExactlyOnceWith([DEAL], "2026-11-22");
  });

  it("reads when the page's languages have been loaded", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    needs.loadLanguages = vi.fn(() => promise);
    const reading = createAnswers(needs).handlers.readPage(page, caller);
    await vi.waitFor(() => expect(stored.size).toBe(1));
    expect(needs.loadLanguages).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ blocks: page.blocks }));
    expect(needs.read).not.toHaveBeenCalled();
    resolve();
    expect(await reading).toMatchObject({ ok: true, value: { state: "read" } });
  });

  it("says so where the page's languages cannot be loaded", async () => {
    vi.spyOn(console, "error").mockImplementationOnce(() => {});
    needs.loadLanguages = () => Promise.reject(new Error("The package's reading/en.json expected"));
    expect(await createAnswers(needs).handlers.readPage(page, caller)).toMatchObject({ ok: false });
    expect(stored.get("3:0")).toMatchObject({ state: "error", error: expect.stringContaining("reading/en.json") });
  });

  it("judges as of today", async () => {
    await createAnswers(needs).handlers.readPage(page, caller);
    expect(needs.read).toHaveBeenCalledWith(
      expect.objectContaining({ size: 1 }),
      expect.objectContaining({ blocks: page.blocks }),
      { asOf: "2026-11-22" },
    );
  });

  it("keeps some of the text around a figure, cut between words", async () => {
    await createAnswers(needs).handlers.readPage(page, caller);
    const row = stored.get("3:0")?.rows[1];
    expect(row?.before).toMatch(/^…\w+ .{20,70}Northwind pays $/);
    expect(row?.after).toMatch(/^ for it, .{20,70}[\w.]…$/);
    expect(stored.get("3:0")?.rows[0]).toMatchObject({ before: "Northwind pays ", after: "" });
  });

  it("shows the last count last, however long one before it takes", async () => {
    const { handlers } = createAnswers(needs);
    let first = true;
    const delays: (() => void)[] = [];
    needs.showDiscrepancies = async (_tab, count) => {
      if (first) {
        first = false;
        await new Promise<void>((resolve) => delays.push(resolve));
      }
      badge.push(count);
    };
    await handlers.readPage(page, caller);
    await vi.waitFor(() => expect(delays).toHaveLength(1));
    await handlers.readPage(page, { ...caller, frame: 5 });
    await new Promise((resolve) => setTimeout(resolve));
    delays[0]?.();
    await vi.waitFor(() => expect(badge).toEqual([1, 2]));
  });

  it("counts the discrepancies of all frames", async () => {
    const { readPage } = createAnswers(needs).handlers;
    await readPage(page, caller);
    await readPage(page, { ...caller, frame: 5 });
    await readPage(page, { ...caller, tab: 9 });
    await vi.waitFor(() => expect(badge).toEqual([1, 2, 1]));
  });

  it("reads nothing where the site is off, and forgets what was read before", async () => {
    await createAnswers(needs).handlers.readPage(page, caller);
    const off = createAnswers({ ...needs, isSiteOn: async (host) => host !== "news.example" }).handlers;
    expect(await off.readPage(page, caller)).toEqual({ ok: true, value: { state: "off" } });
    expect([stored.size, badge.at(-1)]).toEqual([0, 0]);
    expect(needs.read).toHaveBeenCalledOnce();
  });

  it.each<[string, Partial<Needs>]>([
    ["this page is off", { isPageOn: async (address) => address !== caller.page }],
    ["everything is off", { settings: async () => ({ ...DEFAULTS, on: false }) }],
  ])("reads nothing where %s", async (_, switches) => {
    const off = createAnswers({ ...needs, ...switches }).handlers;
    expect(await off.readPage(page, caller)).toEqual({ ok: true, value: { state: "off" } });
    expect(needs.read).not.toHaveBeenCalled();
  });

  it("reads the whole article where only a part of it was sent", async () => {
    const { readPage } = createAnswers(needs).handlers;
    await readPage(page, caller);
    await readPage({ ...page, order: [7, 4, 9], blocks: [{ id: 9, text: "More", role: "text" }] }, caller);
    expect(vi.mocked(needs.read).mock.lastCall?.[1].blocks.map(({ id }) => id)).toEqual([7, 4, 9]);
  });

  it("asks for the whole article where it has forgotten what was sent before", async () => {
    const change = { ...page, blocks: [] };
    expect(await createAnswers(needs).handlers.readPage(change, caller)).toEqual({
      ok: true,
      value: { state: "needs-context" },
    });
  });

  it("keeps the reading of the page as it is now, whichever is done last", async () => {
    const { readPage } = createAnswers(needs).handlers;
    const slow = Promise.withResolvers<Awaited<ReturnType<Needs["read"]>>>();
    vi.mocked(needs.read).mockReturnValueOnce(slow.promise);
    const first = readPage(page, caller);
    await vi.waitFor(() => expect(needs.read).toHaveBeenCalled());
    await readPage(page, caller);
    slow.resolve({ lang: "en", published: null, asOf: "", deals: [], claims: [] });
    expect(await first).toEqual(success({ state: "read", marks: [] }));
    expect(stored.get("3:0")).toMatchObject({ state: "read", rows: [{ id: 0 }, { id: 1 }] });
  });

  it("keeps nothing of a page that was left while it was read", async () => {
    const { readPage, leavePage } = createAnswers(needs).handlers;
    const slow = Promise.withResolvers<Awaited<ReturnType<Needs["read"]>>>();
    vi.mocked(needs.read).mockReturnValueOnce(slow.promise);
    const reading = readPage(page, caller);
    await vi.waitFor(() => expect(needs.read).toHaveBeenCalled());
    await leavePage({ document: "d1" }, caller);
    slow.resolve({ lang: "en", published: null, asOf: "", deals: [DEAL], claims: [right] });
    await reading;
    expect(stored.size).toBe(0);
  });

  it("keeps the id of a claim that others come before", async () => {
    const { readPage } = createAnswers(needs).handlers;
    await readPage(page, caller);
    const earlier = { ...right, start: 0, end: 9, text: "Northwind" };
    vi.mocked(needs.read).mockResolvedValue({
      lang: "en",
      published: null,
      asOf: "",
      deals: [DEAL],
      claims: [earlier, wrong, right],
    });
    const result = await readPage(page, caller);
    const marks = result.ok && result.value.state === "read" ? result.value.marks : [];
    const ids: number[] = [];
    eachMark(marks, (id) => ids.push(id));
    expect(ids).toEqual([2, 0, 1]);
  });

  it("keeps why it failed without a dataset", async () => {
    const open = async () => failure("no-dataset", "gone");
    expect(await createAnswers({ ...needs, library: { open } }).handlers.readPage(page, caller)).toEqual(
      failure("no-dataset", "gone"),
    );
    expect(stored.get("3:0")).toMatchObject({ state: "error", error: "gone" });
  });

  it("keeps why it failed where reading throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const read = () => {
      throw new Error("a pack is broken");
    };
    expect(await createAnswers({ ...needs, read }).handlers.readPage(page, caller)).toEqual(
      failure("failed", "a pack is broken"),
    );
    expect(stored.get("3:0")).toMatchObject({ state: "error", error: "a pack is broken" });
  });
});

describe("leavePage", () => {
  it("forgets a frame that has gone, and counts the others", async () => {
    const { readPage, leavePage } = createAnswers(needs).handlers;
    await readPage(page, caller);
    await readPage(page, { ...caller, frame: 5 });
    await vi.waitFor(() => expect(badge).toEqual([1, 2]));
    expect(await leavePage({ document: "d1" }, { ...caller, frame: 5 })).toEqual(success(true));
    expect([[...stored.keys()], badge]).toEqual([["3:0"], [1, 2, 1]]);
  });

  it("leaves the document that has come in its place", async () => {
    const { readPage, leavePage } = createAnswers(needs).handlers;
    await readPage(page, caller);
    expect(await leavePage({ document: "d0" }, caller)).toEqual(success(false));
    expect(stored.size).toBe(1);
  });

  it("leaves the document that comes in its place while it is forgotten: a background that has just started hears of both at once", async () => {
    const { readPage, leavePage } = createAnswers(needs).handlers;
    await readPage({ ...page, document: "d0" }, caller);
    const left = leavePage({ document: "d0" }, caller);
    await Promise.all([left, readPage(page, caller)]);
    expect(stored.get("3:0")).toMatchObject({ document: "d1", state: "read", rows: [{ id: 0 }, { id: 1 }] });
  });
});

describe("claimDetails", () => {
  it("explains a claim, with its place among the page's", async () => {
    const answers = createAnswers(needs).handlers;
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

  it("names the feeds that disagree as readers know them", async () => {
    const figure = { metric: "amount" as const, value: 2e9, unit: "USD", qualifier: "exact" as const };
    const says = ["theirs", "gone"].map((feed) => ({ feed, figure }));
    needs.library.open = async () =>
      success({
        how: "stored" as const,
        why: null,
        disagreements: [{ deal: DEAL, name: "A–B", metric: "amount" as const, says }],
        deals: storeInMemory(fakeDataset()),
      });
    const against = fakeFigure({ deal: DEAL, value: 2e9 });
    const disputed = claim(7, "$2 billion", { notes: ["disputed"], against });
    needs.read = async () => ({ lang: "en", published: null, asOf: "", deals: [DEAL], claims: [disputed] });
    const answers = createAnswers(needs).handlers;
    await answers.readPage(page, caller);
    const result = await answers.claimDetails({ document: "d1", claim: 0 }, caller);
    expect(result).toMatchObject({
      value: { notes: [expect.any(String), "Their deals: $2 billion", "gone: $2 billion"] },
    });
  });

  it("counts over all frames, as the keys go from mark to mark", async () => {
    const answers = createAnswers(needs).handlers;
    await answers.readPage(page, caller);
    await answers.readPage(page, { ...caller, frame: 5 });
    const result = await answers.claimDetails({ document: "d1", claim: 0 }, { ...caller, frame: 5 });
    expect(result).toMatchObject({ value: { position: "3 of 4" } });
  });

  it("counts only discrepancies where only they are shown", async () => {
    const answers = createAnswers({
      ...needs,
      settings: async () => ({ ...DEFAULTS, show: "discrepancies" as const }),
    }).handlers;
    await answers.readPage(page, caller);
    expect(await answers.claimDetails({ document: "d1", claim: 1 }, caller)).toMatchObject({
      value: { position: "1 of 1" },
    });
  });

  it.each([
    ["another claim", { document: "d1", claim: 2 }, caller],
    ["another document", { document: "d0", claim: 1 }, caller],
    ["another frame", { document: "d1", claim: 1 }, { ...caller, frame: 1 }],
  ])("does not know %s", async (_, request, from) => {
    const answers = createAnswers(needs).handlers;
    await answers.readPage(page, caller);
    expect(await answers.claimDetails(request, from)).toMatchObject({ ok: false, error: { code: "forgotten" } });
  });
});

describe("pageSummary", () => {
  it("has a page read again of which what was found is lost", async () => {
    const answers = createAnswers(needs).handlers;
    await answers.readPage(page, caller);
    expect(await answers.pageSummary({ tab: 3 })).toMatchObject({
      value: { frames: [{ rows: [{ id: 0 }, { id: 1 }] }] },
    });
    expect(needs.readAgain).not.toHaveBeenCalled();
    stored.set("3:0", { ...(stored.get("3:0") as FrameReading), state: "lost", rows: [] });
    expect(await answers.pageSummary({ tab: 3 })).toMatchObject({ value: { frames: [{ state: "lost" }] } });
    expect(needs.readAgain).toHaveBeenCalledExactlyOnceWith(3);
  });
});

it("says which dataset is in use", async () => {
  expect(await createAnswers(needs).handlers.datasetState(null)).toEqual({
    ok: true,
    value: { version: "2026-02-01.1", date: "2026-02-01", deals: 1, how: "stored", why: null },
  });
});
