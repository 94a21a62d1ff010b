/** Cuts a block's folded text into sentences: what a figure and the words that explain it usually share. */
import { isDigit, isLetter, SPACE } from "./characters.ts";

export type Span = { start: number; end: number };

const full = new Set("。！？!?…؟।\n");
const closers = new Set("\"'”’)]」』）】»");

/**
 * Sentences left to right, without gaps: each begins where the one before ends.
 *
 * @param text folded text
 * @param abbreviations folded words whose full stop ends no sentence
 */
export function splitSentences(text: string, original: string, abbreviations: ReadonlySet<string>): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const stops =
      full.has(char) ||
      (char === "." && endsSentence(text, at, abbreviations)) ||
      original[at] === "\n" ||
      original[at] === "。" ||
      original[at] === "．";
    if (!stops) continue;
    let end = at + 1;
    while (
      end < text.length &&
      (full.has(text[end] as string) || closers.has(text[end] as string) || text[end] === ".")
    )
      end++;
    while (end < text.length && text.charCodeAt(end) === SPACE && original[end] !== "\n") end++;
    spans.push({ start, end });
    start = end;
    at = end - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** Whether the full stop at `at` ends a sentence: not in "1.5", "U.S.", "Inc.", "a.m.". */
function endsSentence(text: string, at: number, abbreviations: ReadonlySet<string>): boolean {
  const next = text.charCodeAt(at + 1);
  if (isDigit(next) || (isLetter(next) && !Number.isNaN(next))) return false;
  let start = at;
  while (start > 0 && (isLetter(text.charCodeAt(start - 1)) || text[start - 1] === ".")) start--;
  const word = text.slice(start, at);
  if (at + 1 >= text.length) return true;
  if (word.length === 1 && isLetter(word.charCodeAt(0)) && word !== "i") return false; // initials: "J. Huang"
  return !abbreviations.has(word);
}
