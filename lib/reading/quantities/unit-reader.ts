/** Reads the unit of an amount: a sign, code or word before its number or behind it. */
import type { Qualifier } from "../../deals/schema.ts";
import type { Token } from "../tokens.ts";
import { type Meaning, meaning, type TokenStream } from "./token-stream.ts";

export type UnitMeaning = Meaning<"unit">["word"];

/** A unit behind a number. */
export type UnitRead = {
  word: UnitMeaning;
  start: number;
  end: number;
  /** The token behind it. */
  next: number;
  /** A hedge between number and unit: 100多美元. */
  inside: Qualifier | null;
};

/** How many words may stand between a number and its unit: "100 milliards de dollars". */
const mostBetween = 2;

/** "40 GW·h", "5 гигаватт-часов", "ميغاواط ساعة": watts over hours are energy. */
const hours = /^ ?(?:[·⋅∙•*-] ?(?:h|ч|год|stund|heure|ora)|час|годин|hour|ساع)/u;

/** What the token measures; null where it is no unit, or would be one only in capitals. */
export function unitOf(stream: TokenStream, token: Token): UnitMeaning | null {
  const unit = meaning(token, "unit");
  if (!unit) return null;
  if (unit.word.capitals && !stream.isCapital(token.start, token.end)) return null;
  return unit.word;
}

/** The unit that the token is for a number behind it, as "$" in "$5"; null where it is none. */
export function unitBefore(stream: TokenStream, token: Token): UnitMeaning | null {
  const unit = unitOf(stream, token);
  return unit && unit.where !== "after" ? unit : null;
}

/**
 * The unit behind a number, perhaps after "de" or "of".
 *
 * @param next the token behind the number
 * @param end where the number ends
 */
export function unitAfter(stream: TokenStream, next: number, end: number): UnitRead | null {
  let from = end;
  let inside: Qualifier | null = null;
  for (let at = next; at <= next + mostBetween; at++) {
    const token = stream.behind(from, at);
    if (!token) return null;
    const word = unitOf(stream, token);
    if (word?.unit === "W" && hours.test(stream.slice(token.end, token.end + 6))) return null;
    if (word && word.where !== "before" && !(word.glued && token.start > end))
      return { word, start: token.start, end: token.end, next: at + 1, inside };
    const hedge = meaning(token, "inside");
    if (hedge) inside = hedge.qualifier;
    else if (!meaning(token, "unit-link")) return null;
    from = token.end;
  }
  return null;
}

/** A currency's sign ("$") or code ("EUR"), not its name. */
export function isSign(stream: TokenStream, start: number, end: number): boolean {
  const written = stream.slice(start, end);
  return !/\p{L}/u.test(written) || (/^[a-z]{3}$/.test(written) && stream.isCapital(start, end));
}
