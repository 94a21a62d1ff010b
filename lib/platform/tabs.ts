/** Tabs: which are gone or elsewhere, and which were open before the extension was. */
import { browser } from "wxt/browser";
import { askFrame } from "./messaging.ts";
import { dropReadings, loadReadings } from "./readings.ts";

/**
 * Forgets what was found in tabs that close or go to another page. Navigation is seen without any permission as the
 * tab's loading; since a page that only changes its address loads as well, the page itself is asked whether it is
 * still the one that was read.
 *
 * @param emptied called with a tab that shows another page now
 */
export function watchTabs(emptied: (tab: number) => void): void {
  browser.tabs.onRemoved.addListener((tab) => void dropReadings(tab));
  browser.tabs.onReplaced.addListener((_added, removed) => void dropReadings(removed));
  browser.tabs.onUpdated.addListener((tab, change) => {
    if (change.status) void reconcile(tab).then((gone) => gone && emptied(tab));
  });
}

/** Whether what was kept of the tab was dropped. */
async function reconcile(tab: number): Promise<boolean> {
  const readings = await loadReadings(tab);
  if (readings.length === 0) return false;
  const main = await askFrame("frameState", null, { tab, frame: 0 });
  const top = readings.find((reading) => reading.frame === 0);
  if (main.ok && (!top || top.document === main.value.document)) return false;
  // The new page may have been read while the old one was asked after.
  const later = (await loadReadings(tab)).find((reading) => reading.frame === 0);
  if (later && top && later.document !== top.document) return false;
  await dropReadings(tab);
  return true;
}

/**
 * Reads the tabs that are already open: the manifest's content scripts run only in pages loaded after installation, and
 * those of the version before have lost their background.
 */
export async function readOpenTabs(): Promise<void> {
  for (const script of browser.runtime.getManifest().content_scripts ?? []) {
    const tabs = await browser.tabs.query({ url: script.matches, status: "complete", discarded: false });
    await Promise.all(tabs.map((tab) => inject(tab.id, script.js ?? [], script.css ?? [])));
  }
}

async function inject(tabId: number | undefined, js: string[], css: string[]): Promise<void> {
  if (tabId === undefined) return;
  const target = { tabId };
  try {
    if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
    if (js.length > 0) await browser.scripting.executeScript({ target, files: js });
  } catch (error) {
    // A tab that closed, shows an error page or is the browser's own: it has nothing to read.
    console.info(`Tab ${tabId} is not read:`, error);
  }
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
