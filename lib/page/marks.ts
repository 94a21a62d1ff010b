/**
 * Marks on the page: ranges in the CSS Custom Highlight registry. The page's nodes are not touched.
 *
 * The registry is shared with the page, which can list it and delete from it; so the highlights have names that say
 * nothing (`dm-1` …), and are put back.
 */
import type { Verdict } from "../reading/types.ts";
import type { Piece } from "./blocks.ts";
import { partsOf, rangeOf, setTo } from "./ranges.ts";

/** The names that the content script's style sheet gives a line. */
const NAMES: Record<Verdict, string> = { discrepancy: "dm-1", outdated: "dm-2", confirmed: "dm-3", unverified: "dm-4" };
/** The mark whose tooltip is open. */
const CURRENT = "dm-0";

/** A mark to show; `pieces` are those of its block. */
export type MarkPlace = {
  readonly id: number;
  readonly verdict: Verdict;
  readonly pieces: readonly Piece[];
  readonly start: number;
  readonly end: number;
  /** Set once the mark is put in place; null where its text has gone. */
  range?: StaticRange | null;
};

export type Marks = {
  /**
   * Replaces all marks. Those whose text is no longer in the page are left out. The places are kept, and each is given its
   * range: there are thousands.
   *
   * @param shadows open shadow roots that the marks may stand in
   * @param visible whether they are drawn; they answer the pointer either way
   */
  show(places: readonly MarkPlace[], shadows?: readonly ShadowRoot[], visible?: boolean): void;
  /** Emphasises one mark; null none. */
  emphasise(id: number | null): void;
  /** Where a mark is now, null where it is gone. It is one and the same range, good until the next question. */
  rangeOf(id: number): Range | null;
  /** The mark under a point in the viewport, in CSS pixels. */
  at(x: number, y: number): number | null;
  /** The marks shown, in the order given. */
  readonly shown: readonly MarkPlace[];
  /** Whether there is nothing to show, which is known without looking for each mark's text. */
  readonly isEmpty: boolean;
};

/** The parts of marks within one text node, in the order of the text: three numbers each, from, to and the mark's id. */
type Stretches = number[];

/** Whether all marks are still registered is looked at so often. */
const RESTORE_MS = 1000;
/** So many milliseconds of the page's thread are taken at a time … */
const SLICE_MS = 5;
/** … and so many marks are put in place between two looks at the clock. */
const AT_ONCE = 32;

/**
 * @param pause resolves when the page has had its thread: many marks are put in place bit by bit, first those in sight
 */
export function createMarks(document: Document, pause: () => Promise<void>): Marks {
  const { CSS, Highlight } = document.defaultView as Window & typeof globalThis;
  /** In the order given. */
  let placed = new Map<number, MarkPlace>();
  /** By text node, since the browser answers a point with a node and an offset. Made when a point is asked about. */
  let stretches: ReadonlyMap<Node, Stretches> | null = null;
  let roots: ShadowRoot[] = [];
  let emphasised: number | null = null;
  /** Counts the calls of `show`: an earlier one that is not done yet ends. */
  let turn = 0;
  /** What the registry should hold. */
  const registered = new Map<string, Highlight>();
  let restoring: ReturnType<typeof setInterval> | undefined;
  const asked = document.createRange();

  // An extension that was reloaded leaves its highlights behind, where its scripts had no time to.
  for (const name of [...Object.values(NAMES), CURRENT]) CSS.highlights.delete(name);

  const marks: Marks = {
    show(places, shadows = [], visible = true) {
      turn++;
      const start = performance.now();
      placed = new Map();
      for (const place of places) placed.set(place.id, place);
      stretches = null;
      roots = [...shadows];
      void putAll(places, visible, start);
      marks.emphasise(emphasised);
    },

    emphasise(id) {
      emphasised = id;
      const place = id === null ? undefined : placed.get(id);
      const range = place && put(place);
      const highlight = range ? new Highlight(range) : null;
      // Over the mark's own line, which it leaves as it is.
      if (highlight) highlight.priority = 1;
      register(CURRENT, highlight);
    },

    rangeOf(id) {
      const place = placed.get(id);
      const range = place && put(place);
      return range ? setTo(asked, range) : null;
    },

    at(x, y) {
      // `highlightsFromPoint` goes through every range; this costs the same however many there are.
      stretches ??= listStretches();
      const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
      const within = caret && stretches.get(caret.offsetNode);
      if (!within) return null;
      for (let i = firstReaching(within, caret.offset); i < within.length; i += 3) {
        const id = within[i + 2] as number;
        if ((within[i] as number) > caret.offset) break;
        // The caret nearest to a point may stand far from it: beside a short line, below the last one.
        if (covers(marks.rangeOf(id), x, y)) return id;
      }
      return null;
    },

    get shown() {
      return [...placed.values()].filter(({ range }) => range !== null);
    },

    get isEmpty() {
      return placed.size === 0;
    },
  };
  return marks;

  /** Puts a mark in place where that was not done yet. Null where its text has gone. */
  function put(place: MarkPlace): StaticRange | null {
    if (place.range !== undefined) return place.range;
    const range = rangeOf(place.pieces, place.start, place.end);
    place.range = range;
    return range;
  }

  function listStretches(): Map<Node, Stretches> {
    const lists = new Map<Node, Stretches>();
    for (const place of placed.values()) {
      if (!put(place)) continue;
      for (const { node, from, to } of partsOf(place.pieces, place.start, place.end))
        insert(lists, node, from, to, place.id);
    }
    return lists;
  }

  /** Puts the marks in place and registers them: at once as many as time allows, the others as the page has time. */
  async function putAll(places: readonly MarkPlace[], visible: boolean, since: number): Promise<void> {
    const mine = turn;
    const groups = new Map<Verdict, StaticRange[]>();
    let start = since;
    // So many that listing them was enough for one turn.
    if (performance.now() - start >= SLICE_MS) {
      await pause();
      if (mine !== turn) return;
      start = performance.now();
    }
    let sorted = false;
    let drawn = !visible;
    let order = places;
    for (let i = 0; i < order.length; i++) {
      const place = order[i] as MarkPlace;
      const { verdict } = place;
      const range = put(place);
      if (range) {
        const group = groups.get(verdict);
        if (group) group.push(range);
        else groups.set(verdict, [range]);
      }
      if (i % AT_ONCE !== AT_ONCE - 1 || performance.now() - start < SLICE_MS) continue;
      if (!sorted) {
        // More than can be done at once: first what the reader is looking at.
        sorted = true;
        const rest = order.slice(i + 1);
        const at = firstInSight(rest);
        order = [...order.slice(0, i + 1), ...rest.slice(at), ...rest.slice(0, at)];
        if (at > 0) continue;
      }
      // Once what is in sight, then all: the browser goes through every range whenever any is added.
      if (!drawn) registerAll(groups);
      drawn = true;
      await pause();
      if (mine !== turn) return;
      start = performance.now();
    }
    registerAll(visible ? groups : new Map());
  }

  function registerAll(groups: ReadonlyMap<Verdict, readonly StaticRange[]>): void {
    for (const [verdict, name] of Object.entries(NAMES)) {
      const ranges = groups.get(verdict as Verdict);
      const highlight = ranges ? new Highlight() : null;
      // As arguments there may be too many.
      for (const range of ranges ?? []) highlight?.add(range);
      register(name, highlight);
    }
  }

  /** The first place that is not above what the reader sees; places come in the order of the page, more or less. */
  function firstInSight(places: readonly MarkPlace[]): number {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const rect = marks.rangeOf((places[middle] as MarkPlace).id)?.getBoundingClientRect();
      if (rect && rect.bottom < 0) low = middle + 1;
      else high = middle;
    }
    return low % places.length || 0;
  }

  function register(name: string, highlight: Highlight | null): void {
    clearInterval(restoring);
    if (highlight) {
      registered.set(name, highlight);
      CSS.highlights.set(name, highlight);
    } else if (registered.delete(name)) CSS.highlights.delete(name);
    if (registered.size > 0) restoring = setInterval(restore, RESTORE_MS);
  }

  /** Puts back what the page has deleted from the registry. */
  function restore(): void {
    for (const [name, highlight] of registered) if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }
}

/** Adds a stretch in its place; most come in order. */
function insert(lists: Map<Node, Stretches>, node: Node, from: number, to: number, id: number): void {
  const list = lists.get(node) ?? [];
  lists.set(node, list);
  let at = list.length;
  while (at > 0 && (list[at - 3] as number) > from) at -= 3;
  list.splice(at, 0, from, to, id);
}

/** The place of the first stretch that does not end before the offset. */
function firstReaching(list: Readonly<Stretches>, offset: number): number {
  let low = 0;
  let high = list.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle * 3 + 1] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}

function covers(range: Range | null, x: number, y: number): boolean {
  for (const rect of range?.getClientRects() ?? []) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  }
  return false;
}
