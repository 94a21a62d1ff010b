/**
 * Reads stakes told as fractions: "a third of the company", "une participation d'un quart".
 *
 * Fractions are common words ("the third quarter", "half of all users"): one counts only beside a word for a stake, and
 * what is read of it is "assumed", so that it becomes a claim only where the record has that very stake.
 */

import type { LocalePack } from "../locales/types.ts";
import { isBoundary } from "./characters.ts";
import type { CueHit } from "./cues.ts";
import type { FoldedText } from "./fold.ts";
import { type Lexeme, lexiconOf } from "./lexicon.ts";
import type { ReadQuantity } from "./quantities.ts";
import type { Span } from "./sentences.ts";

/** Characters between a fraction and its stake: "a third stake", "half of the company's shares". */
const reach = 30;

/**
 * @param others the sentence's quantities, which a fraction may be part of ("half a billion")
 * @returns percentages with `unitFrom` "assumed", left to right
 */
export function readStakeFractions(
  folded: FoldedText,
  span: Span,
  cues: readonly CueHit[],
  others: readonly ReadQuantity[],
  pack: LocalePack,
): ReadQuantity[] {
  const stakes = cues.filter((hit) => hit.cues.includes("stake"));
  if (stakes.length === 0 || Object.keys(pack.fractions).length === 0) return [];
  const { words } = lexiconOf(pack);
  const found: ReadQuantity[] = [];
  for (let at = span.start; at < span.end; at++) {
    if (folded.text[at] === " " || !isBoundary(folded.text, at)) continue;
    const word = words.longest(folded.text, at);
    const fraction = word?.entries.find(
      (entry): entry is Extract<Lexeme, { kind: "fraction" }> => entry.kind === "fraction",
    );
    if (!word || !fraction || fraction.value >= 1) continue;
    const isPart = others.some(({ foldedStart, foldedEnd }) => at < foldedEnd && foldedStart < word.end);
    const isStake = stakes.some(
      ({ start, end }) => (start >= word.end && start - word.end <= reach) || (end <= at && at - end <= reach / 2),
    );
    if (!isPart && isStake) found.push(percentage(folded, at, word.end, 100 * fraction.value));
    at = word.end - 1;
  }
  return found;
}

function percentage(folded: FoldedText, foldedStart: number, foldedEnd: number, value: number): ReadQuantity {
  const [start, end] = [folded.at(foldedStart), folded.at(foldedEnd)];
  return {
    start,
    end,
    text: folded.original.slice(start, end),
    value: Number(value.toPrecision(4)),
    valueTo: null,
    unit: "%",
    // "A third" is said of 33 and of 33.4 %.
    qualifier: "about",
    step: 1,
    unitFrom: "assumed",
    foldedStart,
    foldedEnd,
    hedgedFrom: foldedStart,
    scaled: false,
    bare: false,
    generic: false,
    anglicism: false,
    opened: false,
  };
}
