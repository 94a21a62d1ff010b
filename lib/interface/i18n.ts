/** The interface's language. No `browser.*`: who asks says which language the browser speaks. */
import { createInstance, type TFunction } from "i18next";
import { en } from "./locales/en.ts";
import type { Words } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/**
 * Adding a language is adding a file and a line. Each is loaded when it is first asked for: nobody reads sixteen. (A
 * service worker may not import later, so that the background's bundle has them all.)
 */
const others: Record<string, () => Promise<Words>> = {
  ar: async () => (await import("./locales/ar.ts")).ar,
  fr: async () => (await import("./locales/fr.ts")).fr,
};

/** BCP 47 tags of the languages there are. */
export const languages: readonly string[] = ["en", ...Object.keys(others)];

export type Interface = {
  t: TFunction;
  /** The language in use, one of `languages`. */
  lang: string;
  /** For `Intl`: the asked-for language with its region ("fr-CA") where it is the one in use. */
  locale: string;
  dir: "ltr" | "rtl";
};

const loaded = new Map<string, Words>([["en", en]]);
const made = new Map<string, Interface>();

/**
 * The interface in the language that suits `asked` best: itself, its base language, or English.
 *
 * @param asked BCP 47, such as `browser.i18n.getUILanguage()` gives
 */
export async function loadInterface(asked: string): Promise<Interface> {
  const lang = languageFor(asked);
  if (!loaded.has(lang)) loaded.set(lang, (await others[lang]?.()) ?? en);
  return interfaceIn(asked);
}

/** The words of a language, for those who check them. */
export async function loadWords(lang: string): Promise<Words> {
  await loadInterface(lang);
  return loaded.get(lang) ?? en;
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
export function languageFor(asked: string): string {
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
