import { browser } from "wxt/browser";

/** Calls `installed` once the extension was installed or upgraded. Call while the background script starts. */
export function onInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === "install" || details.reason === "update") installed();
  });
}

/**
 * Whether the extension has gone from under a content script: removed, switched off or reloaded. Chrome then answers
 * with an empty id, which wxt's own check (`ctx.isInvalid`) takes for a living one.
 */
export const isOrphaned = (): boolean => !browser.runtime?.id;
