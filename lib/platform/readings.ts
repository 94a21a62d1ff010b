/**
 * What was found, by tab and frame, in `storage.session`: in memory only, gone with the browser, there after the
 * background was stopped. Badge, popup and tooltips all answer from here.
 */
import { browser } from "wxt/browser";
import { FrameReading } from "../protocol.ts";

const keyOf = (tab: number, frame: number): string => `reading:${tab}:${frame}`;
const prefixOf = (tab: number): string => `reading:${tab}:`;

export async function saveReading(tab: number, reading: FrameReading): Promise<void> {
  await browser.storage.session.set({ [keyOf(tab, reading.frame)]: reading });
}

/** Null where nothing is kept of the frame, or what is kept was written by another version of the extension. */
export async function loadReading(tab: number, frame: number): Promise<FrameReading | null> {
  const key = keyOf(tab, frame);
  const stored = FrameReading.safeParse((await browser.storage.session.get(key))[key]);
  return stored.success ? stored.data : null;
}

/** Tabs of which anything is kept. */
export async function tabsWithReadings(): Promise<number[]> {
  const keys = Object.keys(await browser.storage.session.get(null));
  const tabs = keys.flatMap((key) => /^reading:(\d+):/.exec(key)?.[1] ?? []);
  return [...new Set(tabs.map(Number))];
}

/** The readings of all frames of a tab, main frame first. */
export async function loadReadings(tab: number): Promise<FrameReading[]> {
  const stored = await browser.storage.session.get(null);
  return Object.entries(stored)
    .filter(([key]) => key.startsWith(prefixOf(tab)))
    .flatMap(([, value]) => {
      const reading = FrameReading.safeParse(value);
      return reading.success ? [reading.data] : [];
    })
    .sort((a, b) => a.frame - b.frame);
}

export async function dropReading(tab: number, frame: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tab, frame));
}

/** Forgets all frames of a tab. */
export async function dropReadings(tab: number): Promise<void> {
  const keys = Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith(prefixOf(tab)));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

/** Calls `changed` whenever the readings of `tab` change. @returns a function that stops it */
export function watchReadings(tab: number, changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => key.startsWith(prefixOf(tab)))) changed();
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}
