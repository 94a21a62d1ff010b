import { describe, expect, it } from "vitest";
import { badgeOf, hover, markedTexts, rowsOf, tooltipText, waitForMarks } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

describe("going from page to page", () => {
  it("forgets the page before, and marks it again on the way back", async () => {
    extension.server.set("second", { body: articleOf("<p>No figures here.</p>") });
    const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG));
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await page.goto("http://www.gate.com/news/second");
    await until("nothing kept", async () => (await rowsOf(extension.session, tab)).length === 0);
    await until("no number", async () => (await badgeOf(extension.session, tab)) === "");
    await page.goBack();
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await until("the number", async () => (await badgeOf(extension.session, tab)) === "1");
    await hover(page, "$300 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
  });
});

// The last test of the file: the extension is gone after it.
it("leaves no trace on an open page when it is removed", async () => {
  const html = articleOf(RIGHT + WRONG);
  const { page } = await extension.openMade(html);
  await waitForMarks(page, ["$30 billion", "$300 billion"]);
  await hover(page, "$300 billion");
  await tooltipText(extension.session, page);
  await extension.session.inBackground((api) => void setTimeout(() => api.management.uninstallSelf()));
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
  // What a reader does next.
  await page.mouse.move(300, 500, { steps: 5 });
  const seen = () =>
    page.evaluate(() => {
      const host = document.querySelector("dm-tip");
      return {
        lines: getComputedStyle(document.querySelector("p") as Element, "::highlight(dm-1)").textDecorationLine,
        tooltip: host === null ? "" : getComputedStyle(host).getPropertyValue("--dm-live"),
      };
    });
  if (extension.session.engine === "firefox") {
    // Its scripts end at once. What they leave cannot be seen: the style sheet is gone.
    await until("nothing to be seen", async () => {
      const { lines, tooltip } = await seen();
      return lines === "none" && tooltip === "";
    });
    return;
  }
  await until("no marks", async () => (await markedTexts(page)).length === 0);
  await until("no tooltip", () => page.evaluate(() => document.querySelector("dm-tip") === null));
  expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
});
