/** Where a box goes beside a mark. Pure geometry, in CSS pixels of the layout viewport. */

export type Rect = { left: number; top: number; right: number; bottom: number };

/** Between the mark and the box, and between the box and the viewport's edges. */
export const GAP = 6;
export const EDGE = 8;
/** Lower than this a box shows nothing; then it may cover its mark. */
const LOWEST = 96;

/**
 * Places a box under its mark, or above it where there is more room: the whole of it in sight wherever that is possible,
 * its first edge at the mark's.
 *
 * @param mark the line of the mark that the reader points at
 * @param size what the box would take if it could
 * @param view what the reader sees; under a pinch it is smaller than the viewport and elsewhere in it
 * @returns `maxHeight` beyond which the box has to scroll
 */
export function placeBeside(
  mark: Rect,
  size: { width: number; height: number },
  view: Rect,
  rtl: boolean,
): { left: number; top: number; maxHeight: number } {
  const below = view.bottom - EDGE - (mark.bottom + GAP);
  const above = mark.top - GAP - (view.top + EDGE);
  const all = view.bottom - view.top - 2 * EDGE;
  const under = size.height <= below || below >= above;
  const room = under ? below : above;
  const maxHeight = room < Math.min(LOWEST, size.height) ? all : room;
  const height = Math.min(size.height, maxHeight);
  const top = under ? mark.bottom + GAP : mark.top - GAP - height;
  const left = rtl ? mark.right - size.width : mark.left;
  return {
    left: Math.round(within(left, view.left + EDGE, view.right - EDGE - size.width)),
    top: Math.round(within(top, view.top + EDGE, view.bottom - EDGE - height)),
    maxHeight: Math.floor(maxHeight),
  };
}

/** Where it does not fit, the beginning counts. */
const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(value, high));
