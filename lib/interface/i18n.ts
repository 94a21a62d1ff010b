/** The interface's language. No `browser.*`: who asks says which language the browser speaks. */
import { createInstance, type TFunction } from "i18next";
import { en } from "./locales/en.ts";
import type { Words } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** BCP 47 tags of the languages there are. Adding one is adding it here, its file, and a line in `locales/index.ts`. */
export const languages = [
  "ar",
  "de",
  "en",
  "es",
  "fr",
  "id",
  "it",
  "ja",
  "ko",
  "pt-BR",
  "pt-PT",
  "ru",
  "uk",
  "vi",
  "zh-Hans",
  "zh-Hant",
] as const;
export type Language = (typeof languages)[number];

/**
 * Brings a language's words: in the extension from a file of its package (platform/language.ts), since a service worker
 * may not import later and nobody reads sixteen; elsewhere from their sources (`locales/index.ts`). English is always there.
 */
export type WordsLoader = (lang: Language) => Promise<Words>;

export type Interface = {
  t: TFunction;
  /** The language in use. */
  lang: Language;
  /** For `Intl`: the asked-for language with its region ("fr-CA") where it is the one in use. */
  locale: string;
  dir: "ltr" | "rtl";
};

const loaded = new Map<Language, Words>([["en", en]]);
const made = new Map<string, Interface>();

/**
 * The interface in the language that suits `asked` best: itself, its base language, or English.
 *
 * @param asked BCP 47, such as `browser.i18n.getUILanguage()` gives
 * @returns English also where `load` fails: a popup in the wrong language still says what it has to say
 */
export async function loadInterface(asked: string, load: WordsLoader): Promise<Interface> {
  const lang = languageFor(asked);
  if (!loaded.has(lang)) {
    try {
      loaded.set(lang, await load(lang));
    } catch (error) {
      console.error(`The interface is in English, since its words in ${lang} were not to be had:`, error);
    }
  }
  return interfaceIn(asked);
}

/** As `loadInterface`, of the languages that are loaded already; English otherwise. */
export function interfaceIn(asked: string): Interface {
  const suitable = languageFor(asked);
  const lang = loaded.has(suitable) ? suitable : "en";
  const key = `${lang} ${asked}`;
  const kept = made.get(key);
  if (kept) return kept;
  const instance = createInstance();
  instance.init({
    lng: lang,
    fallbackLng: "en",
    resources: { en: { translation: en }, [lang]: { translation: loaded.get(lang) ?? en } },
    // The resources are at hand: nothing is to be waited for.
    initAsync: false,
    // Text goes into text nodes, never into markup.
    interpolation: { escapeValue: false },
  });
  const result: Interface = {
    t: instance.t,
    lang,
    locale: localeFor(asked, lang),
    dir: /^(?:ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr",
  };
  made.set(key, result);
  return result;
}

/** Languages that go by another name: regions that write the other Chinese, and the bare names of those with two forms. */
const ALIASES: readonly [RegExp, string][] = [
  [/^zh-(?:hant|tw|hk|mo)\b/i, "zh-Hant"],
  [/^zh\b/i, "zh-Hans"],
  [/^pt(?:-br)?$/i, "pt-BR"],
  [/^pt-/i, "pt-PT"],
  [/^in\b/i, "id"],
];

/** Which of `languages` suits a BCP 47 tag. */
export function languageFor(asked: string): Language {
  for (let tag = asked; tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const alias = ALIASES.find(([pattern]) => pattern.test(tag))?.[1];
    const found = languages.find((one) => one === alias || one.toLowerCase() === tag.toLowerCase());
    if (found) return found;
  }
  return "en";
}

/** The browser's own region decides on commas and points, as long as the language is the one in use. */
function localeFor(asked: string, lang: string): string {
  const [base] = lang.split("-");
  try {
    return asked.split("-")[0] === base && Intl.DateTimeFormat.supportedLocalesOf(asked).length > 0 ? asked : lang;
  } catch {
    return lang; // No language tag at all.
  }
}
