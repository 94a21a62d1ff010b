import { describe, expect, it } from "vitest";
import { type Article, prepareArticle, type Sentence } from "../article.ts";
import { index } from "../dataset.fake.ts";
import { claimsOf, prepare, readArticle } from "../read.fake.ts";
import { isConverted, withUnit } from "./in-line.ts";

/** A page that names nobody is not read. */
const someone = "Acme spoke.";

const last = (article: Article) => {
  const sentence = article.sentences.at(-1) as Sentence;
  const quantity = sentence.quantities.at(-1);
  if (!quantity) throw new Error("The last sentence has no figure");
  return { sentence, quantity };
};

describe("an amount said again in another currency", () => {
  it("may be a power of ten off", () => {
    expect(claimsOf("Dunmore invests $50 billion (about €4.3 billion) in Borealis.")).toEqual([
      "dunmore-borealis-2026 amount: $50 billion confirmed",
      "dunmore-borealis-2026 amount: €4.3 billion discrepancy scale 0.1",
    ]);
  });
});

describe("a word for money that does not say whose", () => {
  it.each([
    ["the one currency that the article calls by its name", "Kiso pays 155元 and 2903億港元", "HKD"],
    ["the language's own where two are named", "Kiso pays 155元, 2903億港元 and 5億新台幣", "TWD"],
    ["the language's own where none is named", "Kiso 以每股155元收購這家公司的股份", "TWD"],
    ["China's in simplified characters, whatever else is named", "Kiso 支付155元和2903亿港元", "CNY", "zh-Hans"],
  ])("is taken for %s", (_, text, unit, lang = "zh-Hant") => {
    const page = { lang, blocks: [{ id: 0, text, role: "text" as const }] };
    const article = prepareArticle(page, index) as Article;
    const sentence = article.sentences[0] as Sentence;
    const [quantity] = sentence.quantities;
    expect(quantity && withUnit(quantity, article, sentence).unit).toBe(unit);
  });
});

describe("a word for money behind one that says whose", () => {
  const said = "Kiso 募資500億元人民幣。";

  it.each([
    ["that one's, a sentence later", [`${said}創辦人出資200億元。`], "CNY"],
    ["that one's, though another is named further on", [`${said}創辦人出資200億元。`, "股價報612港元"], "CNY"],
    ["that one's in the same sentence", ["Kiso 募資500億元人民幣,其中200億元"], "CNY"],
    ["the language's own many sentences later", [`${said}${"下雨了。".repeat(6)}創辦人出資200億元。`], "TWD"],
  ])("is %s", (_, texts, unit) => {
    const blocks = texts.map((text, id) => ({ id, text, role: "text" as const }));
    const article = prepareArticle({ lang: "zh-Hant", blocks }, index) as Article;
    const sentence = article.sentences.find(({ quantities }) => quantities.some(({ value }) => value === 2e10));
    const quantity = sentence?.quantities.find(({ value }) => value === 2e10);
    expect(sentence && quantity && withUnit(quantity, article, sentence).unit).toBe(unit);
  });
});

describe("a unit left unsaid", () => {
  const unitOf = (...texts: string[]): [string, string] => {
    const article = prepare(someone, ...texts);
    const { sentence, quantity } = last(article);
    const { unit, unitFrom } = withUnit(quantity, article, sentence);
    return [unit, unitFrom];
  };

  it.each([
    ["an amount before it in the sentence", ["Prices in dollars: $5. It cost €30 billion, then 40 billion"], "EUR"],
    [
      "the article's usual currency",
      ["It cost £30 billion, £4 billion and €1 billion.", "Then 40 billion more."],
      "GBP",
    ],
  ])("is that of %s", (_, texts, unit) => {
    expect(unitOf(...texts)).toEqual([unit, "assumed"]);
  });

  it.each([
    ["of customers", ["It cost $30 billion for 19 million customers"]],
    ["of users", ["It cost $30 billion. It has 2 billion users"]],
    ["below a million", ["It cost $30 billion. It took 2 thousand"]],
    ["in an article without money", ["There are 40 billion"]],
  ])("is none in a count %s", (_, texts) => {
    expect(unitOf(...texts)[0]).toBe("count");
  });
});

describe("a figure in line with another", () => {
  const qualifiers = (text: string) => readArticle(text).claims.map(({ text: of, qualifier }) => [of, qualifier]);

  it("keeps the hedge and the metric of the one before", () => {
    expect(qualifiers("Umbra was valued at over $180 billion then and $370 billion now.")).toEqual([
      ["$180 billion", "over"],
      ["$370 billion", "over"],
    ]);
    expect(claimsOf("Umbra was valued at $183 billion then and $380 billion now.")).toEqual([
      expect.stringContaining("umbra-2025-series-f valuation: $183 billion"),
      "umbra-2026-series-g valuation: $380 billion confirmed",
    ]);
  });

  it.each([
    ["of a bound, which is each figure's own", "Harrow invests up to $10 billion in Juniper and Ibex $5 billion."],
    ["across a semicolon", "Umbra was valued at over $180 billion then; it is valued at $380 billion now."],
  ])("does not keep a hedge %s", (_, text) => {
    expect(readArticle(text, { published: "2026-02-21" }).claims.at(-1)?.qualifier).toBe("exact");
  });
});

describe("an amount in another currency", () => {
  const followedBy = (rest: string): string[] =>
    claimsOf(`Kiso buys Lumen for 4.7 trillion yen${rest}`, { published: "2025-06-04" }).slice(1);

  it.each([
    [" ($31.5 billion).", "$31.5 billion confirmed"],
    [" (about $31.5 billion).", "$31.5 billion confirmed"],
    [", the equivalent of $31.5 billion.", "$31.5 billion confirmed"],
    [" (about $315 billion).", "$315 billion discrepancy scale 10"],
  ])("says again what stands before it: 4.7 trillion yen%s", (rest, claim) => {
    expect(followedBy(rest)).toEqual([`kiso-lumen-2025 amount: ${claim}`]);
  });

  it.each([
    [", of which it borrows $12 billion from banks."],
    [" (its largest purchase since that of 2012 for $12 billion)."],
    [". It has $12 billion in cash."],
  ])("says something else where more stands between: 4.7 trillion yen%s", (rest) => {
    expect(followedBy(rest).filter((claim) => !claim.endsWith("unverified"))).toEqual([]);
  });

  it.each([
    ["It costs 7 trillion yen, the equivalent of $47 billion", true],
    ["It costs 7 trillion yen; it has $47 billion", false],
    ["It costs $7 billion, then $47 billion", false],
    ["It has 7 gigawatts for $47 billion", false],
    ["It costs $47 billion", false],
  ])("is converted only from a currency shortly before it: %s: %s", (text, converted) => {
    const { sentence, quantity } = last(prepare(someone, text));
    expect(isConverted(quantity, sentence)).toBe(converted);
  });
});
