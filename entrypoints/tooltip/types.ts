/** What the content script and this one know of each other: the one is there before the other. */
import type { Marks } from "../../lib/page/marks.ts";
import type { ClaimView, FrameState, Step } from "../../lib/protocol.ts";
import type { Settings } from "../../lib/settings.ts";

/** In the viewport, in CSS pixels. */
export type Point = { x: number; y: number };

/** What answers the reader where there are marks: pointer, keys, tooltip. */
export type Attendance = {
  /** The marks have changed: an open tooltip goes with its mark, or closes. */
  follow(): void;
  /** Scrolls to a mark and opens its tooltip, which takes the focus. False where that is not possible. */
  show(claim: number): Promise<boolean>;
  /** As the message of that name: see protocol.ts. */
  step(step: Step): Promise<boolean>;
  openInSight(): Promise<boolean>;
  close(): boolean;
  readonly state: Pick<FrameState, "at" | "tooltip">;
};

export type AttendOptions = {
  document: Document;
  marks: Marks;
  settings(): Settings;
  /** What to show for a mark; null where the background cannot say. */
  detailsOf(claim: number): Promise<ClaimView | null>;
  /** Whether the frame is the tab's whole page. */
  isMain: boolean;
  /** What the reader did until this script was there: the last event of each kind, in their order. */
  missed: Iterable<Event>;
  /** Takes marks and tooltip away where the extension has gone from under them. */
  endIfOrphaned(): void;
  /** Ends everything, and takes away what was shown. */
  signal: AbortSignal;
};

export type Attend = (options: AttendOptions) => Attendance;

/** The tooltip's element: a name that no page uses, and that says nothing. */
export const HOST = "dm-tip";

/** Where this script leaves its one function: on the global object of the extension's own world, which no page sees. */
export const ATTEND = "dealmarkAttend";
