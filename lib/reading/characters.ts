/** What kind of character stands at an offset of folded text. Folded text is lower case with ASCII digits and spaces. */

const UNKNOWN = 0;
const LETTER = 1;
const UNSPACED = 2;
const OTHER = 3;
const kinds = new Uint8Array(0x10000);
const letter = /[\p{L}\p{M}]/u;

/** Scripts written without spaces between words, or that glue particles to names: no word boundary is asked of them. */
const isUnspaced = (unit: number): boolean =>
  (unit >= 0x2e80 && unit <= 0x9fff) || // CJK radicals, kana, ideographs
  (unit >= 0xac00 && unit <= 0xd7af) || // Hangul: particles follow without a space
  (unit >= 0xd800 && unit <= 0xdfff) || // rarer ideographs, in surrogate pairs
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0x0e00 && unit <= 0x0eff) || // Thai, Lao
  (unit >= 0x1100 && unit <= 0x11ff);

/** Folded text has no capitals: an ASCII letter is a small one. */
function lookUp(unit: number): number {
  if (unit < 128) return unit >= 97 && unit <= 122 ? LETTER : OTHER;
  const isLetter = letter.test(String.fromCharCode(unit));
  if (isUnspaced(unit)) return isLetter || unit >= 0xd800 ? UNSPACED : OTHER;
  return isLetter ? LETTER : OTHER;
}

/**
 * Behind the end of a text `charCodeAt` gives NaN, which is made U+0000 here: as an index it would be the name of a
 * property, and once it was one, the engine takes all others for names, too, and reading takes a tenth longer.
 */
function kindOf(unitOrNaN: number): number {
  const unit = unitOrNaN | 0;
  const kind = kinds[unit] as number;
  return kind === UNKNOWN ? keepKindOf(unit) : kind;
}

function keepKindOf(unit: number): number {
  const kind = lookUp(unit);
  kinds[unit] = kind;
  return kind;
}

/** A letter of a script that separates its words: two of them side by side belong to one word. */
export const isWordLetter = (unit: number): boolean => kindOf(unit) === LETTER;

/** A letter of any script. */
export function isLetter(unit: number): boolean {
  const kind = kindOf(unit);
  return kind === LETTER || kind === UNSPACED;
}

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

export const SPACE = 32;

/** Whether a word may begin or end between the units before and at `offset`. */
export const isBoundary = (text: string, offset: number): boolean =>
  offset <= 0 ||
  offset >= text.length ||
  !(isWordLetter(text.charCodeAt(offset - 1)) && isWordLetter(text.charCodeAt(offset)));

const SMALL = 1;
const CAPITAL = 2;
const cases = new Uint8Array(0x10000);

/** Of a text before folding: a unit that lower case leaves as it is, as it does letters of scripts without cases. */
export function isSmall(unit: number): boolean {
  if (cases[unit] === UNKNOWN) {
    const char = String.fromCharCode(unit);
    // Half of a pair does not tell.
    cases[unit] = char === char.toLowerCase() && !(unit >= 0xd800 && unit <= 0xdfff) ? SMALL : CAPITAL;
  }
  return cases[unit] === SMALL;
}
