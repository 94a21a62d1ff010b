import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import { badgeOf, frameState, hover, markedTexts, tooltipText, waitForMarks } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

afterEach(async () => {
  await extension.session.inBackground((api) => api.storage.local.clear());
});

const flip = (popup: Popup, label: string) =>
  until(`the switch ${label}`, () =>
    popup.evaluate((_api, words) => {
      const row = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(words));
      const input = row?.querySelector("input");
      input?.click();
      return Boolean(input);
    }, label),
  );

/** Chooses in the popup, opened in a tab of its own, as a reader does. */
async function choose(tab: number, label: string, value: string): Promise<void> {
  const popup = await extension.session.openExtensionPage(`popup.html?tab=${tab}`);
  await until(`the choice ${label}`, () =>
    popup.evaluate(
      (_api, words, chosen) => {
        const row = [...document.querySelectorAll("label")].find((one) => one.textContent?.includes(words));
        const select = row?.querySelector("select");
        if (!select) return false;
        select.value = chosen;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        return select.value === chosen;
      },
      label,
      value,
    ),
  );
  await popup.close();
}

const ALL = ["$30 billion", "$300 billion", "$100 billion"];

describe("switching off", () => {
  it.each([
    ["this page", "On this page"],
    ["this site", "Mark figures on www.gate.com"],
    ["everything", "On all sites"],
  ])("%s takes marks and number away at once, and back on brings them back", async (_, label) => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG + STALE));
    const popup = await extension.session.openPopup(page);
    await flip(popup, label);
    await waitForMarks(page, []);
    await until("no number", async () => (await badgeOf(extension.session, tab)) === "");
    await flip(popup, label);
    await waitForMarks(page, ALL);
    await until("the number", async () => (await badgeOf(extension.session, tab)) === "1");
    await popup.close();
  });

  it("a page leaves the site's other pages on", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT));
    const popup = await extension.session.openPopup(page);
    await flip(popup, "On this page");
    await waitForMarks(page, []);
    await popup.close();
    await page.reload();
    expect((await extension.openMade(articleOf(RIGHT))).state).toMatchObject({ marks: 1 });
    expect(await markedTexts(page)).toEqual([]);
  });

  it("lines leaves figures that answer", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    const popup = await extension.session.openPopup(page);
    await flip(popup, "Underline figures");
    await waitForMarks(page, []);
    await popup.close();
    await hover(page, "$30 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
    expect((await frameState(extension.session, tab))?.marks).toBe(1);
  });

  it("all but discrepancies leaves those", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG + STALE));
    const popup = await extension.session.openPopup(page);
    await flip(popup, "Only discrepancies");
    await waitForMarks(page, ["$300 billion"]);
    await popup.close();
  });

  it("the tooltip leaves the lines, and the list still leads to it", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await extension.session.inBackground((api) => api.storage.local.set({ "setting:tooltip": "off" }));
    await hover(page, "$30 billion");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    expect((await frameState(extension.session, tab))?.tooltip).toBeNull();
    expect(await markedTexts(page)).toEqual(["$30 billion"]);
    await extension.session.command(page, "next-mark");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
  });
});

describe("a choice in the popup holds at once on the open page", () => {
  const stored = (name: string, value: unknown) =>
    until(`the setting ${name}`, () =>
      extension.session.inBackground(
        async (api, key, expected) => (await api.storage.local.get(key))[key] === expected,
        `setting:${name}`,
        value,
      ),
    );
  const shown = async (page: Page, quote: string, words: RegExp) =>
    until(`a tooltip that says ${words}`, async () => {
      await hover(page, quote);
      return words.test(await tooltipText(extension.session, page));
    });

  it("how long the pointer has to rest", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await choose(tab, "Wait before explaining", "1000");
    await stored("delayMs", 1000);
    await page.bringToFront();
    // Timers may be late but never early: only the lower bound says anything.
    await page.evaluate(() => {
      const seen = { moved: 0, opened: 0 };
      Object.assign(window, { seen });
      addEventListener("pointermove", () => (seen.moved = performance.now()), true);
      const look = () => {
        if (CSS.highlights.has("dm-0")) seen.opened ||= performance.now();
        requestAnimationFrame(look);
      };
      look();
    });
    await hover(page, "$30 billion");
    await tooltipText(extension.session, page);
    const { moved, opened } = await until("both", () =>
      page.evaluate(() => {
        const { seen } = window as unknown as { seen: { moved: number; opened: number } };
        return seen.opened > 0 ? seen : null;
      }),
    );
    expect(opened - moved).toBeGreaterThan(950);
  });

  it("what opens the tooltip", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await choose(tab, "Explain a figure", "click");
    await stored("tooltip", "click");
    await page.bringToFront();
    // The page may hear of the choice a moment later. Each click is given time: the next would take back what it opens.
    const text = await until("a click to open it", async () => {
      await hover(page, "$30 billion");
      await page.mouse.down();
      await page.mouse.up();
      return tooltipText(extension.session, page, 2000).catch(() => null);
    });
    expect(text).toMatch(/confirmed/i);
  });

  it("the language and the currency", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await choose(tab, "Also show money in", "EUR");
    await choose(tab, "Language", "fr");
    await page.bringToFront();
    await shown(
      page,
      "$30 billion",
      /L’article dit[\s\S]*30\smilliards\sde\sdollars[\s\S]*≈ 2\d(,\d)?\smilliards\sd’euros au taux de/,
    );
    const popup = await extension.session.openPopup(page);
    await until("the popup in French", () =>
      popup.evaluate(() => document.documentElement.lang === "fr" && document.body.innerText.includes("Réglages")),
    );
    await popup.close();
  });
});
