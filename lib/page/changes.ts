/** Notices late and changed text without taking the page's time. */

/** Pages write in bursts: reading waits for a pause of so many milliseconds … */
const PAUSE_MS = 300;
/** … but not for ever: a page that never pauses is read at least so often. */
const LATEST_MS = 2000;
/** A reading may take one part in so many of the page's time. */
const IDLE_SHARE = 20;

/**
 * Calls `changed` when text within `roots()` may have changed, after a pause in the changes.
 *
 * @param roots the elements that were read; a change elsewhere is none. Empty: any change counts
 * @param changed reads the page again
 */
export function watchChanges(
  document: Document,
  roots: () => readonly Element[],
  changed: () => void,
  signal: AbortSignal,
): void {
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restUntil = 0;

  const run = () => {
    timer = undefined;
    const start = performance.now();
    changed();
    // Where reading is slow (a page of many thousand elements that never stands still), read it less often.
    restUntil = performance.now() + (performance.now() - start) * IDLE_SHARE;
  };
  const observer = new MutationObserver((mutations) => {
    if (!mutations.some((mutation) => concerns(mutation, roots()))) return;
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(restUntil - now, Math.min(PAUSE_MS, first + LATEST_MS - now), 0));
  });
  observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

function concerns(mutation: MutationRecord, roots: readonly Element[]): boolean {
  // A root that was taken out of the page: another article is in its place, or will be.
  if (roots.length === 0 || roots.some((root) => !root.isConnected)) return isInBody(mutation.target);
  const { target } = mutation;
  // New entries of a live blog come in beside the old ones. What is added to the body itself is advertising.
  const isAround = target !== target.ownerDocument?.body && target !== target.ownerDocument?.documentElement;
  return roots.some((root) => root.contains(target) || (isAround && target.contains(root)));
}

/** Scripts and styles come and go in the head; the tooltip's host hangs on the root element itself. */
const isInBody = (node: Node): boolean => node.ownerDocument?.body?.contains(node) ?? false;
