/** A number while it is being read: what it is worth so far, and what was read last. */
import type { Qualifier } from "../../deals/schema.ts";
import type { Token } from "../tokens.ts";
import { exact, type Meaning, type TokenStream } from "./token-stream.ts";

/** A number with its scales. */
export type NumberRead = {
  value: number;
  /** One unit of the last significant digit written: 1e8 for "47.8 billion". */
  step: number;
  /** The token behind it. */
  next: number;
  end: number;
  /** A scale of a thousand or more was written. */
  scaled: boolean;
  /** The last scale written, 0 where there is none: "5 to 10 billion" lends it to the 5. */
  scale: number;
  /** Begins with digits. */
  literal: boolean;
  /** Read from a scale word that is another language's. */
  anglicism: boolean;
  /** A hedge within the number: 100多亿. */
  inside: Qualifier | null;
};

/**
 * Where a number stands. Behind a currency ("$5m") a letter may be a scale; as the smaller part of an amount ("5 euros
 * 45 cents") the word for the smaller unit ends it, though "cent" is a hundred in French.
 */
export type Place = "alone" | "behind-unit" | "smaller-part";

/** What the token before was to the number. `fraction` is one that begins a number, as "half" in "half a billion". */
export type Last = "none" | "digits" | "numeral" | "scale" | "fraction";

/** From here on a word says how large a number is: "a hundred" does not. */
const leastScale = 1e3;
/** From here on a numeral says so too: "two millions" is one word in Arabic. */
const leastScaledNumeral = 1e6;

/** What has been read of one number, and how much it is worth. Rules add to it; it never looks at words itself. */
export class NumberState {
  readonly stream: TokenStream;
  readonly place: Place;
  /** The token to be looked at. */
  next: number;
  /** Where the last token that was taken ends. */
  end = -1;
  last: Last = "none";
  literal = false;
  scaled = false;
  anglicism = false;
  inside: Qualifier | null = null;
  /** Digits were multiplied by a scale smaller than they are, as in 500百万: the next scale multiplies them again. */
  multiplied = false;
  lastScale = 0;
  lowestScale = Number.POSITIVE_INFINITY;
  /** What has been read so far, to be added up, largest first: [1e12, 2000] while reading 1兆2000億. */
  #parts: number[] = [];
  #step = 1;

  constructor(stream: TokenStream, at: number, place: Place) {
    this.stream = stream;
    this.next = at;
    this.place = place;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  /** The parts read so far. */
  get parts(): readonly number[] {
    return this.#parts;
  }

  get sum(): number {
    let sum = 0;
    for (const part of this.#parts) sum += part;
    return sum;
  }

  /** Adds a part. Its token is still to be passed: see {@link pass}. */
  add(part: number, step: number, last: Last): void {
    this.#parts.push(part);
    this.#step = step;
    this.last = last;
  }

  /** Adds a number in words, by what it is worth alone: "five", "ninety". */
  addNumeral(value: number): void {
    const isLarge = value >= leastScale;
    if (isLarge) this.lastScale = this.lowestScale = value;
    this.scaled ||= value >= leastScaledNumeral;
    this.add(value, isLarge ? value : 1, "numeral");
  }

  /** Replaces all that was read: it was the dividend of a division. */
  become(quotient: number): void {
    this.#parts = [quotient];
    this.#step = quotient / 10;
  }

  /** Goes on behind `token`: the next one, or one of the next where `count` are passed at once. */
  pass(token: Token, count = 1): void {
    this.passTo(this.next + count, token.end);
  }

  /** Goes on with token `next`; what was read ends at `end`. */
  passTo(next: number, end: number): void {
    this.next = next;
    this.end = end;
  }

  /**
   * Multiplies what stands below the scale: the 2000 in 1兆2000億. A scale with nothing to multiply counts once, as 百 in
   * 千百, 1100, or "mil" at the start.
   *
   * @returns false, and nothing is changed, where the scale just read is said again
   */
  multiply(scale: Meaning<"scale">): boolean {
    const count = this.#takeCount(scale.value);
    if (count === null && this.#parts.at(-1) === scale.value) return false;
    // A figure that lost its digits says "0 billion": nought is a count as well.
    this.#parts.push((count ?? 1) * scale.value);
    this.#step = (count === null ? 1 : this.#step) * scale.value;
    this.lastScale = scale.value;
    this.lowestScale = Math.min(this.lowestScale, scale.value);
    this.scaled ||= scale.value >= leastScale;
    this.anglicism ||= scale.anglicism;
    this.last = "scale";
    return true;
  }

  /** Multiplies the fraction that the number began with: "half a billion". */
  multiplyFraction(scale: number): void {
    this.#parts = [this.sum * scale];
    this.#step = scale / 10;
    this.lastScale = this.lowestScale = scale;
    this.scaled ||= scale >= leastScale;
    this.last = "scale";
  }

  /** Takes off what `scale` multiplies; null where there is nothing. */
  #takeCount(scale: number): number | null {
    const parts = this.#parts;
    const height = parts.length;
    let count = 0;
    while (parts.length > 0 && (parts.at(-1) as number) < scale) count += parts.pop() as number;
    // Digits are multiplied whatever their size, and again by the next scale: 500百万.
    if (parts.length === height && (this.last === "digits" || (this.multiplied && this.last === "scale"))) {
      count = parts.pop() ?? 0;
      this.multiplied = true;
    }
    return parts.length < height ? count : null;
  }

  /** The number as it stands. */
  result(): NumberRead {
    const { next, end, scaled, lastScale: scale, literal, anglicism, inside } = this;
    return { value: exact(this.sum), step: this.#step, next, end, scaled, scale, literal, anglicism, inside };
  }
}
