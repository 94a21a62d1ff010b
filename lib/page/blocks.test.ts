import { describe, expect, it } from "vitest";
import { readBlocks } from "./blocks.ts";
import { bodyOf, pageOf } from "./testing.ts";

const texts = (body: string) => readBlocks(bodyOf(body)).blocks.map((block) => block.text);
const article = (inside: string) => `<main><article>${inside}</article></main>`;
const LONG = "A sentence of an article that is long enough to be told from a label on a button somewhere. ".repeat(3);

describe("readBlocks", () => {
  it.each<[string, string, string[]]>([
    ["paragraphs", "<p>One.</p>\n<p>Two.</p>", ["One.", "Two."]],
    [
      "text directly in nested divs",
      "<div><div>One.</div><div>Two.<div>Three.</div>Four.</div></div>",
      ["One.", "Two.", "Three.", "Four."],
    ],
    ["text parted by double line breaks", "<div>One.<br><br>Two.<br /> <br>Three.</div>", ["One.", "Two.", "Three."]],
    ["a line break in the source beside one on the page", "<p>One\n<br>two</p>", ["One\n\ntwo"]],
    ["a single line break as white space", "<p>One<br>two</p>", ["One\ntwo"]],
    [
      "inline elements as one text",
      "<p>a <b>100</b>&nbsp;<i>milliards</i> <span>b</span></p>",
      ["a 100\u00a0milliards b"],
    ],
    ["list items", "<ul><li>One</li><li><p>Two</p></li></ul>", ["One", "Two"]],
    ["table cells", "<table><tr><th>Deal</th><td>$5 billion</td></tr></table>", ["Deal", "$5 billion"]],
    [
      "quotes and captions",
      "<blockquote>One</blockquote><figure><img><figcaption>Two</figcaption></figure>",
      ["One", "Two"],
    ],
    [
      "block elements inside a link as they stand",
      "<p>Before</p><a href='/x'><div>Short</div></a>",
      ["Before", "Short"],
    ],
    ["text without readings above it", "<p>100<ruby>億<rp>(</rp><rt>おく</rt><rp>)</rp></ruby>円</p>", ["100億円"]],
    [
      "text without footnote numbers",
      "<p>$100 billion<sup>1</sup> and 10<sup><a href='#f'>[2]</a></sup>.</p>",
      ["$100 billion and 10."],
    ],
    ["blank lines in preformatted text", "<pre>One\ngoes on.\n\nTwo.</pre>", ["One\ngoes on.", "Two."]],
    ["an article in an open dialog", "<dialog open><article><p>One</p></article></dialog>", ["One"]],
    ["an article in a box that plays a dialog", "<div role='dialog'><main><p>One</p></main></div>", ["One"]],
    ["a wrapper with an unknown tag", "<x-body><p>One</p><p>Two</p></x-body>", ["One", "Two"]],
  ])("reads %s", (_, inside, expected) => {
    expect(texts(article(inside))).toEqual(expected);
  });

  it.each<[string, string]>([
    ["navigation", "<nav><p>no</p></nav>"],
    ["asides", "<aside><p>no</p></aside>"],
    ["dialogs", "<dialog open><p>no</p></dialog><div role='dialog'><p>no</p></div>"],
    ["a dialog that is not open", "<dialog><article><p>no</p></article></dialog>"],
    ["footers", "<footer><p>no</p></footer>"],
    ["scripts and styles", "<script>no</script><style>no</style><template><p>no</p></template>"],
    ["controls", "<button>no</button><select><option>no</option></select><textarea>no</textarea>"],
    ["code", "<pre><code>no</code></pre><code>no</code>"],
    [
      "hidden text",
      "<p hidden>no</p><p aria-hidden='true'>no</p><p style='color:red; display : none'>no</p><div inert>no</div>",
    ],
    ["text being edited", "<div contenteditable>no</div><p contenteditable='true'>no</p>"],
    [
      "complementary roles",
      "<div role='complementary'>no</div><div role='navigation'>no</div><div role='dialog'>no</div>",
    ],
    ["comments", "<div class='article-comments'><p>no</p></div><section id='disqus_thread'>no</section>"],
    ["related articles", "<div class='relatedPosts'><p>no</p></div>"],
    ["paragraphs that are one link", "<p><a href='/x'>Nvidia to invest $100 billion in OpenAI</a></p>"],
    ["controls in an anchor that leads nowhere", "<a id='x'><button>no</button></a>"],
    ["hidden footnotes", "<p hidden>no<sup hidden>see there</sup></p>"],
    ["lists of links", "<ul><li><a href='/x'>Nvidia to invest $100 billion in OpenAI</a></li></ul>"],
  ])("leaves out %s", (_, inside) => {
    expect(texts(article(`<p>${LONG}</p>${inside}<p>end</p>`))).toEqual([LONG.trim(), "end"]);
  });

  it.each<[string, string]>([
    ["a class name that only resembles one", "<p class='commented navy'>yes</p>"],
    [
      "a word linked within a sentence",
      "<p>yes, the <a href='/x'>agreement of September 2025</a> stands after all</p>",
    ],
    ["what is editable no longer", "<p contenteditable='false'>yes</p>"],
    ["a linked figure in a table", "<table><tr><td><a href='/x'>100 milliards de dollars</a></td></tr></table>"],
  ])("keeps %s", (_, inside) => {
    expect(texts(article(`<p>${LONG}</p>${inside}`))).toHaveLength(2);
  });

  it.each(["comments", "comment-list", "CommentBox", "post_comments", "user-comments", "disqus_thread"])(
    "leaves out %s that is longer than the article",
    (name) => {
      const comments = `<div class="${name}">${`<p>no ${LONG}</p>`.repeat(5)}</div>`;
      expect(texts(article(`<p>${LONG}</p>${comments}`))).toEqual([LONG.trim()]);
    },
  );

  it.each(["has-comments", "comments-open", "commented", "related", "comments-and-opinion"])(
    "keeps %s that holds most of the article",
    (name) => {
      const most = `<div class="${name}">${`<p>${LONG}</p>`.repeat(3)}</div>`;
      expect(texts(article(`<p>${LONG}</p>${most}`))).toHaveLength(4);
    },
  );

  it("reads first paragraphs that stand before the box with the rest", () => {
    const body = `<div class="story"><p>${LONG}</p><div class="more">${`<p>${LONG}</p>`.repeat(4)}</div></div>`;
    expect(texts(`<div><p>no, a site's own words</p>${body}</div>`)).toHaveLength(5);
  });

  it("keeps a page's whole text where its wrapper has a noisy name or is a form", () => {
    expect(texts(`<form class="page-with-comments"><div><p>${LONG}</p><p>${LONG}</p></div></form>`)).toHaveLength(2);
  });

  it.each<[string, string]>([
    ["articleBody", `<article><p>no ${LONG}</p><div itemprop="articleBody"><p>${LONG}</p></div></article>`],
    [
      "the largest of several articles",
      `<article><p>${LONG}</p></article><article><p>no ${LONG.slice(0, 60)}</p></article>`,
    ],
    ["main", `<div><p>no, a site's own words</p></div><div role="main"><p>${LONG}</p></div>`],
    [
      "the densest container",
      `<div><div><a href="/">no</a></div><div><div><p>${LONG}</p></div></div></div><div>no</div>`,
    ],
    [
      "what the page calls so, under comments many times as long",
      `<article><p>${LONG}</p></article><section id="comments">${`<div><p>no ${LONG}</p></div>`.repeat(9)}</section>`,
    ],
    [
      "main, under comments many times as long",
      `<main><p>${LONG}</p></main><div class="comments">${`<div><p>no ${LONG}</p></div>`.repeat(9)}</div>`,
    ],
  ])("finds the article by %s", (_, body) => {
    expect(texts(body)).toEqual([LONG.trim()]);
  });

  it("reads every article where together they are the page", () => {
    const entry = (n: number) => `<article><p>${n} ${LONG}</p></article>`;
    expect(texts(`<main>${entry(1)}${entry(2)}${entry(3)}</main>`)).toHaveLength(3);
  });

  it("gives each block its role, and the first h1 the title's", () => {
    const { blocks } = readBlocks(
      bodyOf(article(`<h1>Title</h1><h2>Part</h2><p>Text</p><ul><li>Item</li></ul><h1>Again</h1>`)),
    );
    expect(blocks.map((b) => b.role)).toEqual(["title", "heading", "text", "item", "heading"]);
  });

  it("reads the headline first where it stands outside of the article", () => {
    const document = pageOf(
      `<html><head><title>Nvidia invests – Example</title></head><body><h1>Example News</h1><header><h1> Nvidia <b>invests</b></h1></header><article><p>${LONG}</p></article></body></html>`,
    );
    expect(readBlocks(document).blocks.map((b) => [b.role, b.text])).toEqual([
      ["title", "Nvidia invests"],
      ["text", LONG.trim()],
    ]);
  });

  it("says a block's language where it is not the page's", () => {
    const { blocks } = readBlocks(
      bodyOf(article(`<p>One</p><blockquote lang="fr">Deux</blockquote><p lang="EN">Three</p>`)),
    );
    expect(blocks.map((b) => b.lang)).toEqual([undefined, "fr", undefined]);
  });

  it("dates the entries of a live blog, by their own time or by JSON-LD", () => {
    const { blocks } = readBlocks(
      bodyOf(`<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"url":"/live#e3","datePublished":"2026-02-22"}]}</script>
      <main><article><p>Opening</p>
        <article><time datetime="2026-02-20T09:00:00Z">9:00</time><p>First</p></article>
        <div itemprop="liveBlogUpdate"><p>Second</p><meta itemprop="datePublished" content="2026-02-21"></div>
        <div id="e3"><p>Third</p></div>
        <article><time datetime="14:30"></time><p>Fourth</p></article>
      </article></main>`),
    );
    const days = new Map(blocks.map((b) => [b.text, b.published]));
    expect(days.get("Opening")).toBeUndefined();
    expect(days.get("First")).toBe("2026-02-20");
    expect(days.get("Second")).toBe("2026-02-21");
    expect(days.get("Third")).toBe("2026-02-22");
    expect(days.get("Fourth")).toBeUndefined();
  });

  it.each<[string, string, (number | undefined)[]]>([
    ["articles side by side", `<article><p>1 ${LONG}</p></article><article><p>2 ${LONG}</p></article>`, [1, 2]],
    [
      "articles in a main element, with words beside them",
      `<main><p>0 ${LONG}</p><article><h2>1</h2><p>1 ${LONG}</p></article><div itemtype="https://schema.org/NewsArticle"><p>2 ${LONG}</p><article><p>2 ${LONG}</p></article></div><article><p>3 ${LONG}</p></article></main>`,
      [undefined, 1, 1, 2, 2, 3],
    ],
    ["one article alone", `<main><article><p>1 ${LONG}</p><p>1</p></article></main>`, [undefined, undefined]],
    [
      "the entries of one article",
      `<article><p>0</p><article><p>0 ${LONG}</p></article><article><p>0 ${LONG}</p></article></article>`,
      [undefined, undefined, undefined],
    ],
    [
      "an article with teasers beside it",
      `<main><article><p>1 ${LONG.repeat(3)}</p></article><article><p>2</p></article></main>`,
      [undefined],
    ],
  ])("tells the blocks of %s apart", (_, body, articles) => {
    expect(readBlocks(bodyOf(body)).blocks.map(({ article }) => article)).toEqual(articles);
  });

  it("takes block-level and hidden elements from the layout where there is one", () => {
    const styleOf = (e: Element) => ({
      display: e.className === "gone" ? "none" : e.localName === "span" ? "block" : "inline",
      visibility: e.className === "unseen" ? "hidden" : "visible",
    });
    const document = bodyOf(
      article(`<span>One</span><span>Two</span><i class="gone">x</i><i class="unseen">y</i><div>three</div>`),
    );
    expect(readBlocks(document, { styleOf }).blocks.map((b) => b.text)).toEqual(["One", "Two", "three"]);
  });

  it("keeps the id of unchanged text and gives new text a new one", () => {
    const before = readBlocks(bodyOf(article("<p>One</p><p>Two</p><p>Two</p>"))).blocks;
    const after = readBlocks(bodyOf(article("<p>New</p><p>Two</p><p>One</p><p>Two</p>")), undefined, before).blocks;
    expect(after.map((b) => b.id)).toEqual([3, 1, 0, 2]);
  });

  it("places every character of a block in the text node that it came from", () => {
    const { placed } = readBlocks(bodyOf(article("<p>\n  Up to <b>100</b>&nbsp;<i>billion</i><br>dollars\n</p>")));
    for (const { block, pieces } of placed) {
      for (const piece of pieces) {
        expect(piece.node.data.slice(piece.from, piece.from + piece.length)).toBe(
          block.text.slice(piece.start, piece.start + piece.length),
        );
      }
    }
    expect(placed[0]?.block.text).toBe("Up to 100\u00a0billion\ndollars");
  });

  it.each(["", "<p></p>", "<script>1</script>", "<article></article>"])(
    "finds nothing in a page without text (%j)",
    (body) => {
      expect(texts(body)).toEqual([]);
    },
  );

  it.each(["article", "br", "a", "nav"])("takes the word %j for a word where it stands alone", (word) => {
    expect(texts(article(`<p>${word}</p><p>The <b>${word}</b>.</p>`))).toEqual([word, `The ${word}.`]);
  });

  it("reads a page nested deeper than the call stack", () => {
    const document = bodyOf("");
    let inner: Element = document.body;
    for (let depth = 0; depth < 20_000; depth++) inner = inner.appendChild(document.createElement("div"));
    inner.textContent = LONG;
    expect(readBlocks(document).blocks).toHaveLength(1);
  });
});
