import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { inflateSync } from "node:zlib";
import type { AxeResults } from "axe-core";
import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, inject, it } from "vitest";
import { hover, tooltipText } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { expectLanguage } from "./languages.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Axe = { run(context: unknown, options: object): Promise<AxeResults> };

/** The rule about targets is off unless it is asked for. */
const RULES = { rules: { "target-size": { enabled: true } } };

/** What axe finds wrong, each with its place; WCAG 2.2 AA and the best practices. */
const told = (violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[]): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );

/** What axe finds in a page of the extension, all of it opened. */
async function violationsOf(page: Popup): Promise<string[]> {
  await page.inject(axe);
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  return violationsNow(page);
}

/** The same once more, in dark. */
async function violationsInDark(page: Popup): Promise<string[]> {
  const paper = await page.evaluate(() => {
    // What the media query says is brought about: no driver tells an extension's page of Firefox to be dark.
    for (const rule of [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))
      if (rule instanceof CSSMediaRule && rule.conditionText.includes("dark")) rule.media.mediaText = "all";
    document.documentElement.style.colorScheme = "dark";
    return getComputedStyle(document.body).backgroundColor;
  });
  expect(paper).toBe("rgb(27, 31, 35)");
  return violationsNow(page);
}

async function violationsNow(page: Popup): Promise<string[]> {
  const found = await page.evaluate(async (_api, rules) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, rules);
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({
        target: String(target),
        failureSummary: failureSummary ?? "",
      })),
    }));
  }, RULES);
  return told(found);
}

const speak = (language: string) =>
  extension.session.inBackground((api, tag) => api.storage.local.set({ "setting:language": tag }), language);

afterEach(async () => {
  await extension.session.inBackground((api) => api.storage.local.clear());
});

type LaidOpen = { css: string; html: string; verdict: string; lang: string };

/** No tool sees into a closed shadow root: what is in it and how it is styled, to be shown on a page of its own. */
const layOpen = (page: Page): Promise<LaidOpen | null> =>
  extension.session.inShadow(page, (root) => {
    const style = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText);
    const written = root.querySelector("style")?.textContent ?? "";
    const tip = (root.querySelector(".tip") as Element).cloneNode(true) as HTMLElement;
    tip.removeAttribute("popover");
    tip.removeAttribute("style");
    const { verdict = "" } = tip.dataset;
    return { css: `${style.join("\n")}${written}`, html: tip.outerHTML, verdict, lang: tip.lang };
  });

describe("axe finds nothing wrong", () => {
  it("in the tooltip of each verdict, in light and dark, and in Arabic", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + STALE + WRONG));
    const tips: LaidOpen[] = [];
    for (const [quote, verdict, language] of [
      ["$30 billion", "confirmed", "en"],
      ["$100 billion", "outdated", "en"],
      ["$300 billion", "discrepancy", "en"],
      ["$300 billion", "discrepancy", "ar"],
    ] as const) {
      await speak(language);
      const tip = await until(`the tooltip of ${quote} in ${language}`, async () => {
        await hover(page, quote);
        await tooltipText(extension.session, page);
        const open = await layOpen(page);
        return open?.verdict === verdict && open.lang === language ? open : null;
      });
      tips.push(tip);
      await page.keyboard.press("Escape");
    }
    extension.server.set("laid-open", { body: `<!doctype html><html lang="en"><title>Tooltip</title><main></main>` });
    const shown = await extension.open(`${extension.server.origin}/laid-open`);
    await shown.evaluate(axe);
    for (const { css, html, verdict, lang } of tips) {
      for (const scheme of ["light", "dark"]) {
        const found = await shown.evaluate(
          async (sheet, tip, paper, rules) => {
            document.head.innerHTML = `<title>Tooltip</title><style>:root { --dm-live: visible } ${sheet}</style>`;
            document.body.style.background = paper;
            (document.querySelector("main") as Element).innerHTML = tip;
            const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(".tip", rules);
            return violations.map(({ id, nodes }) => ({
              id,
              nodes: nodes.map(({ target, failureSummary }) => ({ target: `${target}`, failureSummary })),
            }));
          },
          // Dark is brought about by what the media query says: axe measures what is drawn.
          scheme === "dark" ? css.replaceAll("(prefers-color-scheme: dark)", "all") : css,
          html,
          scheme === "dark" ? "#111" : "#fff",
          RULES,
        );
        expect([verdict, lang, scheme, told(found)]).toEqual([verdict, lang, scheme, []]);
      }
    }
  });

  it.each(["en", "ar"])("in the popup and the pages, opened in all their parts: %s", async (language) => {
    await speak(language);
    const { tab } = await extension.openMade(articleOf(RIGHT + WRONG + STALE));
    for (const [path, ready] of [
      // The page's figures, and the parts that are drawn when those are painted.
      [`popup.html?tab=${tab}`, "body:has(main section + section + section):has(.keys):has(.dataset-line):has(.feed)"],
      ["welcome.html", ".keys"],
      ["feeds.html", "form"],
    ] as const) {
      const page = await extension.session.openExtensionPage(path);
      await until(`${path}`, () => page.evaluate((_api, selector) => document.querySelector(selector) !== null, ready));
      expect([path, await violationsOf(page)]).toEqual([path, []]);
      // Colours are the same in every language.
      if (language === "en") expect([path, await violationsInDark(page)]).toEqual([path, []]);
      await page.close();
    }
  });

  it("in the popup of a page without figures", async () => {
    const { page } = await extension.openMade(articleOf("<p>Nothing of the sort.</p>"));
    const popup = await extension.session.openPopup(page);
    await until("the message, and all below it", () =>
      popup.evaluate(
        () => document.querySelector("body:has(.message):has(.keys):has(.dataset-line):has(.feed)") !== null,
      ),
    );
    expect(await violationsOf(popup)).toEqual([]);
    await popup.close();
  });
});

// The longest words, and another direction; all languages are in languages.long.test.ts.
it("speaks the reader's language in tooltip and pages, and every word fits", async () => {
  const article = await extension.openMade(articleOf(RIGHT + WRONG));
  for (const lang of ["de", "ar"] as const) await expectLanguage(extension, article, "$300 billion", lang);
});

/** All that a PDF draws, as its own commands. */
function drawnIn(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  let drawn = "";
  for (let start = bytes.indexOf("stream\n"); start >= 0; start = bytes.indexOf("stream\n", start + 1)) {
    try {
      drawn += inflateSync(bytes.subarray(start + "stream\n".length)).toString("latin1");
    } catch {
      // "endstream", or a stream that is not compressed: a font or a picture, which draws no line.
    }
  }
  return drawn;
}

// Firefox's driver prints, but its lines are drawn by systems' own means, which differ.
it.runIf(inject("browser") === "chromium")("prints the lines, and neither tooltip nor emphasis", async () => {
  const { page } = await extension.openMade(articleOf(RIGHT + STALE + WRONG));
  await hover(page, "$300 billion");
  await tooltipText(extension.session, page);
  const drawn = drawnIn(await page.pdf());
  /** A colour of 0 to 255 a channel, as a PDF writes it. */
  const colour = (...rgb: number[]) => rgb.map((one) => (one / 255).toFixed(4).replace(/^0|0+$/g, "")).join(" ");
  expect({
    confirmed: drawn.includes(`${colour(0x2f, 0x94, 0x61)} RG`),
    outdated: drawn.includes(`${colour(0xc2, 0x7c, 0x0e)} RG`),
    // A wavy line is a pattern.
    discrepancy: drawn.includes("/Pattern CS"),
    tooltip: drawn.includes(colour(0x0b, 0x57, 0xd0)),
    emphasis: drawn.includes(colour(0xe0, 0xa0, 0x1e)),
  }).toEqual({ confirmed: true, outdated: true, discrepancy: true, tooltip: false, emphasis: false });
  await page.emulateMediaType("print");
  const tooltip = await extension.session.inShadow(
    page,
    (root) => getComputedStyle(root.querySelector(".tip") as Element).display,
  );
  expect(tooltip).toBe("none");
  await page.emulateMediaType("screen");
});
