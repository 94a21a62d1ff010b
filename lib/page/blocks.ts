/** Reads a page's article as blocks of plain text that lead back to the text nodes they came from. */
import type { Block } from "../reading/types.ts";
import { findArticle, SLICE, weighProse } from "./article.ts";
import { dateOfEntry, datesOfUpdates } from "./entries.ts";
import { createFlatTree, parentOf, shadowOf } from "./flat-tree.ts";
import {
  type ElementStyle,
  isHidden,
  isLeftOut,
  isNoiseByName,
  isSeamless,
  isUnseen,
  NOISE_SHARE,
} from "./left-out.ts";

/** Part of a block's text, as it stands in one text node. Offsets and lengths in UTF-16 code units. */
export type Piece = {
  node: Text;
  /** Offset into the node's data. */
  from: number;
  /** Offset into the block's text. */
  start: number;
  length: number;
};

/** A block and where its text stands. Text between pieces (a line break for `<br>`) stands in no node. */
export type PlacedBlock = { block: Block; pieces: Piece[] };

export type ArticleBlocks = {
  /** In reading order. */
  blocks: Block[];
  placed: PlacedBlock[];
  /** The elements read: changes elsewhere do not matter. */
  roots: Element[];
  /** Open shadow roots in them: a document's observer does not see into one. */
  shadows: ShadowRoot[];
  /** Elements of the page's own making without a shadow root so far: getting one changes nothing that can be observed. */
  unfinished: Element[];
};

/** What only a browser knows. Without it, hidden and block-level elements are told by attributes and tag names alone. */
export type Layout = { styleOf(element: Element): ElementStyle };

const BLOCK_TAGS = new Set(
  (
    "address article blockquote body caption center col colgroup dd details div dl dt figcaption figure form h1 h2 h3 h4 " +
    "h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;
/** A paragraph or list item that is one link of at least so many characters leads to another article. */
const LINK_LENGTH = 15;

/** What is known where the walk stands; one frame an element that changes any of it. */
type Frame = {
  element: Element;
  block: boolean;
  role: Block["role"];
  lang?: string;
  published?: string;
  link: boolean;
  cell: boolean;
  /** White space shows: a blank line ends a paragraph. */
  pre: boolean;
};

/**
 * @param previous the blocks of the reading before, whose ids unchanged text keeps
 * @returns no blocks where the page has no text; never throws on a page's markup
 */
export function readBlocks(document: Document, layout?: Layout, previous: readonly Block[] = []): ArticleBlocks {
  const walk = walkBlocks(document, layout, previous);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return value;
  }
}

/** As `readBlocks`, yielding now and then. A page that changes in between is read as it was here and is there. */
export function* walkBlocks(
  document: Document,
  layout?: Layout,
  previous: readonly Block[] = [],
): Generator<void, ArticleBlocks> {
  const shadows: ShadowRoot[] = [];
  const unfinished: Element[] = [];
  const body = document.body;
  if (!body) return { blocks: [], placed: [], roots: [], shadows, unfinished };
  const { prose, leftOut } = yield* weighProse(body);
  const roots = findArticle(document, prose);
  const total = roots.reduce((sum, root) => sum + prose(root), 0);
  const updates = datesOfUpdates(document);
  const pageLang = document.documentElement?.getAttribute("lang")?.toLowerCase();
  const ids = createIds(previous);
  const placed: PlacedBlock[] = [];

  let run: Run = emptyRun();
  let frames: Frame[] = [];
  let titled = false;

  const title = titleOutside(document, roots);
  if (title) yield* readRoot(title, true);
  for (const root of roots) yield* readRoot(root, false);
  return { blocks: placed.map((p) => p.block), placed, roots, shadows, unfinished };

  function* readRoot(root: Element, isTitle: boolean): Generator<void, void> {
    const lang = root.closest("[lang]")?.getAttribute("lang") ?? undefined;
    const pre = root.localName === "pre";
    // The only article of a page has the page's date; one of several has its own.
    const published = roots.length > 1 ? (updates.get(root) ?? dateOfEntry(root)) : undefined;
    frames = [
      { element: root, block: true, role: roleOf(root, "text"), lang, published, link: false, cell: false, pre },
    ];
    run = emptyRun();
    const generic = root.localName === "body" || root.localName === "div";
    const tree = createFlatTree();
    note(root);
    let node: Node | null = tree.firstChild(root);
    let steps = 0;
    while (node) {
      if (++steps % SLICE === 0) yield;
      let descend = false;
      if (node.nodeType === TEXT_NODE) take(node as Text);
      else if (node.nodeType === ELEMENT_NODE) descend = enter(node as Element, generic && !isTitle);
      if (descend) note(node as Element);
      const child: Node | null = descend ? tree.firstChild(node) : null;
      if (child) {
        node = child;
        continue;
      }
      if (descend) leave(node as Element);
      let next = tree.nextSibling(node);
      while (!next) {
        node = parentOf(node);
        if (!node || node === root) break;
        leave(node as Element);
        next = tree.nextSibling(node);
      }
      node = next;
    }
    flush();
  }

  function note(element: Element): void {
    const shadow = shadowOf(element);
    if (shadow) shadows.push(shadow);
    else if (element.localName.includes("-")) unfinished.push(element);
  }

  /** Whether the element's children are to be read. */
  function enter(element: Element, generic: boolean): boolean {
    const tag = element.localName;
    if (tag === "br") {
      if (run.broken > 0 && run.text.slice(run.broken).trim() === "") flush();
      else {
        run.text += "\n";
        run.broken = run.text.length;
      }
      return false;
    }
    const frame = top();
    // Links were not weighed, so that nothing is known yet of what is in them.
    const out = leftOut.has(element) || (frame.link && isLeftOut(element));
    const style = out ? undefined : layout?.styleOf(element);
    if (out || (style && isUnseen(style)) || isBeside(element, generic)) {
      if (isBlock(element, style)) flush();
      else if (!isSeamless(element) && !/\s$/.test(run.text)) run.text += " ";
      return false;
    }
    const block = isBlock(element, style);
    if (block) flush();
    if (!block && !element.hasAttributes()) return true;
    const lang = element.getAttribute("lang");
    const isLink = tag === "a" && element.hasAttribute("href");
    const published = updates.get(element) ?? dateOfEntry(element);
    if (block || isLink || lang || published) {
      frames.push({
        element,
        block,
        role: block ? roleOf(element, frame.role) : frame.role,
        lang: lang || frame.lang,
        published: published ?? frame.published,
        link: frame.link || isLink,
        cell: frame.cell || tag === "td" || tag === "th",
        pre: style?.whiteSpace ? style.whiteSpace.startsWith("pre") : frame.pre || tag === "pre",
      });
    }
    return true;
  }

  function leave(element: Element): void {
    const frame = top();
    if (frame.element !== element) return;
    if (frame.block) flush();
    frames.pop();
  }

  /** Whether the element stands beside the article, by its name and its size. */
  function isBeside(element: Element, generic: boolean): boolean {
    // A site's header stands outside of the article; an article's own holds its headline.
    if (generic && element.localName === "header" && !element.querySelector("h1")) return true;
    return isNoiseByName(element) && prose(element) < NOISE_SHARE * total;
  }

  function take(node: Text): void {
    const { data } = node;
    if (data === "") return;
    run.pieces.push({ node, from: 0, start: run.text.length, length: data.length });
    run.text += data;
    if (top().link) run.linked += data.trim().length;
  }

  function flush(): void {
    const { text, pieces, linked } = run;
    run = emptyRun();
    const length = text.trim().length;
    if (length === 0) return;
    const frame = top();
    if (linked >= LINK_LENGTH && linked >= 0.9 * length && frame.role !== "title" && !frame.cell) return;
    for (const [start, end] of frame.pre ? paragraphs(text) : [trimmed(text, 0, text.length)]) {
      place(text, pieces, start, end, frame);
    }
  }

  function place(text: string, pieces: Piece[], start: number, end: number, frame: Frame): void {
    if (start >= end) return;
    const slice = text.slice(start, end);
    let role = frame.role;
    if (role === "title") {
      if (titled) role = "heading";
      titled = true;
    }
    const block: Block = { id: ids(slice), text: slice, role };
    if (frame.lang && frame.lang.toLowerCase() !== pageLang) block.lang = frame.lang;
    if (frame.published) block.published = frame.published;
    placed.push({ block, pieces: clip(pieces, start, end) });
  }

  function top(): Frame {
    return frames[frames.length - 1] as Frame;
  }
}

/** A block in the making. */
type Run = {
  text: string;
  pieces: Piece[];
  /** Characters that stand in links. */
  linked: number;
  /** Length of the text after the last `<br>`; a second one in a row ends the block. 0 before the first. */
  broken: number;
};
const emptyRun = (): Run => ({ text: "", pieces: [], linked: 0, broken: 0 });

function isBlock(element: Element, style?: ElementStyle): boolean {
  if (!style) return BLOCK_TAGS.has(element.localName);
  // `contents` has no box of its own: its children decide.
  return !style.display.startsWith("inline") && !style.display.startsWith("ruby") && style.display !== "contents";
}

function roleOf(element: Element, inherited: Block["role"]): Block["role"] {
  const tag = element.localName;
  if (tag === "h1") return "title";
  if (/^h[2-6]$/.test(tag) || element.getAttribute("role") === "heading") return "heading";
  if (tag === "li" || tag === "dt" || tag === "dd") return "item";
  // A list item's paragraph is still the item; what stands in a heading is still the heading.
  return tag === "td" || tag === "th" || tag === "figcaption" || tag === "caption" ? "text" : inherited;
}

/** The headline, where it stands outside of the article's own element. */
function titleOutside(document: Document, roots: readonly Element[]): Element | null {
  if (roots.some((root) => root.localName === "h1" || root.querySelector("h1"))) return null;
  const candidates = [...document.querySelectorAll("h1")].filter((h1) => {
    if (isHidden(h1) || h1.closest("nav, aside, footer, dialog, [hidden], [aria-hidden='true']")) return false;
    return (h1.textContent ?? "").trim() !== "";
  });
  const pageTitle = squeeze(document.title ?? "");
  // Some sites put their own name in an `h1`: the article's headline is the one that the page's title repeats.
  const named = candidates.find((h1) => pageTitle.includes(squeeze(h1.textContent ?? "")));
  return named ?? (candidates.length === 1 ? (candidates[0] ?? null) : null);
}

const squeeze = (text: string): string => text.replace(/\s+/g, " ").trim();

/** `[start, end)` without the white space at both ends. */
function trimmed(text: string, start: number, end: number): [number, number] {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return [start + lead, start + slice.trimEnd().length];
}

/** Text whose line breaks show splits at blank lines. */
function paragraphs(text: string): [number, number][] {
  const found: [number, number][] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    found.push(trimmed(text, start, gap.index));
    start = gap.index + gap[0].length;
  }
  found.push(trimmed(text, start, text.length));
  return found;
}

/** The pieces of `[start, end)`, with offsets counted from `start`. */
function clip(pieces: readonly Piece[], start: number, end: number): Piece[] {
  const kept: Piece[] = [];
  for (const piece of pieces) {
    const from = Math.max(piece.start, start);
    const to = Math.min(piece.start + piece.length, end);
    if (from < to)
      kept.push({ node: piece.node, from: piece.from + from - piece.start, start: from - start, length: to - from });
  }
  return kept;
}

/** Gives each text the id it had before; equal texts keep theirs in order. */
function createIds(previous: readonly Block[]): (text: string) => number {
  const known = new Map<string, number[]>();
  let next = 0;
  for (const block of previous) {
    const ids = known.get(block.text);
    if (ids) ids.push(block.id);
    else known.set(block.text, [block.id]);
    next = Math.max(next, block.id + 1);
  }
  return (text) => known.get(text)?.shift() ?? next++;
}
