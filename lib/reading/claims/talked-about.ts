/** Deals that an article talks about without stating a figure: their sides stand in one sentence with words for such a deal. */
import type { CueWeights } from "../cues.ts";
import type { Sentence } from "../article.ts";
import type { Candidate } from "./candidates.ts";
import { kindFit } from "./metrics.ts";
import { sidesOf } from "./sides.ts";

/** The deals that a sentence talks about, the likeliest of those between the same parties. */
export function dealsOfSentence(sentence: Sentence, candidates: readonly Candidate[]): string[] {
  if (sentence.mentions.length === 0) return [];
  const parties = new Set(sentence.mentions.flatMap(({ party }) => party ?? []));
  const found: string[] = sentence.mentions.flatMap(({ deal }) => deal ?? []);
  const cues = presence(sentence);
  const best = new Map<string, { id: string; score: number }>();
  for (const { deal, timely } of candidates) {
    const { essential, form } = sidesOf(deal);
    if (essential.length < 2 || !essential.every((group) => group.some((party) => parties.has(party)))) continue;
    const fit = kindFit(form, cues);
    if (fit === 0) continue;
    const score = fit + timely;
    if (score < 1.12) continue;
    const pair = essential
      .map((group) => group.filter((party) => parties.has(party)).join("+"))
      .sort()
      .join("|");
    const rival = best.get(pair);
    if (!rival || score > rival.score) best.set(pair, { id: deal.id, score });
  }
  return [...found, ...[...best.values()].map(({ id }) => id)];
}

/** Every cue that stands in the sentence, wherever. */
function presence(sentence: Sentence): CueWeights {
  const cues: CueWeights = {};
  for (const hit of sentence.cues) for (const cue of hit.cues) cues[cue] = 1;
  return cues;
}
