/** Whether what stands behind a number belongs to the same number: "two hundred" + "and fifty", "3 tỷ" + "500 triệu". */
import type { Token } from "../tokens.ts";
import type { Last } from "./number-state.ts";
import { meaning, type TokenStream } from "./token-stream.ts";

/** 万. Scales below it, tens to thousands, may have it or a larger one behind them in the same number: 五十万. */
export const myriad = 1e4;

/** "twenty" + "five", "two hundred" + "fifty": the smaller number fits below the last digit of the one before. */
export function fitsBelow(value: number, parts: readonly number[]): boolean {
  const lowest = parts.at(-1) ?? 0;
  let power = 1;
  while (lowest % (power * 10) === 0 && power < lowest) power *= 10;
  return value < power;
}

/** Whether the digits at token `at`, behind a scale, belong to the same number: 3 tỷ 500 triệu, 1億5000万, 1万2000. */
export function continuesInDigits(stream: TokenStream, at: number, lowestScale: number): boolean {
  const token = stream.at(at) as Token;
  const value = token.number?.value ?? 0;
  if (value >= lowestScale) return false;
  const behind = stream.behind(token.end, at + 1);
  const scale = behind && meaning(behind, "scale");
  if (scale && !scale.tight) {
    if (scale.value < lowestScale && value * scale.value < lowestScale) return true;
    // 6천 2백 70만: the hundreds are not over yet.
    if (stream.unspaced && lowestScale < myriad && scale.value > lowestScale) return true;
  }
  const touches = stream.at(at - 1)?.end === token.start;
  return stream.unspaced && touches && token.number?.decimals === 0;
}

/**
 * Whether the word at token `at`, behind "and", goes on with the number: "one hundred and five", "two and a half",
 * "1 bilhão e 200 milhões".
 *
 * @param last what stands before the "and"
 * @param lastScale the last scale read, 0 where there is none
 */
export function continuesBehindLink(
  stream: TokenStream,
  at: number,
  parts: readonly number[],
  last: Last,
  lastScale: number,
): boolean {
  const link = stream.at(at - 1) as Token;
  const token = stream.behind(link.end, at);
  if (!token) return false;
  if (token.number) return last === "scale" && continuesInDigits(stream, at, lastScale);
  if (meaning(token, "fraction")) return true;
  const numeral = meaning(token, "numeral");
  return numeral !== null && last !== "digits" && fitsBelow(numeral.value, parts);
}
