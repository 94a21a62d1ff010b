/** Which sites and pages the user has switched off. One key each: two windows never overwrite each other's choice. */
import { browser } from "wxt/browser";
import { listen } from "./listen.ts";

const siteKey = (host: string): string => `site-off:${host}`;
const pageKey = (page: string): string => `page-off:${page}`;

/** Whether pages of `host` are read. They are, unless switched off. */
export async function isSiteOn(host: string): Promise<boolean> {
  const key = siteKey(host);
  return (await browser.storage.local.get(key))[key] !== true;
}

export async function setSite(host: string, on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(siteKey(host));
  else await browser.storage.local.set({ [siteKey(host)]: true });
}

/**
 * Whether one page is read. Pages are remembered only for as long as the browser runs: addresses are no business of
 * anyone's.
 *
 * @param page its address without the part after `#`
 */
export async function isPageOn(page: string): Promise<boolean> {
  const key = pageKey(page);
  return (await browser.storage.session.get(key))[key] !== true;
}

export async function setPage(page: string, on: boolean): Promise<void> {
  if (on) await browser.storage.session.remove(pageKey(page));
  else await browser.storage.session.set({ [pageKey(page)]: true });
}

/** Calls `changed` whenever the user switches any site on or off, until `signal` aborts. */
export function watchSites(changed: (host: string, on: boolean) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    for (const [key, change] of Object.entries(changes)) {
      if (key.startsWith(siteKey(""))) changed(key.slice(siteKey("").length), change.newValue !== true);
    }
  };
  listen(browser.storage.local.onChanged, listener, signal);
}
