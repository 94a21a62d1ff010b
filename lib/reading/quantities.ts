/**
 * Reads the quantities in a text: money, power, percentages, counts.
 *
 * Starts from digits and known words; every loop moves forward through the tokens, so that the time is linear in the
 * text's length whatever stands in it.
 */
import { isMoney, type Qualifier } from "../deals/schema.ts";
import type { LocalePack, UnitWord } from "../locales/types.ts";
import { isDigit, isLetter, isWordLetter } from "./characters.ts";
import { type FoldedText, foldText } from "./fold.ts";
import { type Lexeme, type Lexicon, lexiconOf } from "./lexicon.ts";
import { type Token, tokenize } from "./tokens.ts";
import type { Quantity } from "./types.ts";

type Kind<K extends Lexeme["kind"]> = Extract<Lexeme, { kind: K }>;

/** A quantity in folded offsets, with what the claims stage wants to know besides. */
export type ReadQuantity = Quantity & {
  /** Offsets into the folded text. */
  foldedStart: number;
  foldedEnd: number;
  /** Where the words that hedge it begin ("more than the …"); `foldedStart` where there are none. */
  hedgedFrom: number;
  /** A scale word was written ("billion"), so that a bare number may be money whose unit goes unsaid. */
  scaled: boolean;
  /** No unit was written: "800 billion". Only then may the unit be taken from the figures around it. */
  bare: boolean;
  /** Read from a word that is another language's ("trillion" in French). */
  anglicism: boolean;
  /** "from 5 to 10": the text tells of a change, not of a range. */
  opened: boolean;
};

/**
 * Every quantity in `text`, left to right.
 *
 * @param text original text; the offsets given out are UTF-16 offsets into it
 * @returns amounts with a unit, and bare numbers with a scale word as `count`
 */
export function readQuantities(text: string, pack: LocalePack): Quantity[] {
  return readFolded(foldText(text), pack).map(
    ({ foldedStart, foldedEnd, hedgedFrom, scaled, bare, anglicism, opened, ...quantity }) => quantity,
  );
}

/** As {@link readQuantities}, on text that is folded already. */
export function readFolded(folded: FoldedText, pack: LocalePack): ReadQuantity[] {
  const lexicon = lexiconOf(pack);
  const tokens = tokenize(folded.text, lexicon);
  return new Parser(folded, tokens, lexicon).run();
}

type NumberRead = {
  value: number;
  step: number;
  next: number;
  end: number;
  scaled: boolean;
  scale: number;
  literal: boolean;
  anglicism: boolean;
  inside: Qualifier | null;
};
type Amount = NumberRead & { start: number; unit: string | null; per: number; prefixed: boolean };

class Parser {
  readonly folded: FoldedText;
  readonly text: string;
  readonly tokens: Token[];
  readonly lexicon: Lexicon;
  readonly unspaced: boolean;

  constructor(folded: FoldedText, tokens: Token[], lexicon: Lexicon) {
    this.folded = folded;
    this.text = folded.text;
    this.tokens = tokens;
    this.lexicon = lexicon;
    this.unspaced = lexicon.pack.words === "unspaced";
  }

  run(): ReadQuantity[] {
    const found: ReadQuantity[] = [];
    let at = 0;
    while (at < this.tokens.length) {
      const first = this.amount(at);
      if (!first) {
        at++;
        continue;
      }
      const range = this.range(at, first);
      const next = range?.next ?? first.next;
      // "A common share" counts nothing.
      const named =
        range !== null || (first.unit !== null && (first.unit !== "count" || first.literal || first.scaled));
      if (named || (first.scaled && (first.literal || !this.unspaced || first.value >= 1e8)))
        found.push(this.quantity(at, first, range));
      at = Math.max(next, at + 1);
    }
    return found;
  }

  /** An amount with or without unit, beginning at token `at`. */
  amount(at: number): Amount | null {
    const token = this.tokens[at];
    if (!token) return null;
    const prefix = this.unitBefore(token);
    const prefixEnd = prefix ? this.joins(at, at + 1, 3) : false;
    if (prefix && prefixEnd) {
      const number = this.number(at + 1, true);
      if (number) {
        const sub = this.subunit(number, prefix.unit, false);
        const suffix = this.unitAfter(sub.next, sub.end);
        const same = suffix && (suffix.word.unit === prefix.unit || (suffix.word.generic && isMoney(prefix.unit)));
        const repeated = same && !this.numberFollows(suffix.next, suffix.end) ? suffix : null;
        // "$5 US", "$ 100 CAD": the word behind says which dollar the sign in front meant.
        const named =
          suffix &&
          prefix.unit === "USD" &&
          token.end - token.start === 1 &&
          isMoney(suffix.word.unit) &&
          /^[a-z]{2,}/.test(this.text.slice(suffix.start)) &&
          !this.numberFollows(suffix.next, suffix.end)
            ? suffix
            : null;
        // "el dólar 18,50 pesos": the rate of a currency, not an amount in it.
        if (suffix && !named && !repeated && /^\p{L}{4}/u.test(this.text.slice(token.start, token.end))) return null;
        const tail = named ?? repeated;
        const unit = named ? named.word.unit : prefix.unit;
        return {
          ...sub,
          start: token.start,
          unit,
          per: prefix.per,
          prefixed: true,
          next: tail?.next ?? sub.next,
          end: tail?.end ?? sub.end,
        };
      }
    }
    const number = this.number(at, false);
    if (!number) return null;
    const suffix = this.unitAfter(number.next, number.end);
    if (
      suffix &&
      !number.literal &&
      this.isSign(suffix.start, suffix.end) &&
      this.numberFollows(suffix.next, suffix.end)
    ) {
      return null; // "a $ 1 billion suit", "a EUR 750 million loan": the sign belongs to what follows
    }
    if (!suffix) return { ...number, start: token.start, unit: null, per: 1, prefixed: false };
    if (
      this.lexicon.pack.syllabicNumerals &&
      !number.literal &&
      number.next === at + 1 &&
      number.value < 10 &&
      suffix.start > number.end
    ) {
      return null; // "이 달러" is "this dollar"
    }
    const inside = suffix.inside ?? number.inside;
    const amount = { ...number, inside, next: suffix.next, end: suffix.end };
    if (isMoney(suffix.word.unit) && !number.scaled && !this.unspaced && this.scaleAt(suffix.next)) {
      const behind = this.tokens[suffix.next] as Token; // "75 USD millones"
      const scale = lexeme(behind, "scale")?.value ?? 1;
      const scaled = { ...amount, value: exact(amount.value * scale), step: amount.step * scale, scaled: true, scale };
      return {
        ...scaled,
        start: token.start,
        unit: suffix.word.unit,
        per: suffix.word.per,
        prefixed: false,
        next: suffix.next + 1,
        end: behind.end,
      };
    }
    const parts = suffix.word.parts ? this.parts(amount, suffix.word.per, suffix.word.parts) : null;
    if (parts) return { ...parts, start: token.start, unit: suffix.word.unit, per: 1, prefixed: false };
    const sub = isMoney(suffix.word.unit)
      ? this.subunit(
          { ...amount, value: number.value * suffix.word.per, step: number.step * suffix.word.per },
          suffix.word.unit,
          true,
        )
      : null;
    if (sub && sub.end !== amount.end)
      return { ...sub, start: token.start, unit: suffix.word.unit, per: 1, prefixed: false };
    return { ...amount, start: token.start, unit: suffix.word.unit, per: suffix.word.per, prefixed: false };
  }

  /** A number with its scales, beginning at token `at`. */
  number(at: number, currencyBefore: boolean, asMinor = false): NumberRead | null {
    // What has been read so far, largest first: [1e12, 2000] while reading 1兆2000億.
    const stack: number[] = [];
    let step = 1;
    let lastScale = 0;
    let lowestScale = Number.POSITIVE_INFINITY;
    let scaled = false;
    let literal = false;
    let anglicism = false;
    let inside: Qualifier | null = null;
    let multiplied = false;
    let end = -1;
    let i = at;
    let previous: "none" | "digits" | "numeral" | "scale" | "fraction" = "none";
    if (!this.mayBegin(at)) return null;
    while (i < this.tokens.length) {
      const token = this.tokens[i] as Token;
      if (i > at && !this.adjacent(end, token.start)) {
        const quotient =
          previous === "digits" && this.text.slice(end, token.start) === "/" ? this.quotient(i, stack) : null;
        if (!quotient) break;
        stack.splice(0, stack.length, quotient.value);
        step = quotient.value / 10;
        i = quotient.next;
        end = quotient.end;
        break;
      }
      if (token.number) {
        const { value } = token.number;
        if (previous === "none") {
          literal = true;
        } else if (previous === "scale" && this.continues(i, value, lowestScale)) {
          // 3 tỷ 500 triệu, 1万2000
        } else break;
        const english = this.isEnglishGroup(i);
        stack.push(english ? value * 1000 : value);
        step = english ? 1 : token.number.step;
        previous = "digits";
        end = token.end;
        i++;
        continue;
      }
      const decimals = lexeme(token, "spoken-mark") && this.spokenDecimals(i, stack, previous);
      if (decimals) {
        stack.push(decimals.value);
        step = decimals.step;
        i = decimals.next;
        end = decimals.end;
        previous = "numeral";
        continue;
      }
      const quotient = previous === "numeral" || previous === "digits" ? this.quotient(i, stack) : null;
      if (quotient) {
        stack.splice(0, stack.length, quotient.value);
        step = quotient.value / 10;
        i = quotient.next;
        end = quotient.end;
        break;
      }
      if (asMinor && previous !== "none" && lexeme(token, "subunit")) break; // "45 cents": cent is also a hundred
      if (this.lexicon.pack.syllabicNumerals && i > at && this.isOtherSyllable(i, end, literal)) break;
      const link = lexeme(token, "numeral-link");
      const numeral = lexeme(token, "numeral");
      const scale = lexeme(token, "scale");
      const fraction = lexeme(token, "fraction");
      if (scale && previous !== "fraction" && this.scaleApplies(token, scale, stack, i, at, currencyBefore)) {
        const height = stack.length;
        let group = this.pop(stack, scale.value);
        // Digits are multiplied whatever their size, and again by the next scale: 500百万.
        if (stack.length === height && (previous === "digits" || (multiplied && previous === "scale"))) {
          group = stack.pop() ?? 0;
          multiplied = true;
        }
        const isCounted = stack.length < height; // a figure that lost its digits says "0 billion"
        if (!isCounted && stack.length > 0 && (stack.at(-1) as number) <= scale.value) break;
        stack.push((isCounted ? group : 1) * scale.value);
        step = (isCounted ? step : 1) * scale.value;
        lastScale = scale.value;
        lowestScale = Math.min(lowestScale, scale.value);
        scaled ||= scale.value >= 1000;
        anglicism ||= scale.anglicism;
        previous = "scale";
      } else if (scale && previous === "fraction" && stack.length === 1 && !scale.tight) {
        stack[0] = (stack[0] as number) * scale.value;
        step = scale.value / 10;
        lastScale = lowestScale = scale.value;
        scaled ||= scale.value >= 1000;
        previous = "scale";
      } else if (numeral && previous === "none" && this.digitRun(i) > 1) {
        const run = this.digitRun(i);
        const digits = this.digits(i, run);
        if (isRoughPair(digits)) return null;
        stack.push(Number(digits));
        i += run - 1;
        end = (this.tokens[i] as Token).end;
        i++;
        previous = "numeral";
        continue;
      } else if (numeral?.value === 0 && this.unspaced && (previous === "numeral" || previous === "scale")) {
        // 一千零五十亿: zero stands for the places left out
      } else if (
        lexeme(token, "spoken-mark") &&
        this.unspaced &&
        (previous === "numeral" || previous === "scale") &&
        this.isSpokenDecimal(i + 1)
      ) {
        const run = this.digitRun(i + 1);
        step = 10 ** -run;
        stack.push(Number(`0.${this.digits(i + 1, run)}`));
        i += run;
        end = (this.tokens[i] as Token).end;
        i++;
        previous = "numeral";
        continue;
      } else if (
        numeral &&
        (previous === "none" || (this.adds(stack, numeral.value, previous) && this.mixes(literal, i)))
      ) {
        stack.push(numeral.value);
        step = numeral.value >= 1000 ? numeral.value : 1;
        scaled ||= numeral.value >= 1e6;
        if (numeral.value >= 1000) lastScale = lowestScale = numeral.value;
        previous = "numeral";
      } else if (fraction && previous === "none") {
        stack.push(fraction.value);
        step = 0.1;
        previous = "fraction";
      } else if (fraction && previous === "scale" && lastScale) {
        stack.push(fraction.value * lastScale);
        step = lastScale / 10;
        end = token.end;
        i++;
        break;
      } else if (
        previous === "fraction" &&
        (lexeme(token, "unit-link") || (numeral && numeral.value === 1)) &&
        this.scaleAt(i + 1)
      ) {
        i++;
        end = token.end;
        continue;
      } else if (previous !== "none" && lexeme(token, "unit-link") && !numeral && this.scaleAt(i + 1)) {
        // "20 de miliarde"
        end = token.end;
        i++;
        continue;
      } else if (previous !== "none" && lexeme(token, "inside") && (this.scaleAt(i + 1) || previous === "scale")) {
        inside = lexeme(token, "inside")?.qualifier ?? null;
        end = token.end;
        i++;
        continue;
      } else if (
        link &&
        (previous === "numeral" || previous === "scale" || previous === "digits") &&
        this.linked(i + 1, stack, previous, lastScale)
      ) {
        const half = lexeme(this.tokens[i + 1] as Token, "fraction");
        if (half) {
          stack.push(previous === "scale" ? half.value * lastScale : half.value);
          step = previous === "scale" ? lastScale / 10 : 0.1;
          end = (this.tokens[i + 1] as Token).end;
          previous = "numeral";
          i += 2;
          continue;
        }
        end = token.end;
        i++;
        continue;
      } else break;
      end = token.end;
      i++;
    }
    if (stack.length === 0) return null;
    // "half" alone may be half of anything; "half a percent" and "half a gigawatt" are amounts.
    if (previous === "fraction" && !scaled && !/^(?:%|W)$/.test(this.unitAfter(i, end)?.word.unit ?? "")) return null;
    const value = exact(stack.reduce((sum, part) => sum + part, 0));
    return { value, step, next: i, end, scaled, scale: lastScale, literal, anglicism, inside };
  }

  /**
   * The decimals read out behind the mark at token `at`, where words are separated: "coma cinco", "con quinientos doce",
   * "coma cero cinco". Null unless a scale or a unit follows: "con" is also an ordinary word.
   */
  spokenDecimals(
    at: number,
    whole: readonly number[],
    previous: string,
  ): { value: number; step: number; next: number; end: number } | null {
    const mark = this.tokens[at] as Token;
    // Between digits only a word that is nothing else: "2 chấm 23", but "en 2025 con 5 millones".
    const literal = previous === "digits" && !lexeme(mark, "filler") ? this.tokens[at + 1] : undefined;
    if (literal?.number && literal.number.decimals === 0 && this.adjacent(mark.end, literal.start)) {
      const digits = this.text.slice(literal.start, literal.end);
      return { value: Number(`0.${digits}`), step: 10 ** -digits.length, next: at + 2, end: literal.end };
    }
    if (this.unspaced || (previous !== "numeral" && previous !== "scale")) return null;
    if (whole.some((part) => part >= 1e6 || !Number.isInteger(part))) return null;
    let end = mark.end;
    let zeros = "";
    let stack: number[] = [];
    let next = at + 1;
    for (; next < this.tokens.length; next++) {
      const token = this.tokens[next] as Token;
      if (token.number || !this.adjacent(end, token.start)) break;
      const numeral = lexeme(token, "numeral");
      const digit = this.digitAt(next);
      if (digit === "0" && stack.length === 0) zeros += "0";
      else if (numeral && (stack.length === 0 || this.adds(stack, numeral.value, "numeral"))) stack.push(numeral.value);
      else if (digit && stack.length === 1 && this.digitAt(next - 1))
        stack = [Number(`${stack[0]}${digit}`)]; // "fünf drei"
      else if (stack.length === 0 && lexeme(token, "scale")?.bare && lexeme(token, "scale")?.value === 1000)
        stack.push(1000);
      else if (!lexeme(token, "numeral-link") || !this.linked(next + 1, stack, "numeral", 0)) break;
      end = token.end;
    }
    if (stack.length === 0 || (!this.scaleAt(next) && !this.unitAfter(next, end))) return null;
    const digits = zeros + stack.reduce((sum, part) => sum + part, 0);
    return { value: Number(`0.${digits}`), step: 10 ** -digits.length, next, end };
  }

  /** "tres quintos", "uno sobre tres", "3/4", where a percent word follows: 0.6, 0.333…, 0.75 of one percent. */
  quotient(at: number, stack: readonly number[]): { value: number; next: number; end: number } | null {
    const token = this.tokens[at] as Token;
    const denominator = lexeme(token, "denominator");
    let divisor = denominator?.value ?? token.number?.value ?? 0;
    let next = at + 1;
    let end = token.end;
    if (lexeme(token, "divides")) {
      const behind = this.tokens[next];
      divisor = behind ? (behind.number?.value ?? lexeme(behind, "numeral")?.value ?? 0) : 0;
      end = behind?.end ?? end;
      next++;
    }
    if (divisor <= 1 || this.unitAfter(next, end)?.word.unit !== "%") return null;
    return { value: stack.reduce((sum, part) => sum + part, 0) / divisor, next, end };
  }

  /**
   * "13,500 millones": a decimal comma by the language's rule, but nobody writes noughts behind the decimals of millions,
   * and the press of Mexico and Peru, like many translations, groups by comma.
   */
  isEnglishGroup(at: number): boolean {
    const token = this.tokens[at] as Token;
    return (
      token.number?.decimals === 3 &&
      /^[1-9]\d{0,2},\d\d0$/.test(this.text.slice(token.start, token.end)) &&
      this.scaleAt(at + 1)
    );
  }

  /** Whether a number may begin at token `at`: not in the middle of a word, nor of a row of digits. */
  mayBegin(at: number): boolean {
    const token = this.tokens[at];
    if (!token || token.number || !this.unspaced) return true;
    const before = this.text.charCodeAt(token.start - 1);
    if (this.lexicon.pack.syllabicNumerals) return !isLetter(before) && !isDigit(before);
    return !(this.digitAt(at) && this.digitAt(at - 1) && this.tokens[at - 1]?.end === token.start);
  }

  /** "100억이", "5000억 조성": a syllable behind a number that is a particle, or begins another word. */
  isOtherSyllable(at: number, end: number, literal: boolean): boolean {
    const token = this.tokens[at] as Token;
    if (lexeme(token, "scale")) {
      const endsWord = !isLetter(this.text.charCodeAt(token.end)) || this.tokens[at + 1]?.start === token.end;
      return token.start > end && !endsWord;
    }
    return lexeme(token, "numeral") !== null && (literal || token.start > end);
  }

  /** The digit that token `at` is a word for, or null. */
  digitAt(at: number): string | null {
    const numeral = this.tokens[at] ? lexeme(this.tokens[at] as Token, "numeral") : null;
    return numeral && numeral.value < 10 && Number.isInteger(numeral.value) ? String(numeral.value) : null;
  }

  /** How many digits in words stand side by side from token `at` on, as in 一二〇億: only where words are not separated. */
  digitRun(at: number): number {
    if (!this.unspaced) return 1;
    let run = 0;
    while (
      run < 16 &&
      this.digitAt(at + run) &&
      (run === 0 || this.tokens[at + run - 1]?.end === this.tokens[at + run]?.start)
    )
      run++;
    return run;
  }

  digits(at: number, run: number): string {
    let digits = "";
    for (let i = at; i < at + run; i++) digits += this.digitAt(i);
    return digits;
  }

  /** Digits follow the spoken mark, and no ten or hundred: 九点五十 is a time of day. */
  isSpokenDecimal(at: number): boolean {
    const run = this.digitRun(at);
    const next = this.tokens[at + run];
    const scale = next ? lexeme(next, "scale") : null;
    return run > 0 && this.digitAt(at) !== null && !(scale && scale.value < 1e4 && !scale.tight);
  }

  /** Takes what stands below `scale` off the stack and adds it up. */
  pop(stack: number[], scale: number): number {
    let sum = 0;
    while (stack.length > 0 && (stack.at(-1) as number) < scale) sum += stack.pop() as number;
    return sum;
  }

  /** "twenty" + "five", "two hundred" + "fifty": the smaller fits below the larger's last digit. */
  adds(stack: number[], value: number, previous: string): boolean {
    if (previous === "digits" || previous === "fraction") return false;
    const top = stack.at(-1) ?? 0;
    let power = 1;
    while (top % (power * 10) === 0 && power < top) power *= 10;
    return value < power;
  }

  /** Nobody goes on in words after digits unless a scale follows: "7 tỷ năm 2025" is 7 billion in the year 2025. */
  mixes(literal: boolean, at: number): boolean {
    return !literal || this.scaleAt(at + 1);
  }

  /** Digits after a scale belong to the same number: 3 tỷ 500 triệu, 1億5000万, 1万2000. */
  continues(at: number, value: number, lowestScale: number): boolean {
    if (value >= lowestScale) return false;
    const token = this.tokens[at] as Token;
    const before = this.tokens[at - 1] as Token;
    const next = this.tokens[at + 1];
    const scale = next && this.adjacent(token.end, next.start) ? lexeme(next, "scale") : null;
    if (scale && !scale.tight && scale.value < lowestScale && value * scale.value < lowestScale) return true;
    // 6천 2백 70만: the hundreds are not over yet
    if (scale && !scale.tight && this.unspaced && lowestScale < 1e4 && scale.value > lowestScale) return true;
    return this.unspaced && before.end === token.start && (token.number?.decimals ?? 1) === 0 && value < lowestScale;
  }

  /** Whether the word behind "and" goes on with the number: "one hundred and five", "two and a half". */
  linked(at: number, stack: number[], previous: string, lastScale: number): boolean {
    const next = this.tokens[at];
    if (!next || !this.adjacent((this.tokens[at - 1] as Token).end, next.start)) return false;
    // "1 bilhão e 200 milhões", "مليار و200 مليون"
    if (next.number) return previous === "scale" && this.continues(at, next.number.value, lastScale);
    const fraction = lexeme(next, "fraction");
    if (fraction) return previous !== "scale" || lastScale > 0;
    const numeral = lexeme(next, "numeral");
    return numeral !== null && previous !== "digits" && this.adds(stack, numeral.value, previous);
  }

  scaleAt(at: number): boolean {
    const token = this.tokens[at];
    const scale = token ? lexeme(token, "scale") : null;
    return Boolean(token && scale && !scale.tight && this.adjacent((this.tokens[at - 1] as Token).end, token.start));
  }

  scaleApplies(
    token: Token,
    scale: Kind<"scale">,
    stack: number[],
    i: number,
    at: number,
    currencyBefore: boolean,
  ): boolean {
    if (stack.length === 0) return scale.bare && i === at && !scale.tight;
    if (!scale.tight) return true;
    if (currencyBefore) return true;
    // "280 M$", "10k€", "750 M d'euros": a currency stands right behind.
    let from = token.end;
    for (const next of this.tokens.slice(i + 1, i + 3)) {
      if (next.start - from > 1) return false;
      const unit = lexeme(next, "unit");
      if (unit) return isMoney(unit.word.unit) || unit.word.unit === "%";
      if (!lexeme(next, "unit-link")) return false;
      from = next.end;
    }
    return false;
  }

  unitBefore(token: Token): Kind<"unit">["word"] | null {
    const unit = this.unit(token);
    return unit && unit.word.where !== "after" ? unit.word : null;
  }

  unit(token: Token): Kind<"unit"> | null {
    const unit = lexeme(token, "unit");
    if (!unit) return null;
    if (unit.word.capitals && !this.isCapital(token)) return null;
    return unit;
  }

  isCapital(token: { start: number; end: number }): boolean {
    const written = this.folded.original.slice(this.folded.at(token.start), this.folded.at(token.end));
    return written === written.toUpperCase();
  }

  /** A currency's sign ("$") or code ("EUR"), not its name. */
  isSign(start: number, end: number): boolean {
    const written = this.text.slice(start, end);
    return !/\p{L}/u.test(written) || (/^[a-z]{3}$/.test(written) && this.isCapital({ start, end }));
  }

  /** The unit word that follows token index `next` − 1, perhaps behind "de" or "of". */
  unitAfter(
    next: number,
    end: number,
  ): { word: UnitWord & { per: number }; next: number; end: number; start: number; inside: Qualifier | null } | null {
    let at = next;
    let from = end;
    let inside: Qualifier | null = null;
    for (let skipped = 0; skipped < 3; skipped++) {
      const token = this.tokens[at];
      if (!token || !this.adjacent(from, token.start)) return null;
      const unit = this.unit(token);
      if (unit?.word.unit === "W" && energy.test(this.text.slice(token.end, token.end + 6))) return null;
      if (unit && unit.word.where !== "before" && !(unit.word.glued && token.start > end))
        return { word: unit.word, next: at + 1, end: token.end, start: token.start, inside };
      const filler = lexeme(token, "inside");
      if (filler) inside = filler.qualifier;
      else if (!lexeme(token, "unit-link")) return null;
      from = token.end;
      at++;
    }
    return null;
  }

  /** 50元6角3分, 3割8分7厘, 5割半: parts that only this unit has. Null where none follows. */
  parts(main: NumberRead, per: number, parts: Record<string, number>): NumberRead | null {
    let { value, step, next, end } = { ...main, value: main.value * per, step: main.step * per };
    if (main.scaled) return null;
    for (let most = 0; most < 3; most++) {
      let at = next;
      const first = this.tokens[at];
      if (!first || !this.adjacent(end, first.start)) break;
      if (lexeme(first, "part") && lexeme(first, "fraction")) {
        value += (parts[this.text.slice(first.start, first.end)] ?? 0) * per;
        step = per / 10;
        next = at + 1;
        end = first.end;
        break;
      }
      if (lexeme(first, "numeral-link")) at++;
      const minor = this.tokens[at] ? this.number(at, false, true) : null;
      const behind = minor ? this.tokens[minor.next] : undefined;
      if (
        !minor ||
        !behind ||
        minor.scaled ||
        minor.value !== Math.floor(minor.value) ||
        !this.adjacent(minor.end, behind.start)
      )
        break;
      const part = parts[this.text.slice(behind.start, behind.end)];
      if (part === undefined) break;
      value += minor.value * part * per;
      step = part * per;
      next = minor.next + 1;
      end = behind.end;
    }
    return next === main.next ? null : { ...main, value: exact(value), step: exact(step), next, end };
  }

  /** "15 dollars 50", "20 dollars and 43 cents": the sub-unit joins its main unit. */
  subunit(main: NumberRead, unit: string, unitSaid: boolean): NumberRead {
    if (!isMoney(unit) || main.scaled || main.value !== Math.floor(main.value)) return main;
    let at = main.next;
    let linked = false;
    const first = this.tokens[at];
    const link = first && (lexeme(first, "numeral-link") ?? lexeme(first, "spoken-mark"));
    if (first && link && this.adjacent(main.end, first.start)) {
      linked = true;
      at++;
    }
    const token = this.tokens[at];
    const gapFrom = linked ? (first as Token).end : main.end;
    if (!token || !/^[ ,]{0,2}$/.test(this.text.slice(gapFrom, token.start))) return main;
    const comma = this.text.slice(gapFrom, token.start).includes(",");
    const minor = this.number(at, false, true);
    if (!minor || minor.value >= 100 || minor.scaled || minor.value !== Math.floor(minor.value)) return main;
    const over = this.tokens[minor.next];
    const joined = over && lexeme(over, "unit-link") && this.adjacent(minor.end, over.start); // "23 de cenți"
    const behind = this.tokens[joined ? minor.next + 1 : minor.next];
    const from = joined ? over.end : minor.end;
    const sub = behind && this.adjacent(from, behind.start) ? lexeme(behind, "subunit") : null;
    const own = behind && this.adjacent(minor.end, behind.start) ? this.unit(behind) : null;
    const add = (per: number, next: number, end: number): NumberRead => ({
      ...main,
      value: exact(main.value + minor.value * per),
      step: per,
      next,
      end,
    });
    if (sub && behind) return add(sub.per, minor.next + (joined ? 2 : 1), behind.end);
    if (own && behind && own.word.unit === unit && own.word.per < 1)
      return add(own.word.per, minor.next + 1, behind.end);
    // Unnamed: only where nothing follows that the number could belong to.
    if (comma || own || main.value >= 1e6) return main;
    if (!unitSaid && !linked) return main;
    if (!/^\s*(?:[.!?;:)。！？]|,(?!\d)|$)/.test(this.text.slice(minor.end, minor.end + 3))) return main;
    return add(0.01, minor.next, minor.end);
  }

  numberFollows(at: number, end: number): boolean {
    const token = this.tokens[at];
    return Boolean(token?.number && this.adjacent(end, token.start));
  }

  /** "50 à 60 milliards", "$5–10 billion", "between 5 and 10 %". */
  range(at: number, first: Amount): (Amount & { opened: boolean }) | null {
    const linkToken = this.tokens[first.next];
    const opened = this.isOpened(at);
    let next = -1;
    if (linkToken) {
      const link = lexeme(linkToken, "range-link");
      if (link && (!link.afterOpen || opened) && this.adjacent(first.end, linkToken.start)) {
        const behind = this.tokens[first.next + 1];
        // "בין 10 ל-20": a hyphen ties Hebrew's one-letter "to" to digits.
        const tied = behind && this.text.slice(linkToken.end, behind.start) === "-";
        if (behind && (tied || this.adjacent(linkToken.end, behind.start))) next = first.next + 1;
      } else if (/^ ?[-–~] ?$/.test(this.text.slice(first.end, linkToken.start))) next = first.next;
    }
    if (next < 0) return null;
    const second = this.amount(next);
    if (!second || (second.unit === null && !second.scaled && first.unit === null)) return null;
    const dashed = next === first.next;
    if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
    // 100億ドルから150億ドルに tells of a change, 100億から150億ドル of a range.
    if (first.unit !== null && second.unit !== null && !dashed && lexeme(linkToken as Token, "range-link")?.change)
      return null;
    // "from $6.20 to $20.90" tells of a change.
    if (first.unit !== null && second.unit !== null && !dashed && this.isChange(at, first.next)) return null;
    if (first.unit === null && second.unit === null) return null; // a score, two years, a phone number
    const factor = !first.scaled && second.scaled ? second.scale : 1;
    const low = first.value * factor;
    if (low * (first.unit ? first.per : second.per) >= second.value * second.per) return null;
    return {
      ...second,
      start: first.start,
      value: low,
      step: first.step * factor,
      unit: second.unit ?? first.unit,
      per: second.unit ? second.per : first.per,
      opened,
      inside: null,
      anglicism: second.anglicism,
      end: second.end,
      next: second.next,
      literal: true,
      scaled: true,
      scale: second.scale,
      prefixed: first.prefixed || second.prefixed,
    };
  }

  isOpened(at: number): boolean {
    const before = this.tokens[at - 1];
    const start = this.tokens[at]?.start ?? 0;
    return Boolean(before && lexeme(before, "range-open") && this.adjacent(before.end, start));
  }

  /** "from 6 dollars to 20 dollars" tells of a change; "between 6 and 20 dollars" and "6 to 20 dollars" of a range. */
  isChange(at: number, linkAt: number): boolean {
    if (this.lexicon.pack.ranges.change) return false; // told by the link there, not by the opener
    const link = this.tokens[linkAt];
    return this.isOpened(at) && !(link && lexeme(link, "range-link")?.afterOpen);
  }

  quantity(at: number, first: Amount, range: (Amount & { opened: boolean }) | null): ReadQuantity {
    const whole = range ?? first;
    const per = whole.per;
    const sign = whole.unit === "%" ? this.minusBefore(at, first.start) : first.start;
    const start = this.folded.at(sign);
    const end = this.folded.at(whole.end);
    const valueTo = range ? exact(this.secondValue(first, range) * per) : null;
    const before = this.qualifierBefore(at);
    const after = this.qualifierAfter(whole.next, whole.end);
    const qualifier = first.inside ?? whole.inside ?? before?.qualifier ?? after ?? "exact";
    return {
      start,
      end,
      text: this.folded.original.slice(start, end),
      value: exact((range ? range.value : first.value) * per * (sign < first.start ? -1 : 1)),
      valueTo,
      unit: whole.unit ?? "count",
      qualifier,
      step: whole.step * per,
      unitFrom: whole.unit === null ? "assumed" : "said",
      foldedStart: sign,
      foldedEnd: whole.end,
      hedgedFrom: before?.start ?? sign,
      scaled: whole.scaled,
      bare: whole.unit === null,
      anglicism: whole.anglicism,
      opened: this.isOpened(at),
    };
  }

  /** Where the minus of a percentage stands, or the amount's own start. A dash between two numbers or words is no minus. */
  minusBefore(at: number, start: number): number {
    const before = this.tokens[at - 1];
    if (before && lexeme(before, "negative") && this.adjacent(before.end, start)) return before.start;
    if (this.text[start - 1] !== "-") return start;
    const outer = this.text.charCodeAt(start - 2);
    return start === 1 || /[\s(]/.test(this.text[start - 2] ?? "") || (isLetter(outer) && !isWordLetter(outer))
      ? start - 1
      : start;
  }

  /** The upper end of a range, read again where the range's tokens stand. */
  secondValue(first: Amount, range: Amount): number {
    for (let at = first.next; at < range.next; at++) {
      const amount = this.amount(at);
      if (amount && amount.end === range.end) return amount.value;
    }
    return range.value;
  }

  qualifierBefore(at: number): { qualifier: Qualifier; start: number } | null {
    let from = this.tokens[at]?.start ?? 0;
    for (let i = at - 1, skipped = 0; i >= 0 && skipped < 3; i--, skipped++) {
      const token = this.tokens[i] as Token;
      // "כ-30": Hebrew ties a one-letter "about" to digits with a hyphen.
      if (!/^(?:[ ]{0,2}["'(]?|-)$/.test(this.text.slice(token.end, from))) return null;
      const qualifier = lexeme(token, "before");
      if (qualifier) return { qualifier: qualifier.qualifier, start: token.start };
      if (!lexeme(token, "filler") && !lexeme(token, "unit-link") && !lexeme(token, "range-open")) return null;
      from = token.start;
    }
    return null;
  }

  qualifierAfter(next: number, end: number): Qualifier | null {
    const token = this.tokens[next];
    if (!token || !/^[ ,(]{0,2}$/.test(this.text.slice(end, token.start))) return null;
    return lexeme(token, "after")?.qualifier ?? null;
  }

  /** Nothing but a space or hyphen between two tokens of one number. */
  adjacent(end: number, start: number): boolean {
    const gap = start - end;
    if (gap === 0) return true;
    if (gap < 0 || gap > 30) return false;
    for (let i = end; i < start; i++) {
      const char = this.text[i];
      if (char !== " " && !(char === "-" && isWordLetter(this.text.charCodeAt(start)))) return false;
    }
    return true;
  }

  joins(left: number, right: number, most: number): boolean {
    const [a, b] = [this.tokens[left], this.tokens[right]];
    if (!a || !b || b.start - a.end > most) return false;
    return /^ *$/.test(this.text.slice(a.end, b.start));
  }
}

function lexeme<K extends Lexeme["kind"]>(token: Token, kind: K): Kind<K> | null {
  for (const entry of token.lexemes) if (entry.kind === kind) return entry as Kind<K>;
  return null;
}

/** 三四, 三五: "three or four", "some three to five". */
const isRoughPair = (digits: string): boolean =>
  digits.length === 2 && [1, 2].includes(Number(digits[1]) - Number(digits[0]));

/** "40 GW·h", "5 гигаватт-часов", "ميغاواط ساعة": watts over hours are energy. */
const energy = /^ ?(?:[·⋅∙•*-] ?(?:h|ч|год|stund|heure|ora)|час|годин|hour|ساع)/u;

/** Rounds away what binary fractions add: 4.1 × 10⁹ is 4100000000. */
const exact = (value: number): number =>
  Number.isSafeInteger(value) && Math.abs(value) < 1e15 ? value + 0 : Number(value.toPrecision(15));
