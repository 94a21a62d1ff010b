/** Reads the smaller part of an amount: "20 dollars and 43 cents", "15 dollars 50", 50元6角3分. */
import { isMoney } from "../../deals/schema.ts";
import type { Token } from "../tokens.ts";
import { readNumber } from "./number-reader.ts";
import type { NumberRead } from "./number-state.ts";
import { exact, meaning, type TokenStream } from "./token-stream.ts";
import { unitOf } from "./unit-reader.ts";

/** A whole number behind an amount, which may be the smaller part of it. */
type Minor = NumberRead & {
  /** A word stood before it: "and 43". */
  linked: boolean;
  /** A comma stood before it. */
  comma: boolean;
};

/** From here on nobody says the cents: "2 000 000 euros 20" is two figures. */
const largestWithCents = 1e6;

/** 3割8分7厘 has two; no unit has more than three. */
const mostParts = 3;

/**
 * Adds cents or pence to an amount of whole money.
 *
 * @param main the amount so far; its value counts units
 * @param unitSaid the unit stands behind `main`: only then may the smaller part go without a word, as in "15 dollars 50"
 * @returns `main` itself where no smaller part follows
 */
export function joinSubunit(stream: TokenStream, main: NumberRead, unit: string, unitSaid: boolean): NumberRead {
  if (!isMoney(unit) || main.scaled || !isWhole(main.value)) return main;
  const minor = readMinor(stream, main);
  if (!minor) return main;
  const join = (per: number, next: number, end: number): NumberRead => ({
    ...main,
    value: exact(main.value + minor.value * per),
    step: per,
    next,
    end,
  });
  const behind = stream.behind(minor.end, minor.next);
  // "23 de cenți"
  const link = behind && meaning(behind, "unit-link") ? behind : null;
  const named = link ? stream.behind(link.end, minor.next + 1) : behind;
  const subunit = named && meaning(named, "subunit");
  if (named && subunit) return join(subunit.per, minor.next + (link ? 2 : 1), named.end);
  // "12 pounds 50 p": a unit of its own as well, of the same money.
  const own = behind && !link ? unitOf(stream, behind) : null;
  if (behind && own?.unit === unit && own.per < 1) return join(own.per, minor.next + 1, behind.end);
  // Unnamed: only where nothing follows that the number could belong to.
  if (minor.comma || own || main.value >= largestWithCents || !(unitSaid || minor.linked)) return main;
  return endsClause.test(stream.slice(minor.end, minor.end + 3)) ? join(0.01, minor.next, minor.end) : main;
}

const endsClause = /^\s*(?:[.!?;:)。！？]|,(?!\d)|$)/;

function readMinor(stream: TokenStream, main: NumberRead): Minor | null {
  const first = stream.behind(main.end, main.next);
  const linked = first !== null && (meaning(first, "numeral-link") ?? meaning(first, "spoken-mark")) !== null;
  const at = linked ? main.next + 1 : main.next;
  const token = stream.at(at);
  if (!token) return null;
  const gap = stream.slice(linked ? first.end : main.end, token.start);
  if (!/^[ ,]{0,2}$/.test(gap)) return null;
  const number = readNumber(stream, at, "smaller-part");
  if (!number || number.value >= 100 || number.scaled || !isWhole(number.value)) return null;
  return { ...number, linked, comma: gap.includes(",") };
}

/**
 * Adds the parts that only this unit has, each in its own terms: 50元6角3分, 3割8分7厘, 5割半.
 *
 * @param per what one of the unit is worth
 * @param parts what each part is of the unit
 * @returns null where none follows
 */
export function joinParts(
  stream: TokenStream,
  main: NumberRead,
  per: number,
  parts: Record<string, number>,
): NumberRead | null {
  if (main.scaled) return null;
  const worth = (token: Token): number | undefined => parts[stream.slice(token.start, token.end)];
  let joined: NumberRead = { ...main, value: main.value * per, step: main.step * per };
  for (let count = 0; count < mostParts; count++) {
    const first = stream.behind(joined.end, joined.next);
    if (!first) break;
    if (meaning(first, "part") && meaning(first, "fraction")) {
      // 5割半: a half of the unit itself, not of some number of parts, ends the amount.
      const value = joined.value + (worth(first) ?? 0) * per;
      joined = { ...joined, value, step: per / 10, next: joined.next + 1, end: first.end };
      break;
    }
    const minor = readNumber(stream, joined.next + (meaning(first, "numeral-link") ? 1 : 0), "smaller-part");
    const behind = minor && stream.behind(minor.end, minor.next);
    const part = behind ? worth(behind) : undefined;
    if (!minor || !behind || part === undefined || minor.scaled || !isWhole(minor.value)) break;
    const value = joined.value + minor.value * part * per;
    joined = { ...joined, value, step: part * per, next: minor.next + 1, end: behind.end };
  }
  if (joined.next === main.next) return null;
  return { ...joined, value: exact(joined.value), step: exact(joined.step) };
}

const isWhole = (value: number): boolean => value === Math.floor(value);
