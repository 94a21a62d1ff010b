/** Which sites the user has switched off. One key a site: two windows never overwrite each other's choice. */
import { browser } from "wxt/browser";

const keyOf = (host: string): string => `site-off:${host}`;

/** Whether pages of `host` are read. They are, unless switched off. */
export async function isSiteOn(host: string): Promise<boolean> {
  const key = keyOf(host);
  return (await browser.storage.local.get(key))[key] !== true;
}

export async function setSite(host: string, on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(keyOf(host));
  else await browser.storage.local.set({ [keyOf(host)]: true });
}

/** Calls `changed` whenever the user switches `host` on or off, until `signal` aborts. */
export function watchSite(host: string, changed: (on: boolean) => void, signal: AbortSignal): void {
  const key = keyOf(host);
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[key];
    if (change) changed(change.newValue !== true);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(listener), { once: true });
}
