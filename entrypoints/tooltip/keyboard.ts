/** From mark to mark, as the keyboard's commands ask; Escape closes the tooltip. */
import type { Marks } from "../../lib/page/marks.ts";
import type { Step } from "../../lib/protocol.ts";
import type { Tooltip } from "./tooltip.ts";

/** Closes the tooltip on Escape, until `signal` aborts. The commands' own keys never reach the page. */
export function followEscape(
  document: Document,
  tooltip: Pick<Tooltip, "claim" | "close" | "focused">,
  signal: AbortSignal,
): void {
  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || event.key !== "Escape" || tooltip.claim === null) return;
      // The page keeps its own use of the key, unless the reader is in the tooltip.
      if (tooltip.focused) {
        event.preventDefault();
        event.stopPropagation();
      }
      tooltip.close();
    },
    { capture: true, signal },
  );
}

/**
 * The mark that a step leads to.
 *
 * @param at the mark where the reader is or was last; null where they have not been at any
 * @returns null where the frame has none further on
 */
export function neighbour(marks: Marks, at: number | null, { direction, only, from }: Step): number | null {
  const ids = marks.ids.filter((id) => only === "all" || marks.verdictOf(id) === "discrepancy");
  if (from === "start") return ids[0] ?? null;
  if (from === "end") return ids.at(-1) ?? null;
  if (at !== null && marks.ids.includes(at)) {
    // Among all marks, since the current one need not be of the kind that is looked for.
    const place = marks.ids.indexOf(at);
    const further = ids.filter((id) => Math.sign(marks.ids.indexOf(id) - place) === direction);
    return (direction > 0 ? further[0] : further.at(-1)) ?? null;
  }
  const inSight = firstInSight(marks, ids);
  if (direction > 0) return inSight ?? ids[0] ?? null;
  const before = inSight === null ? ids : ids.slice(0, ids.indexOf(inSight));
  return before.at(-1) ?? null;
}

/** The first mark that is not above what the reader sees. */
export function firstInSight(marks: Marks, ids: readonly number[] = marks.ids): number | null {
  return ids.find((id) => (marks.rangeOf(id)?.getBoundingClientRect().bottom ?? -1) >= 0) ?? null;
}
