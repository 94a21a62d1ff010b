/** Cuts folded text into what quantities are made of: numbers in digits, and words that the language's tables know. */
import { isBoundary, isDigit, isWordLetter, SPACE } from "./characters.ts";
import type { Lexeme, Lexicon } from "./lexicon.ts";
import { type NumberLiteral, readLiteral } from "./numbers.ts";

export type Token = {
  start: number;
  end: number;
  /** Set for digits. */
  number: NumberLiteral | null;
  /** Set for known words: every meaning the word has. */
  lexemes: readonly Lexeme[];
};

const none: readonly Lexeme[] = [];
/** Addresses begin with one of these: nothing else is looked at for one. */
const H = "h".charCodeAt(0);
const W = "w".charCodeAt(0);

/** Tokens left to right; what no table knows is left out. @param text folded text */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE) {
      at++;
    } else if (isDigit(unit)) {
      at = pushNumber(tokens, text, at, lexicon);
    } else if (isBoundary(text, at)) {
      const address = unit === H || unit === W ? addressEnd(text, at) : 0;
      if (address) {
        at = address;
        continue;
      }
      const word = lexicon.words.longest(text, at);
      if (word) {
        tokens.push({ start: at, end: word.end, number: null, lexemes: word.entries });
        at = word.end;
        continue;
      }
      const tied = lexicon.proclitics.length > 0 ? behindProclitic(text, at, lexicon) : null;
      if (tied) {
        pushProclitic(tokens, text, at, tied.start, lexicon);
        tokens.push({ start: tied.start, end: tied.end, number: null, lexemes: tied.entries });
        at = tied.end;
      } else {
        at = skipWord(text, at);
      }
    } else {
      at++;
    }
  }
  return tokens;
}

function pushNumber(tokens: Token[], text: string, at: number, lexicon: Lexicon): number {
  const number = leadingDecimals(text, at, lexicon) ?? readLiteral(text, at, lexicon);
  if (isPartOfName(text, at, tokens.at(-1))) return skipAlphanumeric(text, number.end);
  const next = text.charCodeAt(number.end);
  // "5g", "300x", "1st" are no numbers; "45gw" and "10k$" are, since what follows is a word we know.
  if (number.broken || (isWordLetter(next) && !lexicon.words.longest(text, number.end))) {
    return skipAlphanumeric(text, number.end);
  }
  tokens.push({ start: at, end: number.end, number, lexemes: none });
  return number.end;
}

/** ",08" and ".5": decimals whose zero goes unwritten, at the start of a text or behind a space. */
function leadingDecimals(text: string, at: number, lexicon: Lexicon): NumberLiteral | null {
  const before = text[at - 2] ?? " ";
  if (!lexicon.decimal.has(text[at - 1] ?? "") || !/[ (~-]/.test(before)) return null;
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  if (isDigit(text.charCodeAt(end + 1))) return null;
  const digits = text.slice(at, end);
  return { end, value: Number(`0.${digits}`), step: 10 ** -digits.length, decimals: digits.length, broken: false };
}

/** "H100", "GPT-5" and "B200" are names; the 3 of "USD3" is not, since its letters are a word we know. */
function isPartOfName(text: string, at: number, before: Token | undefined): boolean {
  if (before && before.end === at) return false;
  const previous = text.charCodeAt(at - 1);
  if (isWordLetter(previous)) return true;
  return text[at - 1] === "-" && isWordLetter(text.charCodeAt(at - 2)) && !(before && before.end === at - 1);
}

function behindProclitic(text: string, at: number, lexicon: Lexicon) {
  for (const proclitic of lexicon.proclitics) {
    if (!text.startsWith(proclitic, at)) continue;
    const start = at + proclitic.length;
    const found = lexicon.words.longest(text, start);
    if (found) return { start, ...found };
  }
  return null;
}

/** What is written together with the next word may itself mean something: "and" in Arabic numbers. */
function pushProclitic(tokens: Token[], text: string, start: number, end: number, lexicon: Lexicon): void {
  const own = lexicon.words.longest(text.slice(start, end), 0);
  if (own && own.end === end - start) tokens.push({ start, end, number: null, lexemes: own.entries });
}

/** Past the rest of a word that no table knows; one unit where words are not separated. */
function skipWord(text: string, at: number): number {
  if (!isWordLetter(text.charCodeAt(at))) return at + 1;
  let end = at;
  while (end < text.length && isWordLetter(text.charCodeAt(end))) end++;
  return end;
}

function skipAlphanumeric(text: string, at: number): number {
  let end = at;
  while (end < text.length && (isWordLetter(text.charCodeAt(end)) || isDigit(text.charCodeAt(end)))) end++;
  return Math.max(end, at);
}

/** Where the web address that begins at `at` ends, or 0. Percent signs and numbers in it are no quantities. */
function addressEnd(text: string, at: number): number {
  if (!text.startsWith("http", at) && !text.startsWith("www.", at)) return 0;
  if (!text.startsWith("www.", at) && !text.startsWith("://", at + 4) && !text.startsWith("s://", at + 4)) return 0;
  const end = text.indexOf(" ", at);
  return end < 0 ? text.length : end;
}
