/** Cuts a block's folded text into sentences: what a figure and the words that explain it usually share. */
import { isDigit, isLetter, SPACE } from "./characters.ts";
import type { FoldedText } from "./fold.ts";

export type Span = { start: number; end: number };

/** Among a pack's abbreviations: the language writes ordinals with a full stop. */
export const ordinalDot = "1";

/** A text without stops is cut between words: what stands further apart does not explain each other. */
const longestSentence = 1500;
/** No abbreviation is longer; without a limit "ab..ab..ab.." would be looked back through at every stop. */
const longestAbbreviation = 24;

/** What a character may do to a sentence, by its unit; 0 for nearly all. */
const effects = new Uint8Array(0x10000);
const STOPS = 1;
const CLOSES = 2;
const DOT = 3;
for (const char of "。！？!?؟।") effects[char.charCodeAt(0)] = STOPS;
for (const char of "\"'”’)]」』）】»") effects[char.charCodeAt(0)] = CLOSES;
effects[".".charCodeAt(0)] = DOT;

/**
 * Sentences left to right, without gaps: each begins where the one before ends.
 *
 * @param abbreviations folded words whose full stop ends no sentence
 * @param names spans of names, left to right, in which no sentence ends: "Warner Bros. Discovery", "Yahoo! Japan"
 */
export function splitSentences(
  folded: FoldedText,
  abbreviations: ReadonlySet<string>,
  names: readonly Span[] = [],
): Span[] {
  const { text } = folded;
  const lineEnds = lineFeeds(folded);
  const spans: Span[] = [];
  let start = 0;
  let name = 0;
  for (let at = 0; at < text.length; at++) {
    const effect = effects[text.charCodeAt(at)];
    const endless = at - start >= longestSentence && text.charCodeAt(at) === SPACE;
    if (effect !== STOPS && effect !== DOT && !lineEnds?.has(at) && !endless) continue;
    while (name < names.length && (names[name] as Span).end <= at) name++;
    const inside = names[name];
    if (inside && inside.start <= at) {
      at = inside.end - 1;
      continue;
    }
    if (effect === DOT && !endsSentence(folded, at, abbreviations) && !lineEnds?.has(at)) continue;
    let end = at + 1;
    while (end < text.length && effects[text.charCodeAt(end)] !== 0) end++;
    while (end < text.length && text.charCodeAt(end) === SPACE && !lineEnds?.has(end)) end++;
    spans.push({ start, end });
    start = end;
    at = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Offsets in the folded text, where a line feed has become a space; null where there is none. */
function lineFeeds({ original, text, at }: FoldedText): ReadonlySet<number> | null {
  if (!original.includes("\n")) return null;
  const ends = new Set<number>();
  for (let offset = 0; offset < text.length; offset++) if (original[at(offset)] === "\n") ends.add(offset);
  return ends;
}

/** Whether the full stop at `at` ends a sentence: not in "1.5", "U.S.", "Inc.", "a.m.", "41 млрд. долларов". */
function endsSentence(folded: FoldedText, at: number, abbreviations: ReadonlySet<string>): boolean {
  const { text } = folded;
  const next = text.charCodeAt(at + 1);
  if (isDigit(next) || isLetter(next)) return false;
  const from = Math.max(0, at - longestAbbreviation);
  let start = at;
  while (start > from && (isLetter(text.charCodeAt(start - 1)) || text[start - 1] === ".")) start--;
  const word = text.slice(start, at);
  if (at + 1 >= text.length) return true;
  if (word === "" && abbreviations.has(ordinalDot) && /(?<!\d)\d{1,2}$/.test(text.slice(Math.max(0, at - 3), at)))
    return false; // "bis zum 3. Juli"
  if (word.length === 1 && isLetter(word.charCodeAt(0)) && word !== "i") return false; // initials: "J. Huang"
  return !abbreviations.has(word) || isAmountBeforeSentence(folded, start, at);
}

/**
 * "… до $41 млрд. По данным …": behind an amount the abbreviation's stop also ends a sentence where a capital follows. Only
 * in Cyrillic: in German "41 Mrd. Euro" goes on with one.
 */
function isAmountBeforeSentence({ text, original, at }: FoldedText, start: number, stop: number): boolean {
  if (text.charCodeAt(stop + 1) !== SPACE || !/\d ?$/.test(text.slice(Math.max(0, start - 2), start))) return false;
  return /^[А-ЯЁІЇЄҐ]/.test(original.slice(at(stop + 2), at(stop + 2) + 1));
}
