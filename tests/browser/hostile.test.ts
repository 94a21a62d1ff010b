import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import {
  badgeOf,
  frameState,
  hover,
  hoverMark,
  markedTexts,
  middleOf,
  rowsOf,
  tabOf,
  tooltipText,
  waitForMarks,
} from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { feed, followRestless, long, nested, TAMPERED_FIGURE, tampered } from "./hostile.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();
const later = (page: Page, ms: number) =>
  page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);

describe("a page under a strict content security policy", () => {
  it("is marked, and its tooltip is drawn in its own style", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG), {
      "content-security-policy":
        "default-src 'none'; require-trusted-types-for 'script'; sandbox allow-same-origin allow-scripts",
    });
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await hover(page, "$300 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
    const style = await extension.session.inShadow(page, (root) => {
      const { position, paddingTop } = getComputedStyle(root.querySelector(".tip") as Element);
      return [position, paddingTop];
    });
    expect(style).toEqual(["fixed", "12px"]);
  });
});

describe("a page that is large", () => {
  it("with 10,000 elements in each other is read to its bottom", async () => {
    const { page } = await extension.openMade(nested(10_000));
    await waitForMarks(page, ["$30 billion", "$300 billion"], 30_000);
  });

  it("with 5 MB of text is read as far as the limit, and stays usable", async () => {
    const { page } = await extension.openMade(long(5_000_000));
    await waitForMarks(page, ["$30 billion", "$300 billion"], 50_000);
    await hoverMark(page, "dm-3");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
  });

  it("with 10,000 figures is marked at each of them, and its tooltips open", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT.repeat(10_000)));
    await until("the marks", async () => (await frameState(extension.session, tab))?.marks === 10_000, 60_000);
    await hoverMark(page, "dm-3");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
    expect(await rowsOf(extension.session, tab)).toHaveLength(10_000);
  });
});

describe("a page that never stands still", () => {
  it("is read no more often than it may be while it changes 300 times a second, and in the end", async () => {
    await followRestless(extension, 300, 4);
  });

  it("is read as it grows", async () => {
    const { page, tab } = await extension.openMade(feed());
    for (let n = 0; n < 4; n++) {
      await page.evaluate(() => (window as unknown as { more(n: number): void }).more(50));
      await later(page, 200);
    }
    await until("every figure", async () => (await rowsOf(extension.session, tab)).length === 21, 30_000);
    await until("the number", async () => (await badgeOf(extension.session, tab)) === "3");
  });
});

describe("a page that works against it", () => {
  it("gets nothing by overriding what scripts rely on", async () => {
    const { page } = await extension.openMade(tampered());
    await until("the marks", async () => (await frameState(extension.session, await tab(page)))?.marks === 3);
    await page.mouse.move(TAMPERED_FIGURE.x - 200, TAMPERED_FIGURE.y - 200);
    await page.mouse.move(TAMPERED_FIGURE.x, TAMPERED_FIGURE.y, { steps: 4 });
    expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
    expect(await page.evaluate(() => (window as unknown as { caught: string[] }).caught.join())).toBe("");
  });

  it("that deletes the marks has them back", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await page.evaluate(() => CSS.highlights.clear());
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
  });

  it("that deletes the tooltip gets no more than a closed one", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
    await hover(page, "$300 billion");
    await tooltipText(extension.session, page);
    await page.evaluate(() => document.querySelector("dm-tip")?.remove());
    expect((await frameState(extension.session, await tab(page)))?.tooltip).toBeNull();
    await hover(page, "$30 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
  });

  it("sees marked ranges and a closed element, and nothing of what they say", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
    await hover(page, "$300 billion");
    await tooltipText(extension.session, page);
    const seen = await page.evaluate(() => {
      const host = document.querySelector("dm-tip") as HTMLElement;
      return {
        names: [...CSS.highlights.keys()].sort(),
        shadow: host.shadowRoot,
        html: host.outerHTML,
        globals: Object.keys(window).filter((name) => /dealmark|wxt/i.test(name)),
        sheets: [...document.styleSheets].filter(({ href }) => href?.includes("extension")).length,
        marked: document.documentElement.outerHTML.includes("extension://"),
      };
    });
    expect(seen).toEqual({
      names: ["dm-0", "dm-1", "dm-3"],
      shadow: null,
      html: "<dm-tip></dm-tip>",
      globals: [],
      sheets: 0,
      marked: false,
    });
  });

  it("opens, closes and follows nothing with events of its own making", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    const number = await tab(page);
    const middle = await middleOf(page, "dm-1");
    const replay = (types: string[]) =>
      page.evaluate(
        (names, { x, y }) => {
          const [range] = CSS.highlights.get("dm-1") ?? [];
          const at = { clientX: x, clientY: y, bubbles: true, composed: true, altKey: true };
          for (const name of names) {
            const target = document.querySelector("dm-tip") ?? range?.startContainer.parentElement ?? document;
            for (const receiver of [target, document.querySelector("p") as Element]) {
              receiver.dispatchEvent(new PointerEvent(name, { ...at, pointerType: "mouse" }));
              receiver.dispatchEvent(new PointerEvent(name, { ...at, pointerType: "touch", isPrimary: true }));
            }
          }
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "Alt", bubbles: true }));
        },
        types,
        middle,
      );
    await replay(["pointerover", "pointermove", "pointerdown", "pointerup", "click"]);
    await later(page, 900);
    expect((await frameState(extension.session, number))?.tooltip).toBeNull();
    await hover(page, "$300 billion");
    await tooltipText(extension.session, page);
    await replay(["pointerdown", "click"]);
    await later(page, 400);
    expect((await frameState(extension.session, number))?.tooltip).not.toBeNull();
  });

  it("cannot speak to the extension", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    const id = await extension.session.inBackground((api) => api.runtime.id);
    const heard = await page.evaluate(async (extensionId) => {
      const { chrome, browser } = window as unknown as Record<
        string,
        { runtime?: { sendMessage?: unknown } } | undefined
      >;
      window.postMessage({ id: 1, type: "showClaim", data: { document: "", claim: 0 }, timestamp: 1 }, "*");
      document.dispatchEvent(new CustomEvent("showClaim", { detail: { claim: 0 } }));
      const send = chrome?.runtime?.sendMessage as ((id: string, message: object) => Promise<unknown>) | undefined;
      let answer: unknown = "no way";
      try {
        answer = send ? await send(extensionId, { id: 1, type: "datasetState", data: null, timestamp: 1 }) : "no way";
      } catch {
        // Nobody there: as it should be.
      }
      const own = [`chrome-extension://${extensionId}/dataset.json`, `chrome-extension://${extensionId}/tooltip.js`];
      const fetched = await Promise.all(
        own.map((url) =>
          fetch(url).then(
            () => true,
            () => false,
          ),
        ),
      );
      return { answer, fetched, browser: typeof browser };
    }, id);
    expect(heard).toEqual({ answer: "no way", fetched: [false, false], browser: "undefined" });
    expect((await frameState(extension.session, await tab(page)))?.tooltip).toBeNull();
  });

  it("shows markup in what it says as text", async () => {
    const { page } = await extension.openMade(
      articleOf(`<p>Nvidia &lt;img src=x onerror="window.hacked=1"&gt; has invested $30 billion in OpenAI.</p>`),
    );
    await until("the mark", async () => (await markedTexts(page)).length === 1);
    await hover(page, "$30 billion");
    await tooltipText(extension.session, page);
    expect(await extension.session.inShadow(page, (root) => root.querySelectorAll("img, script, iframe").length)).toBe(
      0,
    );
    const popup = await extension.session.openPopup(page);
    await until("the list", () => popup.evaluate(() => document.querySelector("main section button") !== null));
    expect(await popup.evaluate(() => document.querySelectorAll("main img, main script").length)).toBe(0);
    await popup.close();
  });

  it("that covers the tooltip changes nothing by it: no button in it does more than close", async () => {
    const { page } = await extension.openMade(
      articleOf(STALE, { body: `<div popover="manual" id="cover">Win a prize</div>` }),
    );
    await hover(page, "$100 billion");
    await tooltipText(extension.session, page);
    const stored = () => extension.session.inBackground((api) => api.storage.local.get(null));
    const before = await stored();
    const places = await extension.session.inShadow(page, (root) =>
      [...root.querySelectorAll(".label, .summary, button")].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }),
    );
    await page.evaluate(() => {
      const cover = document.querySelector("#cover") as HTMLElement;
      // Over all there is, and clicks go through it.
      cover.style.cssText = "inset: 0; width: 100vw; height: 100vh; border: 0; pointer-events: none; opacity: 0.9";
      cover.showPopover();
    });
    for (const { x, y } of places ?? []) await page.mouse.click(x, y);
    await page.evaluate(() => (document.querySelector("#cover") as HTMLElement).hidePopover());
    expect(await stored()).toEqual(before);
    expect(await markedTexts(page)).toEqual(["$100 billion"]);
    const controls = await extension.session.inShadow(page, (root) =>
      [...root.querySelectorAll("button, input, select, form, [contenteditable]")].map((one) => one.className),
    );
    expect(controls).toEqual(["close"]);
  });
});

/** The extension's number of the tab in front. */
const tab = (page: Page): Promise<number> => tabOf(extension.session, page);
