/**
 * Finds which of many phrases begin at an offset of folded text, in time that does not depend on how many there are.
 *
 * A phrase may end in `*`: any further letters of the same word belong to the match.
 */
import { isBoundary, isWordLetter } from "./characters.ts";

type Node<T> = { next: Map<number, Node<T>>; entries: T[] | null; open: T[] | null };

export type Match<T> = { end: number; entries: readonly T[] };

export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), entries: null, open: null };

  /** Adds a folded phrase. One phrase may carry several entries. */
  add(phrase: string, entry: T): void {
    const open = phrase.length > 1 && phrase.endsWith("*");
    const key = open ? phrase.slice(0, -1) : phrase;
    if (key === "") return;
    const node = this.#node(key);
    if (open) node.open = [...(node.open ?? []), entry];
    else node.entries = [...(node.entries ?? []), entry];
  }

  #node(key: string): Node<T> {
    let node = this.#root;
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i);
      let next = node.next.get(unit);
      if (!next) {
        next = { next: new Map(), entries: null, open: null };
        node.next.set(unit, next);
      }
      node = next;
    }
    return node;
  }

  /** Adds a phrase that means nothing, so that it is found in place of the shorter ones it begins with. */
  hide(phrase: string): void {
    this.#node(phrase).entries ??= [];
  }

  /** The longest phrase that begins at `start` and ends at a word's end, or null. An exact phrase wins over an open one. */
  longest(text: string, start: number): Match<T> | null {
    let found: Match<T> | null = null;
    let node: Node<T> | undefined = this.#root;
    for (let i = start; node; i++) {
      if (i > start) {
        const whole = node.entries && isBoundary(text, i) ? node.entries : null;
        const end = node.open ? wordEnd(text, i) : 0;
        if (node.open && (!found || end >= found.end || end === i)) found = { end, entries: node.open };
        // A phrase may be listed both as it is and as a beginning, with a meaning each.
        if (whole)
          found = { end: i, entries: node.open && end === i ? [...whole, ...node.open] : mergeAt(i, whole, found) };
      }
      if (i >= text.length) break;
      node = node.next.get(text.charCodeAt(i));
    }
    return found;
  }

  /** Every phrase that begins at `start` and ends at a word's end, shortest first. */
  *all(text: string, start: number): Generator<Match<T>> {
    let node: Node<T> | undefined = this.#root;
    for (let i = start; node; i++) {
      if (i > start) {
        if (node.entries && isBoundary(text, i)) yield { end: i, entries: node.entries };
        if (node.open) yield { end: wordEnd(text, i), entries: node.open };
      }
      if (i >= text.length) break;
      node = node.next.get(text.charCodeAt(i));
    }
  }
}

/** A whole word's own entries, with those of a beginning that reaches as far. */
const mergeAt = <T>(end: number, whole: readonly T[], found: Match<T> | null): readonly T[] =>
  found?.end === end ? [...whole, ...found.entries] : whole;

/** No word of a language with spaces is longer; what is, is an attack on the reader's patience. */
const longestWord = 40;

/** Where the word that `offset` stands in ends. */
function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && end - offset < longestWord && isWordLetter(text.charCodeAt(end))) end++;
  return end;
}
