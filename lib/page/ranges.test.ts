// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { readBlocks } from "./blocks.ts";
import { FakeStaticRange, textOf } from "./ranges.fake.ts";
import { partsOf, rangeOf, setTo } from "./ranges.ts";

beforeEach(() => void vi.stubGlobal("StaticRange", FakeStaticRange));

function read(body: string) {
  document.body.innerHTML = `<article>${body}</article>`;
  const [first] = readBlocks(document).placed;
  if (!first) throw new Error("Expected a block");
  return { text: first.block.text, pieces: first.pieces };
}

it.each<[string, string, string]>([
  ["one text node", "<p>Up to 100 billion dollars, they said.</p>", "100 billion"],
  ["several elements", "<p>Un <b>100</b>&nbsp;<i>milliards</i> de dollars</p>", "100\u00a0milliards de"],
  ["text that begins with white space", "<p>\n   100 billion</p>", "100 billion"],
  ["the end of a block", "<p>worth <em>100 billion</em></p>", "100 billion"],
])("finds the range of a figure over %s", (_, body, figure) => {
  const { text, pieces } = read(body);
  const start = text.indexOf(figure);
  expect(textOf(rangeOf(pieces, start, start + figure.length) as StaticRange)).toBe(figure);
});

it("leaves a reading out of the parts of a figure", () => {
  const { text, pieces } = read("<p>約<ruby>100<rt>ひゃく</rt></ruby>億円</p>");
  expect(text).toBe("約100億円");
  expect(partsOf(pieces, 1, 6).map((p) => p.node.data.slice(p.from, p.to))).toEqual(["100", "億円"]);
});

it("spans a line break, which stands in no text node", () => {
  const { text, pieces } = read("<p>100<br>billion dollars</p>");
  const range = rangeOf(pieces, 0, text.indexOf(" dollars"));
  expect(range?.startContainer.textContent).toBe("100");
  expect(range?.endOffset).toBe("billion".length);
});

it.each([
  [5, 5],
  [7, 3],
  [90, 99],
])("has no range for the offsets %i to %i", (start, end) => {
  expect(rangeOf(read("<p>Eleven char</p>").pieces, start, end)).toBeNull();
});

it("has no range where the page took the text away", () => {
  const { pieces } = read("<p>100 billion</p>");
  document.body.textContent = "";
  expect(rangeOf(pieces, 0, 3)).toBeNull();
});

it("has no range where the page shortened the text", () => {
  const { pieces } = read("<p>100 billion</p>");
  for (const piece of pieces) piece.node.data = "100";
  expect(rangeOf(pieces, 0, 11)).toBeNull();
});

it.each<[string, (node: Text) => void]>([
  ["took the text away", (node) => node.remove()],
  ["shortened the text", (node) => node.deleteData(3, 8)],
])("is nowhere once the page %s", (_, change) => {
  const { pieces } = read("<p>100 billion</p>");
  const range = rangeOf(pieces, 0, 11) as StaticRange;
  const asked = document.createRange();
  expect(setTo(asked, range)).toBe(asked);
  for (const { node } of pieces) change(node);
  expect(setTo(asked, range)).toBeNull();
});
