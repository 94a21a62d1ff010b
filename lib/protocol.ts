/**
 * Every message between content script, background and the extension's pages.
 *
 * The schemas are the types. The background and the pages parse what they receive with them; the content script imports
 * the types alone, since zod would double what is loaded into every page (see platform/content-messaging.ts).
 */
import * as z from "zod/mini";
import { IsoDate, Metric, Qualifier, Status, Unit } from "./deals/schema.ts";
import { feedsProtocol } from "./feeds-protocol.ts";

/** What a page may send at most; a message beyond is refused whole. */
export const MAX_BLOCKS = 20_000;
/** UTF-16 code units over all blocks. Books are shorter; the content script reads no further. */
export const MAX_TEXT = 2_100_000;

const Day = IsoDate;
const Lang = z.string().check(z.maxLength(100));
const Address = z.string().check(z.maxLength(8_000), z.regex(/^https?:\/\//));
const Verdict = z.enum(["confirmed", "outdated", "discrepancy", "unverified"]);
const Reason = z.enum([
  "changed-since",
  "already-replaced",
  "undated",
  "scale",
  "currency",
  "unit",
  "party",
  "metric",
  "value",
]);

const Block = z.object({
  id: z.int().check(z.nonnegative()),
  text: z.string().check(z.maxLength(MAX_TEXT)),
  lang: z.optional(Lang),
  published: z.optional(Day),
  article: z.optional(z.int()),
  role: z.enum(["title", "heading", "text", "item"]),
});

const BlockId = z.int().check(z.nonnegative());

/** The article, as a content script read it: of a page that changes, only what changed. */
export const PageText = z.object({
  /** Which document speaks: a new one for each load of a page. */
  document: z.string().check(z.maxLength(64)),
  url: z.optional(Address),
  lang: z.optional(Lang),
  title: z.optional(z.string().check(z.maxLength(MAX_TEXT))),
  published: z.optional(Day),
  modified: z.optional(Day),
  /** The ids of all blocks of the article, in reading order. */
  order: z.array(BlockId).check(z.maxLength(MAX_BLOCKS)),
  /** Those that are new or not what they were when this document last sent them; the background keeps the others. */
  blocks: z.array(Block).check(z.maxLength(MAX_BLOCKS)),
});
export type PageText = z.infer<typeof PageText>;

/** A part of a long article's text, ahead of the `PageText` that has the order and the last part. */
export const PagePart = z.pick(PageText, { document: true, blocks: true });
export type PagePart = z.infer<typeof PagePart>;

/**
 * - `read`: what is marked, as packed-marks.ts packs it
 * - `off`: the user has switched this page, its site or everything off
 * - `needs-context`: the background was stopped and has forgotten the blocks that were not sent again: send them all
 */
export const PageMarks = z.discriminatedUnion("state", [
  z.object({ state: z.literal("read"), marks: z.array(z.int()) }),
  z.object({ state: z.literal("off") }),
  z.object({ state: z.literal("needs-context") }),
]);
export type PageMarks = z.infer<typeof PageMarks>;

const Text = z.string();
/**
 * A figure in words, the same in the reader's own currency ("≈ €93 billion at September 2025's rate"; empty where that
 * is not wanted or not known), and what belongs beside it ("letter of intent, since 22 Sep 2025").
 */
const FigureLine = z.object({ figure: Text, converted: Text, detail: Text });

/**
 * How the deal's figure went, for a small plot: each step from `from` on, a day as a share of the time shown, and
 * `height`, its value as a share of the largest. A null height: nothing was in force. `said` is what the article says,
 * placed at its date, where that compares.
 */
const Timeline = z.object({
  steps: z.array(z.object({ from: z.number(), height: z.nullable(z.number()) })),
  said: z.nullable(z.object({ at: z.number(), height: z.number() })),
  /** First and last day shown, in words; and all that the plot shows, for those who cannot see it. */
  start: Text,
  end: Text,
  label: Text,
});
export type Timeline = z.infer<typeof Timeline>;

/** One claim in words, in the interface's language: all that a tooltip shows. */
export const ClaimView = z.object({
  /** Interface language and direction, for the element that shows it. */
  lang: Text,
  dir: z.enum(["ltr", "rtl"]),
  verdict: Verdict,
  /** "Discrepancy", "Out of date". */
  label: Text,
  /** One sentence: what is wrong or right, and the likely cause. */
  summary: Text,
  /** What the article says. */
  said: z.object({ label: Text, figure: Text, converted: Text }),
  /** What the record said at the article's date and what it says now, oldest first; `current` is what it says now. */
  record: z.array(z.object({ label: Text, line: FigureLine, current: z.boolean() })),
  /** Null where the figure never changed: then and now say it all. */
  timeline: z.nullable(Timeline),
  /** Points that qualify the verdict. */
  notes: z.array(Text),
  deal: z.object({ name: Text, status: Text }),
  sources: z.object({
    label: Text,
    links: z.array(z.object({ url: Address, publisher: Text, date: Text, title: Text })),
  }),
  /** "2 of 8". */
  position: Text,
  /** "Dataset of 22 Nov 2026". */
  dataset: Text,
  close: Text,
});
export type ClaimView = z.infer<typeof ClaimView>;

/** What a content script says of its frame when asked. */
export const FrameState = z.object({
  document: z.string(),
  host: z.string(),
  /** `no-figures`: nothing on the page was worth asking about. `waiting`: the background has not answered yet. */
  state: z.enum(["waiting", "read", "no-figures", "off", "error"]),
  marks: z.int(),
  /** The mark at which the reader was last; null before the first. */
  at: z.nullable(z.int()),
  /** The open tooltip's claim and its whole text, so that pages of the extension and tests can tell what is shown. */
  tooltip: z.nullable(z.object({ claim: z.int(), text: z.string() })),
});
export type FrameState = z.infer<typeof FrameState>;

const RecordFigure = z.object({
  deal: z.string(),
  metric: Metric,
  value: z.number(),
  valueTo: z.optional(z.number()),
  unit: Unit,
  qualifier: Qualifier,
  since: Day,
  status: Status,
});

/** A claim of `lib/reading`, without what only reading needs. */
export const StoredClaim = z.object({
  block: z.int(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  deal: z.string(),
  metric: Metric,
  value: z.number(),
  valueTo: z.nullable(z.number()),
  unit: Unit,
  qualifier: Qualifier,
  verdict: Verdict,
  reason: z.nullable(Reason),
  factor: z.nullable(z.number()),
  historical: z.boolean(),
  notes: z.array(z.string()),
  expected: z.nullable(RecordFigure),
  now: z.nullable(RecordFigure),
  against: z.nullable(RecordFigure),
});
export type StoredClaim = z.infer<typeof StoredClaim>;

/** One claim in a list. */
export const ClaimRow = z.object({
  /** As in `Mark` (packed-marks.ts). */
  id: z.int(),
  claim: StoredClaim,
  dealName: z.string(),
  /** The text around the figure, so that a reader recognises the place; with "…" where it was cut. */
  before: z.string(),
  after: z.string(),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

/** What was found in one frame. */
export const FrameReading = z.object({
  frame: z.int(),
  document: z.string(),
  /** `lost`: read, but what was found is not kept any more; the frame must be asked to read again. */
  state: z.enum(["reading", "read", "error", "lost"]),
  error: z.nullable(z.string()),
  lang: z.string(),
  published: z.nullable(Day),
  modified: z.nullable(Day),
  asOf: Day,
  rows: z.array(ClaimRow),
});
export type FrameReading = z.infer<typeof FrameReading>;

export const DatasetState = z.object({
  version: z.string(),
  /** The day of the version. */
  date: Day,
  deals: z.int(),
  /** How it came to be there, and what was wrong; see dataset/open-dataset.ts. */
  how: z.enum(["stored", "installed", "upgraded", "healed", "unstored"]),
  why: z.nullable(z.string()),
});
export type DatasetState = z.infer<typeof DatasetState>;

/** A page at a glance. */
export const PageSummary = z.object({
  /** Whether reading is on at all. */
  on: z.boolean(),
  /** The site in the tab's main frame; null where no content script runs and the address is not ours to see. */
  site: z.nullable(
    z.object({
      host: z.string(),
      on: z.boolean(),
      /** Whether its pages are read unasked: by the manifest (`always`), by the user's grant, or not. */
      access: z.enum(["always", "granted", "none"]),
      /** The grant to give back, a match pattern. */
      grant: z.nullable(z.string()),
    }),
  ),
  /** The page's own switch; null where the address is not ours to see. */
  page: z.nullable(z.object({ address: z.string(), on: z.boolean() })),
  /** What the main frame's content script says; null where none runs (no permission, a browser's own page). */
  main: z.nullable(FrameState),
  frames: z.array(FrameReading),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** A message: who may send it, what it carries, what comes back. */
export type Exchange = { from: "content" | "page" | "extension"; request: z.ZodMiniType; reply: z.ZodMiniType };

const Nothing = z.union([z.undefined(), z.null()]);
const Done = z.boolean();
const ClaimOfFrame = z.object({ document: z.string(), claim: z.int() });
/** From mark to mark within a frame. `from` says where to begin: at the current mark, or at the frame's first or last. */
const Step = z.object({
  direction: z.union([z.literal(1), z.literal(-1)]),
  only: z.enum(["all", "discrepancies"]),
  from: z.enum(["current", "start", "end"]),
});
export type Step = z.infer<typeof Step>;

/** Messages that the background answers. */
export const backgroundProtocol = {
  /**
   * Content script: blocks of an article whose other ones come with `readPage`: sent as a whole, a long one would keep its
   * page waiting. None come first, so that a background that was stopped starts while the page is still being read.
   */
  keepBlocks: { from: "content", request: PagePart, reply: Done },
  /** Content script: read this article; the frame's earlier reading is replaced. */
  readPage: { from: "content", request: PageText, reply: PageMarks },
  /** Content script: what to show for a mark of this frame. */
  claimDetails: { from: "content", request: ClaimOfFrame, reply: ClaimView },
  /** Content script: bring the tooltip's code into this frame. False where the browser does not let us. */
  loadTooltip: { from: "content", request: Nothing, reply: Done },
  /** Content script: this document is going away; forget what was found in it. */
  leavePage: { from: "content", request: z.object({ document: z.string() }), reply: Done },
  /** Extension page: what was found in a tab, where the storage had no room for all of it (page-summary.ts). */
  pageSummary: { from: "page", request: z.object({ tab: z.int() }), reply: PageSummary },
  /** Extension page: the dataset in use. */
  datasetState: { from: "page", request: Nothing, reply: DatasetState },
  ...feedsProtocol,
} as const satisfies Record<string, Exchange>;

/** Messages that a content script answers; they come from the extension itself. */
export const frameProtocol = {
  /** How the frame stands. */
  frameState: { from: "extension", request: Nothing, reply: FrameState },
  /** Scroll to a mark and open its tooltip. False where the mark is gone. */
  showClaim: { from: "extension", request: ClaimOfFrame, reply: Done },
  /** Go to the next or previous mark and open its tooltip. False where the frame has none further on. */
  stepMark: { from: "extension", request: Step, reply: Done },
  /** Open the tooltip of the mark that the reader looks at: the last one visited, or the first in sight. */
  openMark: { from: "extension", request: Nothing, reply: Done },
  /** Close the tooltip. False where none was open. */
  closeTooltip: { from: "extension", request: Nothing, reply: Done },
  /** Something was switched: look again whether to read. */
  readAgain: { from: "extension", request: Nothing, reply: Done },
  /** The right to read this page was taken back: leave without a trace. */
  stop: { from: "extension", request: Nothing, reply: Done },
} as const satisfies Record<string, Exchange>;

export type BackgroundProtocol = typeof backgroundProtocol;
export type FrameProtocol = typeof frameProtocol;
export type RequestOf<E extends Exchange> = z.input<E["request"]>;
export type ReplyOf<E extends Exchange> = z.output<E["reply"]>;
