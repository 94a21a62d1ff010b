/**
 * The cheap first question: can there be any amount in this text at all?
 *
 * Runs in the page, on its text, before anything is sent. Every quantity has a unit or a scale word, with digits
 * ("$5bn") or without ("one hundred billion dollars"), and every unit and scale word of every pack in Latin script has one
 * of the stems below in it. Where none stands in a text, reading finds nothing there; where one does, it may. The packs
 * themselves are ten times as large as the whole content script, so the stems are kept by hand, and a test holds them
 * against the packs.
 */

const signs = /[$﹩€£￡¥￥₩₹₽₴₫₺₪₱฿₮₦₾%﹪㎾㎿٪‰\\]|ரூ/;

/** Latin stems, found anywhere in a word: words are joined to others, or inflected in front. */
const latin = [
  "thousand|tausend|duizend|mila|mili[oó]|mill[ió]|millon|milh[aoãõ]|milj[oa]|mily[oa]|milij|millar|miliar|bili[aoáãóõ]",
  "billi[oóaú]|bill[oó]n|bilh[aãoõ]|bili?j|bilyo|tril[ilhjy]|dril|dh?[oóò]ll?ai?r|fran[cgk]|franak|watt|wa[tțţ]i|oát|lo-?[vwo][aá]t",
  "[ge]a[vwo][aá]t|[eé]ra[vw]at|aktie",
];

/**
 * Latin stems, found where a word begins; one entry a letter, so that most words are turned away by their first. Letters
 * that may be left out stand under each letter that may come first.
 */
const beginnings = [
  "avro|b(?:p[uo]n[td](?!o)|aht|hat|át|iglietti|illetes|uck|olívar|ảng|ạt|hilli|rasil)",
  "c(?:rore|oro[na]|ouron|[eé]at[aá]d|u-ron)|d(?:[ií]rham|irhem|irr[aã]|ong|inar)|đ(?:iểm|)",
  "e(?:ribu|juta|uro(?!p)|or[oó]|vr[oa]|sterlin|slot)|f(?:unt|orin|aoin)|g(?:ri[vw]|eneh|enih)",
  "h(?:iljad|r[iíy][vw])|i[yj]?uan|j(?:uta|uan)|k(?:r[ou]{0,2}n|orun|wanza)|l(?:akh|ir[aeă]|ivre|liur|a.sut)",
  "m(?:ille\\S{0,12}cento|etica|h?íle|hilli|billi|illard)|n(?:ghìn|hân|uevos)|odsto|ô-|ơ-",
  "p(?:ound|[uo]n[td](?!o)|hunt|fund|hrăng|eso|en[nci]|er.?cent|our.?cent|or.?cien|or.?cento|orcent|rocen|rosen|ersen|osto|romil|hần|roz)",
  "r(?:ibu|enminbi|up[eiaé]|oupi|oepi|úi?p|iy?al|iai|inggit|oubl|ubl|o?ubel|oebel|ubal|[iíy][vw]|oni|appen)",
  "s(?:e?ribu|e?juta|emiliar|terlin|lot|[jc]?h?[eé]kel|[h]?[eé]quel|icl|oles|p[aä]nn|a.ch)",
  "t(?:usen|isu[cć]|riệu|[uö]gr|enge|ân|ệ)|uan|v(?:[aá]tio|at[aiuos]*(?![a-z])|erdi)|y(?:uan|üzde|uzde|enlik)",
  "z[lł]o[tțţ]",
];

/** Latin words, found whole; by their first letters, as above. */
const words = [
  "aud|b(?:ats?|io|l?n|i[sn]?|rl)|c(?:hf|ny|ad)|d(?:ll?s|kk)|eur[ai]?|fr|g(?:w|bp)|hkd",
  "i(?:[eê]n[aeius]{0,2}|nr|dr)|j(?:[eê]n[aeius]{0,2}|t|py)|k(?:un[ae]|[nčzw]|rw?)|l(?:ibras?|ev[ai]?|e[iu]|.e)",
  "m(?:io|l[ndr]s?|lrd|r[d]?n?|rden|ia|ds?|d[dpei]|md[dp]|mm|kr|i[eil]?|ill?[esd]?|ilj|dr|[wnỹ]|xn)",
  "n(?:oi|dt|g[aà]n|ok)|p(?:.?p|ct|st|ay)?|r(?:e[aá](?:l(?:es|s|i)?|is|ux)|éaux|éals|ands?|mb|[sbpm]|ub)",
  "s(?:fr|/|gd|ek)|t(?:sd|rn?|n|ris?|w|is|l|[yỷỉỹ]|wd)|u(?:sd|ah)|v(?:on[aeisu]{0,2}|.h|n[đd]|ạn)|won[aeisu]{0,2}",
  "y[eê]n[aeius]{0,2}",
];

/** What is counted, and so has digits in front (or a scale word, found above). */
const counted =
  "share|a[ck]tion|aksje|aandel|aandeel|anteil|stamm|acci[oó]|a[cç]{1,2}[aãõo]|azion|ac[tțţ]iun|saham|lembar|scair|dionic|akci|hisse|pap[eé]|t[ií]tul|titol|cổ";

/**
 * Letters of other scripts than Latin, from Cyrillic to Korean. A text with any is worth reading: in most of these
 * languages the stems of units are parts of everyday words, so that a list of them told one article in ten from the others,
 * and was a fifth of the content script.
 */
const otherScripts = /[\u0400-\u1cff\u3005-\u3007\u3040-\ud7ff\uf900-\ufdff\ufe70-\ufefc\uff66-\uffdc]/;

/** An expression that is compiled when it is first needed: compiling costs as much as going through a page's text. */
function lazy(source: () => string, flags = "s"): (text: string) => boolean {
  let compiled: RegExp | undefined;
  return (text) => {
    compiled ??= new RegExp(source().normalize("NFC"), flags);
    return compiled.test(text);
  };
}
const any = (stems: readonly string[]) => stems.join("|");

const latinStems = lazy(() => any(latin));
const latinWords = lazy(
  // As a lookbehind the beginning of a word would be looked for behind every letter.
  () => `(?:^|[^a-z])(?:${any(beginnings)}|[mk]?(?:${any(words)})(?![a-z]))|\\d ?k(?![a-z])`,
);
const countedThings = lazy(() => `\\p{Nd}.{0,20}(?:${counted})`, "su");
/** ISO codes are also words ("TRY", "ALL"): only capitals count. */
const capitals = /(?<![A-Za-z])[MK]?[A-Z]{3}(?![A-Za-z])/g;
let codes: Set<string> | undefined;
function hasCode(text: string): boolean {
  for (const [word] of text.matchAll(capitals)) {
    codes ??= new Set(Intl.supportedValuesOf("currency"));
    if (codes.has(word.slice(-3))) return true;
  }
  return false;
}

/** Full-width forms of ASCII. */
const wide = /[\uff01-\uff5e]/g;
/** What folding leaves out: invisible characters. As in `fold.ts`, whose tables a page need not load. */
const leftOut = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** Anything but letters, digits and signs that folding leaves as they are. A text of these alone need not be folded. */
const foldable = /[^\0-\u00ac\u00ae-\u012f\u0132-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]/;

const fold = (text: string): string =>
  text
    .replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[İı]/g, "i")
    .normalize("NFD")
    .replace(leftOut, "")
    .normalize("NFC");

/**
 * Whether reading may find a quantity in the text. Takes time that grows with the text, at some nanoseconds a character.
 *
 * @param atAGlance looks at single characters alone ("$", "億"), which need no expression of words to be compiled: a no
 *   says nothing
 */
export function mayHoldQuantity(text: string, atAGlance = false): boolean {
  if (otherScripts.test(text) || signs.test(text)) return true;
  if (atAGlance) return false;
  const plain = foldable.test(text) ? fold(text) : text;
  const lower = plain.toLowerCase();
  return signs.test(lower) || latinStems(lower) || latinWords(lower) || countedThings(lower) || hasCode(plain);
}
