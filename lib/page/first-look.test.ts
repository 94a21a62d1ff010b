// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHoldQuantity } from "../reading/question.ts";
import { readBlocks } from "./blocks.ts";
import { lookFirst } from "./first-look.ts";

const QUIET = `<p>${"Engineers describe long nights, crowded rooms and a great deal of coffee. ".repeat(100)}</p>`;

function look(body: string) {
  document.body.innerHTML = body;
  return lookAt();
}
function lookAt() {
  const steps = lookFirst(document, mayHoldQuantity);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

describe("the first look at a page", () => {
  it.each<[string, string]>([
    ["in a paragraph", "<p>It paid $5 billion.</p>"],
    ["far into the page", `${QUIET.repeat(20)}<p>It paid 5 billion.</p>`],
    ["where it stands in several elements", "<p>It paid <b>5</b> bil<i>lion</i> for it.</p>"],
    ["whose unit begins a cell right behind a word", "<table><tr><td>Price</td><td>usd 5</td></tr></table>"],
    ["whose unit ends a paragraph right before a word", "<p>It paid 5 bn</p><p>and more</p>"],
    ["in a headline that stands in a banner", `<div role="banner"><h1>It paid $5 billion</h1></div>${QUIET}`],
    ["behind elements that are left out", "<nav>Menu</nav><script>1</script><p>It paid $5 billion.</p>"],
    ["between them", "<p><svg><text>a</text></svg>It paid $5 billion<button>b</button></p><aside>c</aside>"],
  ])("sees a figure %s", (_, body) => {
    expect(look(body).maybe).toBe(true);
  });

  it.each<[string, string]>([
    ["an empty page", ""],
    ["a page without figures", QUIET],
    [
      "figures in menus, scripts and controls alone",
      `<nav>$5 billion</nav>${QUIET}<script>"5 %"</script><button>$5</button>`,
    ],
    ["figures in hidden text alone", `${QUIET}<p hidden>$5 billion</p><div aria-hidden="true"><p>5 <b>%</b></p></div>`],
    ["figures in comments of the source alone", `${QUIET}<!-- $5 billion -->`],
  ])("is enough for %s", (_, body) => {
    expect(look(body).maybe).toBe(false);
  });

  it("does not end with a page whose text is in a shadow root, and tells which elements may get one", () => {
    document.body.innerHTML = "<p>Words.</p><x-later></x-later><section></section>";
    expect(lookAt()).toEqual({ maybe: false, unfinished: [document.querySelector("x-later")] });
    (document.querySelector("section") as Element).attachShadow({ mode: "open" }).innerHTML = "<p>$5 billion</p>";
    expect(lookAt().maybe).toBe(true);
  });

  const word = fc.constantFrom(
    "paid",
    "5",
    "$",
    "bn",
    "bil",
    "lion",
    "usd",
    "EUR",
    "Price",
    "half",
    "a",
    "gigawatt",
    "ten",
    "%",
    "mil",
    "m",
    " ",
    " ",
    "\n",
    "\u00ad",
  );
  const text = fc.array(word, { maxLength: 5 }).map((words) => words.join(""));
  const tag = fc.constantFrom("p", "b", "i", "span", "div", "td", "h1", "li", "a", "sup", "nav", "svg", "button", "br");
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      text,
      fc
        .tuple(tag, fc.array(tie("tree"), { maxLength: 4 }))
        .map(([name, parts]) => `<${name}>${parts.join("")}</${name}>`),
    ),
  }));

  it("never ends with a page of which a block may hold a quantity", () => {
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
        const { maybe } = look(`<article>${parts.join("")}</article>`);
        const blocks = readBlocks(document).blocks.filter((block) => mayHoldQuantity(block.text));
        expect(maybe || blocks.length === 0, JSON.stringify([document.body.innerHTML, blocks])).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
