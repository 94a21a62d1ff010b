/** Which of the names found in an article count, and whose they are: some are common words, some belong to several parties. */
import { isWordLetter, SPACE } from "./characters.ts";
import type { FoldedText } from "./fold.ts";
import type { Mention, NameIndex } from "./types.ts";

type Named = { text: FoldedText; mentions: readonly Mention[] };

/**
 * For each text the mentions that count, with the party that each is most likely to mean.
 *
 * A name that is also a common word needs support: the article names the party otherwise too, names a party that it has
 * a deal with, or writes the name as a name, in mid-sentence, more than once. A surname needs the full name.
 */
export function settleNames(texts: readonly Named[], index: NameIndex): Mention[][] {
  const people = new Set<string>();
  const sure = new Set<string>();
  for (const { mentions } of texts)
    for (const { party, also, ambiguous, by } of mentions) {
      if (!party) continue;
      if (by === "person") people.add(party);
      if (!ambiguous && !also && by !== "surname") sure.add(party);
    }
  for (const { mentions } of texts) supportEachOther(mentions, index, sure);
  for (const party of writtenAsNames(texts, index)) sure.add(party);
  // Who is sure is settled by now.
  const partners = new Partners(sure, namedAlone(texts, sure), index);
  const settle = (mention: Mention, text: FoldedText, all: readonly Mention[]): Mention[] => {
    const settled = mention.also ? settleOwner(mention, partners, all) : mention;
    const { party, ambiguous, by } = settled;
    if (!party) return [settled];
    if (by === "surname") return people.has(party) ? [settled] : [];
    if (!ambiguous || partners.supportOf(party) > 0) return [settled];
    return by === "alias" && mayBeName(settled, text, index) ? [{ ...settled, weak: true }] : [];
  };
  return texts.map(({ text, mentions }) => mentions.flatMap((mention) => settle(mention, text, mentions)));
}

/** Every party that goes by a name of its own somewhere in the article, and those who are sure. */
function namedAlone(texts: readonly Named[], sure: ReadonlySet<string>): Set<string> {
  const named = new Set(sure);
  for (const { mentions } of texts) for (const { party, also } of mentions) if (party && !also) named.add(party);
  return named;
}

/**
 * Who has deals with whom of those that an article names. A hundred companies may go by one ticker, and nearly all of them
 * have deals with none of these: each is looked up once an article, however often the ticker stands in it.
 */
class Partners {
  readonly #sure: ReadonlySet<string>;
  readonly #named: ReadonlySet<string>;
  readonly #index: NameIndex;
  readonly #known = new Map<string, { any: boolean; support: number }>();

  /** @param named those who are sure, and all others that will be asked about */
  constructor(sure: ReadonlySet<string>, named: ReadonlySet<string>, index: NameIndex) {
    this.#sure = sure;
    this.#named = named;
    this.#index = index;
  }

  #lookUp(party: string): { any: boolean; support: number } {
    let known = this.#known.get(party);
    if (!known) {
      const any = this.#index.dealsWith(party, this.#named) > 0;
      const deals = any ? this.#index.dealsWith(party, this.#sure) : 0;
      known = { any, support: (this.#sure.has(party) ? 100 : 0) + deals };
      this.#known.set(party, known);
    }
    return known;
  }

  /** How much speaks for the party being meant: that it is named otherwise, or how many deals it has with those who are. */
  supportOf(party: string): number {
    return this.#lookUp(party).support;
  }

  /** Whether the party has a deal with one of some of those named. */
  hasOneOf(party: string, some: ReadonlySet<string>): boolean {
    return some.size > 0 && this.#lookUp(party).any && this.#index.dealsWith(party, some) > 0;
  }
}

/**
 * Of several parties of one name, the one whose partner stands beside it: "Skydance took over Paramount" tells of the old
 * one, whatever the article is about. Else the one that the article names otherwise, or whose partners it names.
 */
function settleOwner(mention: Mention, partners: Partners, all: readonly Mention[]): Mention {
  const { also, ...settled } = mention;
  if (!also || !mention.party) return mention;
  const near = namedBeside(mention, all);
  let best = mention.party;
  let most = -1;
  for (const party of [mention.party, ...also]) {
    const support = partners.supportOf(party) + (partners.hasOneOf(party, near) ? beside : 0);
    if (support > most) [best, most] = [party, support];
  }
  return { ...settled, party: best };
}

/** More than any support from elsewhere in the article. */
const beside = 1000;
/** Characters between two names of one clause. */
const clause = 60;

/** The parties that are named in the same clause, by names of their own. */
function namedBeside(mention: Mention, all: readonly Mention[]): ReadonlySet<string> {
  const near = new Set<string>();
  for (const { party, also, start, end } of all)
    if (party && !also && start - mention.end <= clause && mention.start - end <= clause) near.add(party);
  return near;
}

/** Two names that are both common words, but stand in one text and have a deal with each other, are meant: Stripe and Bridge. */
function supportEachOther(mentions: readonly Mention[], index: NameIndex, sure: Set<string>): void {
  const doubtful = new Set(
    mentions.flatMap(({ party, also, ambiguous, by }) =>
      party && ambiguous && by === "alias" ? [party, ...(also ?? [])] : [],
    ),
  );
  if (doubtful.size < 2) return;
  for (const party of doubtful) if (index.dealsWith(party, doubtful) > 0) sure.add(party);
}

/** A company's name, long enough and with a capital, or in a script without capitals. */
function mayBeName({ party, start, end }: Mention, { original, at }: FoldedText, index: NameIndex): boolean {
  if (index.kindOf(party ?? "") !== "company" || original.slice(at(start), at(end)).length < 2) return false;
  const first = original[at(start)] ?? "";
  return first !== first.toLowerCase() ? end - start >= shortestName : first === first.toUpperCase();
}

/** Shorter names in capitals are too often something else. */
const shortestName = 4;

/** Companies whose doubtful name stands with a capital in mid-sentence, twice or more: "Apple" is not the fruit. */
function* writtenAsNames(texts: readonly Named[], index: NameIndex): Generator<string> {
  const counts = new Map<string, number>();
  for (const { text, mentions } of texts)
    for (const mention of mentions) {
      if (!mention.party || mention.also || !mention.ambiguous || mention.by !== "alias") continue;
      if (mention.end - mention.start >= shortestName && isNameInSentence(text, mention))
        counts.set(mention.party, (counts.get(mention.party) ?? 0) + 1);
    }
  for (const [party, count] of counts) if (count > 1 && index.kindOf(party) === "company") yield party;
}

/** Whether a capital stands where only a name has one: behind a word in small letters. */
function isNameInSentence({ text, original, at }: FoldedText, { start }: Mention): boolean {
  if (text.charCodeAt(start - 1) !== SPACE || !isWordLetter(text.charCodeAt(start - 2))) return false;
  const first = original[at(start)] ?? "";
  let word = start - 2;
  while (word > 0 && isWordLetter(text.charCodeAt(word - 1))) word--;
  const before = original[at(word)] ?? "";
  return first !== first.toLowerCase() && before === before.toLowerCase();
}
