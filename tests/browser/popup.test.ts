import { describe, expect, it } from "vitest";
import { frameState, tooltipText } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { withExtension } from "./with-extension.ts";

const extension = withExtension();

/** The popup's text, a line a piece, once it says `awaited`. */
function textOf(popup: Popup, awaited: string | RegExp): Promise<string> {
  return until(`the popup to say ${awaited}`, async () => {
    const text = await popup.evaluate(() => document.body.innerText.replace(/\s*\n\s*/g, "\n"));
    return text.match(awaited) ? text : null;
  });
}

/** Each group's heading: the verdict and its count. */
function groupsOf(popup: Popup): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll("main section h2")].map((heading) => heading.textContent?.trim() ?? ""),
  );
}

describe("the popup", () => {
  it("counts the page's claims by verdict", async () => {
    const { page } = await extension.openArticle("three-verdicts");
    const popup = await extension.session.openPopup(page);
    await textOf(popup, "OpenAI");
    const groups = await groupsOf(popup);
    expect(groups).toEqual([
      expect.stringMatching(/Discrepancy 1$/),
      expect.stringMatching(/Out of date 1$/),
      expect.stringMatching(/Confirmed 1$/),
    ]);
    await popup.close();
  });

  it("names the dataset that was judged by", async () => {
    const { page } = await extension.openArticle("three-verdicts");
    const popup = await extension.session.openPopup(page);
    const { version, deals } = await extension.session.inBackground(async () => {
      const packaged = await fetch("/dataset.json");
      const dataset = (await packaged.json()) as { version: string; deals: unknown[] };
      return { version: dataset.version, deals: dataset.deals.length };
    });
    expect(await textOf(popup, "Dataset")).toMatch(new RegExp(`${deals} deals[^]*${version}`));
    await popup.close();
  });

  it("leads to a figure's place, and its tooltip opens there", async () => {
    const { page } = await extension.openArticle("three-verdicts");
    const popup = await extension.session.openPopup(page);
    await textOf(popup, "OpenAI");
    await popup.evaluate(() => document.querySelector<HTMLButtonElement>("main section button")?.click());
    expect(await tooltipText(extension.session, page)).toMatch(/\$300 billion/);
  });

  it("switches the site off, and the marks go; and on, and they are back", async () => {
    const { page, tab } = await extension.openArticle("three-verdicts");
    const popup = await extension.session.openPopup(page);
    await textOf(popup, "OpenAI");
    const flip = () => popup.evaluate(() => document.querySelector<HTMLInputElement>("[role=switch]")?.click());
    const marks = (count: number) =>
      until(`${count} marks`, async () => {
        const frame = await frameState(extension.session, tab);
        return frame?.marks === count ? frame.state : null;
      });
    await flip();
    expect(await marks(0)).toBe("off");
    await flip();
    expect(await marks(3)).toBe("read");
    await popup.close();
  });

  it.each(["no-figures", "no-deal"])("says of the article %s that there is nothing", async (name) => {
    const { page } = await extension.openArticle(name);
    const popup = await extension.session.openPopup(page);
    expect(await textOf(popup, "No deal figures here")).toBeTruthy();
    expect(await groupsOf(popup)).toEqual([]);
    await popup.close();
  });

  it("says of a browser's own page that it is closed to extensions", async () => {
    const { page } = await extension.openArticle("no-deal");
    await page.goto("about:blank");
    const popup = await extension.session.openPopup(page);
    expect(await textOf(popup, "does not read this page")).toBeTruthy();
    await popup.close();
  });
});
