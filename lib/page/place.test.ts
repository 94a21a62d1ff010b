import { describe, expect, it } from "vitest";
import { EDGE, GAP, placeBeside } from "./place.ts";

const view = { left: 0, top: 0, right: 1000, bottom: 800 };
const size = { width: 300, height: 200 };
const markAt = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe("placeBeside", () => {
  it("stands under the mark, first edge to first edge", () => {
    expect(placeBeside(markAt(400, 300), size, view, false)).toMatchObject({ left: 400, top: 320 + GAP });
  });

  it("has its right edge at the mark's where text runs to the left", () => {
    expect(placeBeside(markAt(400, 300), size, view, true)).toMatchObject({ left: 480 - 300, top: 320 + GAP });
  });

  it("stands above where there is no room below", () => {
    expect(placeBeside(markAt(400, 700), size, view, false)).toMatchObject({ top: 700 - GAP - 200 });
  });

  it.each([
    ["left", -40, 300],
    ["right", 980, 300],
    ["top", 400, -10],
    ["bottom", 400, 795],
  ])("stays whole in sight at the %s edge", (_, x, y) => {
    for (const rtl of [false, true]) {
      const { left, top } = placeBeside(markAt(x, y), size, view, rtl);
      expect(left).toBeGreaterThanOrEqual(EDGE);
      expect(left + size.width).toBeLessThanOrEqual(view.right - EDGE);
      expect(top).toBeGreaterThanOrEqual(EDGE);
      expect(top + size.height).toBeLessThanOrEqual(view.bottom - EDGE);
    }
  });

  it("scrolls in the larger of two rooms that are both too small", () => {
    const small = { ...view, bottom: 300 };
    expect(placeBeside(markAt(400, 90), size, small, false)).toEqual({ left: 400, top: 116, maxHeight: 176 });
  });

  it("covers its mark rather than show nothing", () => {
    const tiny = { left: 0, top: 0, right: 320, bottom: 180 };
    const { top, maxHeight } = placeBeside(markAt(10, 80), { width: 300, height: 400 }, tiny, false);
    expect([top, maxHeight]).toEqual([EDGE, 180 - 2 * EDGE]);
  });

  it("keeps to what is seen of a page that is zoomed with two fingers", () => {
    const pinched = { left: 500, top: 400, right: 900, bottom: 700 };
    const { left, top } = placeBeside(markAt(480, 420), size, pinched, false);
    expect([left, top]).toEqual([508, 440 + GAP]);
  });
});
