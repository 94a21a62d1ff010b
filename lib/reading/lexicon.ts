/** A locale pack compiled for reading: its tables in one trie, keys folded, joined with what all languages share. */

import type { Qualifier } from "../deals/schema.ts";
import { commonScales, commonTightScales, commonUnits } from "../locales/common.ts";
import { numeralsOf } from "../locales/table.ts";
import type { LocalePack, UnitWord } from "../locales/types.ts";
import { foldKey } from "./fold.ts";
import { Trie } from "./trie.ts";

/** One meaning of a word in the grammar of quantities. */
export type Lexeme =
  | { kind: "numeral"; value: number }
  | { kind: "scale"; value: number; tight: boolean; bare: boolean; anglicism: boolean }
  | { kind: "fraction"; value: number }
  | { kind: "unit"; word: UnitWord & { per: number; where: "before" | "after" | "both" } }
  | { kind: "denominator"; value: number }
  | { kind: "divides" }
  | { kind: "subunit"; per: number }
  | { kind: "numeral-link" }
  | { kind: "unit-link" }
  | { kind: "filler" }
  | { kind: "before"; qualifier: Qualifier }
  | { kind: "after"; qualifier: Qualifier }
  | { kind: "inside"; qualifier: Qualifier }
  | { kind: "range-open" }
  | { kind: "range-link"; afterOpen: boolean; change: boolean }
  | { kind: "part" }
  | { kind: "spoken-mark" }
  | { kind: "negative" };

export type Lexicon = {
  pack: LocalePack;
  words: Trie<Lexeme>;
  /** Folded marks. */
  decimal: ReadonlySet<string>;
  group: ReadonlySet<string>;
  proclitics: readonly string[];
};

const compiled = new WeakMap<LocalePack, Lexicon>();

/** Compiles a pack once; later calls answer from memory. */
export function lexiconOf(pack: LocalePack): Lexicon {
  let lexicon = compiled.get(pack);
  if (!lexicon) {
    lexicon = compile(pack);
    compiled.set(pack, lexicon);
  }
  return lexicon;
}

function compile(pack: LocalePack): Lexicon {
  const words = new Trie<Lexeme>();
  const add = (
    table: Record<string, unknown> | readonly string[] | undefined,
    entry: (value: never) => Lexeme,
  ): void => {
    if (!table) return;
    if (Array.isArray(table)) for (const key of table) words.add(foldKey(key), entry(undefined as never));
    else for (const [key, value] of Object.entries(table)) words.add(foldKey(key), entry(value as never));
  };
  const bare = new Set(pack.bareScales ?? []);
  const scale =
    (tight: boolean, anglicism: boolean) =>
    ([key, value]: [string, number]) =>
      words.add(foldKey(key), { kind: "scale", value, tight, bare: bare.has(key), anglicism });

  const ownScales = new Set([...Object.keys(pack.scales), ...Object.keys(pack.anglicisms ?? {})].map(foldKey));
  Object.entries(pack.scales).forEach(scale(false, false));
  Object.entries(pack.anglicisms ?? {}).forEach(scale(false, true));
  const tight = { ...commonTightScales, ...pack.tightScales };
  for (const [key, value] of Object.entries(commonScales))
    if (!ownScales.has(foldKey(key))) scale(false, false)([key, value]);
  for (const [key, value] of Object.entries(tight))
    if (!ownScales.has(foldKey(key)) && !(key in commonScales)) scale(true, false)([key, value]);

  add(numeralsOf(pack), (value) => ({ kind: "numeral", value }));
  add(pack.fractions, (value) => ({ kind: "fraction", value }));
  add(pack.denominators, (value) => ({ kind: "denominator", value }));
  add(pack.divides, () => ({ kind: "divides" }));
  const ownUnits = new Set(Object.keys(pack.units).map(foldKey));
  const unit = (word: UnitWord): Lexeme => ({ kind: "unit", word: { per: 1, where: "both", ...word } });
  add(pack.units, unit);
  for (const [key, word] of Object.entries(commonUnits))
    if (!ownUnits.has(foldKey(key))) words.add(foldKey(key), unit(word));
  const parts = new Set(Object.values(pack.units).flatMap((word) => Object.keys(word.parts ?? {})));
  add([...parts], () => ({ kind: "part" }));
  add(pack.subunits, (per) => ({ kind: "subunit", per }));
  add(pack.numeralLinks, () => ({ kind: "numeral-link" }));
  add(pack.unitLinks, () => ({ kind: "unit-link" }));
  add(pack.fillers, () => ({ kind: "filler" }));
  add(pack.qualifiers.before, (qualifier) => ({ kind: "before", qualifier }));
  add(pack.qualifiers.after, (qualifier) => ({ kind: "after", qualifier }));
  add(pack.qualifiers.inside, (qualifier) => ({ kind: "inside", qualifier }));
  add(pack.ranges.open, () => ({ kind: "range-open" }));
  add(pack.ranges.link, () => ({ kind: "range-link", afterOpen: false, change: false }));
  add(pack.ranges.linkAfterOpen, () => ({ kind: "range-link", afterOpen: true, change: false }));
  add(pack.ranges.change, () => ({ kind: "range-link", afterOpen: false, change: true }));
  add(pack.marks.spoken, () => ({ kind: "spoken-mark" }));
  add(pack.negatives, () => ({ kind: "negative" }));
  for (const key of pack.opaque ?? []) words.hide(foldKey(key));
  return {
    pack,
    words,
    decimal: new Set(pack.marks.decimal.map(foldKey)),
    group: new Set(pack.marks.group.map(foldKey)),
    proclitics: (pack.proclitics ?? []).map(foldKey),
  };
}
