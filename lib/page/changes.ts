/** Notices late, changed and revealed text without taking the page's time. */
import { isWithin, shadowOf } from "./flat-tree.ts";

/** Pages write in bursts: reading waits for a pause of so many milliseconds … */
const PAUSE_MS = 300;
/** … but not for ever: a page that never pauses is read at least so often. */
const LATEST_MS = 2000;
/**
 * Reading may take one part in so many of the page's time: what it took of it, times this, is rest. And no less rest than the
 * whole of it took, since the background reads meanwhile.
 */
const IDLE_SHARE = 10;
/** Changes of style alone that changed no text (an animation) are looked at less and less often, down to this. */
const SLOWEST_MS = 8000;
/** Elements whose shadow root is still to come are looked at so often, and so many times. */
const FINISH_MS = 700;
const FINISH_TIMES = 12;

/** Attributes by which pages reveal, hide and translate text. */
const ATTRIBUTES = ["class", "style", "hidden", "aria-hidden", "inert", "open", "lang", "contenteditable", "slot"];

/** What was read, and so what a change may concern. */
export type Read = {
  /** Empty: any change counts. */
  roots: readonly Element[];
  shadows: readonly ShadowRoot[];
  unfinished: readonly Element[];
};

export type Changes = {
  /** Reads now, whatever changed. */
  read(): Promise<void>;
  /** Goes up with every change of what was read: a reading under way can tell that it is of yesterday. */
  readonly count: number;
};

/**
 * Calls `read` when the text of what was read may have changed, after a pause in the changes, and never twice at a time.
 *
 * @param last what the last reading read
 * @param read reads the page again; resolves to whether its text was another
 * @param spentMs how much of the page's time all readings have taken so far
 */
export function watchChanges(
  document: Document,
  last: () => Read,
  read: () => Promise<boolean>,
  spentMs: () => number,
  signal: AbortSignal,
): Changes {
  let count = 0;
  let first = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  /** Something changed while reading. */
  let again = false;
  let restUntil = 0;
  /** How long changes of style alone have to wait. */
  let patience = LATEST_MS;
  let onlyStyle = true;
  let finishing: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    timer = undefined;
    reading = true;
    again = false;
    const start = performance.now();
    const spent = spentMs();
    const styled = onlyStyle;
    onlyStyle = true;
    const different = await read();
    patience = styled && !different ? Math.min(patience * 2, SLOWEST_MS) : LATEST_MS;
    // Where reading is slow (a page of many thousand elements that never stands still), read it less often.
    const end = performance.now();
    restUntil = end + Math.max((spentMs() - spent) * IDLE_SHARE, end - start);
    reading = false;
    watchShadows();
    if (again) schedule();
  };

  function schedule(): void {
    if (reading) {
      again = true;
      return;
    }
    const now = performance.now();
    if (timer === undefined) first = now;
    clearTimeout(timer);
    const pause = onlyStyle && patience > LATEST_MS ? patience : PAUSE_MS;
    const latest = onlyStyle ? patience : LATEST_MS;
    timer = setTimeout(() => void run(), Math.max(restUntil - now, Math.min(pause, first + latest - now), 0));
  }

  const observer = new MutationObserver((mutations) => {
    if (signal.aborted) return;
    const { roots } = last();
    const ours = mutations.filter((mutation) => concerns(mutation, roots));
    if (ours.length === 0) return;
    count += ours.length;
    if (ours.some(({ type }) => type !== "attributes")) onlyStyle = false;
    schedule();
  });
  const options = {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  };
  observer.observe(document.documentElement, options);

  /** Shadow roots are trees of their own, and getting one is no change that is told. */
  function watchShadows(): void {
    const { shadows, unfinished } = last();
    // Those that are watched already stay as they are.
    for (const shadow of shadows) observer.observe(shadow, options);
    clearTimeout(finishing);
    if (unfinished.length > 0) finish(unfinished, FINISH_TIMES);
  }

  function finish(unfinished: readonly Element[], times: number): void {
    finishing = setTimeout(() => {
      if (unfinished.some((element) => shadowOf(element))) {
        onlyStyle = false;
        schedule();
      } else if (times > 1) finish(unfinished, times - 1);
    }, FINISH_MS);
  }

  signal.addEventListener(
    "abort",
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(finishing);
    },
    { once: true },
  );
  return {
    read: run,
    get count() {
      return count;
    },
  };
}

function concerns(mutation: MutationRecord, roots: readonly Element[]): boolean {
  const { target, type } = mutation;
  // A root that was taken out of the page: another article is in its place, or will be.
  if (roots.length === 0 || roots.some((root) => !root.isConnected)) return isInPage(target);
  if (roots.some((root) => isWithin(root, target))) return true;
  // A class on the body, or on what holds the article, may show and hide it.
  if (type === "attributes") return roots.some((root) => target.contains(root));
  // New entries of a live blog come in beside the old ones. What is added to the body itself is advertising.
  if (target === target.ownerDocument?.body || target === target.ownerDocument?.documentElement) return false;
  return roots.some((root) => target.contains(root));
}

/** Scripts and styles come and go in the head; the tooltip's host hangs on the root element itself. */
const isInPage = (node: Node): boolean => {
  const body = node.ownerDocument?.body;
  return body ? isWithin(body, node) : false;
};
