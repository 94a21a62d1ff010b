/** What may go on with a number, or end it: a rule for each kind of word. Which are asked, and in which order, is the reader's. */
import { isLetter } from "../characters.ts";
import type { NumberLiteral } from "../numbers.ts";
import type { Token } from "../tokens.ts";
import { continuesBehindLink, continuesInDigits, fitsBelow } from "./continuation.ts";
import {
  type DecimalsRead,
  decimalsInDigits,
  decimalsInDigitWords,
  decimalsInWords,
  digitRun,
  isRoughPair,
} from "./digit-words.ts";
import type { NumberState } from "./number-state.ts";
import { readDivisor } from "./quotient.ts";
import { isEnglishGroup, isScale, isTightScale } from "./scales.ts";
import { type Meaning, meaning } from "./token-stream.ts";

/**
 * What a rule makes of a token.
 *
 * - `pass`: none of its business, the next rule is asked
 * - `taken`: part of the number, which may go on
 * - `complete`: part of the number, and the last of it
 * - `over`: the number ended before it
 * - `void`: there is no number here after all
 */
export type Outcome = "pass" | "taken" | "complete" | "over" | "void";

/** Asked about the token at `number.next`, which stands right behind what was read so far. */
export type Rule = (number: NumberState, token: Token) => Outcome;

/** "47.8" */
export const digitsFirst: Rule = (number, token) => {
  if (!token.number) return "pass";
  number.literal = true;
  return addDigits(number, token);
};

/** 3 tỷ 500 triệu, 1万2000. */
export const moreDigits: Rule = (number, token) => {
  if (!token.number) return "pass";
  return continuesInDigits(number.stream, number.next, number.lowestScale) ? addDigits(number, token) : "over";
};

/** "in 2025 20 %": digits behind a number begin one of their own. */
export const noDigits: Rule = (_, token) => (token.number ? "over" : "pass");

/** "mil" in "mil millones", 百 in 百億, "مليار": a scale that may begin a number. */
export const scaleFirst: Rule = (number, token) => {
  const scale = meaning(token, "scale");
  return scale?.bare && !scale.tight ? multiply(number, scale, token) : "pass";
};

/** "billion" in "47.8 billion", 兆 and 億 in 1兆2000億, "m" in "$5m" and "5m €". */
export const scale: Rule = (number, token) => {
  const scale = meaning(token, "scale");
  if (!scale) return "pass";
  const isKnown = !scale.tight || number.place === "behind-unit" || isTightScale(number.stream, number.next);
  return isKnown ? multiply(number, scale, token) : "pass";
};

/** "half a billion", "media mil". */
export const scaleOfFraction: Rule = (number, token) => {
  const scale = meaning(token, "scale");
  if (!scale || scale.tight) return "pass";
  number.multiplyFraction(scale.value);
  return take(number, token);
};

/** 一二〇億. */
export const digitWords: Rule = (number) => {
  const digits = digitRun(number.stream, number.next);
  if (digits.length < 2) return "pass";
  if (isRoughPair(digits)) return "void";
  number.add(Number(digits), 1, "numeral");
  return take(number, number.stream.at(number.next + digits.length - 1) as Token, digits.length);
};

/** 一千零五十亿: nought stands for the places left out. */
export const placeholder: Rule = (number, token) =>
  number.stream.unspaced && meaning(token, "numeral")?.value === 0 ? take(number, token) : "pass";

export const numeralFirst: Rule = (number, token) => {
  const numeral = meaning(token, "numeral");
  if (!numeral) return "pass";
  number.addNumeral(numeral.value);
  return take(number, token);
};

/** "twenty" + "five". Nobody goes on in words after digits unless a scale follows: "7 tỷ năm 2025" is of the year 2025. */
export const numeral: Rule = (number, token) => {
  const numeral = meaning(token, "numeral");
  if (!numeral || !fitsBelow(numeral.value, number.parts)) return "pass";
  if (number.literal && !isScale(number.stream, number.next + 1)) return "pass";
  number.addNumeral(numeral.value);
  return take(number, token);
};

export const fractionFirst: Rule = (number, token) => {
  const fraction = meaning(token, "fraction");
  if (!fraction) return "pass";
  number.add(fraction.value, 0.1, "fraction");
  return take(number, token);
};

/** 3億半: half of the scale before it. */
export const fractionOfScale: Rule = (number, token) => {
  const fraction = meaning(token, "fraction");
  if (!fraction) return "pass";
  number.add(fraction.value * number.lastScale, number.lastScale / 10, "scale");
  number.pass(token);
  return "complete";
};

/** "2 chấm 23". */
export const markInDigits: Rule = (number, token) =>
  meaning(token, "spoken-mark") ? addDecimals(number, decimalsInDigits(number.stream, number.next)) : "pass";

/** "dos coma cinco", 八点五. */
export const markInWords: Rule = (number, token) => {
  if (!meaning(token, "spoken-mark")) return "pass";
  const { stream, next, parts } = number;
  return addDecimals(
    number,
    stream.unspaced ? decimalsInDigitWords(stream, next) : decimalsInWords(stream, next, parts),
  );
};

/** "tres quintos por ciento", "uno sobre tres por ciento"; asked behind a slash too, "3/4 %". */
export const divisor: Rule = (number) => {
  const divisor = readDivisor(number.stream, number.next);
  if (!divisor) return "pass";
  number.become(number.sum / divisor.value);
  number.passTo(divisor.next, divisor.end);
  return "complete";
};

/** "13 euros 45 cents": "cent" is a hundred in French, but here the word for the smaller unit. */
export const noSubunit: Rule = (number, token) =>
  number.place === "smaller-part" && meaning(token, "subunit") ? "over" : "pass";

/** "100억이", "5000억 조성": where number words are syllables, one that is a particle or begins another word. */
export const noOtherSyllable: Rule = (number, token) => {
  const { stream, next, end, literal } = number;
  if (!stream.pack.syllabicNumerals) return "pass";
  const isApart = token.start > end;
  if (meaning(token, "scale")) {
    const endsWord = !isLetter(stream.text.charCodeAt(token.end)) || stream.at(next + 1)?.start === token.end;
    return isApart && !endsWord ? "over" : "pass";
  }
  return meaning(token, "numeral") && (literal || isApart) ? "over" : "pass";
};

/** "20 de miliarde": a word that ties a number to its scale. */
export const linkToScale: Rule = (number, token) =>
  // A word that is a number as well is one here.
  meaning(token, "unit-link") && !meaning(token, "numeral") ? takeBeforeScale(number, token) : "pass";

/** "half of a billion": words between a fraction and its scale, an article among them. */
export const linkOfFraction: Rule = (number, token) =>
  meaning(token, "unit-link") || meaning(token, "numeral")?.value === 1 ? takeBeforeScale(number, token) : "pass";

/** 100多亿, "3 billion plus": a hedge inside the number. */
export const hedge: Rule = (number, token) => {
  const hedge = meaning(token, "inside");
  if (!hedge || !(number.last === "scale" || isScale(number.stream, number.next + 1))) return "pass";
  number.inside = hedge.qualifier;
  return take(number, token);
};

/** "one hundred and five", "two and a half", "un milliard et demi". */
export const link: Rule = (number, token) => {
  const { stream, next, parts, last, lastScale } = number;
  if (!meaning(token, "numeral-link") || !continuesBehindLink(stream, next + 1, parts, last, lastScale)) return "pass";
  const behind = stream.at(next + 1) as Token;
  const fraction = meaning(behind, "fraction");
  if (!fraction) return take(number, token);
  const whole = last === "scale" ? lastScale : 1;
  number.add(fraction.value * whole, whole / 10, "numeral");
  return take(number, behind, 2);
};

function take(number: NumberState, token: Token, count = 1): Outcome {
  number.pass(token, count);
  return "taken";
}

function addDigits(number: NumberState, token: Token): Outcome {
  const { value, step } = token.number as NumberLiteral;
  if (isEnglishGroup(number.stream, number.next)) number.add(value * 1000, 1, "digits");
  else number.add(value, step, "digits");
  return take(number, token);
}

function multiply(number: NumberState, scale: Meaning<"scale">, token: Token): Outcome {
  return number.multiply(scale) ? take(number, token) : "over";
}

function addDecimals(number: NumberState, decimals: DecimalsRead | null): Outcome {
  if (!decimals) return "pass";
  number.add(decimals.value, decimals.step, "numeral");
  number.passTo(decimals.next, decimals.end);
  return "taken";
}

function takeBeforeScale(number: NumberState, token: Token): Outcome {
  return isScale(number.stream, number.next + 1) ? take(number, token) : "pass";
}
