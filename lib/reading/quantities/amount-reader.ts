/** Reads an amount: a number with the unit before or behind it, "$5 billion", "5 milliards de dollars", 50元6角. */
import { isMoney } from "../../deals/schema.ts";
import type { Token } from "../tokens.ts";
import { readNumber } from "./number-reader.ts";
import type { NumberRead } from "./number-state.ts";
import { isScale } from "./scales.ts";
import { joinParts, joinSubunit } from "./subunit-reader.ts";
import { exact, type Meaning, meaning, type TokenStream } from "./token-stream.ts";
import { isSign, type UnitMeaning, type UnitRead, unitAfter, unitBefore } from "./unit-reader.ts";

/** Its `value` and `step` count units as written: 5 in "5 cents", each `per` of one `unit`. */
export type Amount = NumberRead & {
  start: number;
  /** Null where the text names none. */
  unit: string | null;
  per: number;
  /** The unit's word only says that money is meant: "元". */
  generic?: boolean;
};

/** A sign and its number may stand this far apart: "$ 5". */
const widestGapBehindSign = 3;

/** The amount that begins at token `at`, with or without unit; null where none does. */
export function readAmount(stream: TokenStream, at: number): Amount | null {
  const token = stream.at(at);
  if (!token) return null;
  const unit = unitBefore(stream, token);
  if (unit && isSpaced(stream, token, stream.at(at + 1))) {
    const number = readNumber(stream, at + 1, "behind-unit");
    if (number) return withUnitBefore(stream, token, unit, number);
  }
  const number = readNumber(stream, at, "alone");
  if (!number) return null;
  const suffix = unitAfter(stream, number.next, number.end);
  if (!suffix) return { ...number, start: token.start, unit: null, per: 1 };
  return isOtherWord(stream, at, number, suffix) ? null : withUnitBehind(stream, token.start, number, suffix);
}

/** Nothing but a few spaces between a unit and the number behind it. */
const isSpaced = (stream: TokenStream, unit: Token, number: Token | undefined): boolean =>
  number !== undefined &&
  number.start - unit.end <= widestGapBehindSign &&
  /^ *$/.test(stream.slice(unit.end, number.start));

/** "$5 billion", "USD 100", and where the unit is said again behind the number, "$100 CAD". */
function withUnitBefore(stream: TokenStream, token: Token, before: UnitMeaning, number: NumberRead): Amount | null {
  const amount = {
    ...joinSubunit(stream, number, before.unit, false),
    start: token.start,
    unit: before.unit,
    per: before.per,
  };
  const suffix = unitAfter(stream, amount.next, amount.end);
  if (!suffix) return amount;
  const { word, next, end } = suffix;
  // "$5 €10": the second belongs to what follows it.
  const isFree = !stream.isNumber(next, end);
  // "$5 US", "$ 100 CAD": the word behind says which dollar the sign in front meant.
  const isDollarSign = before.unit === "USD" && token.end - token.start === 1;
  if (isFree && isDollarSign && isMoney(word.unit) && /^[a-z]{2}/.test(stream.slice(suffix.start, end)))
    return { ...amount, unit: word.unit, next, end };
  // "$5 dollars", 新台币50亿元.
  if (isFree && (word.unit === before.unit || (word.generic && isMoney(before.unit)))) return { ...amount, next, end };
  // "el dólar 18,50 pesos": the rate of a currency, not an amount in it.
  return /^\p{L}{4}/u.test(stream.slice(token.start, token.end)) ? null : amount;
}

/** Number and unit that belong to other words. */
function isOtherWord(stream: TokenStream, at: number, number: NumberRead, suffix: UnitRead): boolean {
  if (number.literal) return false;
  // "a $ 1 billion suit", "a EUR 750 million loan": the sign belongs to what follows.
  if (isSign(stream, suffix.start, suffix.end) && stream.isNumber(suffix.next, suffix.end)) return true;
  // "이 달러" is "this dollar".
  const isSyllable = stream.pack.syllabicNumerals === true && number.next === at + 1 && number.value < 10;
  return isSyllable && suffix.start > number.end;
}

function withUnitBehind(stream: TokenStream, start: number, number: NumberRead, suffix: UnitRead): Amount {
  const { unit, per, parts, generic = false } = suffix.word;
  const said = { ...number, inside: suffix.inside ?? number.inside, next: suffix.next, end: suffix.end };
  if (isMoney(unit) && !number.scaled && !stream.unspaced && isScale(stream, suffix.next))
    return { ...withScaleBehind(stream.at(suffix.next) as Token, said), start, unit, per, generic };
  const withParts = parts ? joinParts(stream, said, per, parts) : null;
  if (withParts) return { ...withParts, start, unit, per: 1, generic };
  if (isMoney(unit)) {
    const main = { ...said, value: number.value * per, step: number.step * per };
    const joined = joinSubunit(stream, main, unit, true);
    if (joined !== main) return { ...joined, start, unit, per: 1, generic };
  }
  return { ...said, start, unit, per, generic };
}

/** "75 USD millones": the scale behind the unit. */
function withScaleBehind(token: Token, said: NumberRead): NumberRead {
  const scale = (meaning(token, "scale") as Meaning<"scale">).value;
  return {
    ...said,
    value: exact(said.value * scale),
    step: said.step * scale,
    scaled: true,
    scale,
    next: said.next + 1,
    end: token.end,
  };
}
