/** What a frame can tell of itself and its surroundings. */
import { type Metadata, readMetadata } from "../../lib/page/metadata.ts";

/** A frame that is smaller than this shows no text: it counts, or waits to be opened. */
const SMALLEST_PX = 40;

/** Frames that never have a size wake no more after this. */
const LONGEST_WAIT_MS = 8000;

/** Resolves once the document may be looked at: not while it is only prepared, nor in a frame of no size. */
export async function whenLookedAt(signal: AbortSignal): Promise<void> {
  // Chrome's; TypeScript does not know it.
  if ((document as { prerendering?: boolean }).prerendering)
    await new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }));
  if (window === window.top) return;
  // Another site's frame may learn its first size without an event: a few looks more, further and further apart.
  for (let waitMs = 250; !signal.aborted && (innerWidth < SMALLEST_PX || innerHeight < SMALLEST_PX); waitMs *= 2)
    await new Promise((resolve) => {
      window.addEventListener("resize", resolve, { once: true, signal });
      signal.addEventListener("abort", resolve, { once: true });
      if (waitMs <= LONGEST_WAIT_MS) setTimeout(resolve, waitMs);
    });
}

/**
 * What the document says of itself; a frame without an article of its own takes language and date from the page that it
 * stands in, as far as that is of the same origin.
 */
export function frameMetadata(document: Document): Metadata {
  const own = readMetadata(document);
  if (own.published !== undefined && own.lang !== undefined) return own;
  const outer = outerDocument(document);
  if (!outer) return own;
  const { lang, published, modified } = frameMetadata(outer);
  own.lang ??= lang;
  // The days belong together.
  return published && !own.published ? { ...own, published, modified } : own;
}

/** Null for the tab's main frame, and where the page around this one is another site's. */
function outerDocument(document: Document): Document | null {
  try {
    return document.defaultView?.frameElement?.ownerDocument ?? null;
  } catch {
    return null;
  }
}

/** Resolves when the page has had its thread: at the next idle moment, or soon all the same. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => void requestIdleCallback(() => resolve(), { timeout: 100 }));
