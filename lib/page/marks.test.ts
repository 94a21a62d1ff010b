// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBlocks } from "./blocks.ts";
import { createMarks, type MarkPlace } from "./marks.ts";
import { FakeStaticRange, textOf } from "./ranges.fake.ts";

/** As much of the browser's registry as marks use; happy-dom has none. */
class FakeHighlight extends Set<StaticRange> {
  priority = 0;
  constructor(...ranges: StaticRange[]) {
    super(ranges);
  }
}
let highlights: Map<string, FakeHighlight>;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  pauses = [];
  highlights = new Map();
  vi.stubGlobal("CSS", { highlights });
  vi.stubGlobal("Highlight", FakeHighlight);
  vi.stubGlobal("StaticRange", FakeStaticRange);
  Object.assign(window, { CSS: { highlights }, Highlight: FakeHighlight });
});

afterEach(() => {
  vi.useRealTimers();
});

/** Marks that come bit by bit wait here for the page to have its thread. */
let pauses: (() => void)[];
const pause = () => new Promise<void>((resolve) => pauses.push(resolve));
const pass = async () => {
  pauses.shift()?.();
  await Promise.resolve();
  await Promise.resolve();
};

const marked = () => Object.fromEntries([...highlights].map(([name, ranges]) => [name, [...ranges].map(textOf)]));

function places(body: string, ...figures: [string, MarkPlace["verdict"]][]): MarkPlace[] {
  document.body.innerHTML = `<article>${body}</article>`;
  const { placed } = readBlocks(document);
  return figures.map(([figure, verdict], id) => {
    const at = placed.find(({ block }) => block.text.includes(figure));
    if (!at) throw new Error(`Expected a block with ${figure}`);
    const start = at.block.text.indexOf(figure);
    return { id, verdict, pieces: at.pieces, start, end: start + figure.length };
  });
}

const body = "<p>First <b>$1</b> trillion, then $2 billion.</p><p>And $3 million.</p>";

describe("createMarks", () => {
  it("groups ranges by verdict under names that say nothing", () => {
    createMarks(document, pause).show(
      places(body, ["$1 trillion", "discrepancy"], ["$2 billion", "confirmed"], ["$3 million", "confirmed"]),
    );
    expect(marked()).toEqual({ "dm-1": ["$1 trillion"], "dm-3": ["$2 billion", "$3 million"] });
  });

  it("takes away what is no longer marked", () => {
    const marks = createMarks(document, pause);
    marks.show(places(body, ["$2 billion", "confirmed"]));
    marks.show([]);
    expect([marked(), marks.shown]).toEqual([{}, []]);
  });

  it("puts back what the page deleted", () => {
    const marks = createMarks(document, pause);
    const shown = places(body, ["$2 billion", "outdated"]);
    marks.show(shown);
    highlights.clear();
    vi.advanceTimersByTime(1000);
    expect(marked()).toEqual({ "dm-2": ["$2 billion"] });
    marks.show([]);
    expect(vi.getTimerCount()).toBe(0);
    expect(marked()).toEqual({});
  });

  it("answers for marks that are not drawn", () => {
    const marks = createMarks(document, pause);
    marks.show(places(body, ["$2 billion", "outdated"]), [], false);
    expect([marked(), marks.shown]).toMatchObject([{}, [{ id: 0, verdict: "outdated" }]]);
  });

  it("takes away what an extension before it has left", () => {
    highlights.set("dm-1", new FakeHighlight());
    createMarks(document, pause);
    expect(highlights.size).toBe(0);
  });

  it("leaves out marks whose text is gone", () => {
    const marks = createMarks(document, pause);
    const shown = places(body, ["$2 billion", "confirmed"], ["$3 million", "unverified"]);
    document.querySelector("p")?.remove();
    marks.show(shown);
    expect([marked(), marks.shown, marks.rangeOf(0)]).toMatchObject([{ "dm-4": ["$3 million"] }, [{ id: 1 }], null]);
  });

  it("emphasises one mark, also after the page is marked anew", () => {
    const marks = createMarks(document, pause);
    const shown = places(body, ["$2 billion", "confirmed"]);
    marks.show(shown);
    marks.emphasise(0);
    marks.show(shown);
    expect(marked()).toEqual({ "dm-0": ["$2 billion"], "dm-3": ["$2 billion"] });
    marks.emphasise(null);
    expect(marked()).toEqual({ "dm-3": ["$2 billion"] });
  });

  it.each<[string, (node: Text) => { offsetNode: Node; offset: number } | null, number, number | null]>([
    ["no text", () => null, 20, null],
    ["other text", () => ({ offsetNode: document.createTextNode("x"), offset: 1 }), 20, null],
    ["text before the mark", (node) => ({ offsetNode: node, offset: 2 }), 20, null],
    ["the mark's text", (node) => ({ offsetNode: node, offset: 8 }), 20, 0],
    ["the mark's end", (node) => ({ offsetNode: node, offset: 14 }), 20, 0],
    ["the mark's text, but far from where it is drawn", (node) => ({ offsetNode: node, offset: 14 }), 60, null],
  ])("finds a mark under a point where the nearest caret is in %s", (_, caret, x, id) => {
    const marks = createMarks(document, pause);
    marks.show(places("<p>Here $2 billion.</p>", ["$2 billion", "confirmed"]));
    const range = marks.rangeOf(0) as Range;
    range.getClientRects = () => [{ left: 10, right: 50, top: 0, bottom: 20 }] as unknown as DOMRectList;
    Object.assign(document, { caretPositionFromPoint: () => caret(range.startContainer as Text) });
    expect(marks.at(x, 5)).toBe(id);
  });

  describe("of many", () => {
    const COUNT = 400;
    /** A page of paragraphs, 20 pixels each, scrolled to the 300th; and a clock that moves at every look. */
    function many() {
      const all = places(
        Array.from({ length: COUNT }, (_, n) => `<p>Deal $${n} million.</p>`).join(""),
        ...Array.from({ length: COUNT }, (_, n): [string, "confirmed"] => [`$${n} million`, "confirmed"]),
      );
      let now = 0;
      vi.spyOn(performance, "now").mockImplementation(() => (now += 4));
      vi.spyOn(Range.prototype, "getBoundingClientRect").mockImplementation(function (this: Range) {
        const bottom = 20 * (Number(/\d+/.exec(this.toString())?.[0]) - 300);
        return { top: bottom - 20, bottom } as DOMRect;
      });
      return all;
    }
    afterEach(() => vi.restoreAllMocks());
    const drawn = () => marked()["dm-3"] ?? [];

    it("draws first what the reader looks at, and the others as the page has time", async () => {
      const marks = createMarks(document, pause);
      const set = vi.spyOn(highlights, "set");
      marks.show(many());
      expect(drawn().length).toBeLessThan(200);
      expect(drawn()).toContain("$310 million");
      expect(marks.shown).toHaveLength(COUNT);
      expect(String(marks.rangeOf(250))).toBe("$250 million");
      while (pauses.length > 0) await pass();
      expect(new Set(drawn()).size).toBe(COUNT);
      // Each time costs the browser a look at every range.
      expect(set).toHaveBeenCalledTimes(2);
    });

    it("ends with what was to be drawn when something else is", async () => {
      const marks = createMarks(document, pause);
      marks.show(many());
      marks.show([]);
      await pass();
      expect(marked()).toEqual({});
    });

    it("finds each of those in one text node", () => {
      const text = Array.from({ length: COUNT }, (_, n) => `$${n} million`).join(", ");
      const all = places(
        `<p>${text}</p>`,
        ...Array.from({ length: COUNT }, (_, n): [string, "confirmed"] => [`$${n} million`, "confirmed"]),
      );
      const marks = createMarks(document, pause);
      marks.show(all);
      for (const id of [0, 199, COUNT - 1]) {
        const range = marks.rangeOf(id) as Range;
        range.getClientRects = () => [{ left: 0, right: 9, top: 0, bottom: 9 }] as unknown as DOMRectList;
        Object.assign(document, {
          caretPositionFromPoint: () => ({ offsetNode: range.startContainer, offset: range.startOffset + 1 }),
        });
        expect(marks.at(5, 5)).toBe(id);
      }
    });
  });
});
