/** The tokens of one folded text, and what all readers of quantities ask of them. Indices are token indices throughout. */
import { isWordLetter } from "../characters.ts";
import type { FoldedText } from "../fold.ts";
import type { Lexeme, Lexicon } from "../lexicon.ts";
import { type Token, tokenize } from "../tokens.ts";

/** One meaning of a word, of the given kind. */
export type Meaning<K extends Lexeme["kind"]> = Extract<Lexeme, { kind: K }>;

/** What a word means as a `kind` of word, or null where it is none: "second" is a numeral and a unit. */
export function meaning<K extends Lexeme["kind"]>(token: Token, kind: K): Meaning<K> | null {
  for (const lexeme of token.lexemes) if (lexeme.kind === kind) return lexeme as Meaning<K>;
  return null;
}

/** More than this between two tokens is never only spaces that belong to a number. */
const widestGap = 30;

export class TokenStream {
  readonly folded: FoldedText;
  /** The folded text, which all offsets but those given out are offsets into. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly pack: Lexicon["pack"];
  /** Words are not separated: number words may touch each other, and touch what is no number. */
  readonly unspaced: boolean;

  constructor(folded: FoldedText, lexicon: Lexicon) {
    this.folded = folded;
    this.text = folded.text;
    this.tokens = tokenize(folded.text, lexicon);
    this.pack = lexicon.pack;
    this.unspaced = lexicon.pack.words === "unspaced";
  }

  /** Token `at`; undefined before the first and behind the last. */
  at(at: number): Token | undefined {
    return this.tokens[at];
  }

  /** What is written between two offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(start, end);
  }

  /** Nothing but spaces, or a hyphen before a letter ("five-hundred", "10-billion"), between two offsets of one number. */
  adjacent(end: number, start: number): boolean {
    const gap = start - end;
    if (gap === 0) return true;
    if (gap < 0 || gap > widestGap) return false;
    for (let i = end; i < start; i++) {
      const char = this.text[i];
      if (char !== " " && !(char === "-" && isWordLetter(this.text.charCodeAt(start)))) return false;
    }
    return true;
  }

  /** Token `at`, if it stands right behind `end`. */
  behind(end: number, at: number): Token | null {
    const token = this.tokens[at];
    return token && this.adjacent(end, token.start) ? token : null;
  }

  /** Whether token `at` is a number in digits right behind `end`. */
  isNumber(at: number, end: number): boolean {
    return Boolean(this.behind(end, at)?.number);
  }

  /** Whether the text has capitals here, which folding took away: "TRY" is a currency, "try" is not. */
  isCapital(start: number, end: number): boolean {
    const written = this.folded.original.slice(this.folded.at(start), this.folded.at(end));
    return written === written.toUpperCase();
  }
}

/** Rounds away what binary fractions add: 4.1 × 10⁹ is 4100000000. */
export const exact = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
