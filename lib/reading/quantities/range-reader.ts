/** Reads ranges: "50 à 60 milliards", "$5–10 billion", "between 5 and 10 %". */
import type { Token } from "../tokens.ts";
import { type Amount, readAmount } from "./amount-reader.ts";
import { meaning, type TokenStream } from "./token-stream.ts";

/** The lower end in `value`, the upper one in `valueTo`; both count units as {@link Amount} does. */
export type Range = Amount & { valueTo: number };

/** The range that begins with the amount `first`, read at token `at`; null where the amount stands for itself. */
export function readRange(stream: TokenStream, at: number, first: Amount): Range | null {
  const next = secondOf(stream, at, first);
  const second = next === null ? null : readAmount(stream, next);
  if (next === null || !second) return null;
  // A score, two years, a phone number.
  if (first.unit === null && second.unit === null) return null;
  if (first.unit !== null && second.unit !== null) {
    if (first.unit !== second.unit) return null;
    // Between two complete amounts a dash is of a range, a word may tell of a change.
    if (next !== first.next && isChange(stream, at, stream.at(first.next) as Token)) return null;
  }
  const unit = second.unit ?? first.unit;
  const per = second.unit === null ? first.per : second.per;
  const ownPer = first.unit === null ? per : first.per;
  // "5 to 10 billion" lends its scale and its unit to the 5.
  const scale = !first.scaled && second.scaled ? second.scale : 1;
  // "500 MW to 2 GW": the 500 in gigawatts.
  const factor = ownPer === per ? scale : (scale * ownPer) / per;
  const low = first.value * factor;
  // "500 to 400 million" are no two ends of one range; nor is what follows "5 GW to" without a unit of its own.
  if (low >= second.value || first.value * scale * ownPer >= second.value * second.per) return null;
  return {
    start: first.start,
    end: second.end,
    next: second.next,
    value: low,
    valueTo: second.value,
    step: first.step * factor,
    unit,
    per,
    scaled: true,
    scale: second.scale,
    literal: true,
    anglicism: second.anglicism,
    inside: null,
  };
}

/** Where "from" or "between" stands before token `at`. */
export function isOpened(stream: TokenStream, at: number): boolean {
  const before = stream.at(at - 1);
  const start = stream.at(at)?.start ?? 0;
  return Boolean(before && meaning(before, "range-open") && stream.adjacent(before.end, start));
}

/** The token at which the second amount would begin, behind a dash or a word such as "to"; null where neither stands there. */
function secondOf(stream: TokenStream, at: number, first: Amount): number | null {
  const token = stream.at(first.next);
  if (!token) return null;
  const link = meaning(token, "range-link");
  // "and" only behind "between".
  if (!link || (link.afterOpen && !isOpened(stream, at)) || !stream.adjacent(first.end, token.start))
    return /^ ?[-–~] ?$/.test(stream.slice(first.end, token.start)) ? first.next : null;
  const behind = stream.at(first.next + 1);
  if (!behind) return null;
  // "בין 10 ל-20": a hyphen ties Hebrew's one-letter "to" to digits.
  const isTied = stream.slice(token.end, behind.start) === "-";
  return isTied || stream.adjacent(token.end, behind.start) ? first.next + 1 : null;
}

/**
 * Whether the word between two complete amounts tells of a change. In some languages the word itself says so:
 * 100億ドルから150億ドルに is a change, 100億から150億ドル a range. In the others what opens it does: "from 6 dollars to 20
 * dollars" is a change, "between 6 and 20 dollars" and "6 to 20 dollars" are ranges.
 */
function isChange(stream: TokenStream, at: number, token: Token): boolean {
  const link = meaning(token, "range-link");
  if (link?.change) return true;
  return !stream.pack.ranges.change && !link?.afterOpen && isOpened(stream, at);
}
