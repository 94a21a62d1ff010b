import { describe, expect, it, vi } from "vitest";
import { interfaceIn, languageFor, languages } from "./i18n.ts";
import { en } from "./locales/en.ts";
import { importInterface, importWords } from "./locales/index.ts";

type Tree = { readonly [key: string]: string | Tree };

function flat(tree: Tree, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set(path + key, value);
    else for (const [inner, text] of flat(value, `${path}${key}.`)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/{{\s*([^},\s]+)/g)].map((match) => match[1]).sort();
const english = flat(en);

const all = new Map<string, Map<string, string>>();
for (const lang of languages) all.set(lang, flat((await importWords(lang)) as Tree));

describe.each(languages)("the interface in %s", (lang) => {
  const words = all.get(lang) ?? new Map<string, string>();
  const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const stems = [...english.keys()]
    .filter((key) => key.endsWith("_other"))
    .map((key) => key.slice(0, -"_other".length));
  const plurals = new Set(stems.flatMap((stem) => categories.map((category) => `${stem}_${category}`)));
  const singles = [...english.keys()].filter((key) => !stems.some((stem) => key.startsWith(`${stem}_`)));

  it("has every key, every plural form of the language, and no other", () => {
    expect([...words.keys()].sort()).toEqual([...singles, ...plurals].sort());
  });

  it("has the placeholders of the English text in each", () => {
    for (const [key, text] of words) {
      const model = english.get(key) ?? english.get(key.replace(/_[a-z]+$/, "_other")) ?? "";
      // Where the form itself says how many ("رقمان"), the number need not stand in it.
      const told = /_(?:zero|one|two)$/.test(key) ? ["count", "number"] : [];
      const needed = (names: (string | undefined)[]) => names.filter((name) => !told.includes(name ?? ""));
      expect([key, needed(placeholders(text))]).toEqual([key, needed(placeholders(model))]);
    }
  });

  it("leaves no text empty or untrimmed", () => {
    for (const [key, text] of words) expect([key, text.trim()]).toEqual([key, text || "text"]);
  });
});

it.each([
  ["fr", "fr"],
  ["fr-CA", "fr"],
  ["EN-us", "en"],
  ["ar-EG", "ar"],
  ["zh", "zh-Hans"],
  ["zh-CN", "zh-Hans"],
  ["zh-SG", "zh-Hans"],
  ["zh-TW", "zh-Hant"],
  ["zh-HK", "zh-Hant"],
  ["zh-Hant-CN", "zh-Hant"],
  ["zh-Hans-TW", "zh-Hans"],
  ["pt", "pt-BR"],
  ["pt-BR", "pt-BR"],
  ["pt-PT", "pt-PT"],
  ["pt-AO", "pt-PT"],
  ["es-419", "es"],
  ["in", "id"],
  ["xx", "en"],
  ["", "en"],
])("answers a browser in %j with %s", async (asked, lang) => {
  expect(languageFor(asked)).toBe(lang);
  expect((await importInterface(asked)).lang).toBe(lang);
});

it("speaks English where a language cannot be loaded, and tries again the next time", async () => {
  vi.resetModules();
  const fresh = await import("./i18n.ts");
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const broken = await fresh.loadInterface("de", () => Promise.reject(new Error("no such file")));
  expect([broken.lang, broken.locale, broken.t("tooltip.close")]).toEqual(["en", "en", "Close"]);
  expect(told).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("de"), expect.any(Error));
  const mended = await fresh.loadInterface("de", importWords);
  expect(mended.t("tooltip.close")).toBe("Schließen");
});

it("keeps the browser's region for numbers and dates, as long as the language is the one in use", () => {
  expect([interfaceIn("fr-CA").locale, interfaceIn("xx-YY").locale, interfaceIn("en-GB").locale]).toEqual([
    "fr-CA",
    "en",
    "en-GB",
  ]);
});

it.each([
  ["fr", ["1 chiffre", "2 chiffres", "5 chiffres"]],
  ["ru", ["1 цифра", "2 цифры", "5 цифр"]],
  ["ar", ["رقم واحد", "رقمان", "5 أرقام"]],
  ["ja", ["数字1件", "数字2件", "数字5件"]],
])("says counts in %s in the plural forms of the language", async (lang, said) => {
  const { t } = await importInterface(lang);
  expect([1, 2, 5].map((count) => t("popup.claims", { count }))).toEqual(said);
});

it("leaves markup in a value as it is, since it is only ever shown as text", () => {
  expect(interfaceIn("en").t("popup.site", { host: "a&b" })).toBe("Mark figures on a&b");
});
