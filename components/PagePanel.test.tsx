// @vitest-environment happy-dom
import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { interfaceIn } from "../lib/interface/i18n.ts";
import { importInterface } from "../lib/interface/locales/index.ts";
import type { FrameReading, FrameState, PageSummary, StoredClaim } from "../lib/protocol.ts";
import { fakeClaim, fakeFigure } from "../lib/reading/claim.fake.ts";
import type { Claim } from "../lib/reading/types.ts";
import { DEFAULTS } from "../lib/settings.ts";
import { PagePanel, type PagePanelProps, type PageRest } from "./PagePanel.tsx";
import { InterfaceContext } from "./use-interface.ts";

const record = fakeFigure({ qualifier: "up-to", status: "letter-of-intent" });
const claim = (parts: Partial<Claim>): StoredClaim =>
  fakeClaim({
    verdict: "discrepancy",
    reason: "scale",
    factor: 10,
    expected: record,
    now: record,
    against: record,
    ...parts,
  });
const main: FrameState = { document: "d", host: "news.example", state: "read", marks: 1, at: null, tooltip: null };
const site = { host: "news.example", on: true, access: "always", grant: null } as const;
const frame = (claims: StoredClaim[], parts: Partial<FrameReading> = {}): FrameReading => ({
  frame: 0,
  document: "d",
  state: "read",
  error: null,
  lang: "fr",
  published: "2026-02-20",
  modified: null,
  asOf: "2026-11-22",
  rows: claims.map((one, id) => ({
    id,
    claim: one,
    dealName: "A–B letter of intent",
    before: "worth ",
    after: " de dollars",
  })),
  ...parts,
});
const page = (parts: Partial<PageSummary> = {}): PageSummary => ({
  on: true,
  site,
  page: { address: "https://news.example/a", on: true },
  main,
  frames: [],
  ...parts,
});
const dataset = { version: "2026-11-22.1", date: "2026-11-22", deals: 249, how: "stored", why: null } as const;

const rest = (parts: Partial<PageRest> = {}): PageRest => ({
  settings: DEFAULTS,
  granted: [],
  keys: { "next-mark": "Alt+Shift+Down", "read-page": "" },
  ...parts,
});

let root: HTMLElement;
const onShow = vi.fn();
const onSite = vi.fn();
const onPage = vi.fn();
const onSetting = vi.fn();
const onAsk = vi.fn(async (_patterns: string[]) => true);
const onRevoke = vi.fn();
const onKeys = vi.fn();
await importInterface("fr");
beforeEach(() => {
  document.body.innerHTML = "<div></div>";
  root = document.body.firstElementChild as HTMLElement;
});

function draw(props: Partial<PagePanelProps>, lang = "en"): void {
  render(
    <InterfaceContext.Provider value={interfaceIn(lang)}>
      <PagePanel
        summary={page()}
        dataset={dataset}
        rest={rest()}
        onShow={onShow}
        onSite={onSite}
        onPage={onPage}
        onSetting={onSetting}
        onAsk={onAsk}
        onRevoke={onRevoke}
        onKeys={onKeys}
        {...props}
      />
    </InterfaceContext.Provider>,
    root,
  );
}

function show(props: Partial<PagePanelProps>, lang?: string): string {
  act(() => draw(props, lang));
  return (root.textContent ?? "").replace(/\s+/g, " ");
}

describe("PagePanel", () => {
  it.each<[string, PagePanelProps["summary"], string | null]>([
    ["nothing yet", null, null],
    ["that the background did not answer", "error", "This page could not be read"],
    ["that the page is not enabled", page({ main: null, site: null }), "Dealmark does not read this page"],
    ["that the site is off", page({ site: { ...site, on: false } }), "Off for this site"],
    ["that everything is off", page({ on: false }), "Off everywhere"],
    ["that the page is off", page({ page: { address: "https://news.example/a", on: false } }), "Off for this page"],
    ["that the page is being read", page({ main: { ...main, state: "waiting" } }), "Reading the page…"],
    ["that a reading is under way", page({ frames: [frame([], { state: "reading" })] }), "Reading the page…"],
    ["that the page was switched on again", page({ main: { ...main, state: "off" } }), "Reading the page…"],
    ["that a page is read again", page({ frames: [frame([], { state: "lost" })] }), "Reading the page…"],
    ["that reading failed", page({ frames: [frame([], { state: "error" })] }), "This page could not be read"],
    ["that there is nothing", page({ main: { ...main, state: "no-figures" } }), "No deal figures here"],
    ["that no claim was found", page({ frames: [frame([])] }), "No deal figures here"],
  ])("says %s", (_, summary, words) => {
    show({ summary });
    expect(root.querySelector("main [role=status]")?.textContent ?? null).toEqual(
      words === null ? null : expect.stringContaining(words),
    );
  });

  it("groups the claims by verdict, with counts, discrepancies first", () => {
    const confirmed = claim({ verdict: "confirmed", reason: null, factor: null, value: 100e9 });
    show({ summary: page({ frames: [frame([confirmed, claim({}), claim({})])] }) });
    expect([...root.querySelectorAll("main section h2")].map((h2) => h2.textContent)).toEqual([
      "Discrepancy 2",
      "Confirmed 1",
    ]);
    expect(root.querySelector(".page-line")?.textContent).toBe("3 figures Article of Feb 20, 2026");
  });

  it("says of a claim what was stated, what the record has, of which deal and where", () => {
    show({ summary: page({ frames: [frame([claim({})])] }) });
    const button = root.querySelector("main section button");
    for (const words of [
      "$1 trillion",
      "record up to $100 billion",
      "A–B letter of intent",
      "10 times too large",
      "worth 1000 milliards de dollars",
    ]) {
      expect(button?.textContent).toContain(words);
    }
  });

  it("says what an outdated figure is now, in French", () => {
    const outdated = claim({
      verdict: "outdated",
      reason: "changed-since",
      factor: null,
      value: 100e9,
      now: { ...record, value: 30e9, qualifier: "exact" },
    });
    expect(show({ summary: page({ frames: [frame([outdated], { published: null })] }) }, "fr")).toContain(
      "aujourd’hui 30 milliards de dollars",
    );
    expect(root.querySelector(".page-line")?.textContent).toContain("L’article ne porte pas de date");
  });

  it("draws of a long list what is in sight first, and all of it when that is painted", async () => {
    const confirmed = claim({ verdict: "confirmed", reason: null, factor: null, value: 100e9 });
    const claims = [...Array(10).fill(claim({})), ...Array(30).fill(confirmed)];
    const drawn = () =>
      [...root.querySelectorAll("main section")].map((group) => [
        group.querySelector("h2")?.textContent,
        group.querySelectorAll("li").length,
      ]);
    draw({ summary: page({ frames: [frame(claims)] }) });
    expect(drawn()).toEqual([
      ["Discrepancy 10", 10],
      ["Confirmed 30", 2],
    ]);
    await vi.waitFor(() =>
      expect(drawn()).toEqual([
        ["Discrepancy 10", 10],
        ["Confirmed 30", 30],
      ]),
    );
  });

  it("leads to a claim in its frame", () => {
    const summary = page({
      frames: [frame([claim({})]), frame([claim({}), claim({ value: 2e12 })], { frame: 7, document: "e" })],
    });
    show({ summary });
    act(() => (root.querySelectorAll("main section button")[2] as HTMLButtonElement).click());
    expect(onShow).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ frame: 7, document: "e", row: expect.objectContaining({ id: 1 }) }),
    );
  });

  it("switches the site", () => {
    show({});
    act(() => (root.querySelector("[role=switch]") as HTMLInputElement).click());
    expect(onSite).toHaveBeenCalledExactlyOnceWith("news.example", false);
  });

  it("has no switch for a site where nothing is read", () => {
    expect(show({ summary: page({ main: null }) })).not.toContain("Mark figures on");
  });

  it("offers to read a site always whose page was read once, and says why it asks", () => {
    const text = show({ summary: page({ site: { ...site, host: "www.news.example", access: "none" } }) });
    expect(text).toContain("The browser will ask whether Dealmark may read pages of news.example");
    act(() => (root.querySelector(".once button") as HTMLButtonElement).click());
    expect(onAsk).toHaveBeenCalledExactlyOnceWith(["*://*.news.example/*"]);
  });

  it.each<[string, () => void]>([
    ["On this page", () => expect(onPage).toHaveBeenCalledExactlyOnceWith("https://news.example/a", false)],
    ["On all sites", () => expect(onSetting).toHaveBeenCalledExactlyOnceWith("on", false)],
    ["Underline figures", () => expect(onSetting).toHaveBeenCalledExactlyOnceWith("marks", false)],
    ["Only discrepancies", () => expect(onSetting).toHaveBeenCalledExactlyOnceWith("show", "discrepancies")],
  ])("switches “%s”", (label, then) => {
    show({});
    const row = [...root.querySelectorAll("label")].find((one) => one.textContent?.includes(label));
    act(() => row?.querySelector("input")?.click());
    then();
  });

  const choose = (label: string, value: string) => {
    const row = [...root.querySelectorAll("label.choice")].find((one) => one.textContent?.includes(label));
    const select = row?.querySelector("select") as HTMLSelectElement;
    select.value = value;
    act(() => void select.dispatchEvent(new Event("change", { bubbles: true })));
  };

  it.each<[string, string, unknown[]]>([
    ["Explain a figure", "modifier", ["tooltip", "modifier"]],
    ["Wait before explaining", "600", ["delayMs", 600]],
    ["Also show money in", "JPY", ["currency", "JPY"]],
    ["Language", "fr", ["language", "fr"]],
  ])("lets “%s” be chosen: %s", (label, value, setting) => {
    show({});
    choose(label, value);
    expect(onSetting).toHaveBeenCalledExactlyOnceWith(...setting);
  });

  it("asks how long to wait only where the pointer alone opens the tooltip", () => {
    expect(show({ rest: rest({ settings: { ...DEFAULTS, tooltip: "click" } }) })).not.toContain(
      "Wait before explaining",
    );
  });

  it("keeps a waiting time that is none of its own", () => {
    show({ rest: rest({ settings: { ...DEFAULTS, delayMs: 450 } }) });
    const options = [...root.querySelectorAll("option")].map(({ textContent }) => textContent);
    expect(options).toContain("0.45 seconds");
  });

  it("sorts currencies by their names in the interface's language, and names languages in their own", () => {
    show({}, "fr");
    const [, , currencies, spoken] = [...root.querySelectorAll("select")].map((select) =>
      [...select.options].map(({ textContent }) => textContent ?? ""),
    );
    const named = currencies?.slice(2) ?? [];
    expect(named).toEqual(named.toSorted(new Intl.Collator("fr").compare));
    expect(named).toContain("dollar des États-Unis");
    expect(spoken).toContain("العربية");
  });

  it("lists the sites that were granted, and gives one back", () => {
    show({ rest: rest({ granted: ["*://*.news.example/*"] }) });
    act(() => (root.querySelector(".sites button") as HTMLButtonElement).click());
    expect(onRevoke).toHaveBeenCalledExactlyOnceWith(["*://*.news.example/*"]);
  });

  it("shows the keys as the browser has them, and leads to where they are changed", () => {
    show({});
    const rows = [...root.querySelectorAll(".keys dl > div")].map((row) =>
      [row.querySelector("dt"), ...row.querySelectorAll("kbd, .soft")].map((one) => one?.textContent),
    );
    expect(rows).toEqual([
      ["Open the list of figures", "no key"],
      ["Next marked figure", "Alt", "Shift", "↓"],
      ["Previous marked figure", "no key"],
      ["Next discrepancy", "no key"],
      ["Read this page once", "no key"],
      ["Explain the figure in sight", "no key"],
      ["Close the explanation", "Esc"],
    ]);
    act(() => (root.querySelector(".keys button") as HTMLButtonElement).click());
    expect(onKeys).toHaveBeenCalledOnce();
  });

  it("says so where the browser has no keys for extensions", () => {
    expect(show({ rest: rest({ keys: null }) })).toContain("This browser has no keys for extensions");
    expect(root.querySelector(".keys")).toBeNull();
  });

  it("shows the page before its folded parts are known, and nothing in those", () => {
    const text = show({ rest: null, summary: page({ frames: [frame([claim({})])] }) });
    expect(text).toContain("$1 trillion");
    expect([...root.querySelectorAll("details")].map(({ textContent }) => textContent)).toEqual([
      "Settings",
      "Sites Dealmark reads",
      "Keys",
    ]);
  });

  it.each([
    "The browser shows the list and asks you once.",
    "The browser will ask. Pages of that site are looked at for figures; their text stays in the browser.",
    "Each page is looked at for figures, on your machine alone.",
  ])("says beside an offer what is asked, and what for: %s", (why) => expect(show({})).toContain(why));

  it("makes no offer again that was taken", () => {
    show({ rest: rest({ granted: ["*://*/*"] }) });
    expect(root.querySelectorAll(".offers button")).toHaveLength(0);
  });

  it("lets a site be switched on again although nothing is read there", () => {
    show({ summary: page({ main: null, site: { ...site, on: false } }) });
    expect(root.querySelector("[role=switch]")).not.toBeNull();
  });

  it.each<[PagePanelProps["dataset"], string]>([
    [dataset, "249 deals · Nov 22, 2026"],
    [dataset, "Version 2026-11-22.1"],
    [{ ...dataset, how: "healed", why: "x" }, "has been restored"],
    [{ ...dataset, how: "unstored", why: "x" }, "in memory only"],
    ["error", "cannot be opened"],
  ])("says of the dataset %j: %s", (state, words) => {
    show({ dataset: state });
    expect(root.querySelector("footer")?.textContent).toContain(words);
  });
});
