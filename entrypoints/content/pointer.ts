/** Opens the tooltip for a pointer that rests on a mark, or a finger that taps one. */
import type { Marks } from "../../lib/page/marks.ts";
import type { Tooltip } from "./tooltip.ts";

/** A pointer on its way elsewhere opens nothing. */
const OPEN_MS = 150;
/** Time to cross from the mark to the tooltip. */
const CLOSE_MS = 250;

/** Runs until `signal` aborts; only worth running while there are marks. */
export function followPointer(
  document: Document,
  marks: Marks,
  tooltip: Tooltip,
  open: (claim: number, point: { x: number; y: number }) => void,
  signal: AbortSignal,
): void {
  let resting: number | null = null;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  /** Opened by the pointer, so that it closes when the pointer leaves; not where the keyboard opened it. */
  let ours = false;

  const stay = () => {
    clearTimeout(closing);
    closing = undefined;
  };
  const leave = () => {
    clearTimeout(opening);
    resting = null;
    if (tooltip.claim !== null && ours && !tooltip.focused)
      closing ??= setTimeout(() => {
        closing = undefined;
        tooltip.close();
      }, CLOSE_MS);
  };
  const look = (x: number, y: number) => {
    const claim = marks.at(x, y);
    if (claim === null) {
      leave();
      return;
    }
    if (claim === tooltip.claim) {
      stay();
      return;
    }
    if (claim === resting) return;
    leave();
    resting = claim;
    opening = setTimeout(() => {
      resting = null;
      stay();
      ours = true;
      open(claim, { x, y });
    }, OPEN_MS);
  };

  const passive = { passive: true, capture: true, signal };
  document.addEventListener(
    "pointermove",
    (event) => {
      if (!event.isTrusted || event.pointerType === "touch") return;
      if (tooltip.contains(event)) {
        stay();
        return;
      }
      // A pressed button selects text or drags.
      if (event.buttons !== 0) return;
      const { clientX, clientY } = event;
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => look(clientX, clientY));
    },
    passive,
  );
  document.documentElement.addEventListener("pointerleave", leave, { passive: true, signal });
  document.addEventListener(
    "pointerdown",
    (event) => {
      clearTimeout(opening);
      resting = null;
      if (event.isTrusted && !tooltip.contains(event)) tooltip.close();
    },
    passive,
  );
  document.addEventListener(
    "click",
    (event) => {
      // Only a finger needs to tap; and what it taps may be the page's own.
      if (
        !event.isTrusted ||
        !(event instanceof PointerEvent) ||
        event.pointerType !== "touch" ||
        tooltip.contains(event)
      )
        return;
      if (event.target instanceof Element && event.target.closest("a, button, summary, label, input, [role='button']"))
        return;
      const claim = marks.at(event.clientX, event.clientY);
      if (claim === null) return;
      ours = false;
      open(claim, { x: event.clientX, y: event.clientY });
    },
    passive,
  );
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(opening);
      clearTimeout(closing);
      cancelAnimationFrame(frame);
    },
    { once: true },
  );
}
