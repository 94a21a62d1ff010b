/**
 * Names by their folded text, in typed arrays: one probe for each place where a name may end, however many there are.
 *
 * A table is plain data. It can be stored in IndexedDB and used again without being parsed or built, and it holds no
 * object a name, so that a hundred thousand deals are a few arrays to the collector.
 */
import { isBoundary } from "./characters.ts";
import { createTextTable, growing, HASH_START, hashOn, mixed, type TextTable } from "./text-table.ts";
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

/** The names' folded texts are its keys. */
export type NameTable = TextTable & {
  /** One bit for each hash of a beginning of a key that ends where a word may: whether it is worth to go on. */
  beginnings: Uint32Array;
  /** One bit for each hash of two units with which a name begins that need not begin with a capital. */
  smalls: Uint32Array;
  /** By key: where its entries begin; those of the next key follow. One more than there are keys. */
  entryStarts: Uint32Array;
  /** By entry: the number of its owner in `owners`. */
  ownerOf: Uint32Array;
  /** By entry: see `encode`. */
  traits: Uint16Array;
  /** Ids of parties and deals in ASCII, one after another, and where each begins. */
  owners: Uint8Array;
  ownerStarts: Uint32Array;
  /** Base languages, as the traits number them from 1. */
  langs: string[];
};

/** Whether a longer key may begin with the text of this hash. False positives cost a moment, and are rare. */
export function mayGoOn({ beginnings }: NameTable, hash: number): boolean {
  const bit = mixed(~hash) & (beginnings.length * 32 - 1);
  return ((beginnings[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

/**
 * Whether a name that need not begin with a capital may begin with these two units; 0 for the second where the text ends.
 * Most words of a text begin with a small letter, and most names with a capital: nearly all words are told by this, from
 * a few kilobytes that stay near the processor, however many names there are.
 */
export const mayBeginSmall = ({ smalls }: NameTable, first: number, second: number): boolean =>
  hasSmall(smalls, first, second) || hasSmall(smalls, first, 0);

/** Half a million bits: of all pairs of units that names begin with, few share one. */
const SMALL_WORDS = 1 << 14;

function hasSmall(smalls: Uint32Array, first: number, second: number): boolean {
  const bit = smallBit(first, second);
  return ((smalls[bit >>> 5] as number) & (1 << (bit & 31))) !== 0;
}

const smallBit = (first: number, second: number): number =>
  mixed(hashOn(hashOn(HASH_START, first), second)) & (SMALL_WORDS * 32 - 1);

/** By table: the names of keys that were found, since an article names the same again and again. */
const decoded = new WeakMap<NameTable, Map<number, readonly SharedName[]>>();
/** More keys than any article names; then all are forgotten. */
const MOST_DECODED = 2000;

/** A name with all the parties that it is the name of in the same way, one after another: a ticker may be a hundred companies'. */
export type SharedName = Name & { also: readonly string[] };

/** Every name of a key, in the order in which they were added. */
export function entriesAt(table: NameTable, key: number): readonly SharedName[] {
  const known = decoded.get(table) ?? new Map<number, readonly SharedName[]>();
  if (known.size === 0) decoded.set(table, known);
  let names = known.get(key);
  if (!names) {
    names = decodeAll(table, key);
    if (known.size >= MOST_DECODED) known.clear();
    known.set(key, names);
  }
  return names;
}

function decodeAll(table: NameTable, key: number): SharedName[] {
  const names: (SharedName & { also: string[] })[] = [];
  let before = -1;
  const end = table.entryStarts[key + 1] as number;
  for (let entry = table.entryStarts[key] as number; entry < end; entry++) {
    const name = decode(table, entry);
    const traits = table.traits[entry] as number;
    const last = names[names.length - 1];
    if (!last || traits !== before || !name.party) names.push({ ...name, also: [] });
    else if (name.party !== last.party) last.also.push(name.party);
    before = traits;
  }
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
  const id = String.fromCharCode(...table.owners.subarray(table.ownerStarts[owner], table.ownerStarts[owner + 1]));
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
  /** Takes longer than a page should wait where names are many: yields at every place at which to make a pause. */
  finish(): Generator<undefined, NameTable, undefined>;
};

export function createTable(): TableBuilder {
  const keys = createTextTable();
  const beginnings = growing(Uint32Array);
  /** By entry, as they come: its key. */
  const keyOf = growing(Uint32Array);
  const ownerOf = growing(Uint32Array);
  const traits = growing(Uint16Array);
  const ownerStarts = growing(Uint32Array);
  const owners = createTextTable();
  /** Their ids, one after another: strings would be for the collector to look after. */
  const ownerIds = growing(Uint8Array);
  const langs: string[] = [];
  const smalls = new Uint32Array(SMALL_WORDS);

  function ownerNumber(id: string, isDeal: boolean): number {
    const number = owners.add(isDeal ? `deal:${id}` : id);
    if (number === ownerStarts.length) {
      ownerStarts.push(ownerIds.length);
      for (let i = 0; i < id.length; i++) ownerIds.push(id.charCodeAt(i));
    }
    return number;
  }

  return {
    add(text, name) {
      const known = keys.length;
      const key = keys.add(text);
      if (name.lang !== null && !langs.includes(name.lang)) langs.push(name.lang);
      const lang = name.lang === null ? 0 : langs.indexOf(name.lang) + 1;
      traits.push(encode(name, lang));
      ownerOf.push(ownerNumber(name.deal ?? (name.party as string), name.deal !== undefined));
      if (name.letters === "any") {
        const bit = smallBit(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0);
        smalls[bit >>> 5] = (smalls[bit >>> 5] as number) | (1 << (bit & 31));
      }
      keyOf.push(key);
      if (key === known) for (const hash of beginningsOf(text)) beginnings.push(hash);
    },
    *finish() {
      ownerStarts.push(ownerIds.length);
      const table = keys.finish();
      yield;
      const bits = yield* markBeginnings(beginnings.done(), keys.length);
      yield;
      const entries = yield* entriesByKey(keyOf.done(), keys.length, ownerOf.done(), traits.done());
      yield;
      const owned = { owners: ownerIds.done(), ownerStarts: ownerStarts.done(), langs };
      yield;
      return { ...table, beginnings: bits, smalls, ...entries, ...owned };
    },
  };
}

/** Some sixteen bits a key keep false positives below one in ten, also where every character is a place to end. */
const BITS_A_KEY = 16;
/** About a millisecond's work. */
const ITEMS_A_STEP = 16_384;

/** Puts the entries of each key side by side, in the order in which they came. */
function* entriesByKey(
  keyOf: Uint32Array,
  keys: number,
  ownerOf: Uint32Array,
  traits: Uint16Array,
): Generator<undefined, Pick<NameTable, "entryStarts" | "ownerOf" | "traits">, undefined> {
  const entryStarts = new Uint32Array(keys + 1);
  for (let entry = 0; entry < keyOf.length; entry++) {
    if (entry % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    (entryStarts[(keyOf[entry] as number) + 1] as number)++;
  }
  for (let key = 0; key < keys; key++) (entryStarts[key + 1] as number) += entryStarts[key] as number;
  yield;
  const places = entryStarts.slice();
  const sorted = { ownerOf: new Uint32Array(ownerOf.length), traits: new Uint16Array(traits.length) };
  for (let entry = 0; entry < keyOf.length; entry++) {
    if (entry % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const key = keyOf[entry] as number;
    const place = places[key] as number;
    places[key] = place + 1;
    sorted.ownerOf[place] = ownerOf[entry] as number;
    sorted.traits[place] = traits[entry] as number;
  }
  return { entryStarts, ...sorted };
}

/** The hashes of a key's beginnings that end where a word may. */
function* beginningsOf(key: string): Generator<number> {
  let hash = HASH_START;
  for (let i = 0; i < key.length - 1; i++) {
    hash = hashOn(hash, key.charCodeAt(i));
    if (isBoundary(key, i + 1)) yield hash;
  }
}

function* markBeginnings(hashes: Uint32Array, keys: number): Generator<undefined, Uint32Array, undefined> {
  let words = 32;
  while (words * 32 < keys * BITS_A_KEY) words *= 2;
  const bits = new Uint32Array(words);
  for (let i = 0; i < hashes.length; i++) {
    if (i % ITEMS_A_STEP === ITEMS_A_STEP - 1) yield;
    const bit = mixed(~(hashes[i] as number)) & (words * 32 - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31));
  }
  return bits;
}
