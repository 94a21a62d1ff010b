import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";

const root = join(import.meta.dirname, "../..");

/**
 * A browser profile that is thrown away afterwards. It lies in the project and not in the system's temporary folder,
 * because browsers packed as snaps see another one there.
 */
export async function temporaryProfile(): Promise<{ folder: string; remove(): Promise<void> }> {
  const parent = join(root, ".cache", "profiles");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "profile-"));
  // The browser's last processes may still be writing when the first has ended.
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
  // Ctrl+C ends this process before `remove` is called.
  const atExit = () => rmSync(folder, options);
  process.once("exit", atExit);
  return {
    folder,
    async remove() {
      await rm(folder, options);
      process.off("exit", atExit);
    },
  };
}

/** The folder that was asked for, which is kept, or one that is thrown away. */
export const profileAt = async (folder: string | undefined): ReturnType<typeof temporaryProfile> =>
  folder === undefined ? temporaryProfile() : { folder, remove: async () => {} };

/** Resolves when the browser's process has ended, and with it the last write to its profile. */
export function hasEnded(browser: Browser): Promise<void> {
  const child = browser.process();
  if (!child) throw new Error("This browser was not started here.");
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once("exit", () => resolve());
  });
}
