import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import {
  frameState,
  hover,
  middleOf,
  placedMarks,
  tooltipText,
  waitForNoTooltip,
} from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

afterEach(async () => {
  await extension.session.inBackground((api) => api.storage.local.clear());
});

const set = (name: string, value: unknown) =>
  extension.session.inBackground((api, key, to) => api.storage.local.set({ [key]: to }), `setting:${name}`, value);
const later = (page: Page, ms: number) =>
  page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);
const isOpen = async (tab: number) => (await frameState(extension.session, tab))?.tooltip !== null;

/** The box and the viewport, in CSS pixels. */
const boxOf = (page: Page) =>
  extension.session.inShadow(page, (root) => {
    const { left, top, right, bottom } = (root.querySelector(".tip") as Element).getBoundingClientRect();
    return { left, top, right, bottom, width: innerWidth, height: innerHeight };
  });

async function expectInSight(page: Page): Promise<void> {
  const box = await boxOf(page);
  if (!box) throw new Error("No tooltip");
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(box.width);
  expect(box.bottom).toBeLessThanOrEqual(box.height);
}

describe("what the tooltip says", () => {
  it("verdict, what the article and the record say, the deal, then and now, sources, the dataset's date", async () => {
    const { page } = await extension.openMade(articleOf(STALE));
    await hover(page, "$100 billion");
    const text = await tooltipText(extension.session, page);
    for (const words of [
      /Out of date/,
      /An earlier figure, and the article says so/,
      /The article says\s+up to \$100 billion/,
      /The record then|The record now/,
      /\$30 billion/,
      /letter of intent/i,
      /Sources/,
      /Dataset of /,
    ])
      expect(text).toMatch(words);
    const plot = await extension.session.inShadow(page, (root) =>
      root.querySelector("[role=img]")?.getAttribute("aria-label"),
    );
    expect(plot).toMatch(/from Sep 22, 2025: up to \$100 billion; .*from Feb 27, 2026: \$30 billion/);
  });

  it("opens its sources in a new tab, and offers nothing but http(s)", async () => {
    const { page } = await extension.openMade(articleOf(STALE));
    await hover(page, "$100 billion");
    await tooltipText(extension.session, page);
    const links = await extension.session.inShadow(page, (root) =>
      [...root.querySelectorAll("a")].map(({ href, target, rel }) => ({ href, target, rel })),
    );
    expect(links?.length).toBeGreaterThan(0);
    for (const link of links ?? [])
      expect(link).toEqual({
        href: expect.stringMatching(/^https?:/),
        target: "_blank",
        rel: expect.stringContaining("noopener"),
      });
  });

  it("shows money in a currency of the reader's choice, and says at which month's rate", async () => {
    await set("currency", "EUR");
    const { page } = await extension.openMade(articleOf(RIGHT));
    await hover(page, "$30 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/≈ €2\d(\.\d)? billion at the rate of \w+ 2026/);
  });
});

describe("the tooltip opens", () => {
  it("for a pointer that rests, not for one that passes by", async () => {
    await set("delayMs", 600);
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await hover(page, "$30 billion");
    await later(page, 200);
    await page.mouse.move(2, 2);
    await later(page, 700);
    expect(await isOpen(tab)).toBe(false);
    await hover(page, "$30 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
  });

  it("only with the key where that was chosen", async () => {
    await set("tooltip", "modifier");
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await hover(page, "$30 billion");
    await later(page, 500);
    expect(await isOpen(tab)).toBe(false);
    await page.keyboard.down("Alt");
    await hover(page, "$30 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
    await page.keyboard.up("Alt");
  });

  it("only on a click where that was chosen, and a link stays a link", async () => {
    await set("tooltip", "click");
    const { page, tab } = await extension.openMade(
      articleOf(
        `${RIGHT}<p>Nvidia's investment in OpenAI is <a href="#followed">put at $300 billion</a> by a note.</p>`,
      ),
    );
    await hover(page, "$30 billion");
    await later(page, 500);
    expect(await isOpen(tab)).toBe(false);
    await page.mouse.down();
    await page.mouse.up();
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
    await page.keyboard.press("Escape");
    await hover(page, "$300 billion");
    await page.mouse.down();
    await page.mouse.up();
    await later(page, 500);
    expect(await isOpen(tab)).toBe(false);
    expect(page.url()).toContain("#followed");
  });

  it("on a click of a hand that is not still", async () => {
    await set("tooltip", "click");
    const { page } = await extension.openMade(articleOf(RIGHT));
    const { x, y } = await middleOf(page, "dm-3");
    await page.mouse.move(x, y);
    await Promise.all([page.mouse.down(), page.mouse.up(), page.mouse.move(x + 2, y), page.mouse.move(x + 4, y)]);
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
  });
});

describe("the tooltip closes", () => {
  it("on leaving, but stays while the pointer is in it", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await hover(page, "$30 billion");
    await tooltipText(extension.session, page);
    const box = await boxOf(page);
    if (!box) throw new Error("No tooltip");
    await page.mouse.move(box.left + 20, box.top + 20, { steps: 8 });
    await later(page, 700);
    expect(await isOpen(tab)).toBe(true);
    await page.mouse.move(2, 2, { steps: 4 });
    await waitForNoTooltip(extension.session, tab);
  });

  it("on Escape, which a page in front of it keeps", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await page.evaluate(() => addEventListener("keydown", ({ key }) => Object.assign(window, { pressed: key })));
    await hover(page, "$30 billion");
    await tooltipText(extension.session, page);
    await page.keyboard.press("Escape");
    await waitForNoTooltip(extension.session, tab);
    expect(await page.evaluate(() => (window as unknown as { pressed: string }).pressed)).toBe("Escape");
  });

  it.each<[string, string, string]>([
    ["the page scrolls away", `${RIGHT}<div style="height: 4000px"></div>`, "scrollTo(0, 3000)"],
    [
      "a box scrolls away",
      `<div id="box" style="height: 200px; overflow: auto">${RIGHT}<div style="height: 900px"></div></div>`,
      `document.querySelector("#box").scrollTop = 600`,
    ],
    ["its mark is taken away", RIGHT, `document.querySelector("p").remove()`],
  ])("when %s", async (_, inside, action) => {
    const { page, tab } = await extension.openMade(articleOf(inside));
    await hover(page, "$30 billion");
    await tooltipText(extension.session, page);
    await page.evaluate((code) => new Function(code)(), action);
    await waitForNoTooltip(extension.session, tab);
  });
});

describe("the tooltip stands", () => {
  it("in a modal dialog, where all else is inert, and leaves nothing in it", async () => {
    const { page, tab } = await extension.openMade(articleOf(`${STALE}<div>More</div>`, { body: "<dialog></dialog>" }));
    await page.evaluate(() => {
      const dialog = document.querySelector("dialog") as HTMLDialogElement;
      dialog.append(document.querySelector("main") as Element);
      dialog.showModal();
    });
    await until("the mark in the dialog", async () => (await placedMarks(page)).some(({ boxes }) => boxes.length > 0));
    await until("the tooltip", async () => {
      await hover(page, "$100 billion");
      await later(page, 500);
      return isOpen(tab);
    });
    await expectInSight(page);
    // It answers the pointer: what is inert would not.
    const box = await boxOf(page);
    await page.mouse.move((box?.left ?? 0) + 30, (box?.top ?? 0) + 30, { steps: 6 });
    await later(page, 600);
    expect(await isOpen(tab)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.querySelector("dialog dm-tip"))).toBeNull();
  });

  it("over an element in fullscreen", async () => {
    const { page } = await extension.openMade(articleOf(`<button>Full</button>${STALE}`));
    await page.evaluate(() => {
      document
        .querySelector("button")
        ?.addEventListener("click", () => document.querySelector("article")?.requestFullscreen());
    });
    await page.click("button");
    await until("fullscreen", () => page.evaluate(() => document.fullscreenElement !== null));
    await hover(page, "$100 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/out of date/i);
    await expectInSight(page);
    expect(await page.evaluate(() => document.querySelector("dm-tip")?.parentElement?.localName)).toBe("article");
    await page.evaluate(() => document.exitFullscreen());
  });

  it.each<[string, string]>([
    ["left edge", "position: fixed; left: 0; top: 300px; width: 90px"],
    ["right edge", "position: fixed; right: 0; top: 300px; width: 90px"],
    ["top edge", "position: fixed; left: 300px; top: 0; width: 600px"],
    ["bottom edge", "position: fixed; left: 300px; bottom: 0; width: 600px; margin: 0"],
  ])("in sight at the viewport's %s", async (_, style) => {
    const { page } = await extension.openMade(articleOf(STALE, { head: `<style>p { ${style} }</style>` }));
    await hover(page, "$100");
    await tooltipText(extension.session, page);
    await expectInSight(page);
  });

  it("in sight at 400 % zoom, where all of it can be scrolled to", async () => {
    const { page } = await extension.openMade(articleOf(STALE));
    await page.setViewport({ width: 320, height: 225 });
    await hover(page, "$100 billion");
    await tooltipText(extension.session, page);
    await expectInSight(page);
    const overflow = await extension.session.inShadow(page, (root) => {
      const tip = root.querySelector(".tip") as HTMLElement;
      return { wide: tip.scrollWidth - tip.clientWidth, scrolls: getComputedStyle(tip).overflowY };
    });
    expect(overflow).toEqual({ wide: 0, scrolls: "auto" });
    await page.setViewport({ width: 1280, height: 900 });
  });

  it("beside its mark under a transformed body", async () => {
    const { page } = await extension.openMade(
      articleOf(STALE, { head: "<style>body { transform: translate(60px, 90px) scale(0.8) }</style>" }),
    );
    await hover(page, "$100 billion");
    await tooltipText(extension.session, page);
    const box = await boxOf(page);
    const mark = (await placedMarks(page))[0]?.boxes[0] as DOMRect;
    expect(Math.abs((box?.top ?? 0) - (mark.y + mark.height))).toBeLessThan(12);
    expect(Math.abs((box?.left ?? 0) - mark.x)).toBeLessThan(2);
  });
});

it("differs by line style as well as colour, also in forced colours", async () => {
  const { page } = await extension.openMade(articleOf(RIGHT + WRONG + STALE));
  // The page's own view of the style sheets is none: a highlight's style is asked for by its name.
  const lines = await page.evaluate(() =>
    ["dm-1", "dm-2", "dm-3"].map((name) => {
      const style = getComputedStyle(document.querySelector("p") as Element, `::highlight(${name})`);
      return style.textDecorationStyle;
    }),
  );
  expect(lines).toEqual(["wavy", "dashed", "solid"]);
});
