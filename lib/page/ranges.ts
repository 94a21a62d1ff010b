/** Turns offsets into a block's text back into places in the document. */
import type { Piece } from "./blocks.ts";

/** What a stretch of a block covers of one text node. Offsets in UTF-16 code units, into the node's data. */
export type Part = { node: Text; from: number; to: number };

/**
 * The parts of text nodes that `[start, end)` of a block's text covers, in order: several where it runs over several
 * elements (`<b>100</b>&nbsp;milliards`), none where it lies in no text node.
 *
 * @param start, end UTF-16 offsets into the block's text
 */
export function partsOf(pieces: readonly Piece[], start: number, end: number): Part[] {
  const parts: Part[] = [];
  if (start >= end) return parts;
  for (let i = firstBehind(pieces, start); i < pieces.length; i++) {
    const { node, from, start: begin, length } = pieces[i] as Piece;
    if (begin >= end) break;
    parts.push({ node, from: from + Math.max(0, start - begin), to: from + Math.min(length, end - begin) });
  }
  return parts;
}

/** The place of the first piece that ends behind `start`. */
function firstBehind(pieces: readonly Piece[], start: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { start: begin, length } = pieces[middle] as Piece;
    if (begin + length <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The range from the first part of `[start, end)` to the last; null where it covers no text node, or where the page has
 * since changed the text under it.
 *
 * It stays as it is whatever becomes of the page: ranges that follow its changes are gone through whenever the page removes
 * a node, and thousands of them take most of its time.
 */
export function rangeOf(pieces: readonly Piece[], start: number, end: number): StaticRange | null {
  const parts = partsOf(pieces, start, end);
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (!first || !last || last.to > last.node.data.length || !first.node.isConnected) return null;
  const range = new StaticRange({
    startContainer: first.node,
    startOffset: first.from,
    endContainer: last.node,
    endOffset: last.to,
  });
  return first === last || setTo(first.node.ownerDocument.createRange(), range) ? range : null;
}

/**
 * Sets `range`, which layout can be asked with, to where `to` is now.
 *
 * @returns `range`; null where the text under it has gone
 */
export function setTo(range: Range, to: StaticRange): Range | null {
  try {
    range.setStart(to.startContainer, to.startOffset);
    range.setEnd(to.endContainer, to.endOffset);
  } catch {
    // The page shortened one of the nodes.
    return null;
  }
  // In two trees the end that was set last wins, and the other follows it.
  const isWhole = !range.collapsed && range.startContainer === to.startContainer;
  return isWhole && to.startContainer.isConnected ? range : null;
}
