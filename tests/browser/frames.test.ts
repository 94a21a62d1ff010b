import type { Frame, Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { badgeOf, frameState, middleOf, rowsOf } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();
const SIZE = "width=600 height=200";

/** A page with a figure of its own, one in a frame of another site, and one in a frame that the page wrote itself. */
async function openFrames() {
  extension.server.set("inner", { body: articleOf(WRONG) });
  const opened = await extension.openMade(
    articleOf(
      `${RIGHT}<p><iframe id="other" src="http://news.gate.io/inner" ${SIZE}></iframe></p>
       <p><iframe id="own" srcdoc="${STALE}" ${SIZE}></iframe></p>`,
    ),
  );
  await until("three figures", async () => (await rowsOf(extension.session, opened.tab)).length === 3);
  return opened;
}

const numberIs = (tab: number, number: string) =>
  until(`the number "${number}"`, async () => (await badgeOf(extension.session, tab)) === number);

/** The open tooltip of whichever frame has one. */
const openTooltip = (tab: number) =>
  extension.session.inBackground(async (api, id) => {
    const frames = Object.keys(await api.storage.session.get(null)).flatMap((key) =>
      key.startsWith(`reading:${id}:`) ? Number(key.split(":")[2]) : [],
    );
    for (const frameId of frames) {
      const message = { id: 0, type: "frameState", data: null, timestamp: 1 };
      const answer = (await api.tabs.sendMessage(id, message, { frameId })) as {
        res: { value: { tooltip: { text: string } | null } };
      };
      if (answer.res.value.tooltip) return answer.res.value.tooltip.text;
    }
    return null;
  }, tab);

describe("a page with frames", () => {
  it("adds up in the toolbar's number and in the popup", async () => {
    const { page, tab } = await openFrames();
    await numberIs(tab, "1");
    const popup = await extension.session.openPopup(page);
    const text = await until("the popup's list", async () => {
      const all = await popup.evaluate(() => document.querySelector("main")?.textContent ?? "");
      return all.includes("3 figures") ? all : null;
    });
    for (const figure of ["$300 billion", "$100 billion", "$30 billion"]) expect(text).toContain(figure);
    await popup.close();
  });

  it("judges a frame that the page wrote itself by the page's date", async () => {
    const { tab } = await openFrames();
    const rows = await rowsOf(extension.session, tab);
    expect(rows.find(({ claim }) => claim.value === 100e9)?.claim.verdict).toBe("outdated");
  });

  it("forgets what was found in a frame that goes", async () => {
    const { page, tab } = await openFrames();
    await numberIs(tab, "1");
    await page.evaluate(() => document.querySelector("#other")?.remove());
    await until("two figures", async () => (await rowsOf(extension.session, tab)).length === 2);
    await numberIs(tab, "");
  });

  it("counts a frame's new page in place of the old one", async () => {
    const { page, tab } = await openFrames();
    extension.server.set("inner-right", { body: articleOf(RIGHT) });
    await page.evaluate(() => {
      (document.querySelector("#other") as HTMLIFrameElement).src = "http://news.gate.io/inner-right";
    });
    await until("the new figure", async () =>
      (await rowsOf(extension.session, tab)).every(({ claim }) => claim.value !== 300e9),
    );
    await numberIs(tab, "");
  });

  it("leads from mark to mark over all frames", async () => {
    const { page, tab } = await openFrames();
    const seen: string[] = [];
    for (let n = 1; n <= 4; n++) {
      await extension.session.command(page, "next-mark");
      const place = `${((n - 1) % 3) + 1} of 3`;
      seen.push(
        (await until(place, async () => {
          const text = await openTooltip(tab);
          return text?.includes(place) ? text : null;
        })) ?? "",
      );
    }
    expect(seen[3]).toBe(seen[0]);
    expect(new Set(seen).size).toBe(3);
  });

  it("leaves a frame of no size alone until it has one", async () => {
    const { page, tab } = await extension.openMade(
      articleOf(RIGHT, { body: `<iframe srcdoc="${WRONG.replaceAll('"', "'")}" width=0 height=0></iframe>` }),
    );
    await numberIs(tab, "");
    expect(await rowsOf(extension.session, tab)).toHaveLength(1);
    await page.evaluate(() => {
      Object.assign(document.querySelector("iframe") as HTMLIFrameElement, { width: "600", height: "200" });
    });
    await numberIs(tab, "1");
  });
});

describe("a tooltip in a frame", () => {
  /** A frame that reaches beyond the screen, with a figure whose line is so many pixels below its top. */
  async function openTall(top: number, size: string) {
    const inner = `<style>body { margin: 0; height: 3000px } p { position: absolute; top: ${top}px; margin: 0; font: 16px/20px sans-serif }</style><main>${RIGHT}</main>`;
    const { page } = await extension.openMade(
      articleOf(`<p>No figure here.</p>`, {
        head: "<style>body { margin: 0 } article p { margin: 0; height: 100px }</style>",
        body: `<iframe srcdoc="${inner.replaceAll('"', "'")}" style="border: 0; display: block; ${size}"></iframe>`,
      }),
    );
    const frame = page.frames().find((one) => one !== page.mainFrame());
    if (!frame) throw new Error("The page has no frame.");
    await until("its mark", () => frame.evaluate(() => [...CSS.highlights.values()].some(({ size }) => size > 0)));
    const place = await middleOf(frame, "dm-3");
    await page.mouse.move(5, 5);
    await page.mouse.move(place.x, 100 + place.y, { steps: 4 });
    return { page, frame };
  }
  /** Where the box stands in its frame, once it shows. */
  const shown = (frame: Frame) =>
    until("the tooltip", () =>
      extension.session.inShadow(frame, (root) => {
        const tip = root.querySelector<HTMLElement>(".tip:popover-open:not(.placing)");
        if (!tip) return null;
        const { top, bottom } = tip.getBoundingClientRect();
        return { top, bottom, scrolls: tip.scrollHeight > tip.clientHeight + 1, says: tip.innerText };
      }),
    );

  it("stands within the part of the frame that is on the screen", async () => {
    const { page, frame } = await openTall(500, "width: 700px; height: 2500px");
    // The frame begins 100 pixels down; below the mark's line there is less room than a tooltip takes.
    const screen = (await page.evaluate(() => innerHeight)) - 100;
    const { top, bottom } = await shown(frame);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThanOrEqual(screen);
  });

  it("can be read by scrolling where the frame is lower than it", async () => {
    const { frame } = await openTall(20, "width: 700px; height: 150px");
    const { top, bottom, scrolls, says } = await shown(frame);
    expect([top >= 0, bottom <= 150, bottom - top > 90, scrolls]).toEqual([true, true, true, true]);
    expect(says).toMatch(/confirmed/i);
  });
});

describe("the keyboard's commands", () => {
  const shows = (tab: number, words: RegExp) =>
    until(`a tooltip that says ${words}`, async () =>
      words.test((await frameState(extension.session, tab))?.tooltip?.text ?? ""),
    );
  const closed = (tab: number) =>
    until("no tooltip", async () => (await frameState(extension.session, tab))?.tooltip === null);
  const press = (page: Page, name: string) => extension.session.command(page, name);

  it("go to the next and previous mark and around, to the next discrepancy, close and open again", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG + STALE + WRONG));
    await press(page, "next-mark");
    await shows(tab, /1 of 4/);
    await press(page, "previous-mark");
    await shows(tab, /4 of 4/);
    await press(page, "next-mark");
    await shows(tab, /1 of 4/);
    await press(page, "next-discrepancy");
    await shows(tab, /2 of 4/);
    await press(page, "next-discrepancy");
    await shows(tab, /4 of 4/);
    await press(page, "next-discrepancy");
    await shows(tab, /2 of 4/);
    await press(page, "close-tooltip");
    await closed(tab);
    await press(page, "open-mark");
    await shows(tab, /2 of 4/);
    await page.keyboard.press("Escape");
    await closed(tab);
  });

  it("take the focus, and give it back where it was", async () => {
    const { page, tab } = await extension.openMade(articleOf(`<button id="here">Here</button>${RIGHT}`));
    await page.evaluate(() => document.querySelector<HTMLElement>("#here")?.focus());
    await press(page, "next-mark");
    await shows(tab, /1 of 1/);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe("dm-tip");
    await page.keyboard.press("Escape");
    await closed(tab);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("here");
  });

  it("bring a mark into sight that is far down the page", async () => {
    const { page, tab } = await extension.openMade(articleOf(`${RIGHT}<div style="height: 4000px"></div>${WRONG}`));
    await press(page, "next-discrepancy");
    await shows(tab, /2 of 2/);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(2000);
  });
});
