/**
 * Finds parties and deals by their names in any script.
 *
 * One trie over all names, so that the cost of a text does not grow with the number of deals. Names are held against
 * folded text; what folding forgot and names need (capitals) is looked up in the original.
 */
import type { Deal, Party } from "../deals/schema.ts";
import { isBoundary, isDigit, isLetter, isWordLetter } from "./characters.ts";
import { type FoldedText, foldKey } from "./fold.ts";
import type { Mention } from "./types.ts";

export type NameMatcher = {
  /** Names in the text, left to right; the longest where they overlap. Mentions carry folded offsets. */
  find(text: FoldedText, lang: string): Mention[];
};

type Name = {
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

type Node = { next: Map<number, Node>; names: Name[] | null };

/** Case endings are short; what is longer is another word. */
const longestEnding = 3;

export function createNameMatcher(parties: readonly Party[], deals: readonly Deal[]): NameMatcher {
  const root: Node = { next: new Map(), names: null };
  const add = (written: string, name: Omit<Name, "letters" | "inflects">): void => {
    const key = foldKey(written.trim());
    if (key.length === 0 || (key.length === 1 && !isLetter(key.charCodeAt(0)))) return;
    const letters = lettersOf(written);
    insert(root, key, { ...name, letters, inflects: false });
    const stem = stemOf(key);
    if (stem) insert(root, stem, { ...name, letters, inflects: true });
  };

  const surnames = surnamesOf(parties);
  for (const party of parties) {
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
      for (const person of people)
        add(person, { party: party.id, by: "person", ambiguous: false, lang: languageOf(person, lang) });
  }
  for (const [surname, party] of surnames) add(surname, { party, by: "surname", ambiguous: false, lang: null });
  for (const deal of deals)
    for (const [lang, names] of Object.entries(deal.aka ?? {}))
      for (const text of names) add(text, { deal: deal.id, by: "aka", ambiguous: false, lang: languageOf(text, lang) });

  return { find: (text, lang) => find(root, text, lang) };
}

function insert(root: Node, key: string, name: Name): void {
  let node = root;
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i);
    const next: Node = node.next.get(unit) ?? { next: new Map(), names: null };
    node.next.set(unit, next);
    node = next;
  }
  node.names = [...(node.names ?? []), name];
}

/** Names in Latin letters listed under one language may be words of another; other scripts belong to their languages anyway. */
function languageOf(text: string, lang: string): string | null {
  if (lang === "all" || !/\p{Script=Latin}/u.test(text)) return null;
  return baseOf(lang);
}

const baseOf = (lang: string): string => lang.split("-")[0]?.toLowerCase() ?? "";

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

/** Last names that belong to the people of one party only. */
function surnamesOf(parties: readonly Party[]): Map<string, string> {
  const owners = new Map<string, Set<string>>();
  for (const party of parties)
    for (const people of Object.values(party.people ?? {}))
      for (const person of people) {
        const words = person.split(/[\s·・]+/);
        const surname = words.at(-1) ?? "";
        if (words.length > 1 && surname.length >= 3)
          owners.set(surname, (owners.get(surname) ?? new Set()).add(party.id));
      }
  const single = new Map<string, string>();
  for (const [surname, owning] of owners) if (owning.size === 1) single.set(surname, [...owning][0] as string);
  return single;
}

function find(root: Node, text: FoldedText, lang: string): Mention[] {
  const found: Mention[] = [];
  const folded = text.text;
  const base = baseOf(lang);
  const arabic = base === "ar";
  let at = 0;
  while (at < folded.length) {
    if (!isBoundary(folded, at) || !(isLetter(folded.charCodeAt(at)) || isDigit(folded.charCodeAt(at)))) {
      at++;
      continue;
    }
    const hit = longest(root, text, at, base) ?? (arabic ? behindClitics(root, text, at, base) : null);
    if (hit) {
      found.push(hit);
      at = hit.end;
    } else at++;
  }
  return found;
}

/** Arabic writes "and", "by", "for", "as" together with the next word. */
const clitics = ["و", "ب", "ل", "ف", "ك", "وب", "ول", "وك"];

function behindClitics(root: Node, text: FoldedText, at: number, base: string): Mention | null {
  for (const clitic of clitics) {
    if (!text.text.startsWith(clitic, at)) continue;
    const hit = longest(root, text, at + clitic.length, base);
    if (hit) return hit;
  }
  return null;
}

function longest(root: Node, text: FoldedText, start: number, base: string): Mention | null {
  const folded = text.text;
  let best = null as Mention | null;
  let node: Node | undefined = root;
  for (let i = start; node; i++) {
    if (i > start && node.names) {
      for (const name of node.names) {
        const end = name.inflects ? endingEnd(folded, i) : nameEnd(folded, i, base);
        if (end < 0 || (best && end < best.end)) continue;
        // Papers in other scripts write foreign names as English does.
        if (name.lang !== null && name.lang !== base && !(name.lang === "en" && foreignScript.has(base))) continue;
        const written = isWrittenAs(name.letters, text, start, i);
        // Papers that write acronyms as names ("Kkr", "Ibm") leave more room for doubt.
        const loosely =
          !written && name.letters === "capitals" && i - start >= 3 && isWrittenAs("capital", text, start, i);
        if (!written && !loosely) continue;
        if (!best || end > best.end || rank(name) < rank(best))
          best = mention(loosely ? { ...name, ambiguous: true } : name, start, end);
        else if (end === best.end && name.by === best.by && name.party && name.party !== best.party) {
          best = { ...best, also: [...(best.also ?? []), name.party], ambiguous: best.ambiguous || name.ambiguous };
        }
      }
    }
    if (i >= folded.length) break;
    node = node.next.get(folded.charCodeAt(i));
  }
  return best;
}

const foreignScript: ReadonlySet<string> = new Set(["zh", "ja", "ko", "ru", "uk", "bg", "ar", "he", "hi", "ka", "mn"]);

const order: Mention["by"][] = ["aka", "alias", "person", "ticker", "surname"];
const rank = ({ by, ambiguous }: Pick<Mention, "by" | "ambiguous">): number =>
  order.indexOf(by) * 2 + (ambiguous ? 1 : 0);

const mention = ({ party, deal, by, ambiguous }: Name, start: number, end: number): Mention => ({
  start,
  end,
  ...(party ? { party } : { deal: deal as string }),
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
  const before = folded.charCodeAt(offset - 1);
  const after = folded.charCodeAt(offset);
  return before < 0x250 !== after < 0x250 ? offset : -1;
}

/** Where the case ending that begins at `offset` ends; −1 where none stands there. */
function endingEnd(folded: string, offset: number): number {
  let end = offset;
  while (end < folded.length && isWordLetter(folded.charCodeAt(end))) end++;
  const length = end - offset;
  return length > 0 && length <= longestEnding ? end : -1;
}

function isWrittenAs(letters: Name["letters"], text: FoldedText, start: number, end: number): boolean {
  if (letters === "any") return true;
  const written = text.original.slice(text.at(start), text.at(end));
  if (letters === "capitals") return written === written.toUpperCase();
  const first = String.fromCodePoint(written.codePointAt(0) ?? 0);
  return first !== first.toLowerCase();
}
