/** What the reader sees of the document: of a frame often only a part, since the page around it scrolls it away. */
import type { Rect } from "../../lib/page/place.ts";

/** A page that is not drawn just now tells nothing: after so many milliseconds the whole frame counts. */
const PATIENCE_MS = 150;
/** Told whenever another so much of the frame comes into sight. */
const STEPS = Array.from({ length: 41 }, (_, i) => i / 40);

export type Sight = {
  /** In CSS pixels of the document's own viewport. */
  readonly view: Rect;
  /**
   * Keeps an eye on how much of the document is in sight.
   *
   * @param probe an element that covers its viewport
   * @param seen called when that is known, and when it changes
   */
  watch(probe: Element, seen: () => void): void;
  rest(): void;
};

export function createSight(document: Document): Sight {
  const window = document.defaultView as Window & typeof globalThis;
  let observer: IntersectionObserver | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Null where it is not known, or none. */
  let part: Rect | null = null;
  return {
    get view() {
      const view = viewOf(window);
      const cut = part && {
        left: Math.max(view.left, part.left),
        top: Math.max(view.top, part.top),
        right: Math.min(view.right, part.right),
        bottom: Math.min(view.bottom, part.bottom),
      };
      return cut && cut.left < cut.right && cut.top < cut.bottom ? cut : view;
    },
    watch(probe, seen) {
      clearTimeout(timer);
      observer?.disconnect();
      // Without a root it is the screen's part of the tab that counts, through frames of other sites too.
      observer = new window.IntersectionObserver(
        (entries) => {
          clearTimeout(timer);
          part = entries.at(-1)?.intersectionRect ?? null;
          seen();
        },
        { threshold: STEPS },
      );
      observer.observe(probe);
      timer = setTimeout(seen, PATIENCE_MS);
    },
    rest() {
      clearTimeout(timer);
      observer?.disconnect();
      observer = null;
      part = null;
    },
  };
}

/** Less than the viewport where two fingers have zoomed in. */
function viewOf(window: Window): Rect {
  const { visualViewport: seen } = window;
  if (!seen) return { left: 0, top: 0, right: window.innerWidth, bottom: window.innerHeight };
  const { offsetLeft: left, offsetTop: top, width, height } = seen;
  return { left, top, right: left + width, bottom: top + height };
}
