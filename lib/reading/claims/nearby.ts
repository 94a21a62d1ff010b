/**
 * The candidates that a sentence can be about at all.
 *
 * A long article names hundreds of deals' parties somewhere; weighing all of them for each figure would make the time
 * grow with the square of its length. A deal of which nobody is named in the sentence, lately or in the title never
 * reaches the evidence that weighing asks for (`partyEvidence`), and is not looked at. A test holds the two together.
 */
import type { Sentence } from "../article.ts";
import type { Candidate } from "./candidates.ts";
import type { Discourse } from "./nearness.ts";

export class Nearby {
  readonly all: readonly Candidate[];
  /** Places in `all`, by party and by `deal:<id>`. */
  readonly #places = new Map<string, number[]>();
  /** Most articles call no deal by a name of its own: by those names they are found once one does. */
  #knowsDeals = false;
  /** A bit for each place: whether it was found. So they come out in their order, and need not be sorted. */
  readonly #found: Uint32Array;

  constructor(candidates: readonly Candidate[]) {
    this.all = candidates;
    this.#found = new Uint32Array(Math.ceil(candidates.length / 32));
    for (let place = 0; place < candidates.length; place++)
      for (const { party } of (candidates[place] as Candidate).deal.parties) this.#add(party, place);
  }

  /** A party may have several parts in a deal. */
  #add(name: string, place: number): void {
    const places = this.#places.get(name);
    if (!places) this.#places.set(name, [place]);
    else if (places[places.length - 1] !== place) places.push(place);
  }

  /** Those of which somebody is named in the sentence itself, in their order. */
  inSentence({ mentions }: Sentence): readonly Candidate[] {
    for (const mention of mentions) this.#find(nameOf(mention));
    return this.#takeFound();
  }

  /** Those of which somebody is named in the sentence or is present before it, in their order. */
  around({ mentions, block }: Sentence, discourse: Discourse): readonly Candidate[] {
    for (const mention of mentions) this.#find(nameOf(mention));
    for (const name of discourse.present(block.index)) this.#find(name);
    return this.#takeFound();
  }

  #find(name: string): void {
    if (!this.#knowsDeals && name.startsWith("deal:")) {
      this.#knowsDeals = true;
      this.all.forEach(({ deal }, place) => {
        this.#add(`deal:${deal.id}`, place);
      });
    }
    for (const place of this.#places.get(name) ?? none) {
      const word = place >>> 5;
      this.#found[word] = (this.#found[word] as number) | (1 << (place & 31));
    }
  }

  #takeFound(): Candidate[] {
    const candidates: Candidate[] = [];
    const found = this.#found;
    for (let word = 0; word < found.length; word++) {
      // The lowest bit first; each is taken off when its candidate is taken.
      for (let bits = found[word] as number; bits !== 0; bits &= bits - 1)
        candidates.push(this.all[word * 32 + 31 - Math.clz32(bits & -bits)] as Candidate);
      found[word] = 0;
    }
    return candidates;
  }
}

const none: readonly number[] = [];

const nameOf = ({ party, deal }: Sentence["mentions"][number]): string => party ?? `deal:${deal}`;
