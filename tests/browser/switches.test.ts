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
