/**
 * Marks as they travel from the background to a page: five whole numbers each, one list. A long article has thousands,
 * and as objects they would be unpacked in one go, on the page's own thread.
 */
import type { Verdict } from "./reading/types.ts";

/** What is marked, and how. `id` names the claim for as long as its place, text and deal stay what they are. */
export type Mark = {
  id: number;
  block: number;
  /** UTF-16 offsets into the block's text. */
  start: number;
  end: number;
  verdict: Verdict;
};

const VERDICTS: readonly Verdict[] = ["confirmed", "outdated", "discrepancy", "unverified"];
/** Numbers a mark. */
const WIDTH = 5;

export const packMarks = (marks: readonly Mark[]): number[] =>
  marks.flatMap(({ id, block, start, end, verdict }) => [id, block, start, end, VERDICTS.indexOf(verdict)]);

/** Calls `take` for each mark of a list that `packMarks` made, in its order. No objects: see above. */
export function eachMark(
  packed: readonly number[],
  take: (id: number, block: number, start: number, end: number, verdict: Verdict) => void,
): void {
  for (let at = 0; at < packed.length; at += WIDTH) {
    const verdict = VERDICTS[packed[at + 4] as number] as Verdict;
    take(packed[at] as number, packed[at + 1] as number, packed[at + 2] as number, packed[at + 3] as number, verdict);
  }
}
