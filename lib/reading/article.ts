/** A page made ready for claims: each block folded and cut into sentences, with its figures, names and cues. */
import { isMoney } from "../deals/schema.ts";
import type { LocalePack } from "../locales/types.ts";
import { type CueHit, findCues } from "./cues.ts";
import { type FoldedText, foldKey, foldText } from "./fold.ts";
import { readStakeFractions } from "./fractions.ts";
import { packOf, sample } from "./language.ts";
import { type ReadQuantity, readFolded } from "./quantities.ts";
import { type Span, splitSentences } from "./sentences.ts";
import { settleNames } from "./support.ts";
import type { Block, Mention, NameIndex, Page } from "./types.ts";

export type Sentence = Span & {
  /** Position among all sentences of the article. */
  index: number;
  block: PreparedBlock;
  quantities: ReadQuantity[];
  /** Stakes told as fractions; apart, since they are too doubtful to stand between other figures and their words. */
  fractions: ReadQuantity[];
  /** Only names that count: ambiguous ones without support are left out. */
  mentions: Mention[];
  cues: CueHit[];
};

export type PreparedBlock = {
  source: Block;
  /** Position among the article's blocks. */
  index: number;
  folded: FoldedText;
  pack: LocalePack;
  sentences: Sentence[];
};

export type Article = {
  pack: LocalePack;
  blocks: PreparedBlock[];
  /** None where no party and no deal is named. */
  sentences: Sentence[];
  /** Parties that the whole article is about: those in its title and first block, else the one that it names most. */
  topic: ReadonlySet<string>;
  /** Deals that its title or first block calls by a name of their own. */
  topicDeals: ReadonlySet<string>;
  /** How often each party is named. */
  salience: ReadonlyMap<string, number>;
  /** The article's usual currency, for amounts that leave it unsaid; null where it names none. */
  currency: string | null;
  /** What a word for any currency ("元") means here, where the article names just one of those that it may mean. */
  local: string | null;
};

/** The pack of an article; null where its language is none that can be read. */
const packOfArticle = (page: Page): LocalePack | null => packOf(beginningOf(page), page.lang);

/** A block may be in another language than its article. */
const packOfBlock = ({ lang, text }: Block, page: Page, pack: LocalePack): LocalePack =>
  lang && lang !== page.lang ? (packOf(text, lang) ?? pack) : pack;

/** The packs that an article is read with, of which no more is looked at than their tags: they may still be loaded. */
export function packsOf(page: Page): LocalePack[] {
  const pack = packOfArticle(page);
  return pack ? [...new Set([pack, ...page.blocks.map((block) => packOfBlock(block, page, pack))])] : [];
}

/** Who is named in a page, of which no more has been read. */
export type NamedArticle = Pick<Article, "pack" | "salience"> & {
  /** Not cut into sentences yet. */
  blocks: PreparedBlock[];
  /** By block, and at the end of the title: the names that count. */
  named: Mention[][];
};

/**
 * Reads next to nothing with a pack, so that its tables are compiled before an article waits for them: while whoever reads
 * it is waiting for something else.
 */
export function warmUp(pack: LocalePack): void {
  const folded = foldText("$1 million");
  readFolded(folded, pack);
  findCues(folded.text, { start: 0, end: folded.text.length }, pack);
  abbreviationsOf(pack);
}

/** Null where the page's language is none that can be read. */
export function prepareArticle(page: Page, index: NameIndex): Article | null {
  const named = nameArticle(page, index);
  return named && cutArticle(named);
}

/** The first half of `prepareArticle`: who is named says which deals will be asked for. */
export function nameArticle(page: Page, index: NameIndex): NamedArticle | null {
  const pack = packOfArticle(page);
  if (!pack) return null;
  const blocks: PreparedBlock[] = [];
  const mentions: Mention[][] = [];
  for (const source of page.blocks) {
    const own = packOfBlock(source, page, pack);
    const folded = foldText(source.text);
    blocks.push({ source, index: blocks.length, folded, pack: own, sentences: [] });
    mentions.push(index.findNames(folded, own.tag));
  }
  const titleText = foldText(page.title ?? "");
  const named = settleNames(
    [...blocks.map(({ folded }) => folded), titleText].map((text, i) => ({
      text,
      mentions: mentions[i] ?? index.findNames(text, pack.tag),
    })),
    index,
  );
  return { pack, blocks, named, salience: countParties(named.slice(0, -1).flat()) };
}

/** The other half. Call it once: the blocks are cut in their place. */
export function cutArticle({ pack, blocks, named, salience }: NamedArticle): Article {
  const title = named.at(-1) ?? [];
  const sentences: Sentence[] = [];
  // Where nobody is named, nothing is stated of any deal: most pages end here, with their names looked for and no more.
  if (named.some(({ length }) => length > 0))
    for (const block of blocks) cutBlock(block, named[block.index] ?? [], sentences);
  const head = [...title, ...(named[0] ?? [])];
  const topic = new Set(head.flatMap(({ party, weak }) => (party && !weak ? party : [])));
  const hero = topic.size === 0 ? mostNamed(salience) : null;
  return {
    pack,
    blocks,
    sentences,
    topic: hero === null ? topic : new Set([hero]),
    topicDeals: new Set(head.flatMap(({ deal }) => deal ?? [])),
    salience,
    currency: usualCurrency(sentences),
    local: localCurrency(sentences),
  };
}

/** As much of the page's text as tells its language. */
function beginningOf({ title, blocks }: Page): string {
  let text = title ?? "";
  for (let i = 0; i < blocks.length && text.length < sample; i++) text += `\n${(blocks[i] as Block).text}`;
  return text;
}

function cutBlock(block: PreparedBlock, mentions: Mention[], sentences: Sentence[]): void {
  const { folded, pack } = block;
  const quantities = readFolded(folded, pack);
  const abbreviations = abbreviationsOf(pack);
  // Quantities, mentions and sentences each come left to right, so that one pass deals them out.
  let quantity = 0;
  let mention = 0;
  for (const span of splitSentences(folded, abbreviations, mentions)) {
    const sentence: Sentence = {
      start: span.start,
      end: span.end,
      index: sentences.length,
      block,
      quantities: [],
      fractions: [],
      mentions: [],
      cues: [],
    };
    for (let next = quantities[quantity]; next && next.foldedStart < span.end; next = quantities[++quantity])
      sentence.quantities.push(next);
    for (let next = mentions[mention]; next && next.start < span.end; next = mentions[++mention])
      sentence.mentions.push(next);
    // Cues matter only beside figures and names; most sentences of a page have neither.
    if (sentence.quantities.length > 0 || sentence.mentions.length > 0)
      sentence.cues = findCues(folded.text, span, pack);
    if (sentence.mentions.length > 0)
      sentence.fractions = readStakeFractions(folded, span, sentence.cues, sentence.quantities, pack);
    block.sentences.push(sentence);
    sentences.push(sentence);
  }
}

const abbreviations = new WeakMap<LocalePack, Set<string>>();
function abbreviationsOf(pack: LocalePack): Set<string> {
  let set = abbreviations.get(pack);
  if (!set) {
    set = new Set((pack.abbreviations ?? []).map(foldKey));
    abbreviations.set(pack, set);
  }
  return set;
}

function countParties(mentions: readonly Mention[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { party } of mentions) if (party) counts.set(party, (counts.get(party) ?? 0) + 1);
  return counts;
}

/** An article that begins with a description ("the ChatGPT maker's …") is about whom it names most, by far. */
function mostNamed(salience: ReadonlyMap<string, number>): string | null {
  const [first, second] = [...salience].sort(([, a], [, b]) => b - a);
  return first && first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
}

function usualCurrency(sentences: readonly Sentence[]): string | null {
  const counts = new Map<string, number>();
  for (const { quantities } of sentences)
    for (const { unit } of quantities) if (isMoney(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  let usual: string | null = null;
  for (const [unit, count] of counts) if (usual === null || count > (counts.get(usual) ?? 0)) usual = unit;
  return usual;
}

/** Currencies that papers in traditional characters call 元 for short. In simplified ones it is China's. */
export const sharedYuan: ReadonlySet<string> = new Set(["TWD", "HKD", "MOP"]);

function localCurrency(sentences: readonly Sentence[]): string | null {
  const named = new Set<string>();
  for (const { quantities } of sentences)
    for (const { unit, generic } of quantities) if (!generic && sharedYuan.has(unit)) named.add(unit);
  return named.size === 1 ? ([...named][0] as string) : null;
}
