/** The interface's language. No `browser.*`: who asks says which language the browser speaks. */
import { createInstance, type TFunction } from "i18next";
import { en } from "./locales/en.ts";
import { fr } from "./locales/fr.ts";
import type { Words } from "./words.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

/** Adding a language is adding a file and a line. */
export const languages: Record<string, Words> = { en, fr };

export type Interface = {
  t: TFunction;
  /** The language in use, a key of `languages`. */
  lang: string;
  /** For `Intl`: the asked-for language with its region ("fr-CA") where it is the one in use. */
  locale: string;
  dir: "ltr" | "rtl";
};

const made = new Map<string, Interface>();

/**
 * The interface in the language that suits `asked` best: itself, its base language, or English.
 *
 * @param asked BCP 47, such as `browser.i18n.getUILanguage()` gives
 */
export function interfaceIn(asked: string): Interface {
  const kept = made.get(asked);
  if (kept) return kept;
  const lang = suitable(asked);
  const instance = createInstance();
  instance.init({
    lng: lang,
    fallbackLng: "en",
    resources: Object.fromEntries(Object.entries(languages).map(([tag, words]) => [tag, { translation: words }])),
    // The resources are at hand: nothing is to be waited for.
    initAsync: false,
    // Text goes into text nodes, never into markup.
    interpolation: { escapeValue: false },
  });
  const result: Interface = {
    t: instance.t,
    lang,
    locale: asked.startsWith(lang) ? asked : lang,
    dir: /^(?:ar|fa|he|ur)\b/.test(lang) ? "rtl" : "ltr",
  };
  made.set(asked, result);
  return result;
}

function suitable(asked: string): string {
  const tags = Object.keys(languages);
  for (let tag = asked; tag; tag = tag.replace(/-?[^-]*$/, "")) {
    const found = tags.find((one) => one.toLowerCase() === tag.toLowerCase());
    if (found) return found;
  }
  return "en";
}
