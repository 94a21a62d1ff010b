/** Alt+Shift+↓ and Alt+Shift+↑ go from mark to mark; Escape closes the tooltip. */
import type { Marks } from "../../lib/page/marks.ts";
import type { Tooltip } from "./tooltip.ts";

/** Runs until `signal` aborts; only worth running while there are marks. */
export function followKeyboard(
  document: Document,
  marks: Marks,
  tooltip: Tooltip,
  open: (claim: number) => void,
  signal: AbortSignal,
): void {
  /** Where the reader was last, so that closing a tooltip does not send them back to the top. */
  let last: number | null = null;

  document.addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted) return;
      if (event.key === "Escape" && tooltip.claim !== null) {
        // The page keeps its own use of the key, unless the reader is in the tooltip.
        if (tooltip.focused) {
          event.preventDefault();
          event.stopPropagation();
        }
        tooltip.close();
        return;
      }
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step === 0 || !event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      const next = neighbour(step);
      if (next === null) return;
      event.preventDefault();
      event.stopPropagation();
      last = next;
      open(next);
    },
    { capture: true, signal },
  );

  function neighbour(step: 1 | -1): number | null {
    const { ids } = marks;
    const from = tooltip.claim ?? last;
    const at = from === null ? -1 : ids.indexOf(from);
    if (at >= 0) return ids[(at + step + ids.length) % ids.length] ?? null;
    // From where the reader is looking.
    const inSight = ids.findIndex((id) => (marks.rangeOf(id)?.getBoundingClientRect().bottom ?? -1) >= 0);
    if (inSight < 0) return (step > 0 ? ids[0] : ids.at(-1)) ?? null;
    return (step > 0 ? ids[inSight] : ids[(inSight - 1 + ids.length) % ids.length]) ?? null;
  }
}

/** Editors have uses of their own for the keys. */
function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
}
