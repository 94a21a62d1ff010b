/**
 * A first look at a page: can anything in its text be a quantity? Most pages end here.
 *
 * Most with figures are told by their first paragraphs. Of the others the browser finds what is never read; between that
 * the text nodes are gone through and asked about in portions, and no other element is looked at. So a page without
 * figures costs little more than walking over its text.
 */
import { shadowOf } from "./flat-tree.ts";
import { LEFT_OUT, OFTEN_LEFT_OUT, traitsOf } from "./left-out.ts";

export type FirstLook = {
  /** False only where `readBlocks` would give no block of which `mayHold` is true. */
  maybe: boolean;
  /** Elements of the page's own making: those that are still without a shadow root may get text in one. */
  unfinished: Element[];
};

/** UTF-16 code units: the beginning is short, since most articles with figures have one early. */
const BEGINNING = 4_000;
const PORTION = 50_000;
/** As much as a word and what stands around it: portions and seams overlap by it. */
const OVERLAP = 64;

/** Elements that cannot have a shadow root: the most frequent of those that are neither listed by the standard nor have a dash in their names. */
const NO_HOSTS = "a,b,br,em,i,img,li,path,script,strong,svg,td,tr,ul";

const SHOW_TEXT = 4;

/** @param mayHold the cheap question: see `lib/reading/question.ts` */
export function* lookFirst(document: Document, mayHold: (text: string) => boolean): Generator<void, FirstLook> {
  const unfinished: Element[] = [];
  const { body } = document;
  if (!body) return { maybe: false, unfinished };
  let text = "";
  // One by one: the browser looks for no more than are asked for.
  for (const { textContent } of body.getElementsByTagName("p")) {
    text += `${textContent}\n`;
    if (text.length > BEGINNING) break;
  }
  if (mayHold(text)) return { maybe: true, unfinished };
  text = "";
  const walker = document.createTreeWalker(body, SHOW_TEXT);
  const skips = skipsOf(body);
  let skip = skips.next().value;
  let inWord = false;
  for (let node = walker.nextNode() as Text | null; node; ) {
    if (node === skip?.first) {
      // On to the text behind the element.
      walker.currentNode = lastWithin(skip.element);
      node = walker.nextNode() as Text | null;
      skip = skips.next().value;
      continue;
    }
    const { data } = node;
    // Two texts without a space in between are one word, or end one block and begin the next: ask about both.
    if (inWord && isLetter(data, 0)) text = `${text}\n${text.slice(-OVERLAP)}${data.slice(0, OVERLAP)}\n${data}`;
    else text += data;
    if (data !== "") inWord = isLetter(data, data.length - 1);
    if (text.length > PORTION) {
      if (mayHold(text)) return { maybe: true, unfinished };
      text = text.slice(-OVERLAP);
      yield;
    }
    node = walker.nextNode() as Text | null;
  }
  // The headline may stand where nothing else is read.
  for (const title of document.querySelectorAll("h1")) text += `\n${title.textContent}`;
  if (mayHold(text)) return { maybe: true, unfinished };
  // What is in shadow roots has not been seen.
  if (shadowOf(body)) return { maybe: true, unfinished };
  for (const element of body.querySelectorAll(`:not(${NO_HOSTS})`)) {
    if (shadowOf(element)) return { maybe: true, unfinished };
    if (element.localName.includes("-")) unfinished.push(element);
  }
  return { maybe: false, unfinished };
}

/** The outermost of the elements that are often left out, each with its first text; those without any are of no concern. */
function* skipsOf(body: Element): Generator<{ element: Element; first: Node }, undefined> {
  let last: Element | null = null;
  for (const element of body.querySelectorAll(OFTEN_LEFT_OUT)) {
    if (last?.contains(element) || (traitsOf(element, element.localName) & LEFT_OUT) === 0) continue;
    last = element;
    const first = element.ownerDocument.createTreeWalker(element, SHOW_TEXT).nextNode();
    if (first) yield { element, first };
  }
}

function lastWithin(element: Element): Node {
  let last: Node = element;
  while (last.lastChild) last = last.lastChild;
  return last;
}

const isLetter = (text: string, at: number): boolean => text.charCodeAt(at) > 0x40;
