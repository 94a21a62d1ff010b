/** The reference extension in a browser of its own. */
import path from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { ensureBrowser } from "../../scripts/browser/find.ts";
import { temporaryProfile } from "../../scripts/browser/profile.ts";

export type Reference = { browser: Browser; close(): Promise<void> };

/** @param hostsPort the local port at which every host name is found */
export async function openReference(hostsPort: number): Promise<Reference> {
  const profile = await temporaryProfile();
  const browser = await launch({
    executablePath: ensureBrowser("chromium"),
    headless: true,
    pipe: true,
    enableExtensions: [path.join(import.meta.dirname, "reference")],
    userDataDir: profile.folder,
    defaultViewport: { width: 1280, height: 900 },
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-component-update",
      "--force-device-scale-factor=1",
      `--host-resolver-rules=MAP * 127.0.0.1:${hostsPort}, EXCLUDE 127.0.0.1`,
    ],
  });
  return {
    browser,
    async close() {
      await browser.close();
      await profile.remove();
    },
  };
}
