/** Tabs: which are gone or elsewhere, and the content scripts in them. */
import { browser } from "wxt/browser";
import { covers } from "../news-sites.ts";
import { contentFiles, isGranted } from "./grants.ts";
import { askFrame, tellFrames } from "./messaging.ts";
import { dropReading, dropReadings, loadReadings } from "./readings.ts";

/**
 * Forgets what was found in tabs that close or go to another page. Navigation is seen without any permission as the
 * tab's loading; since a page that only changes its address loads as well, the page itself is asked whether it is
 * still the one that was read.
 *
 * @param changed called with a tab some of whose readings were dropped
 */
export function watchTabs(changed: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => void dropReadings(tab));
  browser.tabs.onReplaced.addListener((_added, removed) => void dropReadings(removed));
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (change.status) void dropStale(tab).then((dropped) => dropped && changed(tab));
  });
}

/** Drops the readings of a tab whose documents have left their frames. @returns whether there were any */
async function dropStale(tab: number): Promise<boolean> {
  const readings = await loadReadings(tab);
  const dropped = await Promise.all(
    readings.map(async ({ frame, document }) => {
      const state = await askFrame("frameState", null, { tab, frame });
      if (state.ok && state.value.document === document) return false;
      // The next document may have been read while this one was asked after.
      return dropReading(tab, frame, document);
    }),
  );
  return dropped.includes(true);
}

/**
 * Reads the tabs that are already open: the manifest's content scripts run only in pages loaded after installation, and
 * those of the version before have lost their background.
 */
export async function readOpenTabs(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns, status: "complete", discarded: false });
  await Promise.all(tabs.map(async ({ id }) => id !== undefined && (await readTab(id))));
}

/**
 * Brings the content script into every frame of a tab that the extension may see and that has none yet: by a granted
 * site, or once, because the user has just called for it (`activeTab`).
 *
 * @returns false where the browser allows nothing of the sort: its own pages, its store, its PDF viewer
 */
export async function readTab(tab: number): Promise<boolean> {
  const target = { tabId: tab, allFrames: true };
  const { js, css } = contentFiles();
  try {
    await browser.scripting.insertCSS({ target, files: css, origin: "USER" });
    await browser.scripting.executeScript({ target, files: js });
    return true;
  } catch (error) {
    console.info(`Tab ${tab} is not read:`, error);
    return false;
  }
}

/** Brings the tooltip's code into a frame in which the content script runs. False where the browser does not let us. */
export async function loadTooltip(tabId: number, frame: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frame] }, files: ["/tooltip.js"] });
    return true;
  } catch (error) {
    console.info(`No tooltip in frame ${frame} of tab ${tabId}:`, error);
    return false;
  }
}

/** Ends reading on pages that a grant, now taken back, alone allowed. */
export async function leaveTabs(revoked: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id: tab }) => {
      if (tab === undefined) return;
      const main = await askFrame("frameState", null, { tab, frame: 0 });
      if (!main.ok || !revoked.some((pattern) => covers(pattern, main.value.host))) return;
      if (await isGranted(main.value.host)) return;
      await tellFrames("stop", null, tab);
      await dropReadings(tab);
    }),
  );
}

/** The tab's address, where the extension may see it; null otherwise. */
export async function addressOf(tab: number): Promise<string | null> {
  try {
    return (await browser.tabs.get(tab)).url ?? null;
  } catch {
    return null;
  }
}

/** The active tab of the window; null where there is none. */
export async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Brings a tab to the front of its window. */
export async function activateTab(tab: number): Promise<void> {
  await browser.tabs.update(tab, { active: true });
}

/** Opens one of the extension's own pages in a new tab. */
export async function openPage(path: "/welcome.html" | "/feeds.html"): Promise<void> {
  await browser.tabs.create({ url: path });
}
