/** Deals that an article talks about without stating a figure: their sides stand in one sentence with words for such a deal. */
import type { Cue } from "../../locales/types.ts";
import type { Sentence } from "../article.ts";
import type { Candidate } from "./candidates.ts";
import type { Form, Sides } from "./sides.ts";

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
  supply: ["agreement"],
  compute: ["agreement"],
  "joint-venture": ["venture", "agreement", "programme"],
  licence: ["licence", "acquire", "agreement"],
  programme: ["programme", "invest"],
};

/** Rounds that are over are named in passing ("raised 5 billion last year"); what is talked about is the present one. */
const topical = 0.6;
const bar = 0.66;

/**
 * The deals that a sentence talks about, the likeliest of those between the same parties.
 *
 * @param candidates those of which the sentence names somebody
 * @param all the article's candidates
 * @param known deals that the article has been found to talk about so far
 */
export function dealsOfSentence(
  sentence: Sentence,
  candidates: readonly Candidate[],
  all: readonly Candidate[],
  known: ReadonlySet<string>,
): string[] {
  if (sentence.mentions.length === 0) return [];
  const named: string[] = [];
  const parties = new Set<string>();
  for (const { deal, party, weak } of sentence.mentions) {
    if (deal) named.push(deal);
    if (party && !weak) parties.add(party);
  }
  const cues = new Set<Cue>();
  for (const hit of sentence.cues) for (const cue of hit.cues) cues.add(cue);
  const best = new Map<string, Told>();
  for (const candidate of candidates) {
    const { deal, sides, timely } = candidate;
    const { form, essential, payers } = sides;
    if (isUnlikely(candidate, cues)) continue;
    const here = essential.map((group) => group.filter((party) => parties.has(party)));
    const missing = here.filter((group) => group.length === 0).length;
    // "MGX should invest, too": the company raising the money was named before.
    const joins =
      deal.partOf !== undefined &&
      isKnownRound(deal.partOf, known, all) &&
      parties.has([...payers][0] ?? "") &&
      (joining.some((cue) => cues.has(cue)) || payersOfRound(deal.partOf, parties, candidates) > 1) &&
      timely > 0.5;
    if (!joins && (missing > 0 || !tellingOf[form].some((cue) => cues.has(cue)))) continue;
    // One party's plan is told by its name or by its figures; one party's round while it is news.
    if (essential.length === 1 && (form === "programme" || (form === "funding-round" && timely < topical))) continue;
    if (essential.length === 1 && form === "investment" && ![...payers].some((party) => parties.has(party))) continue;
    if (essential.length > 1 && missing === 0 && !arePartners(sentence, here)) continue;
    const score = timely + prominence(candidate) + (isSpecific(form, cues) ? 0.25 : 0.1);
    if (form !== "listing" && score < bar) continue;
    const pair = `${here
      .map((group) => group.join("+"))
      .sort()
      .join("|")}`;
    const rival = best.get(pair);
    if (!rival || score > rival.score) best.set(pair, { id: deal.id, score, here: new Set(here.flat()), sides });
  }
  const told = [...best.values()];
  return [...named, ...told.filter((one) => !told.some((other) => areOneSide(one, other))).map(({ id }) => id)];
}

type Told = { id: string; score: number; here: ReadonlySet<string>; sides: Sides };

/** "SoftBank and OpenAI put money into SB Energy": the two are one side of another deal that is told, and no deal of their own. */
const areOneSide = ({ here }: Told, { sides: { payers }, here: all }: Told): boolean =>
  here.size > 1 && all.size > here.size && [...here].every((party) => payers.has(party));

/** Words of taking part in a round. */
const joining: readonly Cue[] = ["invest", "round", "pay", "part", "stake", "receive"];

/** How many of a round's investors with a part of their own the sentence names. */
const payersOfRound = (round: string, named: ReadonlySet<string>, candidates: readonly Candidate[]): number =>
  candidates.filter(({ deal, sides }) => deal.partOf === round && named.has([...sides.payers][0] ?? "")).length;

/** Whether the article has come to talk of the round, or of another investor's part in it. */
const isKnownRound = (round: string, known: ReadonlySet<string>, candidates: readonly Candidate[]): boolean =>
  known.has(round) || candidates.some(({ deal }) => deal.partOf === round && known.has(deal.id));

/** Deals that have not begun, that were told of once long ago, or that another between the same parties has replaced. */
function isUnlikely({ sides, sources, timely, begins, replaced }: Candidate, cues: ReadonlySet<Cue>): boolean {
  if (sides.form === "listing") return false;
  if (begins > 1 || (sources < 2 && timely < 0.8)) return true;
  return replaced && !cues.has("past") && !cues.has("replaced");
}

const isSpecific = (form: Form, cues: ReadonlySet<Cue>): boolean =>
  tellingOf[form].some((cue) => cue !== "agreement" && cues.has(cue));

/** What many papers reported is in the news more than other deals. */
const prominence = ({ sources }: Candidate): number => 0.12 * Math.log2(1 + sources);

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
  if (!isComma(text.slice(at, to))) return false;
  // "Microsoft, Oracle and SoftBank": the last two of a list have no comma between them.
  return /[,、，،]/.test(text.slice(from, to)) || followsInList(sentence, from);
}

/** Whether the name that ends at `end` stands behind a comma and another name. */
function followsInList({ block, mentions }: Sentence, end: number): boolean {
  const last = mentions.find((mention) => mention.end === end);
  const before = last && mentions.findLast((mention) => mention.end <= last.start);
  const between = before && last && block.folded.text.slice(before.end, last.start);
  return between !== undefined && isComma(between) && /[,、，،]/.test(between);
}

/** A comma, an "and", or nothing but a word or two. */
const isComma = (between: string): boolean => between.length <= 6 && !/[.;:()"-]/.test(between);
