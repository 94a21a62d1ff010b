/** Finds the phrases that tell what a figure is about, and how much each has to say about a given figure. */
import { type Cue, cueNames, type LocalePack } from "../locales/types.ts";
import { isBoundary, isWordLetter, SPACE } from "./characters.ts";
import { foldKey } from "./fold.ts";
import type { Span } from "./sentences.ts";
import { Trie } from "./trie.ts";

export type CueHit = Span & { cues: readonly Cue[] };

const compiled = new WeakMap<LocalePack, Trie<Cue>>();

function trieOf(pack: LocalePack): Trie<Cue> {
  let trie = compiled.get(pack);
  if (!trie) {
    trie = new Trie<Cue>();
    for (const [cue, phrases] of Object.entries(pack.cues))
      for (const phrase of phrases) trie.add(foldKey(phrase), cue as Cue);
    compiled.set(pack, trie);
  }
  return trie;
}

/** Cues in a stretch of folded text, left to right; a longer phrase hides the shorter ones inside it. */
export function findCues(text: string, span: Span, pack: LocalePack): CueHit[] {
  const trie = trieOf(pack);
  const proclitics = pack.proclitics ?? [];
  const hits: CueHit[] = [];
  let at = span.start;
  while (at < span.end) {
    if (text.charCodeAt(at) === SPACE || !isBoundary(text, at)) {
      at++;
      continue;
    }
    let start = at;
    let hit = trie.longest(text, at);
    for (let i = 0; !hit && i < proclitics.length; i++) {
      const proclitic = proclitics[i] as string;
      if (!text.startsWith(proclitic, at)) continue;
      start = at + proclitic.length;
      hit = trie.longest(text, start);
    }
    if (hit && hit.end <= span.end + 1) {
      hits.push({ start, end: hit.end, cues: hit.entries });
      // "cette levée de fonds" refers back to a deal, and says which kind of deal it was.
      at = hit.entries.some((cue) => cue === "sameDeal") ? wordAfter(text, start, hit.end) : hit.end;
    } else {
      at++;
      if (isWordLetter(text.charCodeAt(at - 1))) while (at < span.end && isWordLetter(text.charCodeAt(at))) at++;
    }
  }
  return hits;
}

/** Where the second word of a phrase begins; behind the first character where words are not separated. */
function wordAfter(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end && isWordLetter(text.charCodeAt(at)) && isWordLetter(text.charCodeAt(at - 1))) at++;
  return at;
}

/** How strongly each cue speaks about one figure: 1 right beside it, falling with distance, commas and other figures between. */
export type CueWeights = Partial<Record<Cue, number>>;

const weak = 0.05;

/** What stands between a cue and a figure and keeps them apart, by its unit. */
const pauses = new Uint8Array(0x10000);
const COMMA = 1;
const STOP = 2;
for (const char of ",、،") pauses[char.charCodeAt(0)] = COMMA;
for (const char of ";:；：—؛") pauses[char.charCodeAt(0)] = STOP;

/** All cues in one order: objects that gained their properties in the order of the words would each be of a kind of its own. */
const template = Object.fromEntries(cueNames.map((cue) => [cue, undefined])) as CueWeights;
const unsaid = (): CueWeights => ({ ...template });

/**
 * @param hits the sentence's cues
 * @param figure the figure's own span
 * @param others spans of the sentence's other figures
 * @param reach characters over which a cue loses all its weight: longer where words are spelled with letters
 */
export function weighCues(
  text: string,
  hits: readonly CueHit[],
  figure: Span,
  others: readonly Span[],
  reach: number,
): CueWeights {
  const weights = unsaid();
  for (const hit of hits) {
    const weight = weigh(text, hit, figure, others, reach);
    if (weight < weak) continue;
    for (const cue of hit.cues) {
      // "10 gigawatts, equal to ten reactors": what is compared with something is a figure of its own.
      const said = cue === "comparison" && hit.start >= figure.end ? 0.4 * weight : weight;
      if ((weights[cue] ?? 0) < said) weights[cue] = said;
    }
  }
  return weights;
}

/** The cues that weigh more than `least`, in the order of their names. */
export function cuesAbove(weights: CueWeights, least: number): Cue[] {
  const above: Cue[] = [];
  // All weights are objects of one kind, whose properties are gone over faster than looked up by fifty names.
  for (const cue in weights) if ((weights[cue as Cue] ?? 0) > least) above.push(cue as Cue);
  return above;
}

function weigh(text: string, hit: Span, figure: Span, others: readonly Span[], reach: number): number {
  const after = hit.start >= figure.end;
  const from = after ? figure.end : hit.end;
  const to = after ? hit.start : figure.start;
  if (to < from) return 1; // overlapping: the cue is part of the figure's own words
  let weight = 1 - (to - from) / (after ? reach * 0.7 : reach);
  if (weight <= 0) return weak;
  for (let at = from; at < to; at++) {
    const pause = pauses[text.charCodeAt(at)];
    if (pause === COMMA) weight *= 0.7;
    else if (pause === STOP) weight *= 0.5;
  }
  for (const other of others) {
    if (other.start === figure.start) continue;
    if (other.start >= from && other.end <= to) weight *= 0.3;
    else if (bindsElsewhere(text, hit, figure, other, after)) weight *= 0.25;
  }
  return weight;
}

/** A cue between two figures belongs to the one it touches: "$2 billion of revenue", but "… of $122 billion, valued at $852 billion". */
function bindsElsewhere(text: string, hit: Span, figure: Span, other: Span, after: boolean): boolean {
  if (after) {
    // figure … cue … other
    if (other.start < hit.end) return false;
    return !touches(text.slice(figure.end, hit.start)) && other.start - hit.end < hit.start - figure.end + 12;
  }
  // other … cue … figure
  if (other.end > hit.start) return false;
  return touches(text.slice(other.end, hit.start)) && figure.start - hit.end >= hit.start - other.end;
}

/** Little stands between, and no new clause begins. */
const touches = (between: string): boolean => between.length <= 12 && !clauseMark.test(between);
const clauseMark = /[,;:()、，；：،؛]/;
