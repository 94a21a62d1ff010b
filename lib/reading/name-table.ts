/**
 * Names by their folded text, in typed arrays: one probe for each place where a name may end, however many there are.
 *
 * A table is plain data. It can be stored in IndexedDB and used again without being parsed or built, and it holds no
 * object a name, so that a hundred thousand deals are a few arrays to the collector.
 */
import { isBoundary } from "./characters.ts";
import type { Mention } from "./types.ts";

export type Name = {
  party?: string;
  deal?: string;
  by: Mention["by"];
  ambiguous: boolean;
  /** Base language in which alone the name counts; null: in every one. */
  lang: string | null;
  /** How the name must be written: as capitals throughout, with a first capital, or in any way. */
  letters: "capitals" | "capital" | "any";
  /** A stem: a case ending of the same word may follow. */
  inflects: boolean;
};

export type NameTable = {
  /** Open addressing by a key's hash: 1 + the key's number, 0 where free. As many as a power of two. */
  slots: Uint32Array;
  /** The keys' units, one key after another. */
  units: Uint16Array;
  /** By key: where its units begin; the next key's is their end. */
  starts: Uint32Array;
  /** One bit for each hash of a beginning of a key that ends where a word may: whether it is worth to go on. */
  beginnings: Uint32Array;
  /** By key: its first entry. */
  firsts: Uint32Array;
  /** By entry: 1 + the next entry of the same key, 0 for none. */
  nexts: Uint32Array;
  /** By entry: the number of its owner in `owners`. */
  ownerOf: Uint32Array;
  /** By entry: see `encode`. */
  traits: Uint16Array;
  /** Ids of parties and deals, one after another, and where each begins. */
  owners: string;
  ownerStarts: Uint32Array;
  /** Base languages, as the traits number them from 1. */
  langs: string[];
};

export const HASH_START = 0x811c9dc5;

/** The hash of a text and one unit more. */
export const hashOn = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

/** Mixes the high bits into the low ones, which alone choose a place. */
const mixed = (hash: number): number => {
  const half = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
};

/** The key that is `text` from `start` to `end`, whose hash is given; −1 where there is none. */
export function keyAt(table: NameTable, hash: number, text: string, start: number, end: number): number {
  const { slots, starts, units } = table;
  const mask = slots.length - 1;
  for (let slot = mixed(hash) & mask; ; slot = (slot + 1) & mask) {
    const key = (slots[slot] as number) - 1;
    if (key < 0) return -1;
    let unit = starts[key] as number;
    if ((starts[key + 1] as number) - unit !== end - start) continue;
    let at = start;
    while (at < end && units[unit] === text.charCodeAt(at)) {
      at++;
      unit++;
    }
    if (at === end) return key;
  }
}

/** Whether a longer key may begin with the text of this hash. False positives cost a moment, and are rare. */
export function mayGoOn({ beginnings }: NameTable, hash: number): boolean {
  const bit = mixed(~hash) & (beginnings.length * 32 - 1);
  return ((beginnings[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/** By table: the names of keys that were found, since an article names the same again and again. */
const decoded = new WeakMap<NameTable, Map<number, readonly Name[]>>();
/** More keys than any article names; then all are forgotten. */
const MOST_DECODED = 2000;

/** Every name of a key, in the order in which they were added. */
export function entriesAt(table: NameTable, key: number): readonly Name[] {
  const known = decoded.get(table) ?? new Map<number, readonly Name[]>();
  if (known.size === 0) decoded.set(table, known);
  let names = known.get(key);
  if (!names) {
    names = decodeAll(table, key);
    if (known.size >= MOST_DECODED) known.clear();
    known.set(key, names);
  }
  return names;
}

function decodeAll(table: NameTable, key: number): Name[] {
  const names: Name[] = [];
  for (let entry = (table.firsts[key] as number) + 1; entry > 0; entry = table.nexts[entry - 1] as number)
    names.push(decode(table, entry - 1));
  return names;
}

const kinds: readonly Name["by"][] = ["alias", "person", "surname", "ticker", "aka"];
const spellings: readonly Name["letters"][] = ["any", "capital", "capitals"];

/** Bits from the lowest: kind 3, spelling 2, ambiguous, inflects, is a deal's, language 8. */
const encode = ({ by, letters, ambiguous, inflects, deal }: Name, lang: number): number =>
  kinds.indexOf(by) |
  (spellings.indexOf(letters) << 3) |
  (Number(ambiguous) << 5) |
  (Number(inflects) << 6) |
  (Number(deal !== undefined) << 7) |
  (lang << 8);

function decode(table: NameTable, entry: number): Name {
  const traits = table.traits[entry] as number;
  const owner = table.ownerOf[entry] as number;
  const id = table.owners.slice(table.ownerStarts[owner], table.ownerStarts[owner + 1]);
  return {
    ...(traits & 0x80 ? { deal: id } : { party: id }),
    by: kinds[traits & 7] as Name["by"],
    letters: spellings[(traits >> 3) & 3] as Name["letters"],
    ambiguous: (traits & 0x20) !== 0,
    inflects: (traits & 0x40) !== 0,
    lang: table.langs[(traits >> 8) - 1] ?? null,
  };
}

export type TableBuilder = {
  /** @param key folded, not empty */
  add(key: string, name: Name): void;
  finish(): NameTable;
};

export function createTable(): TableBuilder {
  let slots = new Uint32Array(1024);
  const hashes = growing(Uint32Array);
  const units = growing(Uint16Array);
  const starts = growing(Uint32Array);
  const firsts = growing(Uint32Array);
  const lasts = growing(Uint32Array);
  const nexts = growing(Uint32Array);
  const ownerOf = growing(Uint32Array);
  const traits = growing(Uint16Array);
  const ownerStarts = growing(Uint32Array);
  const owners: string[] = [];
  const ownerNumbers = new Map<string, number>();
  const langs: string[] = [];
  let ownersLength = 0;
  starts.push(0);

  function keyOf(key: string): number {
    let hash = HASH_START;
    for (let i = 0; i < key.length; i++) hash = hashOn(hash, key.charCodeAt(i));
    const known = keyAt(
      { slots, units: units.items, starts: starts.items } as unknown as NameTable,
      hash,
      key,
      0,
      key.length,
    );
    if (known >= 0) return known;
    const number = hashes.push(hash >>> 0);
    for (let i = 0; i < key.length; i++) units.push(key.charCodeAt(i));
    starts.push(units.length);
    if (hashes.length * 2 > slots.length) {
      slots = new Uint32Array(slots.length * 2);
      for (let i = 0; i < hashes.length; i++) place(slots, hashes.items[i] as number, i);
    } else place(slots, hash, number);
    firsts.push(0);
    lasts.push(0);
    return number;
  }

  function ownerNumber(id: string, isDeal: boolean): number {
    const known = ownerNumbers.get(isDeal ? `deal:${id}` : id);
    if (known !== undefined) return known;
    const number = ownerStarts.push(ownersLength);
    owners.push(id);
    ownersLength += id.length;
    ownerNumbers.set(isDeal ? `deal:${id}` : id, number);
    return number;
  }

  return {
    add(text, name) {
      const known = hashes.length;
      const key = keyOf(text);
      if (name.lang !== null && !langs.includes(name.lang)) langs.push(name.lang);
      const lang = name.lang === null ? 0 : langs.indexOf(name.lang) + 1;
      traits.push(encode(name, lang));
      ownerOf.push(ownerNumber(name.deal ?? (name.party as string), name.deal !== undefined));
      const entry = nexts.push(0);
      if (key === known) firsts.items[key] = entry;
      else nexts.items[lasts.items[key] as number] = entry + 1;
      lasts.items[key] = entry;
    },
    finish() {
      ownerStarts.push(ownersLength);
      return {
        slots,
        units: units.done(),
        starts: starts.done(),
        beginnings: markBeginnings(units.items, starts.items, hashes.length),
        firsts: firsts.done(),
        nexts: nexts.done(),
        ownerOf: ownerOf.done(),
        traits: traits.done(),
        owners: owners.join(""),
        ownerStarts: ownerStarts.done(),
        langs,
      };
    },
  };
}

function place(slots: Uint32Array, hash: number, key: number): void {
  const mask = slots.length - 1;
  let slot = mixed(hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = key + 1;
}

/** Some sixteen bits a key keep false positives below one in ten, also where every character is a place to end. */
const BITS_A_KEY = 16;

function markBeginnings(units: Uint16Array, starts: Uint32Array, keys: number): Uint32Array {
  let words = 32;
  while (words * 32 < keys * BITS_A_KEY) words *= 2;
  const bits = new Uint32Array(words);
  for (let key = 0; key < keys; key++) {
    const from = starts[key] as number;
    const to = starts[key + 1] as number;
    const text = String.fromCharCode(...units.subarray(from, to));
    let hash = HASH_START;
    for (let i = 0; i < text.length - 1; i++) {
      hash = hashOn(hash, text.charCodeAt(i));
      if (!isBoundary(text, i + 1)) continue;
      const bit = mixed(~hash) & (words * 32 - 1);
      bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
    }
  }
  return bits;
}

type TypedArray = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** A typed array that grows: twice as long each time it is full. */
function growing<A extends TypedArray>(kind: new (length: number) => A) {
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
