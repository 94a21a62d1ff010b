/**
 * Finds parties and deals by their names in any script.
 *
 * Names lie in one table (name-table.ts), so that the cost of a text does not grow with the number of deals. They are held
 * against folded text; what folding forgot and names need (capitals) is looked up in the original.
 */
import type { Deal, Party } from "../deals/schema.ts";
import { isBoundary, isDigit, isLetter, isSmall, isWordLetter } from "./characters.ts";
import { type FoldedText, foldKey } from "./fold.ts";
import { inOneGo } from "./in-one-go.ts";
import {
  createTable,
  entriesAt,
  mayBeginSmall,
  mayGoOn,
  type Name,
  type NameTable,
  type SharedName,
} from "./name-table.ts";
import { HASH_START, hashOn, numberAt } from "./text-table.ts";
import type { Mention } from "./types.ts";

export type NameMatcher = {
  /** Names in the text, left to right; the longest where they overlap. Mentions carry folded offsets. */
  find(text: FoldedText, lang: string): Mention[];
};

/** Case endings are short; what is longer is another word. */
const longestEnding = 3;

export const createNameMatcher = (parties: readonly Party[], deals: readonly Deal[]): NameMatcher =>
  matcherOf(compileNames(parties, deals));

/** A matcher over a table that was compiled before, by this process or another one. */
export const matcherOf = (table: NameTable): NameMatcher => ({ find: (text, lang) => find(table, text, lang) });

/** Every name of parties and deals in one table. Takes time; the result can be stored and used again as it is. */
export function compileNames(parties: Iterable<Party>, deals: Iterable<NamedDeal>): NameTable {
  const compiler = createNameCompiler();
  for (const party of parties) compiler.addParty(party);
  for (const deal of deals) compiler.addDeal(deal);
  return inOneGo(compiler.finish());
}

/** What of a deal its names are made of. */
export type NamedDeal = Pick<Deal, "id" | "aka">;

export type NameCompiler = {
  /** Before any deal. */
  addParty(party: Party): void;
  addDeal(deal: NamedDeal): void;
  /** Yields where there is time for a pause. */
  finish(): Generator<undefined, NameTable, undefined>;
};

/** Puts the names of parties and deals into one table, one after the other. */
export function createNameCompiler(): NameCompiler {
  const table = createTable();
  const add = (written: string, name: Omit<Name, "letters" | "inflects">): void => {
    const key = foldKey(written.trim());
    if (key.length === 0 || (key.length === 1 && !isLetter(key.charCodeAt(0)))) return;
    const letters = lettersOf(written);
    table.add(key, { ...name, letters, inflects: false });
    const stem = stemOf(key);
    if (stem) table.add(stem, { ...name, letters, inflects: true });
  };
  /** By last name its party, or null where people of several parties have it. */
  const surnames = new Map<string, string | null>();
  const addSurnames = (): void => {
    for (const [surname, party] of surnames)
      if (party !== null) add(surname, { party, by: "surname", ambiguous: false, lang: null });
    surnames.clear();
  };

  return {
    addParty(party) {
      const ambiguous = new Set((party.ambiguous ?? []).map(foldKey));
      const alias = (text: string, lang: string): void =>
        add(text, {
          party: party.id,
          by: "alias",
          ambiguous: ambiguous.has(foldKey(text)),
          lang: languageOf(text, lang),
        });
      alias(party.name.replace(/\s*\(.*\)$/, ""), "all");
      for (const [lang, aliases] of Object.entries(party.aliases)) for (const text of aliases) alias(text, lang);
      for (const ticker of party.tickers ?? []) {
        const symbol = ticker.split(":")[1] ?? "";
        if (/^[A-Z]{2,}$/.test(symbol)) add(symbol, { party: party.id, by: "ticker", ambiguous: true, lang: null });
      }
      for (const [lang, people] of Object.entries(party.people ?? {}))
        for (const person of people) {
          add(person, { party: party.id, by: "person", ambiguous: false, lang: languageOf(person, lang) });
          const surname = surnameOf(person);
          const owner = surname === null ? undefined : surnames.get(surname);
          if (surname !== null) surnames.set(surname, owner === undefined || owner === party.id ? party.id : null);
        }
    },
    addDeal(deal) {
      addSurnames();
      for (const [lang, names] of Object.entries(deal.aka ?? {}))
        for (const text of names) // A deal's own name, written as one, is the same in every language: "Stargate UAE".
          add(text, {
            deal: deal.id,
            by: "aka",
            ambiguous: false,
            lang: /^\p{Lu}/u.test(text) ? null : languageOf(text, lang),
          });
    },
    finish() {
      addSurnames();
      return table.finish();
    },
  };
}

/** Names in Latin letters listed under one language may be words of another; other scripts belong to their languages anyway. */
function languageOf(text: string, lang: string): string | null {
  if (lang === "all" || !/\p{Script=Latin}/u.test(text)) return null;
  return baseOf(lang);
}

function baseOf(lang: string): string {
  const dash = lang.indexOf("-");
  return (dash < 0 ? lang : lang.slice(0, dash)).toLowerCase();
}

function lettersOf(written: string): Name["letters"] {
  const first = written.codePointAt(0) ?? 0;
  const char = String.fromCodePoint(first);
  if (!/\p{Lu}/u.test(char)) return "any";
  // Short names in capitals ("AMD", "ARM", "TI") are words or other names in any other spelling.
  if (written.length <= 4 && written === written.toUpperCase()) return "capitals";
  return "capital";
}

/** The part of a Cyrillic name that stays the same through its cases: "тесл" for "тесла"; null where it has none. */
function stemOf(key: string): string | null {
  if (!/^[\p{Script=Cyrillic} .'-]+$/u.test(key)) return null;
  const stem = key.replace(/[аяеоийьуюыі]$/u, "");
  return stem.length >= 4 ? stem : null;
}

/** A person's last name; null where the name has no other part, or the last is too short to tell. */
function surnameOf(person: string): string | null {
  const words = person.split(/[\s·・]+/);
  const surname = words.at(-1) ?? "";
  return words.length > 1 && surname.length >= 3 ? surname : null;
}

function find(table: NameTable, text: FoldedText, lang: string): Mention[] {
  const found: Mention[] = [];
  const folded = text.text;
  const base = baseOf(lang);
  const arabic = base === "ar";
  let at = 0;
  while (at < folded.length) {
    const unit = folded.charCodeAt(at);
    if (!(isLetter(unit) || isDigit(unit)) || !isBoundary(folded, at)) {
      at++;
      continue;
    }
    // A name that begins with a capital is no word that begins with none.
    const mayBe =
      arabic ||
      !isSmall(text.original.charCodeAt(text.at(at))) ||
      mayBeginSmall(table, unit, folded.charCodeAt(at + 1) || 0);
    if (!mayBe) {
      at = isWordLetter(unit) ? wordEnd(folded, at) : at + 1;
      continue;
    }
    const hit = longest(table, text, at, base) ?? (arabic ? behindClitics(table, text, at, base) : null);
    at = hit ? hit.end : isWordLetter(unit) ? wordEnd(folded, at) : at + 1;
    if (hit) found.push(hit);
  }
  return found;
}

/** Arabic writes "and", "by", "for", "as" together with the next word. */
const clitics = ["و", "ب", "ل", "ف", "ك", "وب", "ول", "وك"];

function behindClitics(table: NameTable, text: FoldedText, at: number, base: string): Mention | null {
  for (const clitic of clitics) {
    if (!text.text.startsWith(clitic, at)) continue;
    const hit = longest(table, text, at + clitic.length, base);
    if (hit) return hit;
  }
  return null;
}

function longest(table: NameTable, text: FoldedText, start: number, base: string): Mention | null {
  const folded = text.text;
  let best: Mention | null = null;
  let hash = HASH_START;
  let word = wordEnd(folded, start);
  for (let i = start; i < folded.length; ) {
    hash = hashOn(hash, folded.charCodeAt(i));
    i++;
    // Within a word there is none.
    const boundary = i >= word && isBoundary(folded, i);
    if (i > word) word = wordEnd(folded, i);
    if (!boundary && !mayEndInside(folded, i, word, base)) continue;
    const key = numberAt(table, hash, folded, start, i);
    if (key >= 0) best = longer(best, entriesAt(table, key), text, start, i, base);
    if (boundary && !mayGoOn(table, hash)) break;
  }
  return best;
}

/** Whether a name may end inside a word: before a Cyrillic case ending, a German genitive or a change of script. */
function mayEndInside(folded: string, i: number, word: number, base: string): boolean {
  const before = folded.charCodeAt(i - 1);
  if (before >= 0x400 && before < 0x530 && word - i <= longestEnding) return true;
  return (base === "de" && word - i === 1) || changesScript(folded, i);
}

/** The best of what has been found so far and of the names that are written from `start` to `i`. */
function longer(
  found: Mention | null,
  names: readonly SharedName[],
  text: FoldedText,
  start: number,
  i: number,
  base: string,
): Mention | null {
  let best = found;
  const spelled = spellings(text, start, i);
  for (const name of names) {
    const end: number = name.inflects ? endingEnd(text.text, i) : nameEnd(text.text, i, base);
    if (end < 0 || (best && end < best.end)) continue;
    // Papers in other scripts write foreign names as English does.
    if (name.lang !== null && name.lang !== base && !(name.lang === "en" && foreignScript.has(base))) continue;
    const written = name.letters === "any" || spelled(name.letters);
    // Papers that write acronyms as names ("Kkr", "Ibm") leave more room for doubt.
    const loosely = !written && name.letters === "capitals" && i - start >= 3 && spelled("capital");
    if (!written && !loosely) continue;
    if (!best || end > best.end || rank(name) < rank(best)) {
      best = mention(loosely ? { ...name, ambiguous: true } : name, start, end);
    } else if (end === best.end && name.by === best.by && name.party) {
      const { party } = best;
      const others = [name.party, ...name.also].filter((other) => other !== party);
      if (others.length === 0) continue;
      best.ambiguous ||= name.ambiguous;
      best.also = [...(best.also ?? []), ...others];
    }
  }
  return best;
}

const foreignScript: ReadonlySet<string> = new Set(["zh", "ja", "ko", "ru", "uk", "bg", "ar", "he", "hi", "ka", "mn"]);

const order: Mention["by"][] = ["aka", "alias", "person", "ticker", "surname"];
const rank = ({ by, ambiguous }: Pick<Mention, "by" | "ambiguous">): number =>
  order.indexOf(by) * 2 + (ambiguous ? 1 : 0);

const mention = ({ party, deal, by, ambiguous, also }: SharedName, start: number, end: number): Mention => ({
  start,
  end,
  ...(party ? { party } : { deal: deal as string }),
  ...(also.length > 0 ? { also } : {}),
  by,
  ambiguous,
});

/** Where a name that ends at `offset` ends with its genitive ("Nvidias" in German), or −1 inside a longer word. */
function nameEnd(folded: string, offset: number, base: string): number {
  if (isBoundary(folded, offset)) {
    // "OpenAI2" and "Meta4" are other names.
    return isDigit(folded.charCodeAt(offset)) && isWordLetter(folded.charCodeAt(offset - 1)) ? -1 : offset;
  }
  if (base === "de" && folded[offset] === "s" && isBoundary(folded, offset + 1)) return offset + 1;
  // Latin names in Cyrillic, Arabic and Turkish text take no ending without a hyphen; a change of script ends a word.
  return changesScript(folded, offset) ? offset : -1;
}

/** Whether Latin letters stand on one side of `offset` only. */
const changesScript = (folded: string, offset: number): boolean =>
  folded.charCodeAt(offset - 1) < 0x250 !== folded.charCodeAt(offset) < 0x250;

/** Where the case ending that begins at `offset` ends; −1 where none stands there. */
function endingEnd(folded: string, offset: number): number {
  const end = wordEnd(folded, offset);
  const length = end - offset;
  return length > 0 && length <= longestEnding ? end : -1;
}

/** Whether the name from `start` to `end` is written in a way, looked up once for all who go by that name. */
function spellings(text: FoldedText, start: number, end: number): (letters: "capital" | "capitals") => boolean {
  const known: { capital?: boolean; capitals?: boolean } = {};
  return (letters) => {
    known[letters] ??= isWrittenAs(letters, text, start, end);
    return known[letters];
  };
}

function isWrittenAs(letters: "capital" | "capitals", text: FoldedText, start: number, end: number): boolean {
  const written = text.original.slice(text.at(start), text.at(end));
  if (letters === "capitals") return written === written.toUpperCase();
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}

/** Where the letters that stand at `offset` end. */
function wordEnd(folded: string, offset: number): number {
  let end = offset;
  while (end < folded.length && isWordLetter(folded.charCodeAt(end))) end++;
  return end;
}
