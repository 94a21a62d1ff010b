/**
 * What was found, by tab and frame, in `storage.session`: in memory only, gone with the browser, there after the
 * background was stopped. Badge, popup and tooltips all answer from here.
 */
import { browser } from "wxt/browser";
import type { FrameReading } from "../protocol.ts";
import { packReading, unpackReading, withoutRows } from "./packed-reading.ts";

const keyOf = (tab: number, frame: number): string => `reading:${tab}:${frame}`;
const prefixOf = (tab: number): string => `reading:${tab}:`;

/** Readings for which `storage.session` had no room. A background that stops forgets them. */
const overflow = new Map<string, FrameReading>();

/**
 * What this script saved last of each frame: while the storage answers, the frame may have gone to its next document. The
 * storage itself takes one call after the other.
 */
const latest = new Map<string, { document: string }>();

/** Keeps a reading; where there is no room for all of it, what is too much stays in memory. Never rejects for that. */
export async function saveReading(tab: number, reading: FrameReading): Promise<void> {
  const key = keyOf(tab, reading.frame);
  const saved = { document: reading.document };
  latest.set(key, saved);
  overflow.delete(key);
  try {
    await browser.storage.session.set({ [key]: packReading(reading) });
  } catch (error) {
    console.warn(`The reading of ${reading.rows.length} claims is kept in memory only:`, error);
    if (latest.get(key) !== saved) return;
    overflow.set(key, reading);
    // What was kept before would be taken for this reading's; and whoever watches must hear of it. Both at once: nothing
    // that is saved later may come between them.
    const removed = browser.storage.session.remove(key);
    await browser.storage.session.set({ [key]: withoutRows(reading) }).catch(() => {});
    await removed;
  }
}

/** Null where nothing is kept of the frame, or what is kept was written by another version of the extension. */
export async function loadReading(tab: number, frame: number): Promise<FrameReading | null> {
  const key = keyOf(tab, frame);
  return overflow.get(key) ?? unpackReading((await browser.storage.session.get(key))[key]);
}

/** Without what is kept by them, which may be megabytes. */
const storedKeys = (): Promise<string[]> => browser.storage.session.getKeys();

/** Tabs of which anything is kept. */
export async function tabsWithReadings(): Promise<number[]> {
  const tabs = [...(await storedKeys()), ...overflow.keys()].flatMap((key) => /^reading:(\d+):/.exec(key)?.[1] ?? []);
  return [...new Set(tabs.map(Number))];
}

/** The readings of all frames of a tab, main frame first. */
export async function loadReadings(tab: number): Promise<FrameReading[]> {
  const keys = await keysOfTab(tab);
  const stored = await browser.storage.session.get(keys);
  return keys.flatMap((key) => overflow.get(key) ?? unpackReading(stored[key]) ?? []).sort((a, b) => a.frame - b.frame);
}

/**
 * Forgets a document that has left its frame.
 *
 * @returns whether anything was kept of it; what the frame's next document has found stays
 */
export async function dropReading(tab: number, frame: number, document: string): Promise<boolean> {
  const key = keyOf(tab, frame);
  const kept = await loadReading(tab, frame);
  if (kept === null || (latest.get(key) ?? kept).document !== document) return false;
  latest.delete(key);
  overflow.delete(key);
  await browser.storage.session.remove(key);
  return true;
}

/** Forgets all frames of a tab. */
export async function dropReadings(tab: number): Promise<void> {
  const keys = await keysOfTab(tab);
  for (const key of keys) {
    latest.delete(key);
    overflow.delete(key);
  }
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

async function keysOfTab(tab: number): Promise<string[]> {
  const keys = [...(await storedKeys()), ...overflow.keys()];
  return [...new Set(keys)].filter((key) => key.startsWith(prefixOf(tab)));
}

/** Calls `changed` whenever the readings of `tab` change. @returns a function that stops it */
export function watchReadings(tab: number, changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefixOf(tab)))) changed();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
