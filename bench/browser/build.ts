import { spawnSync } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/**
 * Builds the extension as it is published, into a folder of the benchmark's own: nobody else's build gets in its way.
 *
 * @param mode `test` builds may fetch from loopback; they stand where the browser tests' own does. `profile` builds name
 *   functions as the source does
 * @param browser as WXT calls it
 * @returns the folder
 * @throws with what the build printed, where it fails
 */
export function buildForBench(
  mode: "bench" | "test" | "profile" = "bench",
  browser: "chrome" | "firefox" = "chrome",
): string {
  const wxt = path.join(root, "node_modules/wxt/bin/wxt.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [wxt, "build", "--mode", mode, "--browser", browser], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
  });
  if (status !== 0) throw new Error(`The extension could not be built:\n${stdout}${stderr}`);
  return path.join(root, `.output/${browser}-mv3-${mode}`);
}
