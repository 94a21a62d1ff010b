/**
 * Brings text to the one form that all tables are held against, and keeps the way back.
 *
 * Folding: lower case, full-width to ASCII, every script's digits to 0–9, every kind of space to " ", typographic
 * apostrophes and hyphens to ' and -, Arabic letter variants to one. Nearly all text folds unit by unit, so that an
 * offset into the folded text is an offset into the original; only composed accents (NFD) and invisible characters
 * need a map.
 */
export type FoldedText = {
  text: string;
  /** The text before folding. */
  original: string;
  /** Original offset of a folded offset (0 … text.length). */
  at(offset: number): number;
};

/** By UTF-16 unit: what must be added to it, modulo 2¹⁶, to make what it folds to. */
const shifts = new Uint16Array(0x10000);
const set = (unit: number, folded: number): void => {
  shifts[unit] = folded - unit;
};
const foldedUnit = (unit: number): number => (unit + (shifts[unit] as number)) & 0xffff;
/** Left out altogether: soft hyphen, zero-width spaces, joiners, directional marks, tatweel, Arabic vowel signs, BOM. */
const invisibles =
  "\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff\\u0640\\u064b-\\u0652\\u0670";
/** Accents that combine with the letter before them. */
const combining = "\\u0300-\\u036f";
const invisible = new RegExp(`[${invisibles}]`);
const needsMap = new RegExp(`[${invisibles}${combining}]`);
/** A letter with its accents. */
const cluster = new RegExp(`[^${combining}][${combining}]*|[${combining}]+`, "g");

/** Where capitals stand, from and up to. The other nine tenths of all units need not be asked at each start. */
const cased = [
  [0x0041, 0x0588], // Latin, Greek, Cyrillic, Armenian
  [0x10a0, 0x1400], // Georgian, Cherokee
  [0x1c80, 0x2d30], // Georgian, Latin and Greek with accents, letters in circles, Glagolitic, Coptic
  [0xa640, 0xa800], // rarer Cyrillic and Latin
  [0xff21, 0xff3b], // full-width Latin
] as const;
for (const [from, to] of cased)
  for (let unit = from; unit < to; unit++) {
    const lower = String.fromCharCode(unit).toLowerCase();
    if (lower.length === 1) set(unit, lower.charCodeAt(0));
  }
/** First code points of the scripts' decimal digits that news uses. */
for (const zero of [
  0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xff10, 0x1040, 0x17e0, 0xbe6, 0xc66, 0xce6, 0xd66, 0xa66, 0xae6,
])
  for (let digit = 0; digit < 10; digit++) set(zero + digit, 0x30 + digit);
const to = (ascii: string, variants: string): void => {
  for (const char of variants) set(char.charCodeAt(0), ascii.charCodeAt(0));
};
to(
  " ",
  "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\n\r\f\v\u2028\u2029",
);
to("'", "‘’‚‛ʼʹ′＇`´");
to('"', "“”„‟″«»＂");
to("-", "‐‑−﹣－");
to("~", "～〜∼");
to("$", "＄﹩");
to("£", "￡");
to("¥", "￥");
to("%", "％﹪");
to("٪", "٪");
to(",", "،，﹐");
to(".", "．｡﹒");
to("ا", "أإآٱ");
to("ي", "ىیئ");
to("ه", "ة");
to("و", "ؤ");
to("ك", "ک");
to("i", "İıI");
to("٫", "٫");
to("٬", "٬");

// Full-width forms fold as the ASCII they stand for does; last, since some of it folds further.
for (let unit = 0xff01; unit <= 0xff5e; unit++) set(unit, foldedUnit(unit - 0xfee0));

/** Folds a text. Never throws; the empty text folds to itself. */
export function foldText(original: string): FoldedText {
  if (!needsMap.test(original)) return { text: foldUnits(original), original, at: same };
  // Compose cluster by cluster, so that each folded unit knows where its cluster began.
  const offsets: number[] = [];
  let text = "";
  for (const match of original.matchAll(cluster)) {
    const written = match[0];
    if (invisible.test(written[0] ?? "")) continue;
    const folded = foldUnits(written.length > 1 ? written.normalize("NFC") : written);
    for (let i = 0; i < folded.length; i++) offsets.push(match.index + (i < written.length ? i : written.length - 1));
    text += folded;
  }
  offsets.push(original.length);
  return { text, original, at: (offset) => offsets[Math.min(offset, offsets.length - 1)] ?? original.length };
}

const same = (offset: number): number => offset;

const units = new Uint16Array(8192);
function foldUnits(text: string): string {
  let folded = "";
  for (let from = 0; from < text.length; from += units.length) {
    const length = Math.min(units.length, text.length - from);
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(from + i);
      units[i] = unit + (shifts[unit] as number);
    }
    folded += String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  }
  return folded;
}

/** Folds a table key: what {@link foldText} does, without the way back. */
export const foldKey = (key: string): string => foldText(key).text;
