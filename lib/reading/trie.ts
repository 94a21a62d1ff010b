/**
 * Finds which of many phrases begin at an offset of folded text, in time that does not depend on how many there are.
 *
 * A phrase may end in `*`: any further letters of the same word belong to the match.
 *
 * The phrases lie in typed arrays, a node after another: no object a node, so that a walk touches few places in memory
 * and the collector has nothing to trace.
 */
import { isBoundary, isWordLetter } from "./characters.ts";

export type Match<T> = { end: number; entries: readonly T[] };

/** What ends at a node: phrases as they are, and phrases whose word may go on. */
type Ends<T> = { whole: T[] | null; open: T[] | null };

/** Nodes are numbered level by level, so that the edge that leads to node `n` is edge `n − 1`. */
type Nodes<T> = {
  /** The root's child for each unit, 0 where there is none: most words of a text are turned away here. */
  roots: Uint16Array;
  /** By edge: the unit that it goes along. */
  units: Uint16Array;
  /** By node: its first edge; the next node's is its end. Edges of a node are in the order of their units. */
  edges: Uint32Array;
  /** By node: what ends there, as 1 + its place in `ends`; 0 for nothing. */
  ending: Uint32Array;
  ends: Ends<T>[];
};

export class Trie<T> {
  #phrases = new Map<string, Ends<T>>();
  #nodes: Nodes<T> | null = null;

  /** Adds a folded phrase. One phrase may carry several entries. */
  add(phrase: string, entry: T): void {
    const open = phrase.length > 1 && phrase.endsWith("*");
    const key = open ? phrase.slice(0, -1) : phrase;
    if (key === "") return;
    const ends = this.#at(key);
    if (open) ends.open = [...(ends.open ?? []), entry];
    else ends.whole = [...(ends.whole ?? []), entry];
  }

  /** Adds a phrase that means nothing, so that it is found in place of the shorter ones it begins with. */
  hide(phrase: string): void {
    if (phrase !== "") this.#at(phrase).whole ??= [];
  }

  #at(key: string): Ends<T> {
    this.#nodes = null;
    let ends = this.#phrases.get(key);
    if (!ends) {
      ends = { whole: null, open: null };
      this.#phrases.set(key, ends);
    }
    return ends;
  }

  /** The longest phrase that begins at `start` and ends at a word's end, or null. An exact phrase wins over an open one. */
  longest(text: string, start: number): Match<T> | null {
    this.#nodes ??= pack(this.#phrases);
    const { roots, units, edges, ending, ends } = this.#nodes;
    let node = start < text.length ? (roots[text.charCodeAt(start)] as number) : 0;
    if (node === 0) return null;
    let end = -1;
    let entries: readonly T[] | null = null;
    for (let i = start + 1; ; i++) {
      const place = ending[node] as number;
      if (place > 0) {
        const { whole, open } = ends[place - 1] as Ends<T>;
        const openEnd = open ? wordEnd(text, i) : 0;
        if (open && (entries === null || openEnd >= end || openEnd === i)) {
          end = openEnd;
          entries = open;
        }
        // A phrase may be listed both as it is and as a beginning, with a meaning each.
        if (whole && isBoundary(text, i)) {
          entries = open && openEnd === i ? [...whole, ...open] : end === i ? [...whole, ...(entries ?? [])] : whole;
          end = i;
        }
      }
      if (i >= text.length) break;
      node = child(units, edges[node] as number, edges[node + 1] as number, text.charCodeAt(i));
      if (node === 0) break;
    }
    return entries === null ? null : { end, entries };
  }
}

/** The node to which one of the edges from `low` to `high` − 1 leads along `unit`; 0 where none does. */
function child(units: Uint16Array, low: number, high: number, unit: number): number {
  while (high - low > 4) {
    const middle = (low + high) >> 1;
    if ((units[middle] as number) <= unit) low = middle;
    else high = middle;
  }
  for (let edge = low; edge < high; edge++) if (units[edge] === unit) return edge + 1;
  return 0;
}

/** Level by level: the phrases of a node lie side by side in their order, and so do those of each of its children. */
function pack<T>(phrases: ReadonlyMap<string, Ends<T>>): Nodes<T> {
  const keys = [...phrases.keys()].sort(byUnits);
  let most = 1;
  for (const key of keys) most += key.length;
  const roots = new Uint16Array(0x10000);
  const units = new Uint16Array(most);
  const edges = new Uint32Array(most + 1);
  const ending = new Uint32Array(most);
  const ends: Ends<T>[] = [];
  /** By node: the keys below it. */
  const from = new Uint32Array(most);
  const to = new Uint32Array(most);
  to[0] = keys.length;
  let count = 1;
  let levelEnd = 1;
  let depth = 0;
  for (let node = 0; node < count; node++) {
    if (node === levelEnd) {
      depth++;
      levelEnd = count;
    }
    let at = from[node] as number;
    const last = to[node] as number;
    if (node > 0 && at < last && (keys[at] as string).length === depth) {
      ends.push(phrases.get(keys[at] as string) as Ends<T>);
      ending[node] = ends.length;
      at++;
    }
    edges[node] = count - 1;
    while (at < last) {
      const unit = (keys[at] as string).charCodeAt(depth);
      let next = at + 1;
      while (next < last && (keys[next] as string).charCodeAt(depth) === unit) next++;
      units[count - 1] = unit;
      from[count] = at;
      to[count] = next;
      if (node === 0) roots[unit] = count;
      count++;
      at = next;
    }
  }
  edges[count] = count - 1;
  return {
    roots,
    units: units.slice(0, count),
    edges: edges.slice(0, count + 1),
    ending: ending.slice(0, count),
    ends,
  };
}

/** UTF-16 units, not the locale's order: a level's keys must lie as their units do. */
const byUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** No word of a language with spaces is longer; what is, is an attack on the reader's patience. */
const longestWord = 40;

/** Where the word that `offset` stands in ends. */
function wordEnd(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && end - offset < longestWord && isWordLetter(text.charCodeAt(end))) end++;
  return end;
}
