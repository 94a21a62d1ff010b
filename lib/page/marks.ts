/**
 * Marks on the page: ranges in the CSS Custom Highlight registry. The page's nodes are not touched.
 *
 * The registry is shared with the page, which can list it and delete from it; so the highlights have names that say
 * nothing (`dm-1` …), and are put back.
 */
import type { Verdict } from "../reading/types.ts";
import type { Piece } from "./blocks.ts";
import { partsOf, rangeOf } from "./ranges.ts";

/** The names that the content script's style sheet gives a line. */
const NAMES: Record<Verdict, string> = { discrepancy: "dm-1", outdated: "dm-2", confirmed: "dm-3", unverified: "dm-4" };
/** The mark whose tooltip is open. */
const CURRENT = "dm-0";

/** A mark to show; `pieces` are those of its block. */
export type MarkPlace = { id: number; verdict: Verdict; pieces: readonly Piece[]; start: number; end: number };

export type Marks = {
  /**
   * Replaces all marks. Those whose text is no longer in the page are left out.
   *
   * @param shadows open shadow roots that the marks may stand in
   * @param visible whether they are drawn; they answer the pointer either way
   */
  show(places: readonly MarkPlace[], shadows?: readonly ShadowRoot[], visible?: boolean): void;
  /** Emphasises one mark; null none. */
  emphasise(id: number | null): void;
  /** Puts back what the page has deleted from the registry. */
  restore(): void;
  /** The range of a mark, null where it is gone. */
  rangeOf(id: number): Range | null;
  /** The mark under a point in the viewport, in CSS pixels. */
  at(x: number, y: number): number | null;
  /** The ids of the marks shown, in the order given. */
  readonly ids: readonly number[];
  /** Null where there is no such mark. */
  verdictOf(id: number): Verdict | null;
};

type Part = { from: number; to: number; id: number };

export function createMarks(document: Document): Marks {
  const { CSS, Highlight } = document.defaultView as Window & typeof globalThis;
  let ranges = new Map<number, { range: Range; verdict: Verdict }>();
  /** By text node, since the browser answers a point with a node and an offset. */
  let parts = new Map<Node, Part[]>();
  let roots: ShadowRoot[] = [];
  let emphasised: number | null = null;
  /** What the registry should hold. */
  const registered = new Map<string, Highlight>();

  // An extension that was reloaded leaves its highlights behind, where its scripts had no time to.
  for (const name of [...Object.values(NAMES), CURRENT]) CSS.highlights.delete(name);

  const marks: Marks = {
    show(places, shadows = [], visible = true) {
      ranges = new Map();
      parts = new Map();
      roots = [...shadows];
      const groups = new Map<string, Range[]>();
      for (const { id, verdict, pieces, start, end } of places) {
        const range = rangeOf(pieces, start, end);
        if (!range) continue;
        ranges.set(id, { range, verdict });
        append(groups, NAMES[verdict], range);
        for (const { node, from, to } of partsOf(pieces, start, end)) append(parts, node, { from, to, id });
      }
      for (const name of Object.values(NAMES)) {
        const group = visible ? groups.get(name) : undefined;
        register(name, group ? new Highlight(...group) : null);
      }
      marks.emphasise(emphasised);
    },

    emphasise(id) {
      emphasised = id;
      const range = id === null ? null : marks.rangeOf(id);
      const highlight = range ? new Highlight(range) : null;
      // Over the mark's own line, which it leaves as it is.
      if (highlight) highlight.priority = 1;
      register(CURRENT, highlight);
    },

    restore() {
      for (const [name, highlight] of registered) {
        if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
      }
    },

    rangeOf: (id) => ranges.get(id)?.range ?? null,

    at(x, y) {
      // `highlightsFromPoint` goes through every range; this costs the same however many there are.
      const caret = document.caretPositionFromPoint(x, y, { shadowRoots: roots });
      if (!caret) return null;
      for (const { from, to, id } of parts.get(caret.offsetNode) ?? []) {
        if (caret.offset < from || caret.offset > to) continue;
        // The caret nearest to a point may stand far from it: beside a short line, below the last one.
        if (covers(marks.rangeOf(id), x, y)) return id;
      }
      return null;
    },

    get ids() {
      return [...ranges.keys()];
    },

    verdictOf: (id) => ranges.get(id)?.verdict ?? null,
  };
  return marks;

  function register(name: string, highlight: Highlight | null): void {
    if (highlight) {
      registered.set(name, highlight);
      CSS.highlights.set(name, highlight);
    } else if (registered.delete(name)) CSS.highlights.delete(name);
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function covers(range: Range | null, x: number, y: number): boolean {
  for (const rect of range?.getClientRects() ?? []) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  }
  return false;
}
