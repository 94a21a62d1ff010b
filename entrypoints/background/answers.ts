/** What the background answers. Everything it needs comes in, so that tests answer from memory. */
import { viewOf } from "../../lib/interface/claim-view.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import type { BackgroundHandlers, Caller } from "../../lib/platform/messaging.ts";
import { failure, type Result, success } from "../../lib/platform/result.ts";
import type { ClaimRow, FrameReading, FrameState, PageMarks, PageText, StoredClaim } from "../../lib/protocol.ts";
import type { Claim, DealIndex, Page, Reading, ReadOptions } from "../../lib/reading/types.ts";
import type { Library } from "./library.ts";

/** Of the text around a figure, so many characters each side are kept for lists. */
const CONTEXT = 70;

export type Needs = {
  library: Library;
  read(page: Page, index: DealIndex, options: ReadOptions): Reading;
  readings: {
    saveReading(tab: number, reading: FrameReading): Promise<void>;
    loadReading(tab: number, frame: number): Promise<FrameReading | null>;
    loadReadings(tab: number): Promise<FrameReading[]>;
    dropReading(tab: number, frame: number): Promise<void>;
  };
  isSiteOn(host: string): Promise<boolean>;
  showDiscrepancies(tab: number, count: number): Promise<void>;
  /** The main frame's content script. */
  askFrameState(tab: number): Promise<Result<FrameState>>;
  addressOf(tab: number): Promise<string | null>;
  ui(): Interface;
  /** ISO day. */
  today(): string;
};

export function createAnswers(needs: Needs): BackgroundHandlers {
  const { library, readings } = needs;
  return {
    async readPage(page, caller) {
      if (!(await needs.isSiteOn(caller.host))) {
        await readings.dropReading(caller.tab, caller.frame);
        await countDiscrepancies(caller.tab);
        return success<PageMarks>({ state: "off" });
      }
      const blank = blankReading(page, caller, needs.today());
      await readings.saveReading(caller.tab, blank);
      const opened = await library.open();
      if (!opened.ok) {
        await readings.saveReading(caller.tab, { ...blank, state: "error", error: opened.error.message });
        return opened;
      }
      const { index } = opened.value;
      try {
        const { claims, lang } = needs.read(page, index, { asOf: blank.asOf });
        const rows = rowsOf(claims, page, index);
        await readings.saveReading(caller.tab, { ...blank, state: "read", lang, rows });
        await countDiscrepancies(caller.tab);
        return success<PageMarks>({ state: "read", marks: rows.map(markOf) });
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        console.error("A page could not be read:", error);
        await readings.saveReading(caller.tab, { ...blank, state: "error", error: message });
        return failure("failed", message);
      }
    },

    async claimDetails({ document, claim }, caller) {
      const reading = await readings.loadReading(caller.tab, caller.frame);
      const number = reading?.rows.findIndex((row) => row.id === claim) ?? -1;
      const row = reading?.rows[number];
      if (!reading || !row || reading.document !== document) {
        return failure("forgotten", "The page's reading is no longer kept");
      }
      const opened = await library.open();
      if (!opened.ok) return opened;
      const { index } = opened.value;
      const context = {
        deal: (id: string) => index.deal(id),
        asOf: reading.asOf,
        datasetDate: dateOf(index.version),
        number: number + 1,
        total: reading.rows.length,
      };
      return success(viewOf(row.claim, context, needs.ui()));
    },

    async pageSummary({ tab }) {
      const [state, address, frames] = await Promise.all([
        needs.askFrameState(tab),
        needs.addressOf(tab),
        readings.loadReadings(tab),
      ]);
      const main = state.ok ? state.value : null;
      const host = main?.host ?? hostOf(address);
      return success({
        site: host ? { host, on: await needs.isSiteOn(host) } : null,
        main,
        // Another document is in the tab than the one that was read: its reading is stale.
        frames: main ? frames.filter((frame) => frame.frame !== 0 || frame.document === main.document) : [],
      });
    },

    async datasetState() {
      const opened = await library.open();
      if (!opened.ok) return opened;
      const { index, how, why } = opened.value;
      return success({ version: index.version, date: dateOf(index.version), deals: index.size, how, why });
    },
  };

  async function countDiscrepancies(tab: number): Promise<void> {
    const frames = await readings.loadReadings(tab);
    const rows = frames.flatMap((frame) => frame.rows);
    await needs.showDiscrepancies(tab, rows.filter((row) => row.claim.verdict === "discrepancy").length);
  }
}

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

/** In reading order, whatever order the claims were found in: lists, and the keys from mark to mark, follow it. */
function rowsOf(claims: readonly Claim[], page: PageText, index: DealIndex): ClaimRow[] {
  const places = new Map(page.blocks.map((block, place) => [block.id, { place, text: block.text }]));
  const placeOf = (claim: Claim) => places.get(claim.block)?.place ?? 0;
  return [...claims]
    .sort((a, b) => placeOf(a) - placeOf(b) || a.start - b.start)
    .map((claim, id) => {
      const text = places.get(claim.block)?.text ?? "";
      return {
        id,
        claim: storedOf(claim),
        dealName: index.deal(claim.deal)?.name ?? claim.deal,
        before: tailOf(text.slice(0, claim.start)),
        after: headOf(text.slice(claim.end)),
      };
    });
}

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
