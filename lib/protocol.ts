/**
 * Every message between content script, background and the extension's pages.
 *
 * The schemas are the types. The background and the pages parse what they receive with them; the content script imports
 * the types alone, since zod would double what is loaded into every page (see platform/content-messaging.ts).
 */
import * as z from "zod/mini";
import { IsoDate, Metric, Qualifier, Status, Unit } from "./deals/schema.ts";

/** What a page may send at most; a message beyond is refused whole. */
export const MAX_BLOCKS = 20_000;
/** UTF-16 code units over all blocks. Books are shorter; the content script reads no further. */
export const MAX_TEXT = 1_000_000;

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
  role: z.enum(["title", "heading", "text", "item"]),
});

/** The article, as a content script read it. */
export const PageText = z.object({
  /** Which document speaks: a new one for each load of a page. */
  document: z.string().check(z.maxLength(64)),
  url: z.optional(Address),
  lang: z.optional(Lang),
  title: z.optional(z.string().check(z.maxLength(MAX_TEXT))),
  published: z.optional(Day),
  modified: z.optional(Day),
  blocks: z.array(Block).check(z.maxLength(MAX_BLOCKS)),
});
export type PageText = z.infer<typeof PageText>;

/** What is marked, and how. `id` names the claim for as long as this reading of the page is the last. */
export const Mark = z.object({
  id: z.int(),
  block: z.int(),
  start: z.int(),
  end: z.int(),
  verdict: Verdict,
});
export type Mark = z.infer<typeof Mark>;

/** `off`: the user has switched this site off. */
export const PageMarks = z.discriminatedUnion("state", [
  z.object({ state: z.literal("read"), marks: z.array(Mark) }),
  z.object({ state: z.literal("off") }),
]);
export type PageMarks = z.infer<typeof PageMarks>;

const Text = z.string();
/** A figure in words, and what belongs beside it ("letter of intent, since 22 Sep 2025"). */
const FigureLine = z.object({ figure: Text, detail: Text });

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
  said: z.object({ label: Text, figure: Text }),
  /** What the record said at the article's date and what it says now, oldest first; `current` is what it says now. */
  record: z.array(z.object({ label: Text, line: FigureLine, current: z.boolean() })),
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
  /** As in `Mark`. */
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
  state: z.enum(["reading", "read", "error"]),
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
  /** The site in the tab's main frame; null where no content script runs and the address is not ours to see. */
  site: z.nullable(z.object({ host: z.string(), on: z.boolean() })),
  /** What the main frame's content script says; null where none runs (no permission, a browser's own page). */
  main: z.nullable(FrameState),
  frames: z.array(FrameReading),
});
export type PageSummary = z.infer<typeof PageSummary>;

/** A message: who may send it, what it carries, what comes back. */
export type Exchange = { from: "content" | "page" | "extension"; request: z.ZodMiniType; reply: z.ZodMiniType };

const Nothing = z.union([z.undefined(), z.null()]);
const ClaimOfFrame = z.object({ document: z.string(), claim: z.int() });

/** Messages that the background answers. */
export const backgroundProtocol = {
  /** Content script: read this article; the frame's earlier reading is replaced. */
  readPage: { from: "content", request: PageText, reply: PageMarks },
  /** Content script: what to show for a mark of this frame. */
  claimDetails: { from: "content", request: ClaimOfFrame, reply: ClaimView },
  /** Extension page: what was found in a tab. */
  pageSummary: { from: "page", request: z.object({ tab: z.int() }), reply: PageSummary },
  /** Extension page: the dataset in use. */
  datasetState: { from: "page", request: Nothing, reply: DatasetState },
} as const satisfies Record<string, Exchange>;

/** Messages that a content script answers; they come from the extension itself. */
export const frameProtocol = {
  /** How the frame stands. */
  frameState: { from: "extension", request: Nothing, reply: FrameState },
  /** Scroll to a mark and open its tooltip. False where the mark is gone. */
  showClaim: { from: "extension", request: ClaimOfFrame, reply: z.boolean() },
} as const satisfies Record<string, Exchange>;

export type BackgroundProtocol = typeof backgroundProtocol;
export type FrameProtocol = typeof frameProtocol;
export type RequestOf<E extends Exchange> = z.input<E["request"]>;
export type ReplyOf<E extends Exchange> = z.output<E["reply"]>;
