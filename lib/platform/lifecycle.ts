import { browser } from "wxt/browser";

/** Calls `installed` once the extension was installed or upgraded. Call while the background script starts. */
export function onInstalled(installed: () => void): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason === "install" || details.reason === "update") installed();
  });
}
