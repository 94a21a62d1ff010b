import type { Block } from "../lib/reading/types.ts";

/** A W3C Web Annotation TextQuoteSelector. */
export type Quote = { exact: string; prefix: string; suffix: string };

/** The recommended context; a quote that stands more than once with the same context gets more of it. */
const CONTEXT = 32;
const MOST_CONTEXT = 512;

/** Quotes stretches of a page's text: its blocks, each on a line of its own. */
export function createQuoter(
  blocks: readonly Block[],
): (claim: { block: number; start: number; end: number }) => Quote {
  const starts = new Map<number, number>();
  let text = "";
  for (const block of blocks) {
    starts.set(block.id, text.length);
    text += `${block.text}\n`;
  }
  text = text.slice(0, -1);

  return ({ block, start, end }) => {
    const offset = starts.get(block);
    if (offset === undefined) throw new RangeError(`No block ${block} on this page`);
    const from = offset + start;
    const to = offset + end;
    for (let context = CONTEXT; ; context *= 2) {
      const left = wholeCharacter(text, Math.max(0, from - context));
      const right = wholeCharacter(text, Math.min(text.length, to + context), 1);
      const passage = text.slice(left, right);
      const unique = text.indexOf(passage) === text.lastIndexOf(passage);
      if (unique || context >= MOST_CONTEXT) {
        return { exact: text.slice(from, to), prefix: text.slice(left, from), suffix: text.slice(to, right) };
      }
    }
  };
}

/** Moves an offset that would cut a surrogate pair in two out of it: back, or with `step` 1 forward. */
function wholeCharacter(text: string, offset: number, step: -1 | 1 = -1): number {
  const unit = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  const cuts = unit >= 0xdc00 && unit <= 0xdfff && before >= 0xd800 && before <= 0xdbff;
  return cuts ? offset + step : offset;
}
