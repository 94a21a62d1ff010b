/** Reads the quantities of a text from its tokens, left to right. */
import { isLetter, isWordLetter } from "../characters.ts";
import type { Quantity } from "../types.ts";
import { type Amount, readAmount } from "./amount-reader.ts";
import { hedgeAfter, hedgeBefore } from "./hedge-reader.ts";
import { isOpened, type Range, readRange } from "./range-reader.ts";
import { exact, meaning, type TokenStream } from "./token-stream.ts";

/** A quantity in folded offsets, with what the claims stage wants to know besides. */
export type ReadQuantity = Quantity & {
  /** Offsets into the folded text. */
  foldedStart: number;
  foldedEnd: number;
  /** Where the words that hedge it begin ("more than the …"); `foldedStart` where there are none. */
  hedgedFrom: number;
  /** A scale word was written ("billion"), so that a bare number may be money whose unit goes unsaid. */
  scaled: boolean;
  /** No unit was written: "800 billion". Only then may the unit be taken from the figures around it. */
  bare: boolean;
  /** The unit's word may mean several currencies: "元" is the dollar of Taiwan, or of Hong Kong. */
  generic: boolean;
  /** Read from a word that is another language's ("trillion" in French). */
  anglicism: boolean;
  /** "from 5 to 10": the text tells of a change, not of a range. */
  opened: boolean;
};

/** Where words are not separated, a scale may be part of any word: a number in words counts from here on, 一亿. */
const leastInWords = 1e8;

/** Every quantity, each read forward from where the one before ended. */
export function readTokens(stream: TokenStream): ReadQuantity[] {
  const found: ReadQuantity[] = [];
  let at = 0;
  while (at < stream.tokens.length) {
    const first = readAmount(stream, at);
    if (!first) {
      at++;
      continue;
    }
    const range = readRange(stream, at, first);
    if (range || isQuantity(stream, first)) found.push(quantityOf(stream, at, first, range));
    at = Math.max((range ?? first).next, at + 1);
  }
  return found;
}

function isQuantity({ unspaced }: TokenStream, { unit, literal, scaled, value }: Amount): boolean {
  // "A common share" counts nothing.
  if (unit !== null && (unit !== "count" || literal || scaled)) return true;
  return scaled && (literal || !unspaced || value >= leastInWords);
}

function quantityOf(stream: TokenStream, at: number, first: Amount, range: Range | null): ReadQuantity {
  const whole = range ?? first;
  const { per, unit, scaled, anglicism } = whole;
  const foldedStart = unit === "%" ? withMinus(stream, at, first.start) : first.start;
  const start = stream.folded.at(foldedStart);
  const end = stream.folded.at(whole.end);
  const before = hedgeBefore(stream, at);
  const hedge = first.inside ?? before?.qualifier ?? hedgeAfter(stream, whole.next, whole.end);
  return {
    start,
    end,
    text: stream.folded.original.slice(start, end),
    value: exact(whole.value * per * (foldedStart < first.start ? -1 : 1)),
    valueTo: range ? exact(range.valueTo * per) : null,
    unit: unit ?? "count",
    qualifier: hedge ?? "exact",
    step: whole.step * per,
    unitFrom: unit === null ? "assumed" : "said",
    foldedStart,
    foldedEnd: whole.end,
    hedgedFrom: before?.start ?? foldedStart,
    scaled,
    bare: unit === null,
    generic: whole.generic ?? false,
    anglicism,
    opened: isOpened(stream, at),
  };
}

/** Where a percentage begins, its minus included. A dash between two numbers or words is no minus. */
function withMinus(stream: TokenStream, at: number, start: number): number {
  const before = stream.at(at - 1);
  if (before && meaning(before, "negative") && stream.adjacent(before.end, start)) return before.start;
  const { text } = stream;
  if (text[start - 1] !== "-") return start;
  const outer = text.charCodeAt(start - 2);
  const isFree = start === 1 || /[\s(]/.test(text[start - 2] ?? "") || (isLetter(outer) && !isWordLetter(outer));
  return isFree ? start - 1 : start;
}
