import { describe, expect, inject, it } from "vitest";
import { tooltipText, waitForNoTooltip } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

/** What the page lists: each command with its keys. */
const keysOf = (page: Popup) =>
  page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".keys dl > div")].map((row) => [
        row.querySelector("dt")?.textContent,
        [...row.querySelectorAll("kbd, .soft")].map(({ textContent }) => textContent).join(" "),
      ]),
    ),
  );

describe("the keys", () => {
  it("are listed as the user has set them, and the way to set them is open", async () => {
    await extension.session.remap("open-mark", "Alt+Shift+7");
    const welcome = await extension.session.openExtensionPage("welcome.html");
    await until("the keys", async () => Object.keys(await keysOf(welcome)).length > 0);
    expect(await keysOf(welcome)).toEqual({
      "Open the list of figures": "no key",
      "Next marked figure": "Alt Shift ↓",
      "Previous marked figure": "Alt Shift ↑",
      "Next discrepancy": "Alt Shift .",
      "Read this page once": "Alt Shift ,",
      "Explain the figure in sight": "Alt Shift 7",
      "Close the explanation": "Esc",
    });
    await welcome.evaluate(() => document.querySelector<HTMLButtonElement>(".keys button")?.click());
    const page = await extension.open("http://www.gate.com/news/no-deal");
    const addresses = async () => (await page.browser().pages()).map((one) => one.url());
    await until("the browser's own page for keys", async () =>
      (await addresses()).some((address) => /^(?:chrome:\/\/extensions\/shortcuts|about:addons)$/.test(address)),
    );
    for (const one of await page.browser().pages())
      if (/^(?:chrome|about):\/?\/?(?:extensions|addons)/.test(one.url())) await one.close();
    await welcome.close();
  });

  // Chromium's driver has no keyboard but the page's: there the commands are sent by hand (frames.test.ts), and that
  // Chromium hears the keys it lists is its own affair.
  it.runIf(inject("browser") === "firefox")("do what they say, also when they were changed", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG));
    const { session } = extension;
    await session.press(page, "Alt+Shift+Down");
    expect(await tooltipText(session, page)).toMatch(/confirmed/i);
    await session.press(page, "Alt+Shift+Period");
    await until("the discrepancy", async () => /discrepancy/i.test(await tooltipText(session, page)));
    await session.press(page, "Alt+Shift+Up");
    await until("the figure before", async () => /confirmed/i.test(await tooltipText(session, page)));
    await session.press(page, "Escape");
    await waitForNoTooltip(session, tab);

    await session.remap("next-discrepancy", "Alt+Shift+8");
    await session.remap("close-tooltip", "Alt+Shift+6");
    await session.press(page, "Alt+Shift+8");
    await until("the discrepancy", async () => /discrepancy/i.test(await tooltipText(session, page)));
    await session.press(page, "Alt+Shift+6");
    await waitForNoTooltip(session, tab);
  });
});
