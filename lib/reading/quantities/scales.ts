/** Scale words ("billion", 億), and what is read by the scale word behind it. */
import { isMoney } from "../../deals/schema.ts";
import type { Token } from "../tokens.ts";
import { meaning, type TokenStream } from "./token-stream.ts";

/** Whether token `at` is a scale word right behind the token before it. Letters that may be something else ("m") are none. */
export function isScale(stream: TokenStream, at: number): boolean {
  const before = stream.at(at - 1);
  const token = before && stream.behind(before.end, at);
  return token ? meaning(token, "scale")?.tight === false : false;
}

/** How far from its number a letter's currency may stand: one word between, and one space before each. */
const reach = { tokens: 2, spaces: 1 };

/** Whether the letter at token `at` is a scale, since a currency stands right behind: "280 M$", "10k€", "750 M d'euros". */
export function isTightScale(stream: TokenStream, at: number): boolean {
  let from = (stream.at(at) as Token).end;
  for (let i = at + 1; i <= at + reach.tokens; i++) {
    const token = stream.at(i);
    if (!token || token.start - from > reach.spaces) return false;
    const unit = meaning(token, "unit")?.word.unit;
    if (unit) return isMoney(unit) || unit === "%";
    if (!meaning(token, "unit-link")) return false;
    from = token.end;
  }
  return false;
}

/**
 * "13,500 millones": a decimal comma by the language's rule, but nobody writes noughts behind the decimals of millions,
 * and the press of Mexico and Peru, like many translations, groups by comma.
 */
export function isEnglishGroup(stream: TokenStream, at: number): boolean {
  const token = stream.at(at);
  return (
    token?.number?.decimals === 3 &&
    /^[1-9]\d{0,2},\d\d0$/.test(stream.slice(token.start, token.end)) &&
    isScale(stream, at + 1)
  );
}
