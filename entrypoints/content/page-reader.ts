/** Reads the page, asks the background what it says, and keeps the marks up to date. */
import { eachMark } from "../../lib/packed-marks.ts";
import { type ArticleBlocks, type Layout, walkBlocks } from "../../lib/page/blocks.ts";
import type { Read } from "../../lib/page/changes.ts";
import { lookFirst } from "../../lib/page/first-look.ts";
import type { MarkPlace, Marks } from "../../lib/page/marks.ts";
import type { Metadata } from "../../lib/page/metadata.ts";
import type { Result } from "../../lib/platform/result.ts";
import type { FrameState, PageMarks, PagePart, PageText } from "../../lib/protocol.ts";
import type { Block } from "../../lib/reading/types.ts";
import type { Settings } from "../../lib/settings.ts";

/** The background stopped or is being replaced by an upgrade: ask once more, after so many milliseconds. */
const RETRY_MS = 1500;
/** Reading lets the page have its thread back after so many milliseconds; the collector may take as many again. */
const SLICE_MS = 5;
/** Text is sent in parts of so many UTF-16 code units: some milliseconds each. */
const PART = 150_000;
/** A page that changes while it is read is begun anew so many times; then it is read in one go, as it is at that moment. */
const RESTARTS = 2;
/** As in `protocol.ts`, which would bring zod with it. What stands beyond is not read. */
const MAX_BLOCKS = 20_000;
const MAX_TEXT = 2_100_000;

/** What is known of a page before it was read. */
const NOTHING = { blocks: [], placed: [], roots: [], shadows: [], unfinished: [] };

export type PageReaderOptions = {
  document: Document;
  marks: Marks;
  /** Whether a text may hold an amount at all: asked of all text first, so that most pages end here. */
  mayHoldQuantity(text: string, atAGlance?: boolean): boolean;
  readMetadata(): Metadata;
  /** Sends blocks ahead of `readPage`; with none yet, it tells the background that it will be needed. */
  keepBlocks(part: PagePart): void;
  readPage(page: PageText): Promise<Result<PageMarks>>;
  settings(): Pick<Settings, "on" | "marks" | "show">;
  /** Whether this site is on, as far as the frame can tell. */
  isSiteOn(): Promise<boolean>;
  /** Resolves when the page has had its thread. */
  pause(): Promise<void>;
  /** Goes up with every change of the page. */
  changes(): number;
  /** Called when the marks have changed. */
  changed(): void;
  signal: AbortSignal;
};

export type PageReader = {
  /**
   * Reads the page and marks what the background finds.
   *
   * @param again asks the background even if the text is what it was
   * @returns whether the background was asked
   */
  read(again?: boolean): Promise<boolean>;
  /** Draws the marks as the settings have them now. */
  redraw(): void;
  /** How much of the page's time reading has taken so far, in milliseconds. */
  readonly spentMs: number;
  readonly last: Read;
  readonly state: FrameState["state"];
  /** Names this document to the background. */
  readonly document: string;
};

export function createPageReader(options: PageReaderOptions): PageReader {
  const { document, marks, mayHoldQuantity, settings, changed, signal } = options;
  // `randomUUID` is missing from pages served without TLS.
  const id = crypto.getRandomValues(new Uint32Array(4)).join("-");
  const layout: Layout = { styleOf: (element) => getComputedStyle(element) };
  let article: Pick<ArticleBlocks, "blocks" | "placed" | keyof Read> = NOTHING;
  /** As packed-marks.ts packs them. */
  let found: readonly number[] = [];
  let state: FrameState["state"] = "waiting";
  /** What the background has of this document; null where it has, or may have, nothing. */
  let sent: { head: string; blocks: ReadonlyMap<number, Block> } | null = null;
  let turn = 0;
  let spentMs = 0;

  return {
    async read(again = false) {
      const mine = ++turn;
      const isCurrent = () => mine === turn && !signal.aborted;
      if (!settings().on || !(await options.isSiteOn())) {
        if (!isCurrent()) return false;
        settle("off", []);
        // What was found until now counts no more: the background drops it, being asked.
        if (sent) void options.readPage({ document: id, order: [], blocks: [] });
        sent = null;
        return false;
      }
      // Only the background knows what else may be off: it is asked when something is switched, not at every change.
      if (state === "off" && !again) return false;
      if (!sent) {
        const look = await inSlices(() => lookFirst(document, mayHoldQuantity), isCurrent);
        if (!look || !isCurrent()) return false;
        if (!look.maybe) {
          article = { ...NOTHING, unfinished: look.unfinished };
          settle("no-figures", []);
          return false;
        }
        options.keepBlocks({ document: id, blocks: [] });
      }
      const walked = await inSlices(() => walkBlocks(document, layout, article.blocks), isCurrent);
      if (!walked || !isCurrent()) return false;
      article = walked;
      const readable = article.blocks.slice(0, Math.min(MAX_BLOCKS, fitting(article.blocks, MAX_TEXT)));
      const hasFigures = [true, false].some((glance) => readable.some(({ text }) => mayHoldQuantity(text, glance)));
      if (!hasFigures && !sent) {
        settle("no-figures", []);
        return false;
      }
      const blocks = hasFigures ? readable : [];
      const page = { document: id, ...options.readMetadata(), order: blocks.map((block) => block.id) };
      const head = JSON.stringify(page);
      const news = blocks.filter((block) => !isSame(sent?.blocks.get(block.id), block));
      if (!again && news.length === 0 && sent?.head === head) {
        // The same text in other nodes: a page that draws itself anew.
        show();
        return false;
      }
      let result = await ask({ ...page, blocks: news }, isCurrent);
      if (result?.ok && result.value.state === "needs-context" && isCurrent())
        result = await ask({ ...page, blocks }, isCurrent);
      // A later reading has been sent meanwhile: its answer counts.
      if (!result || !isCurrent()) return true;
      const answer = result.ok ? result.value : null;
      if (answer?.state === "read") {
        sent = { head, blocks: new Map(blocks.map((block) => [block.id, block])) };
        settle(hasFigures ? "read" : "no-figures", answer.marks);
      } else {
        sent = null;
        settle(answer?.state === "off" ? "off" : "error", []);
      }
      return true;
    },
    redraw() {
      show();
      changed();
    },
    get spentMs() {
      return spentMs;
    },
    get last() {
      return article;
    },
    get state() {
      return state;
    },
    document: id,
  };

  function settle(how: FrameState["state"], what: readonly number[]): void {
    const hadNone = found.length === 0 && what.length === 0;
    state = how;
    found = what;
    if (hadNone) return;
    show();
    changed();
  }

  /** Takes what a walk over the page gives, slice by slice. Null where another reading has begun meanwhile. */
  async function inSlices<Result>(
    walk: () => Generator<void, Result>,
    isCurrent: () => boolean,
  ): Promise<Result | null> {
    for (let restarts = 0; ; restarts++) {
      const steps = walk();
      const before = options.changes();
      let start = performance.now();
      for (;;) {
        const { done, value } = steps.next();
        const took = performance.now() - start;
        if (!done && (restarts >= RESTARTS || took < SLICE_MS)) continue;
        spentMs += took;
        if (done) return value;
        await options.pause();
        if (!isCurrent()) return null;
        if (options.changes() !== before) break;
        start = performance.now();
      }
    }
  }

  /** Sends the page, its text in parts if it is long. Null where another reading has begun meanwhile. */
  async function ask(page: PageText, isCurrent: () => boolean): Promise<Result<PageMarks> | null> {
    let { blocks } = page;
    for (;;) {
      const count = fitting(blocks, PART) || 1;
      if (count >= blocks.length) break;
      await options.pause();
      if (!isCurrent()) return null;
      options.keepBlocks({ document: id, blocks: blocks.slice(0, count) });
      blocks = blocks.slice(count);
    }
    return askTwice({ ...page, blocks });
  }

  async function askTwice(page: PageText): Promise<Result<PageMarks>> {
    const result = await options.readPage(page);
    if (result.ok || result.error.code !== "no-answer") return result;
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    return signal.aborted ? result : options.readPage(page);
  }

  function show(): void {
    const { marks: visible, show: which } = settings();
    const places: MarkPlace[] = [];
    if (found.length > 0) {
      const pieces = new Map(article.placed.map((one) => [one.block.id, one.pieces]));
      eachMark(found, (id, block, start, end, verdict) => {
        const of = pieces.get(block);
        if (of && (which === "all" || verdict === "discrepancy")) places.push({ id, verdict, pieces: of, start, end });
      });
    }
    marks.show(places, article.shadows, visible);
  }
}

/** How many of the blocks, from the first on, have no more text than that together, in UTF-16 code units. */
function fitting(blocks: readonly Block[], most: number): number {
  let length = 0;
  const beyond = blocks.findIndex(({ text }) => {
    length += text.length;
    return length > most;
  });
  return beyond < 0 ? blocks.length : beyond;
}

const isSame = (one: Block | undefined, other: Block): boolean =>
  one !== undefined &&
  one.text === other.text &&
  one.role === other.role &&
  one.lang === other.lang &&
  one.published === other.published &&
  one.article === other.article;
