import { beforeEach, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

type Listener = (message: unknown, sender: unknown, reply: (value: unknown) => void) => unknown;

/** The package that the background speaks through, on the same bus. */
const listeners: Listener[] = [];
const ID = "test-extension";
const sender = { id: ID };
vi.stubGlobal("chrome", {
  runtime: {
    id: ID,
    onMessage: { addListener: (listener: Listener) => listeners.push(listener), removeListener: () => {} },
    sendMessage: () => {},
  },
  tabs: {
    sendMessage: (_tab: number, message: unknown, _to: unknown, reply: (value: unknown) => void) =>
      answering?.(message, sender, reply),
  },
});
let answering: Listener | null = null;

const { askBackground, answerAsFrame } = await import("./content-messaging.ts");
const { receive, send } = await import("./messenger.ts");

beforeEach(() => {
  answering = null;
  vi.spyOn(fakeBrowser.runtime, "id", "get").mockReturnValue(ID);
  vi.spyOn(fakeBrowser.runtime, "sendMessage").mockImplementation(
    (message: unknown) =>
      new Promise((resolve) => {
        if (!listeners.some((listener) => listener(message, sender, resolve) === true)) resolve(undefined);
      }),
  );
  vi.spyOn(fakeBrowser.runtime.onMessage, "addListener").mockImplementation((listener) => {
    answering = listener as Listener;
  });
});

const handlers = {
  frameState: () => ({ document: "d", host: "h", state: "read" as const, marks: 0, at: null, tooltip: null }),
  showClaim: () => true,
  stepMark: () => false,
  openMark: () => {
    throw new Error("broken");
  },
  closeTooltip: () => false,
  readAgain: () => true,
  stop: () => true,
};

it("speaks the same wire as the background: a question and its answer", async () => {
  receive("leavePage", async (data) => ({ ok: true, value: (data as { document: string }).document === "d1" }));
  expect(await askBackground("leavePage", { document: "d1" })).toEqual({ ok: true, value: true });
});

it("says so where nobody answers, and never rejects", async () => {
  expect(await askBackground("loadTooltip", null)).toMatchObject({ ok: false, error: { code: "no-answer" } });
  vi.mocked(fakeBrowser.runtime.sendMessage).mockRejectedValue(new Error("Extension context invalidated."));
  expect(await askBackground("loadTooltip", null)).toMatchObject({ ok: false, error: { code: "no-answer" } });
});

it("answers what the background asks, and says what failed", async () => {
  answerAsFrame(handlers, new AbortController().signal);
  vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await send("showClaim", { document: "d", claim: 1 }, { tabId: 1, frameId: 0 })).toEqual({
    ok: true,
    value: true,
  });
  expect(await send("openMark", null, { tabId: 1, frameId: 0 })).toMatchObject({
    ok: false,
    error: { code: "failed" },
  });
});

it("refuses whoever is not its own extension, and leaves alone what is not meant for it", () => {
  answerAsFrame(handlers, new AbortController().signal);
  const reply = vi.fn();
  const ask = (type: string, from: object) => answering?.({ id: 1, type, data: null, timestamp: 1 }, from, reply);
  expect(ask("readAgain", { id: "other" })).toBe(true);
  expect(reply).toHaveBeenCalledExactlyOnceWith({
    res: { ok: false, error: expect.objectContaining({ code: "forbidden" }) },
  });
  for (const type of ["readPage", "toString", "constructor"]) expect(ask(type, sender)).toBeUndefined();
  expect(answering?.(null, sender, reply)).toBeUndefined();
});
