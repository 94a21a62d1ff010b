import { describe, expect, it } from "vitest";
import { packsOf, prepareArticle } from "./article.ts";
import { index } from "./dataset.fake.ts";
import type { Block, Page } from "./types.ts";

const french = "Nvidia va investir jusqu’à 100 milliards de dollars dans OpenAI, selon la lettre d’intention.";
const english = "Nvidia will invest up to $100 billion in OpenAI, according to the letter of intent they signed.";
const greek = "Η Nvidia θα επενδύσει έως 100 δισεκατομμύρια δολάρια στην OpenAI.";
const block = (id: number, text: string, lang?: string): Block => ({ id, text, role: "text", ...(lang && { lang }) });

describe("packsOf", () => {
  it.each<[string, Page, string[]]>([
    ["an article", { lang: "fr", blocks: [block(1, french)] }, ["fr"]],
    ["one that says nothing of its language", { blocks: [block(1, french)] }, ["fr"]],
    [
      "one with a block in another language",
      { lang: "fr", blocks: [block(1, french), block(2, english, "en")] },
      ["fr", "en"],
    ],
    ["one in a language that is not read", { lang: "el", blocks: [block(1, greek)] }, []],
  ])("knows the languages of %s", (_, page, tags) => {
    expect(packsOf(page).map(({ tag }) => tag)).toEqual(tags);
    const article = prepareArticle(page, index);
    expect([...new Set(article?.blocks.map(({ pack }) => pack.tag))]).toEqual(tags);
  });
});
