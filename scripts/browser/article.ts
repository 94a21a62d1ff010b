/** What can be asked and done about an open article: how its reading stands, what was found, its tooltip. */
import type { Frame, Page } from "puppeteer-core";
import { unpackReading } from "../../lib/platform/packed-reading.ts";
import { type FrameReading, FrameState } from "../../lib/protocol.ts";
import type { Session } from "./session.ts";
import { until } from "./until.ts";

/** The extension's number of the tab that shows `page`; the page is brought to the front for it. */
export async function tabOf(session: Session, page: Page): Promise<number> {
  await page.bringToFront();
  const url = page.url();
  return until(`a tab with ${url} in front`, () =>
    session.inBackground(async (api, address) => {
      const tabs = await api.tabs.query({ active: true });
      return tabs.find((tab) => tab.url === address)?.id ?? null;
    }, url),
  );
}

/** What the content script in the page's main frame says of itself; null where none runs. */
export async function frameState(session: Session, tab: number): Promise<FrameState | null> {
  const answer = await session.inBackground(async (api, id) => {
    const message = { id: 0, type: "frameState", data: null, timestamp: Date.now() };
    // Without a content script there is nobody to answer, which the browser tells by rejecting.
    return (await api.tabs.sendMessage(id, message, { frameId: 0 }).catch(() => null)) as {
      res?: { ok: boolean; value?: unknown };
    } | null;
  }, tab);
  return answer?.res?.ok ? FrameState.parse(answer.res.value) : null;
}

/** Waits until the content script has nothing more to wait for. @returns how it stands then */
export async function waitUntilRead(session: Session, tab: number, timeoutMs = 20_000): Promise<FrameState> {
  return until(
    "the page to be read",
    async () => {
      const state = await frameState(session, tab);
      return state && state.state !== "waiting" ? state : null;
    },
    timeoutMs,
  );
}

/** What was found in the tab's main frame; null where nothing is kept of it. */
export async function readingOf(session: Session, tab: number): Promise<FrameReading | null> {
  const stored = await session.inBackground(
    async (api, key) => (await api.storage.session.get(key))[key] ?? null,
    `reading:${tab}:0`,
  );
  return stored === null ? null : unpackReading(stored);
}

/** The number on the toolbar button. */
export async function badgeOf(session: Session, tab: number): Promise<string> {
  return session.inBackground((api, tabId) => api.action.getBadgeText({ tabId }), tab);
}

/**
 * Moves the mouse to the page's `nth` place that reads `text`, as a reader would: scrolled into view, from elsewhere.
 * White space counts as one space, and elements in between do not matter.
 *
 * @throws where the page has no such place
 */
export async function hover(page: Page, text: string, nth = 0): Promise<void> {
  const place = await page.evaluate(findText, text, nth);
  if (!place) throw new Error(`The page does not say "${text}"${nth > 0 ? ` ${nth + 1} times` : ""}.`);
  await page.mouse.move(2, 2);
  await page.mouse.move(place.x, place.y, { steps: 4 });
}

/** The claims found in all frames of a tab, as the toolbar's number and the popup count them. */
export async function rowsOf(session: Session, tab: number): Promise<FrameReading["rows"]> {
  const stored = await session.inBackground(async (api) => await api.storage.session.get(null));
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(`reading:${tab}:`))
    .flatMap(([, value]) => unpackReading(value)?.rows ?? []);
}

/** A mark as it stands in the page: the name of its highlight (`dm-1` …), and a box for each of its lines. */
export type PlacedMark = {
  name: string;
  text: string;
  boxes: { x: number; y: number; width: number; height: number }[];
};

/** The marks of a frame in the page's order, shadow trees last; the one whose tooltip is open not a second time. */
export function placedMarks(frame: Page | Frame, only?: string): Promise<PlacedMark[]> {
  return frame.evaluate((wanted) => {
    const live = (at: AbstractRange): Range[] => {
      const range = document.createRange();
      try {
        range.setStart(at.startContainer, at.startOffset);
        range.setEnd(at.endContainer, at.endOffset);
      } catch {
        // Its text has gone, and it will be gone with the next reading.
      }
      return range.collapsed ? [] : [range];
    };
    const marks = [...CSS.highlights].flatMap(([name, highlight]) =>
      name === "dm-0" || (wanted !== null && name !== wanted)
        ? []
        : [...highlight].flatMap(live).map((range) => ({ name, range })),
    );
    const inShadow = (range: Range) => Number(range.startContainer.getRootNode() !== document);
    return marks
      .sort(
        ({ range: a }, { range: b }) =>
          inShadow(a) - inShadow(b) || (inShadow(a) ? 0 : a.compareBoundaryPoints(Range.START_TO_START, b)),
      )
      .map(({ name, range }) => ({
        name,
        text: range.toString().replace(/\s+/g, " "),
        boxes: Array.from(range.getClientRects(), ({ x, y, width, height }) => ({ x, y, width, height })),
      }));
  }, only ?? null);
}

/**
 * The middle of the first mark of a kind (`dm-1` …), in CSS pixels of its frame's viewport.
 *
 * @throws where there is none, or it is not drawn
 */
export async function middleOf(frame: Page | Frame, name: string): Promise<{ x: number; y: number }> {
  const box = (await placedMarks(frame, name))[0]?.boxes[0];
  if (!box) throw new Error(`The page has no mark ${name}.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The texts that are marked in the page's main frame, in the page's order, shadow trees last. */
export async function markedTexts(page: Page): Promise<string[]> {
  return (await placedMarks(page)).map(({ text }) => text);
}

/** Scrolls to the first mark of a kind (`dm-1` …), which is found at once however long the page is. */
export async function scrollToMark(page: Page, name: string, block: ScrollLogicalPosition = "center"): Promise<void> {
  await page.evaluate(
    (highlight, where) => {
      const [range] = CSS.highlights.get(highlight) ?? [];
      range?.startContainer.parentElement?.scrollIntoView({ block: where, behavior: "instant" });
    },
    name,
    block,
  );
}

/** Waits until these texts are marked, and no others. @throws where they never are, saying which are */
export async function waitForMarks(page: Page, texts: readonly string[], timeoutMs = 10_000): Promise<void> {
  let last: string[] = [];
  const same = async () => {
    last = await markedTexts(page);
    return JSON.stringify(last) === JSON.stringify(texts);
  };
  await until("the marks", same, timeoutMs).catch(() => {
    throw new Error(`Expected the marks ${JSON.stringify(texts)}, found ${JSON.stringify(last)}`);
  });
}

/** Waits until no tooltip is open. */
export async function waitForNoTooltip(session: Session, tab: number): Promise<void> {
  await until("the tooltip to close", async () => (await frameState(session, tab))?.tooltip === null);
}

/** Moves the mouse to the first mark of a kind (`dm-1` …), which is scrolled to. */
export async function hoverMark(page: Page, name: string, block: ScrollLogicalPosition = "center"): Promise<void> {
  await scrollToMark(page, name, block);
  const place = await middleOf(page, name);
  await page.mouse.move(2, 2);
  await page.mouse.move(place.x, place.y, { steps: 4 });
}

/** The tooltip's text, once it is open. @throws where none opens */
export async function tooltipText(session: Session, page: Page, timeoutMs?: number): Promise<string> {
  return until(
    "a tooltip to open",
    () =>
      session.inShadow(page, (root) => {
        const tooltip = root.querySelector<HTMLElement>(":popover-open");
        return tooltip ? tooltip.innerText : null;
      }),
    timeoutMs,
  );
}

/** Runs in the page. Scrolls the place into view and gives its middle, in viewport coordinates. */
function findText(text: string, nth: number): { x: number; y: number } | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  // Every character of the page's text with its place, runs of white space folded to one space.
  let folded = "";
  const places: { node: Text; offset: number }[] = [];
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    if (node.parentElement?.closest("script, style, noscript, template")) continue;
    for (const [offset, character] of Array.from(node.data.split("")).entries()) {
      const isSpace = /\s/.test(character);
      if (isSpace && folded.endsWith(" ")) continue;
      folded += isSpace ? " " : character;
      places.push({ node, offset });
    }
  }
  let start = -1;
  for (let found = 0; found <= nth; found++)
    start = folded.indexOf(text, start + 1) < 0 ? -2 : folded.indexOf(text, start + 1);
  const [first, last] = [places[start], places[start + text.length - 1]];
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(first.node, first.offset);
  range.setEnd(last.node, last.offset + 1);
  first.node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const box = range.getClientRects()[0];
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}
