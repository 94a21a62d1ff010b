/** The keyboard's commands, as the user has set them in the browser. */
import { browser } from "wxt/browser";

/** Keys by command name, as the browser writes them ("Alt+Shift+Down"); "" where none is set. */
export type CommandKeys = Record<string, string>;

/** Null where the browser has no commands: Firefox for Android. */
export async function commandKeys(): Promise<CommandKeys | null> {
  const commands = await browser.commands?.getAll();
  if (!commands) return null;
  return Object.fromEntries(commands.map(({ name = "", shortcut = "" }) => [name, shortcut]));
}

/** Where Chromium browsers let keys be changed; their API has no call that opens it. */
const CHROMIUM_PAGE = "chrome://extensions/shortcuts";

/** Opens the browser's own page where the user may change the keys: no extension may. */
export async function openKeySettings(): Promise<void> {
  // Firefox's call; the types are Chrome's.
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?(): Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: CHROMIUM_PAGE });
}

/** Calls `commanded` with the name of a command and its tab. Call while the background script starts. */
export function onCommand(commanded: (name: string, tab: number | null) => void): void {
  browser.commands?.onCommand.addListener((name, tab) => commanded(name, tab?.id ?? null));
}
