/** Reads what hedges an amount from outside: "more than the 5 billion", "5 billion or more". */
import type { Qualifier } from "../../deals/schema.ts";
import { meaning, type TokenStream } from "./token-stream.ts";

export type HedgeRead = { qualifier: Qualifier; start: number };

/** How many words before an amount are looked at: "up to a total of 5 billion". */
const mostBefore = 3;

/** The hedge before token `at`, perhaps with "the" or "a total of" between. */
export function hedgeBefore(stream: TokenStream, at: number): HedgeRead | null {
  let from = stream.at(at)?.start ?? 0;
  for (let i = at - 1; i >= at - mostBefore; i--) {
    const token = stream.at(i);
    // "כ-30": Hebrew ties a one-letter "about" to digits with a hyphen.
    if (!token || !/^(?:[ ]{0,2}["'(]?|-)$/.test(stream.slice(token.end, from))) return null;
    const hedge = meaning(token, "before");
    if (hedge) return { qualifier: hedge.qualifier, start: token.start };
    if (!meaning(token, "filler") && !meaning(token, "unit-link") && !meaning(token, "range-open")) return null;
    from = token.start;
  }
  return null;
}

/** The hedge at token `next`, if it stands right behind `end`: "5 billion (at least)". */
export function hedgeAfter(stream: TokenStream, next: number, end: number): Qualifier | null {
  const token = stream.at(next);
  if (!token || !/^[ ,(]{0,2}$/.test(stream.slice(end, token.start))) return null;
  return meaning(token, "after")?.qualifier ?? null;
}
