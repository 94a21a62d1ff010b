/** From mark to mark, as the keyboard's commands ask; Escape closes the tooltip. */
import type { MarkPlace, Marks } from "../../lib/page/marks.ts";
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
  const { shown } = marks;
  const isWanted = ({ verdict }: MarkPlace) => only === "all" || verdict === "discrepancy";
  // Among all marks, since the current one need not be of the kind that is looked for.
  const place = from === "current" ? shown.findIndex(({ id }) => id === at) : -1;
  if (place >= 0) {
    const further = direction > 0 ? shown.slice(place + 1).find(isWanted) : shown.slice(0, place).findLast(isWanted);
    return further?.id ?? null;
  }
  const ids = shown.filter(isWanted).map(({ id }) => id);
  if (from === "start") return ids[0] ?? null;
  if (from === "end") return ids.at(-1) ?? null;
  const inSight = firstOf(ids, marks);
  if (direction > 0) return inSight ?? ids[0] ?? null;
  const before = inSight === null ? ids : ids.slice(0, ids.indexOf(inSight));
  return before.at(-1) ?? null;
}

/** The first mark that is not above what the reader sees. */
export const firstInSight = (marks: Marks): number | null =>
  firstOf(
    marks.shown.map(({ id }) => id),
    marks,
  );

const firstOf = (ids: readonly number[], marks: Marks): number | null =>
  ids.find((id) => (marks.rangeOf(id)?.getBoundingClientRect().bottom ?? -1) >= 0) ?? null;
