import { browser } from "wxt/browser";

/**
 * Calls `installed` once the extension was installed or upgraded, or loaded anew, which browsers call an upgrade, too.
 * Call while the background script starts.
 */
export function onInstalled(installed: (reason: "install" | "update") => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install" || reason === "update") installed(reason);
  });
}

/** Calls `started` when the browser starts. Call while the background script starts. */
export function onStartup(started: () => void): void {
  browser.runtime.onStartup.addListener(started);
}

/** Chrome stops a background after half a minute without an event or a call to the browser; reading IndexedDB is neither. */
const STAY_MS = 20_000;

/** Has the browser let the background finish `work`, though nobody waits for it. */
export async function stayAwake<Result>(work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void browser.runtime.getPlatformInfo(), STAY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/**
 * Whether the extension has gone from under a content script: removed, switched off or reloaded. Chrome then answers
 * with an empty id, which wxt's own check (`ctx.isInvalid`) takes for a living one.
 */
export const isOrphaned = (): boolean => !browser.runtime?.id;
