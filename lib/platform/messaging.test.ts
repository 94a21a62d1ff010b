import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { feedsProtocol } from "../feeds-protocol.ts";
import { answerAsBackground, type BackgroundHandlers } from "./answering.ts";
import { askBackground } from "./messaging.ts";
import { failure, success } from "./result.ts";

const ID = "test-extension";
const ORIGIN = "chrome-extension://test-extension";
vi.stubGlobal("location", { origin: ORIGIN });
const dataset = { version: "2026-11-22.1", date: "2026-11-22", deals: 3, how: "stored", why: null } as const;
const handlers = {
  keepBlocks: vi.fn(async () => success(true)),
  readPage: vi.fn<BackgroundHandlers["readPage"]>(async () => success({ state: "off" })),
  loadTooltip: vi.fn<BackgroundHandlers["loadTooltip"]>(async () => success(true)),
  leavePage: vi.fn<BackgroundHandlers["leavePage"]>(async () => success(true)),
  claimDetails: vi.fn<BackgroundHandlers["claimDetails"]>(async () => failure("forgotten", "gone")),
  pageSummary: vi.fn<BackgroundHandlers["pageSummary"]>(async () =>
    success({ on: true, site: null, page: null, main: null, frames: [] }),
  ),
  datasetState: vi.fn<BackgroundHandlers["datasetState"]>(async () => success(dataset)),
};
/** None of these is asked for here. */
const feedHandlers = Object.fromEntries(
  Object.keys(feedsProtocol).map((name) => [name, vi.fn(async () => failure("failed", "not here"))]),
) as unknown as Pick<BackgroundHandlers, keyof typeof feedsProtocol>;

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown;
const listeners: Listener[] = [];
const content = { id: ID, tab: { id: 3, incognito: false }, frameId: 0, url: "https://news.example/a" };
const page = { id: ID, url: `${ORIGIN}/popup.html` };

/** As the browser delivers a message, with the sender that the browser vouches for. */
function deliver(type: string, data: unknown, sender: unknown): Promise<{ res: unknown }> {
  return new Promise((resolve) => {
    for (const listener of listeners)
      listener({ id: 1, type, data, timestamp: 1 }, sender, resolve as (value: unknown) => void);
  });
}

/** The messaging package speaks to `chrome`, in callbacks. */
vi.stubGlobal("chrome", {
  runtime: {
    id: ID,
    onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => {} },
    sendMessage: (message: { type: string; data: unknown }, reply: (value: unknown) => void) =>
      void deliver(message.type, message.data, page).then(reply),
  },
});
answerAsBackground({ ...handlers, ...feedHandlers });

beforeEach(() => {
  vi.spyOn(fakeBrowser.runtime, "id", "get").mockReturnValue(ID);
});

const article = { document: "d", order: [0], blocks: [{ id: 0, text: "x", role: "text" }] };

describe("answerAsBackground", () => {
  it("passes on a content script's request, with where it came from", async () => {
    expect(await deliver("readPage", article, content)).toEqual({ res: success({ state: "off" }) });
    expect(handlers.readPage).toHaveBeenCalledExactlyOnceWith(article, {
      tab: 3,
      frame: 0,
      page: "https://news.example/a",
      isPrivate: false,
    });
  });

  it.each<[string, string, unknown, unknown, string]>([
    ["a page's message from a content script", "pageSummary", { tab: 3 }, content, "forbidden"],
    [
      "a content script's message from an extension page",
      "readPage",
      article,
      { ...page, tab: { id: 3 }, frameId: 0 },
      "forbidden",
    ],
    ["a message from another extension", "datasetState", null, { ...page, id: "other" }, "forbidden"],
    [
      "an address that only begins like ours",
      "pageSummary",
      { tab: 3 },
      { id: ID, url: `${ORIGIN}.example/` },
      "forbidden",
    ],
    ["a request of another form", "readPage", { document: "d", blocks: [{ id: "0" }] }, content, "bad-request"],
    [
      "an address that is none of the web's",
      "readPage",
      { ...article, url: "javascript:alert(1)" },
      content,
      "bad-request",
    ],
    ["a day that does not exist", "readPage", { ...article, published: "2026-02-30" }, content, "bad-request"],
  ])("refuses %s", async (_, type, data, sender, code) => {
    expect(await deliver(type, data, sender)).toMatchObject({ res: { ok: false, error: { code } } });
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  });

  it("carries a handler's failure as a value", async () => {
    expect(await deliver("claimDetails", { document: "d", claim: 0 }, content)).toEqual({
      res: failure("forgotten", "gone"),
    });
  });

  it("makes a failure of what a handler throws", async () => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    handlers.datasetState.mockRejectedValueOnce(new Error("boom"));
    expect(await deliver("datasetState", null, page)).toMatchObject({ res: { ok: false, error: { code: "failed" } } });
  });

  it("does not send a reply that breaks its own schema", async () => {
    handlers.datasetState.mockResolvedValueOnce(success({ ...dataset, deals: 0.5 }));
    expect(await deliver("datasetState", null, page)).toMatchObject({
      res: { ok: false, error: { code: "bad-reply" } },
    });
  });
});

describe("askBackground", () => {
  it("gives back the reply", async () => {
    expect(await askBackground("datasetState", null)).toEqual(success(dataset));
  });

  it("says that nobody answered", async () => {
    vi.stubGlobal("chrome", {
      runtime: {
        lastError: { message: "Receiving end does not exist" },
        sendMessage: (_: unknown, reply: () => void) => reply(),
      },
    });
    expect(await askBackground("datasetState", null)).toMatchObject({ ok: false, error: { code: "no-answer" } });
  });
});
