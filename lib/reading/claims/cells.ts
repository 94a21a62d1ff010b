/** Cells of tables: a figure alone in one is told by the words in the cell before it. */
import type { Article, Sentence } from "../article.ts";
import { type CueWeights, findCues } from "../cues.ts";

/** A name, an amount and a word or two. */
export const longestCell = 48;
/** What a row is about takes some words more. */
const longestLabel = 90;
/** Nearly as much as a word right beside the figure. */
const labelWeight = 0.9;

/** Whether the sentence is all of a short block without a name: the cell beside the one that names its subject. */
export const isCell = ({ block, mentions }: Sentence): boolean =>
  mentions.length === 0 && block.folded.text.length <= longestCell;

/** Adds what the cell before says of a figure that stands in a cell by itself: "annual revenue | 16 billion dollars". */
export function addLabel(cues: CueWeights, sentence: Sentence, { blocks }: Article): void {
  if (!isCell(sentence) || sentence.quantities.length !== 1) return;
  const label = blocks[sentence.block.index - 1];
  const [said, ...more] = label?.sentences ?? [];
  if (!label || !said || more.length > 0 || said.quantities.length > 0) return;
  if (label.source.role !== sentence.block.source.role || label.folded.text.length > longestLabel) return;
  const hits = said.cues.length > 0 ? said.cues : findCues(label.folded.text, said, label.pack);
  for (const hit of hits) for (const cue of hit.cues) cues[cue] = Math.max(cues[cue] ?? 0, labelWeight);
}
