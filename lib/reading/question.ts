/**
 * The cheap first question: can there be any amount in this text at all?
 *
 * Runs in the page, on every block, before anything is sent. Every quantity has a unit or a scale word, with digits
 * ("$5bn") or without ("one hundred billion dollars", "一千亿美元"), and every unit and scale word of every pack has one
 * of the stems below in it. Where none stands in a text, reading finds nothing there; where one does, it may. The packs
 * themselves are ten times as large as the whole content script, so the stems are kept by hand, and a test holds them
 * against the packs.
 */

const signs = /[$﹩€£￡¥￥₩₹₽₴₫₺₪₱฿₮₦₾%﹪٪‰\\]|ரூ/;

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

/** Stems of the other scripts, in which most words have no boundary that could be asked for. */
const cyrillic = [
  "долл?ар|долл|тысяч|тисяч|хиляд|мянга|илл?ио|льйо|льярд|лиард|ліард|іліон|ават|ловат|процент",
  `(?<![а-яёіїєґөү])(?:${"евро|євро|фунт|паунд|франк|юан|рупи|рупі|песо|реал|ри[ая]л|ріал|д[иі]рх|р[иі]нгг|крон|злот|рубл?|р|грив|грн|л[иі]р|лар[иі]|ранд|шекел|динар|форинт|төгрөг|тугрик|тен[гґ]е|пенс|проц|відсот|хуви|хувь|ватт?|к[иі]лов|квт|[мгт]вт|акц[иі]|сая|тэрб|их.наяд|мл[нрд]|мн|трл|тыс|тис|хил|[иійє]ен|[йє]н|ієн|вон|бат|бакс|дол|лев|лв|на.сто|пр|п.{0,2}п|в.{0,2}п|сум|узбек|донг|жэнь|женьм|ренмин|полпро"})`,
];
const semitic = [
  "دولار|يورو|اورو|جنيه|فرنك|يوان|روبي|بي[زس]و|ريال|درهم|دراهم|رين[غج]يت|كرون|زلوتي|روبل|لير[اه]|ش[يو]ا?كل|شيقل|دينار|دنانير",
  "الميه|المايه|وات|واط|سهم|بنس|ال[اف]|لايين|لي[او]ن|ليار|ياباني|كوري|ريفن|تايل|فيتنام|ميوي|رنمين|استرلين",
  "דולר|אירו|יורו|פאונד|ליש|ליר|פרנק|יואן|רופי|פזו|ריאל|דירהם|שקל|אחוז|וואט|מניות|אלף|אלפי|מילי|מליון|מליארד|טריל|ביל|רובל",
  `(?<![ء-ي])[وفبلكسا]{0,4}(?:${"ينا?|ووني?ا?|وون|وونا|ون|باه?ت|دون[غج]|ج.{0,2}م|[جم].{0,2}و|نقط|نقاط"})(?![ء-ي])`,
  `(?<![א-ת])[ובלהכמש]{0,3}(?:${"מ?ל?ש.?ח|ין|וון"})(?![א-ת])`,
];
const indic = [
  "डॉलर|डालर|यूरो|पाउंड|पौंड|फ्रैंक|युआन|रु|रू|पेसो|रियाल|रियल|दिरहम|प्रतिशत|ीसद|परसेंट|वाट|वॉट|शेयर|हज|करोड|िलिय|मिलीय|रब|लाख",
  "येन|वॉन|वोन|रेनमि",
  "დოლარ|ევრო|ფუნტ|ფრანკ|იუან|რუპი|პესო|რიალ|დირჰამ|კრონ|ზლოტ|რუბლ|გრივნ|ლირ|ლარ|იენ|ვონ|პროცენტ|ვატ|აქცი|ათას|ილიონ|მილიარდ|მლნ",
  "მლრდ|დინარ",
];
const eastAsian = [
  "[元圆圓块塊円圜幣币鎊镑磅郎盾銖铢瓦瓩千仟万萬億亿兆朗里兰蘭羅卢盧刀弗]|美金|港纸|比索|披索|雷亚|雷亞|拉姆|林吉|令吉|奈拉|兹罗|茲羅|福林|克尔",
  "克爾|第纳|第納|坚戈|堅戈|图格|圖格|黑奥|便士|生丁|百分|百份|[\\p{Nd}零〇一二三四五六七八九十百两兩半].{0,3}[成割股株]",
  "ドル|ユーロ|ポンド|フラン|ウォン|ルピ|ペソ|リヤル|リラ|シェケ|ディル|ディナ|クロー|ルーブ|パーセ|ワット|リオン|バーツ|リンギ|アル|アイス",
  "ベトナム|フリヴ|フリブ|ズウォ|ズロチ|フォリ|コルナ|ランド|ナイラ|テンゲ|ペン|ペニ|トゥグ",
  "[엔원주천만억조경불밧킵]|달러|유로|파운드|프랑|위안|위엔|루피|페소|리얄|디르함|링깃|크로|루블|리라|[셰세]켈|퍼센|프로|와트|인민폐|베트남",
  "바트|헤알|레알|흐리|그리브|쿠웨이|즐로|포린|코루나|랜드|나이라|텡게|투그|라리|콜론|펜스|페니|미화|[밀빌]리언",
];

/** An expression that is compiled when it is first needed: most texts are of one script, and compiling costs as much as reading a page. */
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
/** Each with the letters that tell whether there is any use in asking. */
const scripts: [letters: RegExp, stems: (text: string) => boolean][] = [
  [/[\u0400-\u052f]/, lazy(() => any(cyrillic))],
  [/[\u0590-\u06ff]/, lazy(() => any(semitic))],
  [/[\u0900-\u097f\u10a0-\u10ff]/, lazy(() => any(indic))],
  [/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/, lazy(() => any(eastAsian), "su")],
];

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
/** What folding leaves out: invisible characters, Arabic vowel signs. As in `fold.ts`, whose tables a page need not load. */
const leftOut = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640\u064b-\u0655\u0670]/g;
const variants: Record<string, string> = { İ: "i", ı: "i", ى: "ي", ی: "ي", ة: "ه", ک: "ك", ٱ: "ا" };

/**
 * Anything but letters, digits and signs that folding leaves as they are: Latin, Cyrillic, the syllables and ideographs of
 * East Asia. A text of these alone need not be folded.
 */
const foldable =
  /[^\0-\u00ac\u00ae-\u012f\u0132-\u02ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u3000-\u3098\u309b-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

function fold(text: string): string {
  return text
    .replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[İıىیةکٱ]/g, (char) => variants[char] ?? char)
    .normalize("NFD")
    .replace(leftOut, "")
    .normalize("NFC");
}

/** Whether reading may find a quantity in the text. Takes time that grows with the text, at some nanoseconds a character. */
export function mayHoldQuantity(text: string): boolean {
  const plain = foldable.test(text) ? fold(text) : text;
  const lower = plain.toLowerCase();
  return (
    signs.test(lower) ||
    latinStems(lower) ||
    latinWords(lower) ||
    countedThings(lower) ||
    hasCode(plain) ||
    scripts.some(([letters, stems]) => letters.test(lower) && stems(lower))
  );
}
