/**
 * Numbers of texts, in typed arrays: plain data, which can be stored in IndexedDB and used again without being parsed or
 * built, and no object a text for the collector to look after.
 *
 * The texts themselves are not kept, since they would be most of what a background has to load at each start: some 60 bits
 * of two hashes stand for each, 32 of the one, and of the other its place and 8 bits beside. Of three million texts two are
 * the same by chance once in a hundred thousand tables.
 */

export type TextTable = {
  /** Open addressing by a text's hash: its highest 8 bits, and in 24 bits 1 + the text's number; 0 where free. As many as a power of two. */
  slots: Uint32Array;
  /** By text: another hash. */
  checks: Uint32Array;
};

/** The bits of a slot that hold a text's number. */
const NUMBER = 0xffffff;

export const HASH_START = 0x811c9dc5;

/** The hash of a text and one unit more. */
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Mixes the high bits into the low ones, which alone choose a place. */
export const mixed = (hash: number): number => {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
};

function hashOf(text: string): number {
  let hash = HASH_START;
  for (let i = 0; i < text.length; i++) hash = hashOn(hash, text.charCodeAt(i));
  return hash;
}

/** A second hash, which has nothing in common with the first. */
function checkOf(text: string, start: number, end: number): number {
  let check = end - start;
  for (let i = start; i < end; i++) {
    check = Math.imul(check + text.charCodeAt(i), 0x9e3779b1);
    check ^= check >>> 15;
  }
  return check >>> 0;
}

/** The number of the text that is `text` from `start` to `end`, whose hash is given; −1 where there is none. */
export function numberAt(table: TextTable, hash: number, text: string, start: number, end: number): number {
  const { slots } = table;
  const mask = slots.length - 1;
  const mix = mixed(hash);
  for (let slot = mix & mask; ; slot = (slot + 1) & mask) {
    const entry = slots[slot] as number;
    if (entry === 0) return -1;
    // Nearly all others that lie here are told by these bits.
    if ((entry ^ mix) >>> 24 !== 0) continue;
    const number = (entry & NUMBER) - 1;
    if (table.checks[number] === checkOf(text, start, end)) return number;
  }
}

/** A text's number; −1 where it has none. */
export const numberOf = (table: TextTable, text: string): number => numberAt(table, hashOf(text), text, 0, text.length);

export type TextTableBuilder = {
  /**
   * @returns the text's number, from 0 on in the order in which they were added first
   * @throws {RangeError} for more than 16 million texts
   */
  add(text: string): number;
  readonly length: number;
  finish(): TextTable;
};

export function createTextTable(): TextTableBuilder {
  let slots = new Uint32Array(1024);
  const hashes = growing(Uint32Array);
  const checks = growing(Uint32Array);
  return {
    add(text) {
      const hash = hashOf(text);
      const known = numberAt({ slots, checks: checks.items }, hash, text, 0, text.length);
      if (known >= 0) return known;
      if (hashes.length === NUMBER) throw new RangeError(`At most ${NUMBER} texts expected`);
      const number = hashes.push(hash >>> 0);
      checks.push(checkOf(text, 0, text.length));
      // Two thirds full at most: a text that is not there is known by two or three slots.
      if (hashes.length * 3 > slots.length * 2) {
        slots = new Uint32Array(slots.length * 2);
        for (let i = 0; i < hashes.length; i++) place(slots, hashes.items[i] as number, i);
      } else place(slots, hash, number);
      return number;
    },
    get length() {
      return hashes.length;
    },
    finish: () => ({ slots, checks: checks.done() }),
  };
}

function place(slots: Uint32Array, hash: number, number: number): void {
  const mask = slots.length - 1;
  const mix = mixed(hash);
  let slot = mix & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = (mix & ~NUMBER) | (number + 1);
}

type TypedArray = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A typed array that grows: twice as long each time it is full. */
export function growing<A extends TypedArray>(kind: new (length: number) => A) {
  let items = new kind(1024);
  let length = 0;
  return {
    get items(): A {
      return items;
    },
    get length(): number {
      return length;
    },
    /** @returns the place of what was added */
    push(item: number): number {
      if (length === items.length) {
        const longer = new kind(length * 2);
        longer.set(items);
        items = longer;
      }
      items[length] = item;
      return length++;
    },
    done: (): A => items.slice(0, length) as A,
  };
}
