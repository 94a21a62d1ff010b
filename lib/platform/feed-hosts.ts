/**
 * Hosts that may be asked for feeds, and nothing else.
 *
 * To the browser a right to a host is a right to its pages, too. So the hosts asked for on behalf of feeds are written
 * down, and no page of theirs is read unless the user grants the site as well.
 */
import { browser } from "wxt/browser";

const KEY = "feed-hosts";

/** The match pattern for a feed's host. Ports are no part of patterns: the right is to the host on any of them. */
export function patternOfFeed(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** Patterns that were asked for feeds. */
export async function feedHosts(): Promise<string[]> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((one) => typeof one === "string") : [];
}

/**
 * Asks the user whether the extension may fetch from a feed's host. Call it from a click, before anything else is awaited.
 *
 * A host that may be asked already was granted as a site: it stays one, and is not written down.
 *
 * @returns whether it may
 */
export async function askForFeedHost(address: string): Promise<boolean> {
  const pattern = patternOfFeed(address);
  const remembered = mayFetch(address).then(async (isHeld) => {
    if (!isHeld) await browser.storage.local.set({ [KEY]: [...new Set([...(await feedHosts()), pattern])].sort() });
  });
  // A right that comes must be known to be a feed's. Chromium may give at once what it gave before; Firefox asks each time,
  // but no longer takes it for a click's doing once anything was awaited.
  if (import.meta.env.BROWSER !== "firefox") await remembered;
  const granted = await browser.permissions.request({ origins: [pattern] });
  await remembered;
  return granted;
}

/** Gives back the right to a feed's host, unless another feed needs it, or it was granted as a site's. */
export async function leaveFeedHost(address: string, others: readonly string[]): Promise<void> {
  const pattern = patternOfFeed(address);
  const hosts = await feedHosts();
  if (!hosts.includes(pattern) || others.some((other) => patternOfFeed(other) === pattern)) return;
  await browser.storage.local.set({ [KEY]: hosts.filter((host) => host !== pattern) });
  await browser.permissions.remove({ origins: [pattern] });
}

/** Whether the browser lets the extension fetch from this address. */
export async function mayFetch(address: string): Promise<boolean> {
  try {
    return await browser.permissions.contains({ origins: [patternOfFeed(address)] });
  } catch {
    return false; // No address, or one that no pattern can name.
  }
}
