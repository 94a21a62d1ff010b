// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { feedErrorCodes } from "../../lib/feeds/errors.ts";
import type { FeedPreview, FeedProgress, FeedsState, FeedView } from "../../lib/feeds-protocol.ts";
import { importInterface } from "../../lib/interface/locales/index.ts";
import { InterfaceContext } from "../use-interface.ts";
import { AddFeed, type AddFeedProps } from "./AddFeed.tsx";
import { BackupPanel, type BackupPanelProps } from "./BackupPanel.tsx";
import { Disagreements } from "./Disagreements.tsx";
import { FeedSettings, type FeedSettingsProps } from "./FeedSettings.tsx";
import { FeedsPanel, type FeedsPanelProps } from "./FeedsPanel.tsx";
import { Notices } from "./Notices.tsx";

const now = new Date("2026-11-22T12:00:00Z");
const own: FeedView = {
  id: "dealmark",
  name: "Dealmark",
  url: null,
  on: true,
  auto: true,
  periodHours: 12,
  own: true,
  allowed: true,
  current: { version: "2026-11-20.1", date: "2026-11-20", deals: 249 },
  before: null,
  pinned: false,
  last: null,
};
const last = (outcome: string, parts: object = {}) => ({
  at: "2026-11-22T11:55:00Z",
  outcome,
  detail: "2026-11-21.1",
  clock: false,
  ...parts,
});
const theirs = (parts: Partial<FeedView> = {}): FeedView => ({
  ...own,
  id: "theirs",
  name: "Their deals",
  url: "https://feeds.example/",
  own: false,
  last: last("current"),
  ...parts,
});
const stateOf = (parts: Partial<FeedsState> = {}): FeedsState => ({
  feeds: [own],
  notices: [],
  tellNotices: true,
  disagreements: [],
  ...parts,
});

let root: HTMLElement;
beforeEach(() => {
  document.body.innerHTML = "<div></div>";
  root = document.body.firstElementChild as HTMLElement;
});
async function show(element: Parameters<typeof render>[0], lang = "en"): Promise<string> {
  const ui = await importInterface(lang);
  act(() => render(<InterfaceContext.Provider value={ui}>{element}</InterfaceContext.Provider>, root));
  return said();
}
const said = () => (root.textContent ?? "").replace(/\s+/g, " ");
const button = (label: string) => {
  const found = [...root.querySelectorAll("button")].find(
    (one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label,
  );
  if (!found) throw new Error(`No button "${label}" in: ${said()}`);
  return found;
};
const press = (label: string) => act(async () => button(label).click());

describe("FeedsPanel", () => {
  const props: FeedsPanelProps = {
    state: stateOf(),
    progress: null,
    now,
    onPage: null,
    onUpdate: vi.fn(),
    onUndo: vi.fn(),
    onResume: vi.fn(),
    loadChanges: vi.fn(),
    onManage: vi.fn(),
  };
  const panel = (parts: Partial<FeedsPanelProps> = {}, lang?: string) =>
    show(<FeedsPanel {...props} {...parts} />, lang);
  const withFeed = (parts: Partial<FeedView>) => panel({ state: stateOf({ feeds: [theirs(parts)] }) });

  it.each<[Partial<FeedView>, string]>([
    [{}, "249 deals · Nov 20, 2026 · Version 2026-11-20.1"],
    [{}, "Up to date, checked 5 minutes ago."],
    [{ last: last("updated") }, "Updated 5 minutes ago."],
    [{ last: null }, "Not fetched yet."],
    [{ on: false }, "Off: its deals are not used."],
    [{ pinned: true }, "You went back to this version."],
    [{ pinned: true, last: last("pinned") }, "Newer: 2026-11-21.1."],
    [{ allowed: false }, "Dealmark may not fetch from its host."],
    [
      { last: last("unreachable") },
      "Check the connection; it is tried again by itself. The data from before are still in use.",
    ],
    [{ last: last("expired", { clock: true }) }, "The clock of this computer seems to be wrong."],
  ])("says of a feed %j: %s", async (parts, words) => expect(await withFeed(parts)).toContain(words));

  it.each(feedErrorCodes)("has words for the error %s, in each language", async (code) => {
    const english = await withFeed({ last: last(code) });
    expect(root.querySelector("[role=alert]")?.textContent?.length).toBeGreaterThan(40);
    const french = await panel({ state: stateOf({ feeds: [theirs({ last: last(code) })] }) }, "fr");
    expect(french).not.toBe(english);
  });

  it("leads to where its host can be allowed", async () => {
    await withFeed({ allowed: false });
    await press("Allow fetching from feeds.example");
    expect(props.onManage).toHaveBeenCalledOnce();
  });

  it("does not speak of data from before where there are none", async () => {
    expect(await withFeed({ current: null, last: last("unreachable") })).not.toContain("data from before");
  });

  it("offers to update only what can be, and not while it is", async () => {
    expect(await panel()).not.toContain("Update now");
    expect(await panel()).toContain("Comes with the extension");
    await withFeed({});
    await press("Update now");
    expect(props.onUpdate).toHaveBeenCalledExactlyOnceWith(null);
    const progress: FeedProgress = {
      feed: "theirs",
      phase: "downloading",
      bytes: 120_000,
      bytesTotal: 340_000,
      deals: 1200,
      dealsTotal: 5000,
    };
    const words = await panel({ state: stateOf({ feeds: [theirs()] }), progress });
    expect(words).toContain("120 kB of 340 kB · 1,200 of 5,000 deals");
    const bar = root.querySelector("progress");
    expect([bar?.value, bar?.max]).toEqual([120_000, 340_000]);
    expect(button("Update now").disabled).toBe(true);
  });

  it("shows what changed when asked, and of it only what the page is about", async () => {
    const change = (deal: string) => ({
      deal,
      name: `Deal ${deal}`,
      kind: "changed" as const,
      label: "changed",
      lines: ["letter of intent → superseded", "amount: $100 billion → $30 billion"],
    });
    const loadChanges = vi.fn(async () => ({
      from: "2026-11-19.1",
      to: "2026-11-20.1",
      changes: [change("a"), change("b")],
    }));
    await panel({
      state: stateOf({ feeds: [theirs({ before: "2026-11-19.1" })] }),
      loadChanges,
      onPage: new Set(["b"]),
    });
    expect(loadChanges).not.toHaveBeenCalled();
    await act(async () => {
      const details = root.querySelector("details") as HTMLDetailsElement;
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    });
    expect(said()).toContain("2 deals changed from 2026-11-19.1 to 2026-11-20.1");
    expect(said()).toContain("amount: $100 billion → $30 billion");
    expect(root.querySelectorAll(".changes li")).toHaveLength(2);
    await act(async () => (root.querySelector(".only input") as HTMLInputElement).click());
    expect([...root.querySelectorAll(".changes li b")].map((one) => one.textContent)).toEqual(["Deal b"]);
  });

  it("goes back, and on again", async () => {
    await withFeed({ before: "2026-11-19.1" });
    await press("Back to version 2026-11-19.1");
    expect(props.onUndo).toHaveBeenCalledExactlyOnceWith("theirs");
    await withFeed({ pinned: true });
    await press("Take new versions again");
    expect(props.onResume).toHaveBeenCalledExactlyOnceWith("theirs");
  });
});

describe("Notices", () => {
  const many = Array.from({ length: 7 }, (_, i) => ({ deal: `deal-${i}`, name: `Deal ${i}` }));
  const props = { onClear: vi.fn(), onTell: vi.fn() };

  it("tells of deals that changed, until one click clears it or turns it off", async () => {
    const words = await show(<Notices notices={many.slice(0, 1)} {...props} />);
    expect(words).toMatch(/^1 deal changed that you read aboutDeal 0Clear/);
    await press("Clear");
    await press("Do not tell me");
    expect(props.onClear).toHaveBeenCalledOnce();
    expect(props.onTell).toHaveBeenCalledExactlyOnceWith(false);
  });

  it("counts those that it does not name, and says nothing of none", async () => {
    expect(await show(<Notices notices={many} {...props} />)).toMatch(/^7 deals.*Deal 4and 2 more/);
    expect(await show(<Notices notices={[]} {...props} />)).toBe("");
  });
});

describe("AddFeed", () => {
  const found: Extract<FeedPreview, { is: "feed" }> = {
    is: "feed",
    url: "https://feeds.example/",
    name: "Their deals",
    version: "2026-11-20.1",
    published: "2026-11-21",
    deals: 249,
    keys: [
      { role: "root", fingerprint: "ab".repeat(32) },
      { role: "head", fingerprint: "cd".repeat(32) },
    ],
    rootDigest: "e".repeat(64),
    isKnown: false,
  };
  const props: AddFeedProps = { onLook: vi.fn(async () => found), onAdd: vi.fn(async () => null), onCancel: vi.fn() };
  async function look(typed: string, parts: Partial<AddFeedProps> = {}) {
    await show(<AddFeed {...props} {...parts} />);
    const input = root.querySelector("input") as HTMLInputElement;
    await act(async () => {
      input.value = typed;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await act(async () => void root.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true })));
  }

  it("shows name, size and the fingerprints of all keys before anything is trusted", async () => {
    await look("feeds.example");
    expect(props.onLook).toHaveBeenCalledExactlyOnceWith("https://feeds.example/");
    for (const words of [
      "Their deals",
      "249 deals, version 2026-11-20.1, signed Nov 21, 2026",
      "abab abab",
      "cdcd cdcd",
    ])
      expect(said()).toContain(words);
    expect(props.onAdd).not.toHaveBeenCalled();
    await press("Trust these keys and add the feed");
    expect(props.onAdd).toHaveBeenCalledExactlyOnceWith(found);
    expect(said()).not.toContain("abab");
  });

  it("adds nothing where the user says no", async () => {
    await look("feeds.example");
    await press("Do not add");
    expect([vi.mocked(props.onAdd).mock.calls.length, vi.mocked(props.onCancel).mock.calls]).toEqual([0, [[found]]]);
  });

  it.each<[string, string, Partial<AddFeedProps>, string]>([
    ["an address where no feed can stand", "http://feeds.example", {}, "It begins with https://"],
    [
      "a host that is gone",
      "feeds.example",
      { onLook: async () => ({ is: "error", code: "unreachable" }) },
      "does not answer",
    ],
    [
      "a code that nobody knows",
      "feeds.example",
      { onLook: async () => ({ is: "error", code: "?" }) },
      "The update failed",
    ],
  ])("says what is wrong with %s", async (_, typed, parts, words) => {
    await look(typed, parts);
    expect(root.querySelector("[role=alert]")?.textContent).toContain(words);
  });

  it("says so where the feed is followed already, and where it cannot be added after all", async () => {
    await look("feeds.example", { onLook: async () => ({ ...found, isKnown: true }) });
    expect(said()).toContain("You follow this feed already");
    expect(() => button("Trust these keys and add the feed")).toThrow();
    await look("feeds.example", { onAdd: async () => "bad-signature" });
    await press("Trust these keys and add the feed");
    expect(root.querySelector("[role=alert]")?.textContent).toContain("not signed by the keys you trust");
  });
});

describe("FeedSettings", () => {
  const props: FeedSettingsProps = {
    feed: theirs(),
    isFirst: false,
    isLast: false,
    onSet: vi.fn(),
    onMove: vi.fn(),
    onRemove: vi.fn(),
    onAllow: vi.fn(),
  };

  it("changes what can be chosen", async () => {
    await show(<FeedSettings {...props} />);
    const [on, auto] = [...root.querySelectorAll<HTMLInputElement>("input")];
    await act(async () => on?.click());
    await act(async () => auto?.click());
    const select = root.querySelector("select") as HTMLSelectElement;
    await act(async () => {
      select.value = "24";
      select.dispatchEvent(new Event("change", { bubbles: true }));
    });
    expect(vi.mocked(props.onSet).mock.calls).toEqual([[{ on: false }], [{ auto: false }], [{ periodHours: 24 }]]);
    await press("Trust Their deals more");
    await press("Trust Their deals less");
    await press("Remove Their deals");
    expect(props.onRemove).not.toHaveBeenCalled();
    await press("Leave everything as it is");
    await press("Remove Their deals");
    await press("Remove Their deals");
    expect([vi.mocked(props.onMove).mock.calls, vi.mocked(props.onRemove).mock.calls.length]).toEqual([[[-1], [1]], 1]);
  });

  it("offers what cannot be done to nobody: removing the package's own, moving the first up", async () => {
    await show(<FeedSettings {...props} feed={own} isFirst />);
    expect(() => button("Remove Dealmark")).toThrow();
    expect([button("Trust Dealmark more").disabled, button("Trust Dealmark less").disabled]).toEqual([true, false]);
    expect(root.querySelector("select")).toBeNull();
    await show(<FeedSettings {...props} feed={own} isFirst isLast />);
    expect(() => button("Trust Dealmark more")).toThrow();
  });

  it("asks for a host that may not be asked", async () => {
    await show(<FeedSettings {...props} feed={theirs({ allowed: false })} />);
    await press("Allow fetching from feeds.example");
    expect(props.onAllow).toHaveBeenCalledOnce();
  });
});

describe("Disagreements", () => {
  const figure = (value: number) => ({ metric: "amount" as const, value, unit: "USD", qualifier: "exact" as const });
  it("says which feed says what, and nothing where all agree", async () => {
    const says = [
      { feed: "Dealmark", figure: figure(2e9) },
      { feed: "Their deals", figure: figure(3e9) },
    ];
    const words = await show(<Disagreements disagreements={[{ deal: "a", name: "A–B", metric: "amount", says }]} />);
    expect(words).toContain("Feeds disagree about 1 deal");
    expect(words).toMatch(/A–B amount ?Dealmark: \$2 billion ?Their deals: \$3 billion/);
    expect(await show(<Disagreements disagreements={[]} />)).toBe("");
  });
});

describe("BackupPanel", () => {
  const file = new File(["{}"], "backup.json");
  const whole = {
    is: "whole" as const,
    made: "2026-11-20",
    feeds: [{ id: "theirs", name: "Their deals", url: "https://feeds.example/" }],
  };
  const choose = async (props: Partial<BackupPanelProps>) => {
    await show(<BackupPanel onExport={vi.fn()} onRead={async () => whole} onImport={vi.fn()} {...props} />);
    const input = root.querySelector("input") as HTMLInputElement;
    Object.defineProperty(input, "files", { value: [file] });
    await act(async () => void input.dispatchEvent(new Event("change", { bubbles: true })));
  };

  it("shows what a file would bring, and restores it when told to", async () => {
    const onImport = vi.fn(async () => "done" as const);
    await choose({ onImport });
    expect(said()).toMatch(/Backup of Nov 20, 2026\. It takes the place of .*Their deals https:\/\/feeds\.example\//);
    expect(onImport).not.toHaveBeenCalled();
    await press("Restore it");
    expect(onImport).toHaveBeenCalledExactlyOnceWith(file);
    expect(said()).toContain("Restored.");
    expect(() => button("Restore it")).toThrow();
  });

  it("leaves everything as it is when told to", async () => {
    const onImport = vi.fn();
    await choose({ onImport });
    await press("Leave everything as it is");
    expect([onImport.mock.calls, root.querySelector(".preview")]).toEqual([[], null]);
  });

  it.each([
    ["broken", "no backup of Dealmark"],
    ["later", "a later version of Dealmark"],
  ] as const)("says of a file that is %s: %s", async (is, words) => {
    await choose({ onRead: async () => ({ is }) });
    expect(said()).toContain(words);
    expect(() => button("Restore it")).toThrow();
  });

  it("says so where the file is no longer what it was", async () => {
    await choose({ onImport: async () => "broken" });
    await press("Restore it");
    expect(said()).toContain("Nothing has changed.");
  });
});
