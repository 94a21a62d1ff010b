import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import { frameState, middleOf, tooltipText, waitForNoTooltip } from "../../scripts/browser/article.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension({ phone: true });

const later = (page: Page, ms: number) =>
  page.evaluate((wait) => new Promise((resolve) => setTimeout(resolve, wait)), ms);

async function hold(page: Page, mark: string, ms: number): Promise<void> {
  const { x, y } = await middleOf(page, mark);
  await page.touchscreen.touchStart(x, y);
  await later(page, ms);
  await page.touchscreen.touchEnd();
}

it("opens for a finger that rests on a mark, within the screen's width, and closes at a tap elsewhere", async () => {
  const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG));
  await hold(page, "dm-1", 800);
  expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
  const box = await extension.session.inShadow(page, (root) => {
    const { left, right } = (root.querySelector(".tip") as Element).getBoundingClientRect();
    const close = (root.querySelector("button") as Element).getBoundingClientRect();
    return { left, right, width: innerWidth, target: Math.min(close.width, close.height) };
  });
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.right).toBeLessThanOrEqual(box?.width ?? 0);
  // WCAG 2.2, 2.5.8.
  expect(box?.target).toBeGreaterThanOrEqual(24);
  await page.touchscreen.tap(30, 700);
  await waitForNoTooltip(extension.session, tab);
});

it("opens at a tap on text", async () => {
  const { page } = await extension.openMade(articleOf(RIGHT + WRONG));
  const { x, y } = await middleOf(page, "dm-3");
  await page.touchscreen.tap(x, y);
  expect(await tooltipText(extension.session, page)).toMatch(/confirmed/i);
});

it("leaves a tap on a link to the link", async () => {
  const { page, tab } = await extension.openMade(
    articleOf(`<p>Nvidia <a href="#followed">has invested $30 billion in OpenAI</a> in its latest round.</p>`),
  );
  const { x, y } = await middleOf(page, "dm-3");
  await page.touchscreen.tap(x, y);
  await later(page, 700);
  expect((await frameState(extension.session, tab))?.tooltip).toBeNull();
  expect(page.url()).toContain("#followed");
});

it("stays closed for a finger that scrolls", async () => {
  const { page, tab } = await extension.openMade(articleOf(`${RIGHT}<div style="height: 3000px"></div>`));
  const { x, y } = await middleOf(page, "dm-3");
  await page.touchscreen.touchStart(x, y);
  await page.touchscreen.touchMove(x, y + 40);
  await later(page, 800);
  await page.touchscreen.touchEnd();
  expect((await frameState(extension.session, tab))?.tooltip).toBeNull();
});
