/** Opens the tooltip for a pointer that rests on a mark or clicks it, or a finger that taps or holds one. */
import type { Marks } from "../../lib/page/marks.ts";
import type { Settings } from "../../lib/settings.ts";
import type { Tooltip } from "./tooltip.ts";
import type { Point } from "./types.ts";

/** Time to cross from the mark to the tooltip. */
const CLOSE_MS = 250;
/** As long as a finger holds still for what systems call a long press, and as far as it may tremble. */
const HOLD_MS = 500;
const TREMBLE_PX = 10;

/** What the page itself does something with when it is clicked or tapped. */
const INTERACTIVE =
  "a, button, summary, label, input, select, textarea, video, audio, [role='button'], [role='link'], [onclick]";

export type PointerOptions = {
  document: Document;
  marks: Pick<Marks, "at">;
  tooltip: Pick<Tooltip, "claim" | "close" | "contains" | "isNear" | "focused">;
  settings(): Pick<Settings, "tooltip" | "delayMs">;
  /** Settles once it is open or will not be. */
  open(claim: number, point: Point): Promise<unknown>;
  /** The pointer has gone elsewhere: what was to be opened is not wanted any more. */
  left(): void;
  /** What happened before: answered first. */
  missed: Iterable<Event>;
  /** Only worth running while there are marks. */
  signal: AbortSignal;
};

/** Runs until `signal` aborts. Never keeps an event from the page. */
export function followPointer(options: PointerOptions): void {
  const { document, marks, tooltip, settings, open, left, missed, signal } = options;
  let resting: number | null = null;
  /** What is being opened: a pointer that trembles on it meanwhile has not gone elsewhere. */
  let asked: number | null = null;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;
  let holding: ReturnType<typeof setTimeout> | undefined;
  let held: Point | null = null;
  let last: Point | null = null;
  /** Opened by the pointer, so that it closes when the pointer leaves; not where the keyboard opened it. */
  let ours = false;

  const stay = () => {
    clearTimeout(closing);
    closing = undefined;
  };
  const ask = (claim: number, point: Point) => {
    asked = claim;
    void open(claim, point).finally(() => {
      if (asked === claim) asked = null;
    });
  };
  const leave = () => {
    clearTimeout(opening);
    resting = null;
    asked = null;
    left();
    if (tooltip.claim !== null && ours && !tooltip.focused)
      closing ??= setTimeout(() => {
        closing = undefined;
        tooltip.close();
      }, CLOSE_MS);
  };
  const look = ({ x, y }: Point, modified: boolean) => {
    const claim = marks.at(x, y);
    if (claim === null && !tooltip.isNear({ x, y })) {
      leave();
      return;
    }
    if (claim === null || claim === tooltip.claim || claim === asked) {
      stay();
      return;
    }
    const mode = settings().tooltip;
    const opens = mode === "hover" || (mode === "modifier" && modified);
    if (claim === resting) return;
    leave();
    if (!opens) return;
    resting = claim;
    // With the key the reader asks for it: there is nothing to wait for.
    const delay = mode === "modifier" ? 0 : settings().delayMs;
    opening = setTimeout(() => {
      resting = null;
      stay();
      ours = true;
      ask(claim, { x, y });
    }, delay);
  };
  const letGo = () => {
    clearTimeout(holding);
    held = null;
  };

  const answers: Record<string, (event: PointerEvent) => void> = {
    // Browsers tell of moves once a frame, before it is drawn: waiting for the frame would only cost another call.
    pointermove(event) {
      if (event.pointerType === "touch") {
        if (held && Math.hypot(event.clientX - held.x, event.clientY - held.y) > TREMBLE_PX) letGo();
        return;
      }
      if (tooltip.contains(event)) {
        stay();
        return;
      }
      // A pressed button selects text or drags.
      if (event.buttons !== 0) return;
      last = { x: event.clientX, y: event.clientY };
      look(last, event.altKey);
    },
    pointerdown(event) {
      clearTimeout(opening);
      resting = null;
      letGo();
      if (tooltip.contains(event)) return;
      tooltip.close();
      if (event.pointerType !== "touch" || !event.isPrimary || settings().tooltip === "off") return;
      const point = { x: event.clientX, y: event.clientY };
      const claim = marks.at(point.x, point.y);
      if (claim === null) return;
      held = point;
      // Also on a link: what the browser and the page do with a long press, they do all the same.
      holding = setTimeout(() => {
        letGo();
        ours = false;
        ask(claim, point);
      }, HOLD_MS);
    },
    pointerup: letGo,
    // A finger that scrolls is taken from the page with a cancel.
    pointercancel: letGo,
    click(event) {
      if (tooltip.contains(event)) return;
      const mode = settings().tooltip;
      // What is clicked may be the page's own; and a mouse that may hover need not click.
      if (!(event.pointerType === "touch" ? mode === "hover" || mode === "click" : mode === "click")) return;
      // An event that is answered late has no path any more.
      const target = event.composedPath()[0] ?? event.target;
      if (target instanceof Element && target.closest(INTERACTIVE)) return;
      const claim = marks.at(event.clientX, event.clientY);
      if (claim === null) return;
      ours = false;
      ask(claim, { x: event.clientX, y: event.clientY });
    },
  };
  const answer = (event: Event) => {
    if (event.isTrusted && event instanceof PointerEvent) answers[event.type]?.(event);
  };
  const passive = { passive: true, capture: true, signal };
  for (const type of Object.keys(answers)) document.addEventListener(type, answer, passive);
  for (const event of missed) answer(event);
  document.addEventListener(
    "keydown",
    (event) => {
      // The pointer rests on a mark already, and the key comes after.
      if (event.isTrusted && event.key === "Alt" && last && settings().tooltip === "modifier") look(last, true);
    },
    passive,
  );
  document.documentElement.addEventListener("pointerleave", leave, { passive: true, signal });
  signal.addEventListener(
    "abort",
    () => {
      clearTimeout(opening);
      clearTimeout(closing);
      letGo();
    },
    { once: true },
  );
}
