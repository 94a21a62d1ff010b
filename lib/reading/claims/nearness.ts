/** How near a figure each party is named: in its own clause, its sentence, before it, or only elsewhere in the article. */
import type { Article, Sentence } from "../article.ts";
import type { ReadQuantity } from "../quantities.ts";
import { isCell, longestCell } from "./cells.ts";

/** 1 right beside the figure … 0 nowhere in the article. */
export type Nearness = {
  party(id: string): number;
  deal(id: string): number;
  /** The party that the figure's own words name: nearest, with no other figure between. */
  bound: ReadonlySet<string>;
  /** Of these the one before the figure, who is likely to be its subject. */
  subjects: ReadonlySet<string>;
  /** Whether a party is named in the figure's own sentence. */
  isHere(party: string): boolean;
};

/** After so many blocks a name is no more present than any other that the article names somewhere. */
const memory = 6;

/** Where each name was last seen, as reading goes along. */
export class Discourse {
  readonly #seen = new Map<string, { sentence: number; block: number }>();
  /** Names by when they were last seen, the latest last: what is older than `memory` blocks is forgotten from the front. */
  readonly #recent = new Map<string, number>();
  readonly article: Article;
  /** Whether any deal was called by a name of its own so far. */
  namesDeals: boolean;
  /** What the whole article is about: parties, and deals as `deal:<id>`. */
  readonly #topic: ReadonlySet<string>;

  constructor(article: Article) {
    this.article = article;
    this.namesDeals = article.topicDeals.size > 0;
    this.#topic = new Set([...article.topic, ...[...article.topicDeals].map((id) => `deal:${id}`)]);
  }

  /** To be called after a sentence's figures have been read. */
  pass(sentence: Sentence): void {
    for (const { party, deal, weak } of sentence.mentions)
      if (!weak) {
        const name = party ?? `deal:${deal}`;
        if (deal !== undefined) this.namesDeals = true;
        this.#seen.set(name, { sentence: sentence.index, block: sentence.block.index });
        this.#recent.delete(name);
        this.#recent.set(name, sentence.block.index);
      }
  }

  /** Names that are more present in the discourse at `block` than those merely named somewhere in the article. */
  present(block: number): string[] {
    for (const [name, last] of this.#recent) {
      if (block - last <= memory) break;
      this.#recent.delete(name);
    }
    return [...this.#recent.keys(), ...this.#topic];
  }

  /** Whether all blocks from one to another are as short as the cells of a table's row. */
  #isRow(from: number, to: number): boolean {
    if (to - from > longestRow) return false;
    for (let i = from; i < to; i++) if ((this.article.blocks[i]?.folded.text.length ?? 0) > longestCell) return false;
    return true;
  }

  /** How present a name is in the discourse before `sentence`. */
  level(name: string, sentence: Sentence): number {
    const last = this.#seen.get(name);
    // A title that names two parties is about them; one that names six is a list.
    const topic = this.#topic.has(name) ? (this.article.topic.size <= 3 ? 0.6 : 0.45) : 0;
    if (!last) return Math.max(topic, this.article.salience.has(name) ? 0.15 : 0);
    const sentences = sentence.index - last.sentence;
    const blocks = sentence.block.index - last.block;
    if (blocks > 0 && isCell(sentence) && this.#isRow(last.block, sentence.block.index)) return 0.8;
    const recent = blocks === 0 ? Math.max(0.5, 0.72 - 0.06 * (sentences - 1)) : Math.max(0.2, 0.52 - 0.06 * blocks);
    return Math.max(recent, topic);
  }
}

const longestRow = 4;

export function nearnessOf(quantity: ReadQuantity, sentence: Sentence, discourse: Discourse): Nearness {
  /** Of those named here first; the others are added as they are asked for, since each deal they have a part in asks again. */
  const levels = new Map<string, number>();
  const bound = new Set<string>();
  const reach = sentence.block.pack.words === "unspaced" ? 60 : 160;
  /** Names before the figure and after it with no other figure between, as [offset, name]. */
  const before: [number, string][] = [];
  const after: [number, string][] = [];
  const text = sentence.block.folded.text;
  for (const mention of sentence.mentions) {
    const name = mention.party ?? `deal:${mention.deal}`;
    const isBefore = mention.end <= quantity.foldedStart;
    const [from, to] = isBefore ? [mention.end, quantity.foldedStart] : [quantity.foldedEnd, mention.start];
    const blocked = sentence.quantities.some(
      (other) => other !== quantity && other.foldedStart >= from && other.foldedEnd <= to,
    );
    let level = 0.8 + 0.2 * Math.max(0, 1 - (to - from) / reach) - 0.06 * Math.min(countBreaks(text, from, to), 3);
    if (blocked) level -= 0.1;
    if (mention.weak) level *= 0.8;
    // What stands behind a semicolon or dash is told of somebody else.
    if (!blocked && !isNewClause(text.slice(from, to))) {
      if (isBefore) before.push([mention.end, name]);
      else if (to - from < reach / 2) after.push([mention.start, name]);
    }
    if ((levels.get(name) ?? 0) < level) levels.set(name, level);
  }
  // "Microsoft invests in Anthropic up to 10 billion, while Nvidia …": both names before, but not the next clause's.
  const [nearest, second] = before.reverse();
  if (nearest) bound.add(nearest[1]);
  if (nearest && second && !comma.test(text.slice(second[0], nearest[0]))) bound.add(second[1]);
  const subjects = new Set(bound);
  const [next] = after;
  if (next && !comma.test(text.slice(quantity.foldedEnd, next[0]))) bound.add(next[1]);
  const namesHere = new Set(levels.keys());
  const look = (name: string): number => {
    let level = levels.get(name);
    if (level === undefined) {
      level = discourse.level(name, sentence);
      levels.set(name, level);
    }
    return level;
  };
  // Most articles call no deal by a name of its own: their deals need not be looked for.
  const namesDeals = discourse.namesDeals || sentence.mentions.some(({ deal }) => deal !== undefined);
  return {
    party: look,
    deal: (id) => (namesDeals ? look(`deal:${id}`) : 0),
    bound,
    subjects,
    isHere: (name) => namesHere.has(name),
  };
}

const comma = /[,，、،]/;

/** A semicolon or dash; but for the dash that is a verb: "Reliance directly — 36,84 %". */
const isNewClause = (between: string): boolean => /[;；؛]|—(?! *$)/.test(between);

/** How much a unit parts clauses. */
const breaks = new Uint8Array(0x10000);
for (const char of ",，、،") breaks[char.charCodeAt(0)] = 1;
for (const char of ";；؛:：") breaks[char.charCodeAt(0)] = 2;

/** How much parts the clauses from one offset to another. */
function countBreaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    count += breaks[text.charCodeAt(i)] as number;
  }
  return count;
}
