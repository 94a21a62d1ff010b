// @vitest-environment happy-dom
// Slotted children are tested in real browsers (tests/browser/reading.test.ts): happy-dom assigns none.
import { describe, expect, it } from "vitest";
import { readBlocks } from "./blocks.ts";
import { isWithin, parentOf } from "./flat-tree.ts";

/** An article with a host whose shadow tree is `shadow` and whose own children are `light`. */
function page(shadow: string, light = ""): ShadowRoot {
  document.body.innerHTML = `<main><article><p>Before.</p><x-host>${light}</x-host><p>After.</p></article></main>`;
  const root = (document.querySelector("x-host") as Element).attachShadow({ mode: "open" });
  root.innerHTML = shadow;
  return root;
}
const texts = () => readBlocks(document).blocks.map(({ text }) => text);

describe("the drawn tree", () => {
  it.each<[string, string, string, string[]]>([
    ["a shadow tree in its host's place", "<p>Inside.</p>", "<p>Never drawn.</p>", ["Inside."]],
    ["what a slot shows where nothing is in it", "<slot><p>Instead.</p></slot>", "", ["Instead."]],
  ])("has %s", (_, shadow, light, inside) => {
    page(shadow, light);
    expect(texts()).toEqual(["Before.", ...inside, "After."]);
  });

  it("tells which shadow trees were read, and which elements may still get one", () => {
    const root = page("<x-later></x-later><p>Inside.</p>");
    const { shadows, unfinished } = readBlocks(document);
    expect(shadows).toEqual([root]);
    expect(unfinished.map(({ localName }) => localName)).toEqual(["x-later"]);
  });

  it("leaves a closed shadow tree closed", () => {
    document.body.innerHTML = "<article><p>Before.</p><x-host></x-host></article>";
    (document.querySelector("x-host") as Element).attachShadow({ mode: "closed" }).innerHTML = "<p>Secret.</p>";
    expect(texts()).toEqual(["Before."]);
  });
});

it("finds the parent out of a shadow root", () => {
  const root = page("<p>Inside.</p>");
  expect(parentOf(root.querySelector("p") as Element)).toBe(root.host);
});

it("tells what lies within an element, in shadow trees too", () => {
  const root = page("<p>Inside.</p>");
  const article = document.querySelector("article") as Element;
  expect(isWithin(article, root.querySelector("p"))).toBe(true);
  expect(isWithin(article, document.body)).toBe(false);
  expect(isWithin(root.host, article)).toBe(false);
});
