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
  /** By place: the last question for which the candidate was found. */
  readonly #foundFor: Uint32Array;
  #question = 0;

  constructor(candidates: readonly Candidate[]) {
    this.all = candidates;
    this.#foundFor = new Uint32Array(candidates.length);
    candidates.forEach(({ deal }, place) => {
      for (const { party } of deal.parties) this.#add(party, place);
      this.#add(`deal:${deal.id}`, place);
    });
  }

  /** A party may have several parts in a deal. */
  #add(name: string, place: number): void {
    const places = this.#places.get(name);
    if (!places) this.#places.set(name, [place]);
    else if (places.at(-1) !== place) places.push(place);
  }

  /** Those of which somebody is named in the sentence itself, in their order. */
  inSentence({ mentions }: Sentence): readonly Candidate[] {
    return this.#having(mentions.map(nameOf));
  }

  /** Those of which somebody is named in the sentence or is present before it, in their order. */
  around({ mentions, block }: Sentence, discourse: Discourse): readonly Candidate[] {
    return this.#having([...mentions.map(nameOf), ...discourse.present(block.index)]);
  }

  #having(names: readonly string[]): readonly Candidate[] {
    const question = ++this.#question;
    const found: number[] = [];
    for (const name of names)
      for (const place of this.#places.get(name) ?? none) {
        if (this.#foundFor[place] === question) continue;
        this.#foundFor[place] = question;
        found.push(place);
      }
    // In their order: of two deals of one weight the first is taken.
    return found.sort((a, b) => a - b).map((place) => this.all[place] as Candidate);
  }
}

const none: readonly number[] = [];

const nameOf = ({ party, deal }: Sentence["mentions"][number]): string => party ?? `deal:${deal}`;
