/** Turns offsets into a block's text back into places in the document. */
import type { Piece } from "./blocks.ts";

/**
 * The range that `[start, end)` of a block's text covers, also where it runs over several elements
 * (`<b>100</b>&nbsp;milliards`).
 *
 * @param start, end UTF-16 offsets into the block's text
 * @returns null where the offsets lie in no text node, or the page has since changed the text under them
 */
export function rangeOf(pieces: readonly Piece[], start: number, end: number): Range | null {
  const first = pieces.find((piece) => piece.start + piece.length > start);
  const last = pieces.findLast((piece) => piece.start < end);
  if (!first || !last || start >= end || first.start >= end || last.start + last.length <= start) return null;
  const from = first.from + Math.max(0, start - first.start);
  const to = last.from + Math.min(last.length, end - last.start);
  if (from > first.node.data.length || to > last.node.data.length || !first.node.isConnected || !last.node.isConnected)
    return null;
  const range = first.node.ownerDocument.createRange();
  try {
    range.setStart(first.node, from);
    range.setEnd(last.node, to);
  } catch {
    // The page moved one of the nodes into another tree: no range spans both.
    return null;
  }
  // In two shadow trees the end that was set last wins, and the other follows it.
  return range.collapsed || range.startContainer !== first.node ? null : range;
}

/** The text nodes of `[start, end)` with the offsets into each, for finding a mark under the pointer. */
export function partsOf(
  pieces: readonly Piece[],
  start: number,
  end: number,
): { node: Text; from: number; to: number }[] {
  return pieces
    .filter((piece) => piece.start < end && piece.start + piece.length > start)
    .map((piece) => ({
      node: piece.node,
      from: piece.from + Math.max(0, start - piece.start),
      to: piece.from + Math.min(piece.length, end - piece.start),
    }));
}
