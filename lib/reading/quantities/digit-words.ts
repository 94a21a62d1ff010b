/** Digits written as words, one after another: 一二〇亿, 八点五, "coma cero cinco". */
import type { Token } from "../tokens.ts";
import { continuesBehindLink, fitsBelow, myriad } from "./continuation.ts";
import { isScale } from "./scales.ts";
import { meaning, type TokenStream } from "./token-stream.ts";
import { unitAfter } from "./unit-reader.ts";

/** Decimals behind a mark that is read out. */
export type DecimalsRead = {
  /** Below one. */
  value: number;
  step: number;
  next: number;
  end: number;
};

/** More digits side by side than this are no number. */
const longestRun = 16;

/** The digit that token `at` is a word for, or null. */
export function digitAt(stream: TokenStream, at: number): string | null {
  const token = stream.at(at);
  const numeral = token && meaning(token, "numeral");
  return numeral && numeral.value < 10 && Number.isInteger(numeral.value) ? String(numeral.value) : null;
}

/** The digits in words that touch each other from token `at` on, as "120" for 一二〇; "" where there are none. */
export function digitRun(stream: TokenStream, at: number): string {
  let digits = digitAt(stream, at) ?? "";
  if (!stream.unspaced) return digits;
  while (digits.length > 0 && digits.length < longestRun) {
    const next = at + digits.length;
    const digit = stream.at(next - 1)?.end === stream.at(next)?.start ? digitAt(stream, next) : null;
    if (digit === null) break;
    digits += digit;
  }
  return digits;
}

/** 三四, 三五: "three or four", "some three to five". */
export const isRoughPair = (digits: string): boolean =>
  digits.length === 2 && [1, 2].includes(Number(digits[1]) - Number(digits[0]));

const decimals = (digits: string, next: number, end: number): DecimalsRead => ({
  value: Number(`0.${digits}`),
  step: 10 ** -digits.length,
  next,
  end,
});

/**
 * Decimals in digits behind the mark at token `at`: "2 chấm 23". Null behind a word that may be something else:
 * "en 2025 con 5 millones".
 */
export function decimalsInDigits(stream: TokenStream, at: number): DecimalsRead | null {
  const mark = stream.at(at) as Token;
  const token = meaning(mark, "filler") ? null : stream.behind(mark.end, at + 1);
  if (token?.number?.decimals !== 0) return null;
  const digits = stream.slice(token.start, token.end);
  // "2 chấm 1.000" is no decimal: what follows is grouped.
  return /^\d+$/.test(digits) ? decimals(digits, at + 2, token.end) : null;
}

/**
 * Decimals in words behind the mark at token `at`, where words are not separated: 九点五亿. Null where a ten, hundred or
 * thousand follows: 九点五十 is a time of day.
 */
export function decimalsInDigitWords(stream: TokenStream, at: number): DecimalsRead | null {
  const digits = digitRun(stream, at + 1);
  const next = at + 1 + digits.length;
  const behind = stream.at(next);
  const scale = behind && meaning(behind, "scale");
  if (digits === "" || (scale && scale.value < myriad && !scale.tight)) return null;
  return decimals(digits, next, (stream.at(next - 1) as Token).end);
}

/**
 * Decimals in words behind the mark at token `at`, where words are separated: "coma cinco", "con quinientos doce",
 * "coma cero cinco". Null unless a scale or a unit follows: "con" is also an ordinary word.
 *
 * @param whole the parts read before the mark
 */
export function decimalsInWords(stream: TokenStream, at: number, whole: readonly number[]): DecimalsRead | null {
  if (whole.some((part) => part >= 1e6 || !Number.isInteger(part))) return null;
  let end = (stream.at(at) as Token).end;
  let zeros = "";
  let parts: number[] = [];
  let next = at + 1;
  for (; ; next++) {
    const token = stream.behind(end, next);
    if (!token || token.number) break;
    const numeral = meaning(token, "numeral");
    const scale = meaning(token, "scale");
    const digit = digitAt(stream, next);
    if (digit === "0" && parts.length === 0) zeros += "0";
    else if (numeral && (parts.length === 0 || fitsBelow(numeral.value, parts))) parts.push(numeral.value);
    // "fünf drei": digit by digit.
    else if (digit && parts.length === 1 && digitAt(stream, next - 1)) parts = [Number(`${parts[0]}${digit}`)];
    // "coma mil"
    else if (parts.length === 0 && scale?.bare && scale.value === 1000) parts.push(1000);
    else if (!meaning(token, "numeral-link") || !continuesBehindLink(stream, next + 1, parts, "numeral", 0)) break;
    end = token.end;
  }
  if (parts.length === 0 || (!isScale(stream, next) && !unitAfter(stream, next, end))) return null;
  return decimals(zeros + parts.reduce((sum, part) => sum + part, 0), next, end);
}
