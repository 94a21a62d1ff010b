import { expect, it } from "vitest";
import { hover, tooltipText, waitForMarks } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { grantSite } from "./grants.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

// Alone in its file: puppeteer keeps the background of the version before.
it("goes on with a new version under the pages that are open, and nothing stands there twice", async () => {
  extension.server.set("granted", { body: articleOf(RIGHT) });
  await grantSite(extension.session, "allowed.example");
  const granted = await extension.open("http://www.allowed.example/granted");
  await waitForMarks(granted, ["$30 billion"]);
  const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
  await waitForMarks(page, ["$30 billion", "$300 billion"]);
  await hover(page, "$300 billion");
  await tooltipText(extension.session, page);
  await extension.session.reload();
  await page.bringToFront();
  await page.mouse.move(300, 500, { steps: 5 });
  await until("the tooltip of the version before to go", () =>
    page.evaluate(() => document.querySelector("dm-tip") === null),
  );
  await waitForMarks(page, ["$30 billion", "$300 billion"], 20_000);
  await until("the new version's tooltip", async () => {
    await hover(page, "$300 billion");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)));
    return page.evaluate(() => document.querySelectorAll("dm-tip").length === 1 && CSS.highlights.has("dm-0"));
  });
  expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
  // Chrome drops what was registered for granted sites with the version before.
  await granted.bringToFront();
  await granted.reload();
  await waitForMarks(granted, ["$30 billion"], 20_000);
});
