/** The interface's language; its words, and the tables of the languages that articles are read in, in the package. */
import { browser } from "wxt/browser";
import { loadSettings } from "./settings.ts";

/**
 * The language that the reader has chosen, or that the browser speaks to them, BCP 47; with the reader's region as far as
 * the browser tells it, which decides on commas, points and currency.
 */
export async function interfaceLanguage(): Promise<string> {
  const { language } = await loadSettings();
  const ui = browser.i18n.getUILanguage();
  return withRegion(language === "auto" ? ui : language, [ui, ...navigator.languages]);
}

/**
 * @param tag left as it is where it names a region itself
 * @param preferred what the browser says of the reader, most wanted first. Chrome's own language is mostly a bare "fr",
 *   while its list for web pages begins with "fr-FR"
 */
export function withRegion(tag: string, preferred: readonly string[]): string {
  try {
    const asked = new Intl.Locale(tag);
    // A bare "pt" is Brazil's: with another region it would be written as in Portugal.
    if (asked.region || asked.language === "pt") return tag;
    const [first, ...rest] = preferred.map((one) => new Intl.Locale(one));
    // The region of a second language says nothing of the reader: Germans have "en-US" after "de".
    const region = first?.region ?? rest.find(({ language }) => language === first?.language)?.region;
    return region ? `${asked.baseName}-${region}` : tag;
  } catch {
    return tag; // No language tag at all.
  }
}

/** A language's words, from the file that the build made of their source. @throws where the package has none */
export const loadPackagedWords = <Words>(lang: string): Promise<Words> => load(`/languages/${lang}.json`);

/** What reading needs of a language. @param tag of its pack @throws where the package has none */
export const loadPackagedPack = (tag: string): Promise<unknown> => load(`/reading/${tag}.json`);

async function load<Content>(path: string): Promise<Content> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`The package's ${path.slice(1)} expected, status ${response.status} came`);
  return response.json();
}
