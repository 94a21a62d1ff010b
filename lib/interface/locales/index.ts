/** The interface's words as they stand in the sources: for the build, the command line and tests. No browser loads this. */
import { type Interface, type Language, loadInterface } from "../i18n.ts";
import type { Words } from "../words.ts";

const sources: Record<Language, () => Promise<Words>> = {
  ar: async () => (await import("./ar.ts")).ar,
  de: async () => (await import("./de.ts")).de,
  en: async () => (await import("./en.ts")).en,
  es: async () => (await import("./es.ts")).es,
  fr: async () => (await import("./fr.ts")).fr,
  id: async () => (await import("./id.ts")).id,
  it: async () => (await import("./it.ts")).it,
  ja: async () => (await import("./ja.ts")).ja,
  ko: async () => (await import("./ko.ts")).ko,
  "pt-BR": async () => (await import("./pt-BR.ts")).ptBR,
  "pt-PT": async () => (await import("./pt-PT.ts")).ptPT,
  ru: async () => (await import("./ru.ts")).ru,
  uk: async () => (await import("./uk.ts")).uk,
  vi: async () => (await import("./vi.ts")).vi,
  "zh-Hans": async () => (await import("./zh-Hans.ts")).zhHans,
  "zh-Hant": async () => (await import("./zh-Hant.ts")).zhHant,
};

export const importWords = (lang: Language): Promise<Words> => sources[lang]();

/** The interface in the language that suits `asked` best; see `loadInterface`. */
export const importInterface = (asked: string): Promise<Interface> => loadInterface(asked, importWords);
