/** Deals that an article talks about without stating a figure: their sides stand in one sentence with words for such a deal. */
import type { Cue } from "../../locales/types.ts";
import type { Sentence } from "../article.ts";
import type { Candidate } from "./candidates.ts";
import { type Form, sidesOf } from "./sides.ts";

/** Words without which a sentence does not tell of a deal of the form, however its sides are named in it. */
const tellingOf: Record<Form, readonly Cue[]> = {
  acquisition: ["acquire", "merge"],
  merger: ["merge", "acquire"],
  "funding-round": ["round"],
  listing: ["listing"],
  secondary: ["secondary"],
  investment: ["invest", "stake", "agreement"],
  recapitalisation: ["stake", "agreement", "invest"],
  lending: ["lend"],
  supply: ["agreement", "supply"],
  compute: ["agreement"],
  "joint-venture": ["venture", "agreement", "programme"],
  licence: ["licence", "acquire", "agreement"],
  programme: ["programme", "invest"],
};

/** Rounds that are over are named in passing ("raised 5 billion last year"); what is talked about is the present one. */
const topical = 0.6;
const bar = 0.6;

/**
 * The deals that a sentence talks about, the likeliest of those between the same parties.
 *
 * @param known deals that the article has been found to talk about so far
 */
export function dealsOfSentence(
  sentence: Sentence,
  candidates: readonly Candidate[],
  known: ReadonlySet<string>,
): string[] {
  if (sentence.mentions.length === 0) return [];
  const named = sentence.mentions.flatMap(({ deal }) => deal ?? []);
  const parties = new Set(sentence.mentions.flatMap(({ party, weak }) => (party && !weak ? party : [])));
  const cues = new Set(sentence.cues.flatMap((hit) => hit.cues));
  const best = new Map<string, { id: string; score: number }>();
  for (const { deal, timely } of candidates) {
    const { form, essential, payers } = sidesOf(deal);
    if (!tellingOf[form].some((cue) => cues.has(cue))) continue;
    const here = essential.map((group) => group.filter((party) => parties.has(party)));
    const missing = here.filter((group) => group.length === 0).length;
    // "MGX should invest, too": the company raising the money was named before.
    const joins =
      deal.partOf !== undefined &&
      known.has(deal.partOf) &&
      parties.has([...payers][0] ?? "") &&
      cues.has("invest") &&
      timely > 0.6;
    if (missing > 0 && !joins) continue;
    // One party's plan is told by its name or by its figures; one party's round while it is news.
    if (essential.length === 1 && (form === "programme" || (form === "funding-round" && timely < topical))) continue;
    if (essential.length === 1 && form === "investment" && ![...payers].some((party) => parties.has(party))) continue;
    if (essential.length > 1 && missing === 0 && !arePartners(sentence, here)) continue;
    const score = timely + prominence(deal.events.length) + (isSpecific(form, cues) ? 0.25 : 0.1);
    if (form !== "listing" && score < bar) continue;
    const pair = `${here
      .map((group) => group.join("+"))
      .sort()
      .join("|")}`;
    const rival = best.get(pair);
    if (!rival || score > rival.score) best.set(pair, { id: deal.id, score });
  }
  return [...named, ...[...best.values()].map(({ id }) => id)];
}

const isSpecific = (form: Form, cues: ReadonlySet<Cue>): boolean =>
  tellingOf[form].some((cue) => cue !== "agreement" && cues.has(cue));

/** Deals of many events are in the news more than others. */
const prominence = (events: number): number => 0.12 * Math.log2(1 + events);

/** Names in one list ("Microsoft, Oracle and SoftBank") stand side by side, and not for a deal between them. */
function arePartners(sentence: Sentence, groups: readonly (readonly string[])[]): boolean {
  const [left, right] = groups;
  if (!left || !right) return true;
  const places = (ids: readonly string[]) =>
    sentence.mentions.filter(({ party }) => party !== undefined && ids.includes(party));
  return places(left).some((a) =>
    places(right).some((b) => !isOneList(sentence, Math.min(a.end, b.end), Math.max(a.start, b.start))),
  );
}

function isOneList(sentence: Sentence, from: number, to: number): boolean {
  const { text } = sentence.block.folded;
  let at = from;
  for (const mention of sentence.mentions) {
    if (mention.start < from || mention.end > to) continue;
    if (!isComma(text.slice(at, mention.start))) return false;
    at = mention.end;
  }
  return isComma(text.slice(at, to)) && /[,、，،]/.test(text.slice(from, to));
}

/** A comma, an "and", or nothing but a word or two. */
const isComma = (between: string): boolean => between.length <= 6 && !/[.;:()"-]/.test(between);
