/** Money as each language's press writes it. */
import type { Interface, Language } from "./i18n.ts";

/** From here on a scale word stands in place of zeros. */
export const SCALED = 1e6;

/** Enough for any figure of the news: 15.1284 billion stays apart from 15.1. */
const DIGITS = 6;

/** What follows the scale word, space and all: "100 milliards", " de dollars". */
type AfterScale = Readonly<Record<string, string>>;

/**
 * The currencies of most deals, where CLDR's words are not the press's: its names lack the "de" that follows a million,
 * or say "dollars des États-Unis" and "米ドル" where papers write dollars and ドル. After ru and uk scale words always
 * stands the genitive plural.
 */
const PRESS: Partial<Record<Language, AfterScale>> = {
  de: { USD: " Dollar", EUR: " Euro", GBP: " Pfund", JPY: " Yen", CNY: " Yuan", CHF: " Franken" },
  es: { USD: " de dólares", EUR: " de euros", GBP: " de libras", JPY: " de yenes", CNY: " de yuanes" },
  fr: { USD: " de dollars", EUR: " d’euros", GBP: " de livres", JPY: " de yens", CNY: " de yuans" },
  it: { USD: " di dollari", EUR: " di euro", GBP: " di sterline", JPY: " di yen", CNY: " di yuan" },
  ja: { USD: "ドル", EUR: "ユーロ", GBP: "ポンド", JPY: "円", CNY: "元", KRW: "ウォン" },
  ko: { USD: " 달러", EUR: " 유로", GBP: " 파운드", JPY: " 엔", CNY: " 위안", KRW: " 원" },
  "pt-BR": { EUR: " de euros", GBP: " de libras", JPY: " de ienes", CNY: " de yuans" },
  "pt-PT": { USD: " de dólares", EUR: " de euros", GBP: " de libras", JPY: " de ienes", CNY: " de yuans" },
  ru: { USD: " долларов", EUR: " евро", GBP: " фунтов", JPY: " иен", CNY: " юаней", RUB: " рублей" },
  uk: { USD: " доларів", EUR: " євро", GBP: " фунтів", JPY: " єн", CNY: " юанів", UAH: " гривень" },
  vi: { USD: " USD", EUR: " euro", GBP: " bảng Anh", JPY: " yên", CNY: " nhân dân tệ", VND: " đồng" },
  "zh-Hans": { USD: "美元", EUR: "欧元", GBP: "英镑", JPY: "日元", CNY: "元人民币", HKD: "港元" },
  "zh-Hant": { USD: "美元", EUR: "歐元", GBP: "英鎊", JPY: "日圓", CNY: "元人民幣", HKD: "港元", TWD: "元新台幣" },
};

/** Written with the currency's name all the same: a sign of Latin letters falls apart between words from right to left. */
const NAMED: ReadonlySet<Language> = new Set(["ar"]);

/**
 * Trillions (10¹²) where the press has other words for them than CLDR, by language or place: the size of the word and the
 * word. CLDR's French is "billion", which is right and the very word that is misread; its Italian is "mila miliardi"; and
 * in Hong Kong 兆 is not what it is in Taiwan.
 */
const TRILLIONS: Readonly<Record<string, readonly [size: number, word: string]>> = {
  fr: [1e9, "\u00a0milliards"],
  it: [1e9, "\u00a0miliardi"],
  HK: [1e12, "萬億"],
  MO: [1e12, "萬億"],
};

/** Scale words that change with the case ("до 2 миллиардов", "2 миллиарда"): papers abbreviate them, which never does. */
const ABBREVIATED: ReadonlySet<Language> = new Set(["ru", "uk"]);

/** "$100 billion", "100 milliards de dollars", "1000亿美元"; below a million in digits: "$54.20". */
export function formatMoney(value: number, currency: string, ui: Interface): string {
  const { locale, lang } = ui;
  if (Math.abs(value) < SCALED) {
    const whole = Number.isInteger(value);
    return new Intl.NumberFormat(locale, {
      style: "currency",
      currency,
      minimumFractionDigits: whole ? 0 : undefined,
    }).format(value);
  }
  const scaled = formatScaled(value, ui, currency);
  const press = PRESS[lang]?.[currency];
  if (press) return scaled + press.replace(" ", "\u00a0");
  // `Intl` has no long scale words beside a currency sign ("$100B" only): its own pattern, with the number replaced.
  let written = false;
  const currencyDisplay = NAMED.has(lang) ? "name" : "symbol";
  return new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay, maximumFractionDigits: 0 })
    .formatToParts(1)
    .map((part) => {
      if (part.type !== "integer") return part.value;
      if (written) return "";
      written = true;
      return scaled;
    })
    .join("");
}

/**
 * "100 billion", "1,5 million": below a million in digits, above with the language's scale words.
 *
 * @param currency of money: India counts its own in crores, and the world's in billions
 */
export function formatScaled(value: number, { locale, lang }: Interface, currency?: string): string {
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: DIGITS });
  if (Math.abs(value) < SCALED) return plain.format(value);
  const { region = "" } = new Intl.Locale(locale);
  const trillions = TRILLIONS[lang] ?? (lang === "zh-Hant" ? TRILLIONS[region] : undefined);
  if (trillions && Math.abs(value) >= 1e12) return plain.format(value / trillions[0]) + trillions[1];
  return new Intl.NumberFormat(scaleLocale(locale, region, currency), {
    notation: "compact",
    compactDisplay: ABBREVIATED.has(lang) ? "short" : "long",
    maximumSignificantDigits: DIGITS,
  }).format(value);
}

/** CLDR gives Hong Kong and Macao English letters ("30B"), and Indian English crores for every currency. */
function scaleLocale(locale: string, region: string, currency: string | undefined): string {
  if (/^zh\b/.test(locale) && (region === "HK" || region === "MO")) return /hans/i.test(locale) ? "zh-Hans" : "zh-Hant";
  return region === "IN" && currency !== undefined && currency !== "INR" ? locale.replace(/-IN$/, "-GB") : locale;
}
