/** The reader's choices in `storage.local`. One key a choice: two windows never overwrite each other's. */
import { browser } from "wxt/browser";
import { SETTING_NAMES, type Settings, settingsFrom } from "../settings.ts";
import { listen } from "./listen.ts";

const keyOf = (name: keyof Settings): string => `setting:${name}`;

export async function loadSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(SETTING_NAMES.map(keyOf));
  return settingsFrom(Object.fromEntries(SETTING_NAMES.map((name) => [name, stored[keyOf(name)]])));
}

export async function saveSetting<K extends keyof Settings>(name: K, value: Settings[K]): Promise<void> {
  await browser.storage.local.set({ [keyOf(name)]: value });
}

/** Calls `changed` with all settings whenever one changes, until `signal` aborts. */
export function watchSettings(changed: (settings: Settings) => void, signal: AbortSignal): void {
  const keys = new Set(SETTING_NAMES.map(keyOf));
  const listener = (changes: Record<string, unknown>) => {
    if (Object.keys(changes).some((key) => keys.has(key))) void loadSettings().then(changed);
  };
  listen(browser.storage.local.onChanged, listener, signal);
}
