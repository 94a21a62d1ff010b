/**
 * Reads the quantities in a text: money, power, percentages, counts.
 *
 * From the tokens come numbers ({@link ./quantities/number-reader.ts}), from these amounts with their units, ranges, and
 * quantities with their hedges: a file each in this folder. All go forward from digits and known words, and look only a
 * few tokens ahead, so that the time is linear in the text's length whatever stands in it.
 */
import type { LocalePack } from "../locales/types.ts";
import { type FoldedText, foldText } from "./fold.ts";
import { lexiconOf } from "./lexicon.ts";
import { type ReadQuantity, readTokens } from "./quantities/quantity-reader.ts";
import { TokenStream } from "./quantities/token-stream.ts";
import type { Quantity } from "./types.ts";

export type { ReadQuantity };

/**
 * Every quantity in `text`, left to right.
 *
 * @param text original text; the offsets given out are UTF-16 offsets into it
 * @returns amounts with a unit, and bare numbers with a scale word as `count`
 */
export function readQuantities(text: string, pack: LocalePack): Quantity[] {
  return readFolded(foldText(text), pack).map(
    ({ foldedStart, foldedEnd, hedgedFrom, scaled, bare, generic, anglicism, opened, ...quantity }) => quantity,
  );
}

/** As {@link readQuantities}, on text that is folded already. */
export function readFolded(folded: FoldedText, pack: LocalePack): ReadQuantity[] {
  return readTokens(new TokenStream(folded, lexiconOf(pack)));
}
