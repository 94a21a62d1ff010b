/** Finds the elements that hold the article, so that what surrounds it is not read. */
import { createFlatTree, parentOf } from "./flat-tree.ts";
import { isHidden, isLeftOut, isNoiseByName } from "./left-out.ts";

/** Below so many characters of prose an element marked as an article is a teaser or an empty shell. */
const ENOUGH = 100;
/** Beside a large article, one below this share of its prose is a teaser. */
const ASIDE_SHARE = 0.4;
/** Elements through which the search for the densest container descends. */
const CONTAINERS = new Set("body div section article main form center table tbody tr td".split(" "));

const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/** Characters of prose by element: text that is neither a link nor left out. */
export type Prose = (element: Element) => number;

export type Weighed = {
  prose: Prose;
  /** Elements below which nothing was weighed, since they hold no article text. */
  leftOut: ReadonlySet<Element>;
};

/** Nodes between two places at which a walk may be interrupted: some tenths of a millisecond. */
export const SLICE = 400;

/**
 * Weighs every element below `root` in one pass, as the page is drawn. Yields now and then, so that it can be spread out.
 *
 * @returns for an element, its prose in UTF-16 code units without white space at the ends of text nodes; 0 for others
 */
export function* weighProse(root: Element): Generator<void, Weighed> {
  const sums = new Map<Node, number>();
  const leftOut = new Set<Element>();
  const tree = createFlatTree();
  let node: Node = root;
  let steps = 0;
  // Iterative, and by pointers: a hostile page may nest deeper than the call stack.
  for (;;) {
    if (++steps % SLICE === 0) yield;
    let child: Node | null = null;
    if (node.nodeType === TEXT_NODE) add(parentOf(node), (node as Text).data.trim().length);
    else if (node.nodeType === ELEMENT_NODE) {
      if (node !== root && isLeftOut(node as Element)) leftOut.add(node as Element);
      else if ((node as Element).localName !== "a") child = tree.firstChild(node);
    }
    if (child) {
      node = child;
      continue;
    }
    let next = node === root ? null : tree.nextSibling(node);
    while (node !== root && !next) {
      const parent = parentOf(node);
      // Taken out of the page while the walk was interrupted.
      if (!parent) return { prose: (element) => sums.get(element) ?? 0, leftOut };
      node = parent;
      if (node !== root) {
        add(parentOf(node), sums.get(node) ?? 0);
        next = tree.nextSibling(node);
      }
    }
    if (!next) break;
    node = next;
  }
  return { prose: (element) => sums.get(element) ?? 0, leftOut };

  function add(to: Node | null, length: number): void {
    if (to && length > 0) sums.set(to, (sums.get(to) ?? 0) + length);
  }
}

/**
 * The elements that hold the article, in document order, none inside another. What the page says of itself comes first
 * (`itemprop=articleBody`, `article`, `main`), then the densest container. `[]` only where there is no body.
 */
export function findArticle(document: Document, prose: Prose): Element[] {
  const body = document.body;
  if (!body) return [];
  const all = prose(body);

  const bodies = outermost(document.querySelectorAll("[itemprop~='articleBody']")).filter((e) => prose(e) >= ENOUGH);
  if (bodies.length > 0) return bodies;

  const articles = outermost(document.querySelectorAll("article, [role='article']")).filter((e) => prose(e) > 0);
  const sum = articles.reduce((total, e) => total + prose(e), 0);
  if (sum >= ENOUGH && sum >= 0.3 * all) {
    const largest = articles.reduce((best, e) => (prose(e) > prose(best) ? e : best));
    // One article among teasers, or with another beside it; or entries that together are the page (a live blog).
    if (prose(largest) >= 0.5 * sum) return articles.filter((e) => prose(e) >= ASIDE_SHARE * prose(largest));
    const main = mainOf(document);
    return main && articles.every((e) => main.contains(e)) ? [main] : articles;
  }

  const main = mainOf(document);
  if (main && prose(main) > 0 && prose(main) >= 0.3 * all) return [main];
  return [densest(body, prose)];
}

const mainOf = (document: Document): Element | null => document.querySelector("main, [role='main']");

/** Descends as long as one child holds most of the prose. */
function densest(body: Element, prose: Prose): Element {
  let current = body;
  for (;;) {
    let best: Element | null = null;
    let rest = prose(current);
    for (let child = current.firstElementChild; child; child = child.nextElementSibling) {
      if (isNoiseByName(child) && prose(child) < 0.5 * prose(current)) rest -= prose(child);
      else if (!best || prose(child) > prose(best)) best = child;
    }
    if (!best || prose(best) < 0.7 * rest) return current;
    if (!CONTAINERS.has(best.localName) && !best.localName.includes("-")) return current;
    current = best;
  }
}

function outermost(found: Iterable<Element>): Element[] {
  const kept: Element[] = [];
  for (const element of found) {
    // Document order: an ancestor was met before its descendants.
    if (!kept.some((e) => e.contains(element)) && !isHidden(element)) kept.push(element);
  }
  return kept;
}
