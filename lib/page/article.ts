/** Finds the elements that hold the article, so that what surrounds it is not read. */
import { isHidden, isNoiseByName } from "./left-out.ts";

/** Below so many characters of prose an element marked as an article is a teaser or an empty shell. */
const ENOUGH = 100;
/** Beside a large article, one below this share of its prose is a teaser. */
const ASIDE_SHARE = 0.4;
/** What a page marks as its article holds at least this share of the page's prose; else it is a teaser. */
const MUCH = 0.3;
/** Paragraphs beside the box that holds most of the prose are of one piece with it where they hold this share. */
const INTRO_SHARE = 0.1;
/** Elements through which the search for the densest container descends. */
const CONTAINERS = new Set("body div section article main form center table tbody tr td".split(" "));

/** Characters of prose by element: text that is neither a link nor left out. */
export type Prose = (element: Element) => number;

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
  if (sum >= ENOUGH && isMuch(sum, articles)) {
    const largest = articles.reduce((best, e) => (prose(e) > prose(best) ? e : best));
    // One article among teasers, or with another beside it; or entries that together are the page (a live blog).
    if (prose(largest) >= 0.5 * sum) return articles.filter((e) => prose(e) >= ASIDE_SHARE * prose(largest));
    const main = mainOf(document);
    return main && articles.every((e) => main.contains(e)) ? [main] : articles;
  }

  const main = mainOf(document);
  if (main && prose(main) > 0 && isMuch(prose(main), [main])) return [main];
  return [densest(body, prose)];

  /** Whether that much prose is what the page is there for. A short article may have long comments. */
  function isMuch(length: number, of: readonly Element[]): boolean {
    return length >= MUCH * all || length >= MUCH * (all - proseBeside(document, of, prose));
  }
}

/** Prose in elements whose names say that they are no part of an article, beside these. */
function proseBeside(document: Document, articles: readonly Element[], prose: Prose): number {
  const beside = [...document.querySelectorAll("[id], [class]")].filter(
    (e) => prose(e) > 0 && isNoiseByName(e, 0) && !articles.some((one) => one.contains(e) || e.contains(one)),
  );
  return outermost(beside).reduce((sum, e) => sum + prose(e), 0);
}

const mainOf = (document: Document): Element | null => document.querySelector("main, [role='main']");

/** Descends as long as one child holds most of the prose. */
function densest(body: Element, prose: Prose): Element {
  let current = body;
  for (;;) {
    const all = prose(current);
    let best: Element | null = null;
    let rest = all;
    let paragraphs = 0;
    for (let child = current.firstElementChild; child; child = child.nextElementSibling) {
      const length = prose(child);
      if (isNoiseByName(child, length / (all || 1), 0.5)) rest -= length;
      else if (!best || length > prose(best)) best = child;
      if (child.localName === "p") paragraphs += length;
    }
    if (!best || prose(best) < 0.7 * rest) return current;
    // An article's first paragraphs may stand before the box that "read more" opens.
    if (current !== body && best.localName !== "p" && paragraphs >= INTRO_SHARE * rest) return current;
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
