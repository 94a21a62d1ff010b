/** Reads a page's article as blocks of plain text that lead back to the text nodes they came from. */
import type { Block } from "../reading/types.ts";
import { findArticle } from "./article.ts";
import { dateOfEntry, datesOfUpdates, isEntry } from "./entries.ts";
import {
  type ElementStyle,
  isHidden,
  isNoiseByName,
  isSeamless,
  isUnseen,
  LEFT_OUT,
  LINKS,
  NAMED,
  SPEAKS,
  TYPED,
} from "./left-out.ts";
import { type Outline, proseAt, proseOf, SLICE, TEXT, takeDown } from "./outline.ts";

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
/** A paragraph or list item that is one link of at least so many characters leads to another article. */
const LINK_LENGTH = 15;

/** What is known where the reading stands; one frame an element that changes any of it. */
type Frame = {
  /** The place in the outline behind the element's contents. */
  end: number;
  block: boolean;
  role: Block["role"];
  lang?: string;
  published?: string;
  article?: number;
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
  const whole = yield* takeDown(body);
  yield;
  const prose = proseOf(whole);
  const roots = findArticle(document, prose);
  yield;
  const total = roots.reduce((sum, root) => sum + prose(root), 0);
  const updates = datesOfUpdates(document);
  const pageLang = document.documentElement?.getAttribute("lang")?.toLowerCase();
  const ids = createIds(previous);
  const placed: PlacedBlock[] = [];

  let outline = whole;
  let run: Run = emptyRun();
  let frames: Frame[] = [];
  let frame: Frame;
  let titled = false;
  let articles = 0;

  const title = titleOutside(document, roots);
  if (title) yield* readRoot(title, true);
  for (const root of roots) yield* readRoot(root, false);
  return { blocks: placed.map((p) => p.block), placed, roots, shadows, unfinished };

  function* readRoot(root: Element, isTitle: boolean): Generator<void, void> {
    let at = whole.nodes.indexOf(root);
    outline = whole;
    // A headline in a site's banner, of which nothing else is read.
    if (at < 0) {
      outline = yield* takeDown(root);
      at = 0;
    }
    const tag = root.localName;
    const end = outline.ends[at] as number;
    // The only article of a page has the page's date; one of several has its own.
    const published = roots.length > 1 ? (updates.get(root) ?? dateOfEntry(root)) : undefined;
    // Articles side by side; an article's own parts and what is embedded in it are of one piece.
    const several = roots.length === 1 && !isEntry(root) && countEntries(outline, at) > 1;
    frame = {
      end,
      block: true,
      role: roleOf(root, tag, "text"),
      lang: root.closest("[lang]")?.getAttribute("lang") ?? undefined,
      published,
      article: roots.length > 1 && !isTitle ? ++articles : undefined,
      link: false,
      cell: false,
      pre: tag === "pre",
    };
    frames = [frame];
    run = emptyRun();
    const generic = !isTitle && (tag === "body" || tag === "div");
    note(at);
    let steps = 0;
    const { names, traits, ends } = outline;
    for (at++; at < end; ) {
      if (++steps % SLICE === 0) yield;
      while (at >= frame.end) leave();
      if (traits[at] === TEXT) take(at, names[at] as string);
      else if (!enter(at, generic, several)) {
        at = ends[at] as number;
        continue;
      }
      at++;
    }
    while (frames.length > 1) leave();
    flush();
  }

  function note(at: number): void {
    const shadow = outline.shadows.get(at);
    if (shadow) shadows.push(shadow);
    else if ((outline.names[at] as string).includes("-")) unfinished.push(outline.nodes[at] as Element);
  }

  /** Whether what is in the element is to be read. */
  function enter(at: number, generic: boolean, several: boolean): boolean {
    const tag = outline.names[at] as string;
    if (tag === "br") {
      if (run.broken > 0 && run.text.slice(run.broken).trim() === "") flush();
      else {
        run.text += "\n";
        run.broken = run.text.length;
      }
      return false;
    }
    const element = outline.nodes[at] as Element;
    const traits = outline.traits[at] as number;
    const out = (traits & LEFT_OUT) !== 0;
    const style = out ? undefined : layout?.styleOf(element);
    // Styles are live: each of their properties that is asked for is worked out.
    const display = style?.display;
    const block = isBlock(tag, display);
    if (out || (style && isUnseen(style, display as string)) || isBeside(at, element, tag, traits, generic)) {
      if (block) flush();
      else if (!isSeamless(element) && !/\s$/.test(run.text)) run.text += " ";
      return false;
    }
    note(at);
    if (block) flush();
    if (!block && traits === 0 && updates.size === 0) return true;
    const lang = (traits & SPEAKS) === 0 ? null : element.getAttribute("lang");
    const isLink = (traits & LINKS) !== 0;
    const entry = mayBeEntry(tag, traits) && isEntry(element);
    const published = updates.get(element) ?? (entry ? dateOfEntry(element) : undefined);
    if (block || isLink || lang || published || entry) {
      frame = {
        end: outline.ends[at] as number,
        block,
        role: block ? roleOf(element, tag, frame.role, traits) : frame.role,
        lang: lang || frame.lang,
        published: published ?? frame.published,
        article: several && entry && frame.article === undefined ? ++articles : frame.article,
        link: frame.link || isLink,
        cell: frame.cell || tag === "td" || tag === "th",
        pre: block ? isPre(tag, style, frame.pre) : frame.pre,
      };
      frames.push(frame);
    }
    return true;
  }

  function leave(): void {
    if (frame.block) flush();
    frames.pop();
    frame = frames[frames.length - 1] as Frame;
  }

  /** Whether the element stands beside the article, by its name and its size. */
  function isBeside(at: number, element: Element, tag: string, traits: number, generic: boolean): boolean {
    // A site's header stands outside of the article; an article's own holds its headline.
    if (generic && tag === "header" && !element.querySelector("h1")) return true;
    return (traits & NAMED) !== 0 && isNoiseByName(element, total === 0 ? 0 : proseAt(outline, at) / total);
  }

  function take(at: number, data: string): void {
    if (data === "") return;
    run.places.push(at);
    run.starts.push(run.text.length);
    run.text += data;
    if (frame.link) run.linked += data.trim().length;
  }

  function flush(): void {
    const ended = run;
    const { text, linked } = ended;
    if (text === "") return;
    run = emptyRun();
    const isLinked = linked >= LINK_LENGTH && linked >= 0.9 * text.trim().length;
    if (isLinked && frame.role !== "title" && !frame.cell) return;
    if (!frame.pre) place(ended, trimmed(text, 0, text.length), 0);
    else paragraphs(text).reduce((first, span) => place(ended, span, first), 0);
  }

  /**
   * @param first the run's first text node that may reach into the span
   * @returns the same for the next span
   */
  function place({ text, places, starts }: Run, [start, end]: [number, number], first: number): number {
    if (start >= end) return first;
    const slice = text.slice(start, end);
    let role = frame.role;
    if (role === "title") {
      if (titled) role = "heading";
      titled = true;
    }
    const block: Block = { id: ids(slice), text: slice, role };
    if (frame.lang && frame.lang.toLowerCase() !== pageLang) block.lang = frame.lang;
    if (frame.published) block.published = frame.published;
    if (frame.article !== undefined) block.article = frame.article;
    const pieces: Piece[] = [];
    let last = first;
    for (let i = first; i < places.length; i++) {
      const begin = starts[i] as number;
      if (begin >= end) break;
      last = i;
      const node = outline.nodes[places[i] as number] as Text;
      const from = Math.max(begin, start);
      const to = Math.min(begin + (outline.names[places[i] as number] as string).length, end);
      if (from < to) pieces.push({ node, from: from - begin, start: from - start, length: to - from });
    }
    // As a copy it has no room for more, which it would keep for as long as the page is open.
    placed.push({ block, pieces: pieces.slice() });
    return last;
  }
}

/** A block in the making. */
type Run = {
  text: string;
  /** Its text nodes' places in the outline, and where in the text each begins. */
  places: number[];
  starts: number[];
  /** Characters that stand in links. */
  linked: number;
  /** Length of the text after the last `<br>`; a second one in a row ends the block. 0 before the first. */
  broken: number;
};
const emptyRun = (): Run => ({ text: "", places: [], starts: [], linked: 0, broken: 0 });

function isBlock(tag: string, display: string | undefined): boolean {
  if (display === undefined) return BLOCK_TAGS.has(tag);
  if (display === "inline" || display === "block") return display === "block";
  // `contents` has no box of its own: its children decide.
  return !display.startsWith("inline") && !display.startsWith("ruby") && display !== "contents";
}

const mayBeEntry = (tag: string, traits: number): boolean => tag === "article" || (traits & TYPED) !== 0;

/** How many articles with text are side by side in the element. */
function countEntries(outline: Outline, root: number): number {
  const { nodes, names, traits, ends } = outline;
  let count = 0;
  const end = ends[root] as number;
  for (let at = root + 1; at < end; ) {
    const isOne =
      traits[at] !== TEXT &&
      mayBeEntry(names[at] as string, traits[at] as number) &&
      proseAt(outline, at) > 0 &&
      isEntry(nodes[at] as Element);
    if (isOne) count++;
    at = isOne ? (ends[at] as number) : at + 1;
  }
  return count;
}

function isPre(tag: string, style: ElementStyle | undefined, inherited: boolean): boolean {
  // The shorthand would be put together for each block.
  const collapse = style?.whiteSpaceCollapse;
  return collapse ? collapse.startsWith("preserve") : inherited || tag === "pre";
}

function roleOf(element: Element, tag: string, inherited: Block["role"], traits = TYPED): Block["role"] {
  switch (tag) {
    case "h1":
      return "title";
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return "heading";
  }
  if ((traits & TYPED) !== 0 && element.getAttribute("role") === "heading") return "heading";
  switch (tag) {
    case "li":
    case "dt":
    case "dd":
      return "item";
    case "td":
    case "th":
    case "figcaption":
    case "caption":
      return "text";
  }
  // A list item's paragraph is still the item; what stands in a heading is still the heading.
  return inherited;
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
