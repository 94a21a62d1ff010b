import { describe, expect, it } from "vitest";
import { type Language, languages } from "./i18n.ts";
import { importWords } from "./locales/index.ts";
import { localeFolder, manifestText, messagesOf } from "./manifest-texts.ts";

describe.each(languages)("the manifest's texts in %s", (lang) => {
  it("are all there, and as short as browsers and stores want them", async () => {
    const words = await importWords(lang);
    const messages = messagesOf(words);
    const commands = Object.keys(words.extension.command) as (keyof typeof words.extension.command)[];
    const referred = [manifestText.name, manifestText.description, ...commands.map(manifestText.command)];
    expect(referred.map((one) => one.slice("__MSG_".length, -"__".length)).sort()).toEqual(
      Object.keys(messages).sort(),
    );
    for (const [key, { message }] of Object.entries(messages)) {
      // What else a browser would not take for a name.
      expect(key).toMatch(/^[a-z]+(?:_[a-z]+)*$/);
      // A `$` would begin a placeholder.
      expect(message).toMatch(/^[^$]+$/);
    }
    expect(messages.description?.message.length).toBeLessThanOrEqual(132);
    expect(messages.name?.message.length).toBeLessThanOrEqual(45);
  });
});

it.each([
  ["pt-BR", "pt_BR"],
  ["zh-Hans", "zh_CN"],
  ["zh-Hant", "zh_TW"],
  ["uk", "uk"],
])("puts %s where browsers look for it: %s", (lang, folder) => expect(localeFolder(lang as Language)).toBe(folder));
