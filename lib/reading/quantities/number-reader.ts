/** Reads a number with its scales, in digits, in words, or in both: "47.8 billion", "one hundred and five", 1兆2000億. */
import { isDigit, isLetter } from "../characters.ts";
import type { Token } from "../tokens.ts";
import { digitAt } from "./digit-words.ts";
import {
  digitsFirst,
  digitWords,
  divisor,
  fractionFirst,
  fractionOfScale,
  hedge,
  link,
  linkOfFraction,
  linkToScale,
  markInDigits,
  markInWords,
  moreDigits,
  noDigits,
  noOtherSyllable,
  noSubunit,
  numeral,
  numeralFirst,
  type Outcome,
  placeholder,
  type Rule,
  scale,
  scaleFirst,
  scaleOfFraction,
} from "./number-rules.ts";
import { type Last, type NumberRead, NumberState, type Place } from "./number-state.ts";
import type { TokenStream } from "./token-stream.ts";
import { unitAfter } from "./unit-reader.ts";

/**
 * The rules by what was read last. The first that knows a token decides, so that order matters where two know the same
 * word; a token that none of them knows ends the number.
 */
const rulesAfter: Record<Last, readonly Rule[]> = {
  none: [
    digitsFirst,
    scaleFirst,
    // Rows of digits before single ones.
    digitWords,
    // 半 is a numeral and a fraction: 半成, five percent, needs one that a scale may multiply.
    numeralFirst,
    fractionFirst,
  ],
  digits: [
    // Before `divisor`, which knows digits: they divide only behind a slash, "3/4 %".
    noDigits,
    markInDigits,
    divisor,
    // What ends the number before what goes on with it: the words are the same.
    noSubunit,
    noOtherSyllable,
    scale,
    linkToScale,
    hedge,
    link,
  ],
  numeral: [
    noDigits,
    markInWords,
    divisor,
    noSubunit,
    noOtherSyllable,
    // "مليونا" is two millions alone, but a million behind a number.
    scale,
    // Nought is a numeral as well, and fits below every other.
    placeholder,
    numeral,
    linkToScale,
    hedge,
    link,
  ],
  scale: [
    moreDigits,
    markInWords,
    noSubunit,
    noOtherSyllable,
    scale,
    placeholder,
    // Before numerals, since 半 is both: behind a scale it is half of that scale, 三亿半.
    fractionOfScale,
    numeral,
    linkToScale,
    hedge,
    link,
  ],
  fraction: [noSubunit, noOtherSyllable, scaleOfFraction, linkOfFraction, hedge],
};

/** The number that begins at token `at`, as far as it goes; null where none does. */
export function readNumber(stream: TokenStream, at: number, place: Place): NumberRead | null {
  const first = stream.at(at);
  if (!first || !isNumberWord(first) || isMidWord(stream, at, first)) return null;
  const number = new NumberState(stream, at, place);
  let outcome: Outcome = "taken";
  for (let token: Token | undefined = first; token && outcome === "taken"; token = stream.at(number.next))
    outcome = goOn(number, token);
  if (outcome === "void" || number.isEmpty || isVague(number)) return null;
  return number.result();
}

/** What becomes of a number with the token after it. */
function goOn(number: NumberState, token: Token): Outcome {
  if (number.last !== "none" && !number.stream.adjacent(number.end, token.start))
    return isBehindSlash(number, token) ? divisor(number, token) : "over";
  for (const rule of rulesAfter[number.last]) {
    const outcome = rule(number, token);
    if (outcome !== "pass") return outcome;
  }
  return "over";
}

/** Most words are none that a number could begin with: not worth a state. */
const isNumberWord = (token: Token): boolean =>
  token.number !== null ||
  token.lexemes.some(({ kind }) => kind === "numeral" || kind === "scale" || kind === "fraction");

/** Where words are not separated, a number word may be the middle of a word, or of a row of digits. */
function isMidWord(stream: TokenStream, at: number, token: Token): boolean {
  if (token.number || !stream.unspaced) return false;
  const before = stream.text.charCodeAt(token.start - 1);
  if (stream.pack.syllabicNumerals) return isLetter(before) || isDigit(before);
  return stream.at(at - 1)?.end === token.start && digitAt(stream, at) !== null && digitAt(stream, at - 1) !== null;
}

/** "3/4": whether the division is one is for the divisor to say. */
const isBehindSlash = ({ last, stream, end }: NumberState, token: Token): boolean =>
  last === "digits" && stream.slice(end, token.start) === "/";

/** "half" alone may be half of anything; "half a percent" and "half a gigawatt" are amounts. */
function isVague({ last, stream, next, end }: NumberState): boolean {
  if (last !== "fraction") return false;
  const unit = unitAfter(stream, next, end)?.word.unit;
  return unit !== "%" && unit !== "W";
}
