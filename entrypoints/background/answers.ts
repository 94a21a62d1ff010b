/** What the background answers. Everything it needs comes in, so that tests answer from memory. */

import type { DealStore } from "../../lib/dataset/deal-store.ts";
import type { feedsProtocol } from "../../lib/feeds-protocol.ts";
import { viewOf } from "../../lib/interface/claim-view.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import { packMarks } from "../../lib/packed-marks.ts";
import type { BackgroundHandlers, Caller } from "../../lib/platform/answering.ts";
import { failure, success } from "../../lib/platform/result.ts";
import type { ClaimRow, FrameReading, PageMarks, PageSummary, PageText, StoredClaim } from "../../lib/protocol.ts";
import type { Block, Claim, Page, Reading, ReadOptions } from "../../lib/reading/types.ts";
import type { Settings } from "../../lib/settings.ts";
import { createArticles } from "./articles.ts";
import type { Library } from "./library.ts";
import { nameFeeds } from "./name-feeds.ts";

/** The question follows the first part of a page at once, or never: then the page may be switched off meanwhile. */
const ASKED_MS = 1000;

/** Of the text around a figure, so many characters each side are kept for lists. */
const CONTEXT = 70;

export type Needs = {
  library: Pick<Library, "open">;
  /** Loads the languages that a page is in; without them `read` cannot. */
  loadLanguages(page: Page): Promise<void>;
  read(deals: DealStore, page: Page, options: ReadOptions): Promise<Reading>;
  readings: {
    saveReading(tab: number, reading: FrameReading): Promise<void>;
    loadReading(tab: number, frame: number): Promise<FrameReading | null>;
    loadReadings(tab: number): Promise<FrameReading[]>;
    dropReading(tab: number, frame: number, document: string): Promise<boolean>;
  };
  settings(): Promise<Settings>;
  isSiteOn(host: string): Promise<boolean>;
  isPageOn(page: string): Promise<boolean>;
  showDiscrepancies(tab: number, count: number): Promise<void>;
  pageSummary(tab: number): Promise<PageSummary>;
  /** Has the content scripts of a tab send their pages again. */
  readAgain(tab: number): Promise<void>;
  /** Brings the tooltip's code into a frame. */
  loadTooltip(tab: number, frame: number): Promise<boolean>;
  ui(): Promise<Interface>;
  /** Remembers which deals were read about, to tell of their changes. */
  remember(deals: readonly string[], today: string): Promise<void>;
  /** What readers know the feeds by, by id. */
  feedNames(): Promise<ReadonlyMap<string, string>>;
  /** ISO day. */
  today(): string;
};

export type Answers = {
  handlers: Omit<BackgroundHandlers, keyof typeof feedsProtocol>;
  /** Shows the number of discrepancies over all frames of a tab on its toolbar button. */
  countDiscrepancies(tab: number): Promise<void>;
};

export function createAnswers(needs: Needs): Answers {
  const { library, readings } = needs;
  const articles = createArticles();
  /** The last count under way, by tab. */
  const turns = new Map<number, Promise<void>>();
  /** Whether the page is read of which the first part came last, and until when that may be believed. */
  let asked: { page: string; on: Promise<boolean>; until: number } | null = null;
  const handlers: Answers["handlers"] = {
    async keepBlocks(part, caller) {
      // The rest will follow, and with it the question.
      void library.open();
      asked = { page: caller.page, on: isOn(caller.page), until: performance.now() + ASKED_MS };
      asked.on.catch(() => {}); // The question fails for the same reason, and says so.
      articles.keep(caller.tab, caller.frame, part);
      return success(true);
    },

    async readPage(page, caller) {
      // Asked for before they are needed: a background that has just started has to load them.
      const opening = library.open();
      const loading = readings.loadReading(caller.tab, caller.frame);
      const blocks = articles.update(caller.tab, caller.frame, page);
      const languages = blocks && needs.loadLanguages({ ...page, blocks });
      // Whether they could be loaded is asked below.
      for (const one of [loading, languages]) one?.catch(() => {});
      const early = asked;
      asked = null;
      const isKnown = early?.page === caller.page && performance.now() < early.until;
      if (!(await (isKnown ? early.on : isOn(caller.page)))) {
        articles.forget(caller.tab, caller.frame, page.document);
        await readings.dropReading(caller.tab, caller.frame, page.document);
        await countDiscrepancies(caller.tab);
        return success<PageMarks>({ state: "off" });
      }
      if (!blocks) return success<PageMarks>({ state: "needs-context" });
      const blank = blankReading(page, caller, needs.today());
      const knowing = loading.then((before) => {
        const known = before?.document === page.document ? before.rows : [];
        // A page that changes keeps the rows that it had until the new ones are there: lists do not flicker.
        if (known.length === 0) void readings.saveReading(caller.tab, blank).catch(report);
        return known;
      });
      knowing.catch(() => {}); // It is awaited when the page has been read.
      const opened = await opening;
      if (!opened.ok) {
        await knowing;
        await readings.saveReading(caller.tab, { ...blank, state: "error", error: opened.error.message });
        return opened;
      }
      const { deals: store } = opened.value;
      try {
        await languages;
        const { claims, lang, deals } = await needs.read(store, { ...page, blocks }, { asOf: blank.asOf });
        const rows = rowsOf(claims, blocks, await namesOf(claims, store), await knowing);
        // The page has changed meanwhile: what was found in it last is what counts, and is being found already.
        if (!articles.isLatest(caller.tab, caller.frame, blocks)) {
          return success<PageMarks>({ state: "read", marks: packMarks(rows.map(markOf)) });
        }
        // None of these is awaited: marks do not wait for what is of use later. Whoever asks for the reading next is
        // answered after it was kept, since the browser takes one after the other.
        const kept = readings.saveReading(caller.tab, { ...blank, state: "read", lang, rows });
        void kept.then(() => countDiscrepancies(caller.tab)).catch(report);
        if (!caller.isPrivate) void needs.remember(deals, blank.asOf).catch(report);
        return success<PageMarks>({ state: "read", marks: packMarks(rows.map(markOf)) });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        console.error("A page could not be read:", error);
        await readings.saveReading(caller.tab, { ...blank, state: "error", error: message });
        return failure("failed", message);
      }
    },

    async claimDetails({ document, claim }, caller) {
      const reading = await readings.loadReading(caller.tab, caller.frame);
      const row = reading?.rows.find(({ id }) => id === claim);
      if (!reading || !row || reading.document !== document) {
        return failure("forgotten", "The page's reading is no longer kept");
      }
      const opened = await library.open();
      if (!opened.ok) return opened;
      const { deals, disagreements } = opened.value;
      const settings = await needs.settings();
      // Counted over all frames, as the keys go from mark to mark.
      const shown = (await readings.loadReadings(caller.tab)).flatMap(({ frame, rows }) =>
        rows
          .filter((one) => settings.show === "all" || one.claim.verdict === "discrepancy")
          .map((one) => ({ frame, id: one.id })),
      );
      const context = {
        currency: settings.currency,
        published: reading.published,
        asOf: reading.asOf,
        datasetDate: dateOf(deals.version),
        disagreements: disagreements.length > 0 ? nameFeeds(disagreements, await needs.feedNames()) : [],
        number: shown.findIndex(({ frame, id }) => frame === caller.frame && id === claim) + 1,
        total: shown.length,
      };
      const ui = await needs.ui();
      return success(await deals.ask((index) => viewOf(row.claim, { ...index, ...context }, ui)));
    },

    async loadTooltip(_nothing, caller) {
      return success(await needs.loadTooltip(caller.tab, caller.frame));
    },

    async leavePage({ document }, caller) {
      // The next document in the frame may be read already.
      articles.forget(caller.tab, caller.frame, document);
      if (!(await readings.dropReading(caller.tab, caller.frame, document))) return success(false);
      // A page that goes as a whole takes its badge with it; a frame alone leaves the others' count.
      if (caller.frame !== 0) await countDiscrepancies(caller.tab);
      return success(true);
    },

    async pageSummary({ tab }) {
      const summary = await needs.pageSummary(tab);
      // What was found did not fit into what outlives the background, and the background was stopped meanwhile.
      if (summary.frames.some(({ state }) => state === "lost")) void needs.readAgain(tab);
      return success(summary);
    },

    async datasetState() {
      const opened = await library.open();
      if (!opened.ok) return opened;
      const { deals, how, why } = opened.value;
      return success({ version: deals.version, date: dateOf(deals.version), deals: deals.size, how, why });
    },
  };
  return { handlers, countDiscrepancies };

  /** Whether the page, its site and everything are switched on. */
  async function isOn(page: string): Promise<boolean> {
    const host = hostOf(page) ?? "";
    const [settings, site, one] = await Promise.all([needs.settings(), needs.isSiteOn(host), needs.isPageOn(page)]);
    return settings.on && site && one;
  }

  /** One after the other: of two at a time, the one that began sooner might end later, and show what is past. */
  function countDiscrepancies(tab: number): Promise<void> {
    const turn = (turns.get(tab) ?? Promise.resolve()).then(() => count(tab));
    const settled = turn
      .catch(() => {})
      .finally(() => {
        if (turns.get(tab) === settled) turns.delete(tab);
      });
    turns.set(tab, settled);
    return turn;
  }

  async function count(tab: number): Promise<void> {
    const frames = await readings.loadReadings(tab);
    const rows = frames.flatMap((frame) => frame.rows);
    await needs.showDiscrepancies(tab, rows.filter((row) => row.claim.verdict === "discrepancy").length);
  }
}

const report = (error: unknown): void => console.error("After a page was read:", error);

const blankReading = (page: PageText, caller: Caller, asOf: string): FrameReading => ({
  frame: caller.frame,
  document: page.document,
  state: "reading",
  error: null,
  lang: page.lang ?? "",
  published: page.published ?? null,
  modified: page.modified ?? null,
  asOf,
  rows: [],
});

/**
 * In reading order, whatever order the claims were found in: lists, and the keys from mark to mark, follow it. A claim
 * that was known before keeps its id, so that an open tooltip stays with it while the page changes around it.
 */
function rowsOf(
  claims: readonly Claim[],
  blocks: readonly Block[],
  names: ReadonlyMap<string, string>,
  known: readonly ClaimRow[],
): ClaimRow[] {
  const places = new Map(blocks.map((block, place) => [block.id, { place, text: block.text }]));
  const placeOf = (claim: Claim) => places.get(claim.block)?.place ?? 0;
  const ids = new Map(known.map((row) => [keyOf(row.claim), row.id]));
  let next = known.reduce((highest, row) => Math.max(highest, row.id + 1), 0);
  return [...claims]
    .sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start)
    .map((claim) => {
      const text = places.get(claim.block)?.text ?? "";
      return {
        id: ids.get(keyOf(claim)) ?? next++,
        claim: storedOf(claim),
        dealName: names.get(claim.deal) ?? claim.deal,
        before: tailOf(text.slice(0, claim.start)),
        after: headOf(text.slice(claim.end)),
      };
    });
}

/** What the claims' deals are called. */
const namesOf = (claims: readonly Claim[], deals: DealStore): Promise<ReadonlyMap<string, string>> =>
  deals.ask((index) => new Map(claims.map(({ deal }) => [deal, index.deal(deal)?.name ?? deal])));

const keyOf = ({ block, start, end, deal, metric }: StoredClaim): string => [block, start, end, deal, metric].join();

/** The end of a text, cut between words where there are spaces to cut at. */
function tailOf(text: string): string {
  if (text.length <= CONTEXT) return text.trimStart();
  return `…${text
    .slice(-CONTEXT)
    .toWellFormed()
    .replace(/^\S{0,15}\s+/, "")}`;
}

function headOf(text: string): string {
  if (text.length <= CONTEXT) return text.trimEnd();
  return `${text
    .slice(0, CONTEXT)
    .toWellFormed()
    .replace(/\s+\S{0,15}$/, "")}…`;
}

function storedOf({ evidence: _evidence, confidence: _confidence, ...claim }: Claim): StoredClaim {
  return claim;
}

const markOf = ({ id, claim: { block, start, end, verdict } }: ClaimRow) => ({ id, block, start, end, verdict });

/** Versions are a day and a count: "2026-11-22.1". */
const dateOf = (version: string): string => version.slice(0, 10);

function hostOf(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address);
  return url && /^https?:$/.test(url.protocol) ? url.hostname : null;
}
