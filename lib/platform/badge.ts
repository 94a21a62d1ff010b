/** The toolbar button's number: how many discrepancies the page has. */
import { browser } from "wxt/browser";

/**
 * Shows `count` on the tab's toolbar button; 0 shows nothing. A tab that has gone is no error.
 *
 * @param title what the button says on hover and to screen readers
 */
export async function showBadge(tab: number, count: number, title: string): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId: tab, text: count > 0 ? String(count) : "" }),
      browser.action.setBadgeBackgroundColor({ tabId: tab, color: "#b3261e" }),
      browser.action.setBadgeTextColor({ tabId: tab, color: "#ffffff" }),
      browser.action.setTitle({ tabId: tab, title }),
    ]);
  } catch (error) {
    // The tab may close between the reading and its number.
    if (await exists(tab)) throw error;
  }
}

async function exists(tab: number): Promise<boolean> {
  try {
    await browser.tabs.get(tab);
    return true;
  } catch {
    return false;
  }
}
