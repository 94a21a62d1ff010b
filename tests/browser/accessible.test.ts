import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { describe, expect, it } from "vitest";
import { hover, tooltipText } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Axe = { run(context: unknown, options: object): Promise<AxeResults> };

/** What axe finds wrong, each with its place; WCAG 2.2 AA and the best practices. */
const told = (violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[]): string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );

async function violationsOf(page: Popup): Promise<string[]> {
  await page.inject(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, {});
    return violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => ({
        target: String(target),
        failureSummary: failureSummary ?? "",
      })),
    }));
  });
  return told(found);
}

describe("axe finds nothing wrong", () => {
  it.each([
    ["a confirmed figure", RIGHT, "$30 billion"],
    ["an outdated one", STALE, "$100 billion"],
    ["a discrepancy", WRONG, "$300 billion"],
  ])("in the tooltip of %s, in light and dark", async (_, inside, quote) => {
    const { page } = await extension.openMade(articleOf(inside));
    await hover(page, quote);
    await tooltipText(extension.session, page);
    // No tool sees into a closed shadow root: what is in it, and how it is styled, is laid open on a page of its own.
    const open = await extension.session.inShadow(page, (root) => {
      const style = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules]).map(({ cssText }) => cssText);
      const written = root.querySelector("style")?.textContent ?? "";
      const tip = (root.querySelector(".tip") as Element).cloneNode(true) as HTMLElement;
      tip.removeAttribute("popover");
      tip.removeAttribute("style");
      return { css: `${style.join("\n")}${written}`, html: tip.outerHTML };
    });
    const html = `<!doctype html><html lang="en"><head><title>Tooltip</title><style>
      :root { --dm-live: visible } ${open?.css}</style></head><body><main>${open?.html}</main></body></html>`;
    for (const scheme of ["light", "dark"]) {
      const shown = await extension.session.open(
        `${extension.server.origin.replace("127.0.0.1", "localhost")}/${serve(html, scheme)}`,
      );
      await shown.evaluate(axe);
      const found = await shown.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(".tip", {});
        return violations.map(({ id, nodes }) => ({
          id,
          nodes: nodes.map((node) => ({ target: String(node.target), failureSummary: node.failureSummary ?? "" })),
        }));
      });
      await shown.close();
      expect(told(found)).toEqual([]);
    }
  });

  it("in the popup, with all of it opened", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT + WRONG + STALE));
    const popup = await extension.session.openPopup(page);
    await until("the list", () => popup.evaluate(() => document.querySelectorAll("main section").length === 3));
    await popup.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await violationsOf(popup)).toEqual([]);
    await popup.close();
  });

  it("in the popup of a page without figures", async () => {
    const { page } = await extension.openMade(articleOf("<p>Nothing of the sort.</p>"));
    const popup = await extension.session.openPopup(page);
    await until("the message", () => popup.evaluate(() => document.querySelector(".message") !== null));
    expect(await violationsOf(popup)).toEqual([]);
    await popup.close();
  });

  it("in the first-run page", async () => {
    const welcome = await extension.session.openExtensionPage("welcome.html");
    await until("the page", () => welcome.evaluate(() => document.querySelector(".sites") !== null));
    await welcome.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    expect(await violationsOf(welcome)).toEqual([]);
    await welcome.close();
  });
});

/** Dark is brought about by what the media query says: axe measures what is drawn. */
function serve(html: string, scheme: string): string {
  const name = `tooltip-${scheme}`;
  const body =
    scheme === "dark"
      ? html.replaceAll("(prefers-color-scheme: dark)", "all").replace("<body>", `<body style="background: #111">`)
      : html;
  extension.server.set(name, { body });
  return name;
}
