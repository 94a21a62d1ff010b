import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Engine } from "./browser/find.ts";

const root = join(import.meta.dirname, "..");

/** `test` builds also read pages from loopback addresses; `production` is what is published. */
export type BuildMode = "test" | "production";

/** The folder of a build, whether or not it was made yet. */
export function buildFolder(engine: Engine, mode: BuildMode): string {
  return join(root, ".output", `${engine === "chromium" ? "chrome" : engine}-mv3-${mode}`);
}

/**
 * Builds the extension for one engine.
 *
 * @returns what the build printed, and whether it ended well
 */
export function buildExtension(engine: Engine, mode: BuildMode): { ok: boolean; output: string } {
  const browser = engine === "chromium" ? "chrome" : engine;
  const wxt = join(root, "node_modules", "wxt", "bin", "wxt.mjs");
  const result = spawnSync(process.execPath, [wxt, "build", "--mode", mode, "--browser", browser], {
    cwd: root,
    encoding: "utf8",
    // Without a terminal wxt prints no spinner, but asks for one where it thinks it is in CI; plain text either way.
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}${result.error?.message ?? ""}` };
}
