import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { badgeOf, hover, markedTexts, readingOf, tooltipText } from "../../scripts/browser/article.ts";
import { withExtension } from "./with-extension.ts";

const extension = withExtension();

const outerHtml = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.outerHTML);

describe("an article with figures of known deals", () => {
  it("is marked after loading, without any action", async () => {
    const { page, state } = await extension.openArticle("three-verdicts");
    expect(state).toMatchObject({ state: "read", marks: 3 });
    expect(await markedTexts(page)).toEqual(["$30 billion", "$100 billion", "$300 billion"]);
  });

  it.each([
    { quote: "$30 billion", says: [/confirmed/i, /\$30 billion/, /closed/i] },
    { quote: "$100 billion", says: [/out of date/i, /up to \$100 billion/, /\$30 billion/, /2025/, /2026/] },
    { quote: "$300 billion", says: [/discrepancy/i, /\$300 billion/, /\$30 billion/, /ten times|×10|10 times/i] },
  ])("says in a tooltip what the record holds against $quote", async ({ quote, says }) => {
    const { page } = await extension.openArticle("three-verdicts");
    await hover(page, quote);
    const text = await tooltipText(extension.session, page);
    for (const pattern of says) expect(text).toMatch(pattern);
  });

  it("counts its discrepancies on the toolbar button", async () => {
    const { tab } = await extension.openArticle("three-verdicts");
    expect(await badgeOf(extension.session, tab)).toBe("1");
  });

  it("is left as it was, but for one element of the extension's", async () => {
    // The same page on a site that the extension has no business with.
    const untouched = await extension.session.open("http://news.example/three-verdicts");
    const before = await outerHtml(untouched);
    await untouched.close();

    const { page } = await extension.openArticle("three-verdicts");
    await hover(page, "$300 billion");
    await tooltipText(extension.session, page);
    const host = await extension.session.inShadow(page, (root) => root.host.outerHTML);
    const after = await outerHtml(page);
    expect(host).toMatch(/^<[a-z]+-[a-z-]+[\s>]/);
    expect(after.split(host ?? "")).toHaveLength(2);
    expect(after.replace(host ?? "", "")).toBe(before);
  });
});

describe("a figure that runs over several elements", () => {
  it("is marked as one, and answers wherever it is hovered", async () => {
    const { page, state } = await extension.openArticle("split-figure");
    expect(state).toMatchObject({ state: "read", marks: 2 });
    expect(await markedTexts(page)).toEqual(["100 milliards de dollars", "10 gigawatts"]);
    for (const part of ["100", "milliards", "de dollars"]) {
      await hover(page, part);
      expect(await tooltipText(extension.session, page)).toMatch(/\$30 billion/);
      await page.keyboard.press("Escape");
    }
  });
});

describe("an article without figures", () => {
  it("is not touched at all, and nothing is kept of it", async () => {
    const { page, tab, state } = await extension.openArticle("no-figures");
    expect(state).toMatchObject({ state: "no-figures", marks: 0 });
    expect(await readingOf(extension.session, tab)).toBeNull();
    expect(await extension.session.inShadow(page, () => true)).toBeNull();
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    expect(await badgeOf(extension.session, tab)).toBe("");

    const untouched = await extension.session.open("http://news.example/no-figures");
    expect(await outerHtml(page)).toBe(await outerHtml(untouched));
    await untouched.close();
  });
});

describe("an article with figures of no deal", () => {
  it("is read, and nothing in it is marked", async () => {
    const { page, tab, state } = await extension.openArticle("no-deal");
    expect(state).toMatchObject({ state: "read", marks: 0 });
    expect((await readingOf(extension.session, tab))?.rows).toEqual([]);
    expect(await page.evaluate(() => [...CSS.highlights.values()].every(({ size }) => size === 0))).toBe(true);
    expect(await badgeOf(extension.session, tab)).toBe("");
  });
});
