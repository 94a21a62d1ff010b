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

/** Latin stems, found where a word begins. */
const beginnings = [
  "tusen|tisu[cć]|hiljad|nghìn|triệu|s?e?ribu|s?e?juta|semiliar|lakh|crore|euro(?!p)|eor[oó]|evr[oa]|avro|pound|b?p[uo]n[td](?!o)|phunt",
  "funt|sterlin|esterlin|pfund|phrăng|i?[yj]?uan|renminbi|nhân|rup[eiaé]|roupi|roepi|rúip|peso|riy?al|riai|d[ií]rham|dirhem|dirr[aã]",
  "ringgit|kr[ou]{0,2}n|korun|coro[na]|couron|z[lł]o[tțţ]|slot|eslot|roubl|rubl|ro?ubel|roebel|rubal|h?r[iíy][vw]|gri[vw]|lir[aeă]|livre",
  "lliur|s[jc]?h?[eé]kel|s[h]?[eé]quel|sicl|dong|dinar|forin|t[uö]gr|tenge|pen[nci]|per.?cent|pour.?cent|por.?cien|por.?cento|porcent|prozent",
  "mille\\S{0,12}cento|procen|prosen|persen|posto|odsto|promil|yüzde|yuzde|la.sut|phần|điểm|v[aá]tio|vat[aiuos]*(?![a-z])|baht|bhat|bát|kwanza|metica|verdi",
  "biglietti|billetes|buck|geneh|genih|soles|nuevos|bolívar|roni|sp[aä]nn|đ|ô-|ơ-|rúp|bảng|bạt|tân|tệ|mh?íle|mhilli|bhilli|mbilli|yenlik|faoin",
  "rappen|sa.ch|c[eé]at[aá]d|millard|cu-ron|proz|brasil",
];

/** Latin words, found whole. */
const words = [
  "eur[ai]|libras?|re[aá](?:l(?:es|s|i)?|is|ux)|réaux|réals|lev[ai]?|[ijy][eê]n[aeius]{0,2}|[wv]on[aeisu]{0,2}|rands?|kun[ae]|bats?|pp|sfr|fr|chf|tsd",
  "mio|ml[ndr]s?|mlrd|mr[d]?n?|mrden|mia|mds?|md[dpei]|mmd[dp]|mmm|bio|bl?n|trn?|tn|kn|kč|jt|m?kr|kz|bis?|tris?|mi[eil]?|mill?[es]?|le[iu]|rmb|r[sbpm]",
  "[kmgt]w|p|p.p|l.e|v.h|dll?s|s/|pct|pst|tis|milj|mill?d|mdr|mn|noi|ndt|vnđ|mỹ|bin|pay|tl|t[yỷỉỹ]|vạn|ng[aà]n",
  "usd|eur|gbp|jpy|cny|cad|aud|chf|inr|krw|hkd|brl|mxn|idr|vnd|rub|uah|twd|sgd|nok|sek|dkk",
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
  () => `(?<![a-z])(?:${any(beginnings)})|(?<![a-z])[mk]?(?:${any(words)})(?![a-z])|\\d ?k(?![a-z])`,
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

/** Whether reading may find a quantity in the text. Takes time that grows with the text, at some nanoseconds a character. */
export function mayHoldQuantity(text: string): boolean {
  if (otherScripts.test(text)) return true;
  const plain = foldable.test(text) ? fold(text) : text;
  const lower = plain.toLowerCase();
  return signs.test(lower) || latinStems(lower) || latinWords(lower) || countedThings(lower) || hasCode(plain);
}
