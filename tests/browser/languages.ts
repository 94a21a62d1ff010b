/** That every word of an interface language fits where it stands. */
import { expect } from "vitest";
import type { Language } from "../../lib/interface/i18n.ts";
import { importInterface } from "../../lib/interface/locales/index.ts";
import { hover, tooltipText } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import type { OpenedArticle, WithExtension } from "./with-extension.ts";

/** Elements that stand out of the page's width, each in a line; and what the page says of itself. */
const look = (page: Popup) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const { left, right } = document.body.getBoundingClientRect();
    const beyond = [...document.body.querySelectorAll("*")]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        return box.width > 0 && (box.left < left - 1 || box.right > right + 1);
      })
      .map(({ localName, className, textContent }) => `${localName}.${className}: ${textContent}`);
    const { lang, dir } = document.documentElement;
    return { lang, dir, beyond, text: document.body.innerText };
  });

/**
 * Shows the tooltip of the article's `quote`, which is a discrepancy, and the extension's pages in one language.
 *
 * @throws where a word is missing or stands out of its box
 */
export async function expectLanguage(
  { session }: WithExtension,
  { page, tab }: OpenedArticle,
  quote: string,
  lang: Language,
): Promise<void> {
  const { t, dir } = await importInterface(lang);
  await session.inBackground((api, tag) => api.storage.local.set({ "setting:language": tag }), lang);

  await page.bringToFront();
  await hover(page, quote);
  const told = await until(`the tooltip in ${lang}`, async () => {
    await tooltipText(session, page);
    const shown = await session.inShadow(page, (root) => {
      const tip = root.querySelector(".tip") as HTMLElement;
      const { right, left } = tip.getBoundingClientRect();
      const beyond = [...tip.querySelectorAll("*")]
        .filter(
          (element) => element.getBoundingClientRect().right > right || element.getBoundingClientRect().left < left,
        )
        .map(({ className, textContent }) => `${className}: ${textContent}`);
      return { lang: tip.lang, dir: tip.dir, beyond, scrolls: tip.scrollWidth - tip.clientWidth, text: tip.innerText };
    });
    if (shown?.lang === lang) return shown;
    // Opened before the choice had come through.
    await hover(page, quote);
    return null;
  });
  expect({ ...told, text: "" }).toEqual({ lang, dir, beyond: [], scrolls: 0, text: "" });
  expect(told.text).toContain(t("verdict.discrepancy"));
  expect(told.text).not.toMatch(/{{|undefined/);
  await page.keyboard.press("Escape");

  for (const [path, awaited] of [
    [`popup.html?tab=${tab}`, [t("verdict.discrepancy"), t("keys.change")]],
    ["welcome.html", [t("keys.change")]],
    ["feeds.html", [t("feeds.add.title")]],
  ] as const) {
    const shown = await session.openExtensionPage(path);
    const found = await until(`${path} in ${lang}`, async () => {
      const looked = await look(shown);
      return awaited.every((words) => looked.text.includes(words)) ? looked : null;
    });
    expect([path, { ...found, text: "" }]).toEqual([path, { lang, dir, beyond: [], text: "" }]);
    expect(found.text).not.toMatch(/{{|undefined/);
    await shown.close();
  }
}
