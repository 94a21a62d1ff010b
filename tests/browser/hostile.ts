/** Pages that are large, restless or against the extension, in a size that the caller chooses. */
import { expect } from "vitest";
import { waitForMarks } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, type WithExtension, WRONG } from "./with-extension.ts";

const FILLER =
  "<p>The companies gave no further details of the agreement that day, and neither side would comment.</p>";

/** An article below so many elements, each in the other. */
export const nested = (depth: number): string =>
  `<!doctype html><html lang="en"><head><title>Deep</title></head><body>${"<div>".repeat(depth)}${RIGHT}${WRONG}</body></html>`;

/** An article of so many characters, a right figure at its beginning and a wrong one far into it. */
export function long(characters: number): string {
  const paragraphs = Math.ceil(characters / FILLER.length);
  const before = Math.min(paragraphs, 5000);
  return articleOf(RIGHT + FILLER.repeat(before) + WRONG + FILLER.repeat(paragraphs - before));
}

/** A page whose article changes so many times a second for so long, and then says how often it did. */
const restless = (perSecond: number, seconds: number): string =>
  articleOf(`${RIGHT}<p id="ticker">0</p>`, {
    body: `<script>
      const ticker = document.querySelector("#ticker");
      let changes = 0;
      const start = performance.now();
      const timer = setInterval(() => {
        const due = Math.min((performance.now() - start) / 1000, ${seconds}) * ${perSecond};
        for (; changes < due; changes++) {
          if (changes % 2) ticker.append("1"); else ticker.textContent = "Shares at $" + changes;
        }
        if (performance.now() - start > ${seconds * 1000}) {
          clearInterval(timer);
          ticker.outerHTML = ${JSON.stringify(WRONG)};
          window.changes = changes;
        }
      }, 20);
    </script>`,
  });

/** The shortest time between two readings of a page that changes, in milliseconds: as in lib/page/changes.ts. */
const PAUSE_MS = 300;

/** Opens such a page, and holds that it was read, but no more often than a page may be that changes without end. */
export async function followRestless(extension: WithExtension, perSecond: number, seconds: number): Promise<void> {
  await extension.session.inBackground((api) => {
    let asked = 0;
    api.runtime.onMessage.addListener((message: { type?: string }) => {
      if (message.type === "readPage") void api.storage.session.set({ asked: ++asked });
    });
  });
  const start = performance.now();
  const { page } = await extension.openMade(restless(perSecond, seconds));
  const changes = await until(
    "the end of its changes",
    () => page.evaluate(() => (window as unknown as { changes?: number }).changes ?? null),
    seconds * 1000 + 30_000,
  );
  expect(changes).toBe(perSecond * seconds);
  await waitForMarks(page, ["$30 billion", "$300 billion"], 30_000);
  const { asked } = await extension.session.inBackground((api) => api.storage.session.get("asked"));
  expect(asked).toBeGreaterThan(1);
  expect(asked).toBeLessThanOrEqual(2 + (performance.now() - start) / PAUSE_MS);
}

/** A list that goes on for as long as its reader scrolls: `more(n)` appends so many articles. */
export const feed = (): string =>
  `<!doctype html><html lang="en"><head><title>Feed</title></head><body><main id="feed"></main><script>
    const [right, wrong, filler] = ${JSON.stringify([RIGHT, WRONG, FILLER])};
    let count = 0;
    window.more = (n) => {
      for (; n > 0; n--, count++) {
        const article = document.createElement("article");
        article.innerHTML = "<h2>Story " + count + "</h2><time datetime=2026-04-02></time>" +
          (count % 100 === 0 ? wrong : count % 10 === 0 ? right : filler) + filler;
        document.querySelector("#feed").append(article);
      }
    };
    more(10);
  </script></body></html>`;

/**
 * A page that overrides what scripts rely on before anything else runs, and that notes who falls for it. Its wrong
 * figure stands at a known place, since finding it would need what is overridden.
 */
export const tampered = (): string =>
  articleOf(`${RIGHT}<div class="wrong">${WRONG}</div>${STALE}`, {
    head: `<style>.wrong p { position: fixed; left: 100px; top: 400px; margin: 0; font: 20px/30px monospace; white-space: nowrap }</style>
    <script>
      window.caught = [];
      const trap = (what) => () => { caught[caught.length] = what; throw new Error(what); };
      for (const name of ["map", "filter", "flatMap", "find", "findIndex", "some", "every"]) Array.prototype[name] = trap(name);
      for (const name of ["get", "set", "has"]) Map.prototype[name] = trap("Map." + name);
      JSON.parse = trap("JSON.parse");
      Element.prototype.attachShadow = trap("attachShadow");
      Document.prototype.createElement = trap("createElement");
      Document.prototype.createRange = trap("createRange");
      Document.prototype.caretPositionFromPoint = trap("caret");
      window.getComputedStyle = trap("style");
      window.Highlight = trap("Highlight");
      window.fetch = trap("fetch");
      HTMLElement.prototype.showPopover = trap("popover");
      Object.defineProperty(CSS, "highlights", { get: trap("highlights") });
    </script>`,
  });

/** A point in the figure of the page above, in CSS pixels: the 50th of 12-pixel characters. */
export const TAMPERED_FIGURE = { x: 100 + 48 * 12, y: 415 };
