/** Reads divided numbers, of percentages only: "tres quintos por ciento", "uno sobre tres por ciento", "3/4 %". */
import type { Token } from "../tokens.ts";
import { meaning, type TokenStream } from "./token-stream.ts";
import { unitAfter } from "./unit-reader.ts";

/** What the number before is divided by. */
export type DivisorRead = { value: number; next: number; end: number };

/**
 * The divisor at token `at`: a word for it ("quintos"), a word that divides with a number behind it ("sobre tres"), or
 * digits. Null unless a percent sign or word follows: "3/4" alone is a date or a score.
 */
export function readDivisor(stream: TokenStream, at: number): DivisorRead | null {
  const token = stream.at(at) as Token;
  const isOperator = meaning(token, "divides") !== null;
  const operand = isOperator ? stream.at(at + 1) : token;
  const value = divisorOf(operand, isOperator ? "numeral" : "denominator");
  // A nought, and what is no number at all, divides nothing.
  if (value <= 1) return null;
  const next = at + (isOperator ? 2 : 1);
  const end = operand?.end ?? token.end;
  return unitAfter(stream, next, end)?.word.unit === "%" ? { value, next, end } : null;
}

const divisorOf = (token: Token | undefined, kind: "numeral" | "denominator"): number =>
  token ? (token.number?.value ?? meaning(token, kind)?.value ?? 0) : 0;
