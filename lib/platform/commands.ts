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

/** Calls `commanded` with the name of a command and its tab. Call while the background script starts. */
export function onCommand(commanded: (name: string, tab: number | null) => void): void {
  browser.commands?.onCommand.addListener((name, tab) => commanded(name, tab?.id ?? null));
}
