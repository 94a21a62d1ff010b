import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { FrameState } from "../protocol.ts";
import { isFrameState, pageSummary } from "./page-summary.ts";
import { fakeReading } from "./reading.fake.ts";
import { saveReading } from "./readings.ts";
import { failure, type Result, success } from "./result.ts";
import { setPage, setSite } from "./sites.ts";

const TAB = 3;
/** What the content scripts answer, by frame; where there is none, nobody does. */
let answers: Map<number, Result<unknown>>;
vi.mock("./messenger.ts", () => ({
  send: async (_name: string, _request: unknown, { frameId }: { frameId: number }) =>
    answers.get(frameId) ?? failure("no-answer", ""),
}));

let address: string | undefined;
const session = fakeBrowser.storage.session;
beforeEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.reset();
  answers = new Map();
  address = "https://news.example/a?b#c";
  // The fake has none of these.
  vi.spyOn(session, "getKeys").mockImplementation(async () => Object.keys(await session.get(null)));
  vi.spyOn(fakeBrowser.tabs, "get").mockImplementation(async () => ({ url: address }) as never);
  vi.spyOn(fakeBrowser.runtime, "getManifest").mockReturnValue({
    manifest_version: 3,
    name: "",
    version: "1",
    content_scripts: [{ matches: ["*://*.gate.com/*"] }],
  });
  Object.assign(fakeBrowser, { permissions: { getAll: async () => ({ origins: ["*://*.news.example/*"] }) } });
});

const state = (parts: Partial<FrameState> = {}): FrameState => ({
  document: "d0",
  host: "news.example",
  state: "read",
  marks: 2,
  at: null,
  tooltip: null,
  ...parts,
});

describe("pageSummary", () => {
  it("says what was found in a tab, and how its page stands", async () => {
    answers.set(0, success(state()));
    await saveReading(TAB, fakeReading(0));
    await saveReading(TAB + 1, fakeReading(0));
    expect(await pageSummary(TAB)).toEqual({
      on: true,
      site: { host: "news.example", on: true, access: "granted", grant: "*://*.news.example/*" },
      page: { address: "https://news.example/a?b", on: true },
      main: state(),
      frames: [fakeReading(0)],
    });
  });

  it("leaves out what was found in documents that have left their frames, and keeps it: the next may be there already", async () => {
    answers.set(0, success(state({ document: "next" }))).set(7, success(state({ document: "d7" })));
    for (const frame of [0, 7, 8]) await saveReading(TAB, fakeReading(frame));
    expect((await pageSummary(TAB)).frames).toEqual([fakeReading(7)]);
    expect(await session.getKeys()).toHaveLength(3);
  });

  it("says what was switched off", async () => {
    await fakeBrowser.storage.local.set({ "setting:on": false });
    await setSite("news.example", false);
    await setPage("https://news.example/a?b", false);
    expect(await pageSummary(TAB)).toMatchObject({ on: false, site: { on: false }, page: { on: false } });
  });

  it.each([
    [
      "https://www.gate.com/a",
      { host: "www.gate.com", on: true, access: "none", grant: null },
      "https://www.gate.com/a",
    ],
    ["chrome://settings", null, null],
    [undefined, null, null],
  ])("names the site at %s where no content script runs", async (where, site, page) => {
    address = where;
    expect(await pageSummary(TAB)).toEqual({
      on: true,
      site,
      page: page && { address: page, on: true },
      main: null,
      frames: [],
    });
  });

  it("has the host from the content script where the address is not ours to see", async () => {
    address = undefined;
    answers.set(0, success(state({ host: "other.example" })));
    expect(await pageSummary(TAB)).toMatchObject({ site: { host: "other.example" }, page: null });
  });

  it("takes a content script that answers otherwise for none", async () => {
    answers.set(0, success({ ...state(), host: 7 }));
    expect(await pageSummary(TAB)).toMatchObject({ main: null, site: { host: "news.example" } });
  });
});

describe("a frame's state, checked by hand, is what its schema says", () => {
  const wrong = [undefined, null, 7, 0.5, "x", {}];
  const tooltip = { claim: 1, text: "x" };
  it.each<unknown>([
    state(),
    state({ state: "no-figures", at: 1, tooltip }),
    ...wrong,
    ...Object.keys(FrameState.shape).flatMap((name) => wrong.map((value) => ({ ...state(), [name]: value }))),
    ...Object.keys(tooltip).flatMap((name) =>
      wrong.map((value) => ({ ...state(), tooltip: { ...tooltip, [name]: value } })),
    ),
  ])("%j", (reply) => expect(isFrameState(reply)).toBe(FrameState.safeParse(reply).success));
});
