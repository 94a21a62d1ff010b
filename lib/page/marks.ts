/**
 * Marks on the page: ranges in the CSS Custom Highlight registry. The page's nodes are not touched.
 *
 * The registry is shared with the page, which can list it and delete from it; so the highlights have names that say
 * nothing (`dm-1` …), and are put back whenever the page is read again.
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
  /** Replaces all marks. Those whose text is no longer in the page are left out. */
  show(places: readonly MarkPlace[]): void;
  /** Emphasises one mark; null none. */
  emphasise(id: number | null): void;
  /** The range of a mark, null where it is gone. */
  rangeOf(id: number): Range | null;
  /** The mark under a point in the viewport, in CSS pixels. */
  at(x: number, y: number): number | null;
  /** The ids of the marks shown, in the order given. */
  readonly ids: readonly number[];
};

type Part = { from: number; to: number; id: number };

export function createMarks(document: Document): Marks {
  const { CSS, Highlight } = document.defaultView as Window & typeof globalThis;
  let ranges = new Map<number, Range>();
  /** By text node, since the browser answers a point with a node and an offset. */
  let parts = new Map<Node, Part[]>();
  let emphasised: number | null = null;

  const marks: Marks = {
    show(places) {
      ranges = new Map();
      parts = new Map();
      const groups = new Map<string, Range[]>();
      for (const { id, verdict, pieces, start, end } of places) {
        const range = rangeOf(pieces, start, end);
        if (!range) continue;
        ranges.set(id, range);
        const name = NAMES[verdict];
        groups.set(name, [...(groups.get(name) ?? []), range]);
        for (const { node, from, to } of partsOf(pieces, start, end)) {
          parts.set(node, [...(parts.get(node) ?? []), { from, to, id }]);
        }
      }
      for (const name of Object.values(NAMES)) {
        const group = groups.get(name);
        if (group) CSS.highlights.set(name, new Highlight(...group));
        else CSS.highlights.delete(name);
      }
      marks.emphasise(emphasised);
    },

    emphasise(id) {
      emphasised = id;
      const range = id === null ? undefined : ranges.get(id);
      if (!range) {
        CSS.highlights.delete(CURRENT);
        return;
      }
      const highlight = new Highlight(range);
      // Over the mark's own line, which it leaves as it is.
      highlight.priority = 1;
      CSS.highlights.set(CURRENT, highlight);
    },

    rangeOf: (id) => ranges.get(id) ?? null,

    at(x, y) {
      // `highlightsFromPoint` goes through every range; this costs the same however many there are.
      const caret = document.caretPositionFromPoint(x, y);
      if (!caret) return null;
      for (const { from, to, id } of parts.get(caret.offsetNode) ?? []) {
        if (caret.offset < from || caret.offset > to) continue;
        // The caret nearest to a point may stand far from it: beside a short line, below the last one.
        if (covers(ranges.get(id), x, y)) return id;
      }
      return null;
    },

    get ids() {
      return [...ranges.keys()];
    },
  };
  return marks;
}

function covers(range: Range | undefined, x: number, y: number): boolean {
  for (const rect of range?.getClientRects() ?? []) {
    if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return true;
  }
  return false;
}
