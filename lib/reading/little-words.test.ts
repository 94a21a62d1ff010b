import { expect, it } from "vitest";
import { packs } from "../locales/all.ts";
import { littleWords, littleWordsModule } from "./little-words.ts";

const tagsOf = (word: string): string[] => (littleWords().get(word) ?? []).map((place) => packs[place]?.tag ?? "");

it.each([
  ["milliards", ["fr"]],
  ["mil", ["ca", "es", "pt-BR", "pt-PT"]],
])("knows who says %s", (word, tags) => {
  expect(tagsOf(word)).toEqual(expect.arrayContaining(tags));
});

it.each(["de la", "$", "100"])("has no %s, which is no word", (word) => {
  expect(tagsOf(word)).toEqual([]);
});

it("gives the same as the module that the extension has", async () => {
  const module = (await import(`data:text/javascript,${encodeURIComponent(littleWordsModule())}`)) as {
    littleWords: typeof littleWords;
  };
  const compiled = module.littleWords();
  expect([...compiled].sort()).toEqual([...littleWords()].sort());
});
