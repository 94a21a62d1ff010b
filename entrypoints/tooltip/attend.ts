/** Answers the reader: by pointer, by key, and where the popup's list leads. */

import { firstInSight, followEscape, neighbour } from "./keyboard.ts";
import { followPointer } from "./pointer.ts";
import { createTooltip } from "./tooltip.ts";
import type { Attendance, AttendOptions, Point } from "./types.ts";

/** The reader's moves tell whether the extension is still there; they are asked at most so often, as asking takes long. */
const NOTICE_MS = 500;

export function attend(options: AttendOptions): Attendance {
  const { document, marks, settings, detailsOf, isMain, missed, signal } = options;
  const window = document.defaultView as Window;
  const tooltip = createTooltip({
    document,
    isMain,
    rangeOf: (claim) => marks.rangeOf(claim),
    closed: () => marks.emphasise(null),
    signal,
  });
  /** Where the reader was last, so that closing a tooltip does not send them back to the top. */
  let at: number | null = null;
  /** The mark that was asked about last: an answer that comes late opens nothing. */
  let wanted = 0;
  let byPointer = false;

  const passive = { passive: true, capture: true, signal };
  followPointer({
    document,
    marks,
    tooltip,
    settings,
    open: (claim, point) => open(claim, point, false),
    left: () => {
      if (byPointer) wanted++;
    },
    missed,
    signal,
  });
  followEscape(document, tooltip, signal);
  document.addEventListener("scroll", () => tooltip.follow(), passive);
  window.addEventListener("resize", () => tooltip.follow(), passive);
  for (const event of ["scroll", "resize"])
    window.visualViewport?.addEventListener(event, () => tooltip.follow(), passive);
  let noticed = 0;
  const notice = ({ timeStamp }: Event) => {
    if (timeStamp - noticed < NOTICE_MS) return;
    noticed = timeStamp;
    options.endIfOrphaned();
  };
  for (const event of ["pointermove", "pointerdown", "keydown", "scroll", "visibilitychange"])
    document.addEventListener(event, notice, passive);

  async function open(claim: number, point: Point | null, jump: boolean): Promise<boolean> {
    const mine = ++wanted;
    byPointer = !jump;
    const details = await detailsOf(claim);
    const range = marks.rangeOf(claim);
    if (signal.aborted || mine !== wanted || !details || !range) return false;
    if (jump) bringIntoSight(range, isMain);
    marks.emphasise(claim);
    tooltip.open(claim, details, point, jump);
    if (tooltip.claim !== claim) return false;
    at = claim;
    return true;
  }

  return {
    follow: () => tooltip.follow(),
    show: (claim) => open(claim, null, true),
    async step(step) {
      const next = neighbour(marks, tooltip.claim ?? at, step);
      // The next one is in another frame.
      if (next === null) tooltip.close();
      return next !== null && open(next, null, true);
    },
    async openInSight() {
      const claim = at !== null && marks.rangeOf(at) ? at : firstInSight(marks);
      return claim !== null && open(claim, null, true);
    },
    close() {
      const wasOpen = tooltip.claim !== null;
      tooltip.close();
      return wasOpen;
    },
    get state() {
      const { claim, text } = tooltip;
      return { at, tooltip: claim === null ? null : { claim, text } };
    },
  };
}

/** Scrolls only where the mark is out of sight or at the very edge. What a frame shows need not be on the screen. */
function bringIntoSight(range: Range, isMain: boolean): void {
  const { top, bottom } = range.getBoundingClientRect();
  const inFrame = top >= 60 && bottom <= innerHeight - 60;
  if (inFrame && isMain) return;
  range.startContainer.parentElement?.scrollIntoView({ block: inFrame ? "nearest" : "center" });
}
