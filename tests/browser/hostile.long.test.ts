import { it } from "vitest";
import { badgeOf, rowsOf } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { feed, followRestless } from "./hostile.ts";
import { withExtension } from "./with-extension.ts";

const extension = withExtension();

it("reads a page that changes 300 times a second for half a minute no more often than it may, and in the end", async () => {
  await followRestless(extension, 300, 30);
}, 120_000);

it("reads a list that grows to 2,000 articles, and marks what comes last", async () => {
  const { page, tab } = await extension.openMade(feed());
  for (let n = 0; n < 40; n++) {
    await page.evaluate(() => {
      (window as unknown as { more(n: number): void }).more(50);
      scrollTo(0, document.body.scrollHeight);
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 250)));
  }
  // Every tenth of 2,010 states a figure.
  await until("every figure", async () => (await rowsOf(extension.session, tab)).length === 201, 120_000);
  await until("the number", async () => (await badgeOf(extension.session, tab)) === "21");
}, 240_000);
