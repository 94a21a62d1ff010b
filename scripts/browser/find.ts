/**
 * Finds the browsers of this machine, and on Debian installs those that are missing.
 */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { UserError } from "../user-error.ts";

/** The two engines there are builds for. Chrome and Edge are `chromium`. */
export type Engine = "chromium" | "firefox";
export const ENGINES: readonly Engine[] = ["chromium", "firefox"];

/** Where each engine's browsers are found, best first: Chromium before branded builds, which restrict automation. */
const COMMANDS: Record<Engine, readonly string[]> = {
  chromium: [
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
  ],
  firefox: ["firefox-esr", "firefox"],
};

const MAC_APPS: Record<Engine, readonly string[]> = {
  chromium: [
    "Chromium.app/Contents/MacOS/Chromium",
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  firefox: ["Firefox.app/Contents/MacOS/firefox", "Firefox Developer Edition.app/Contents/MacOS/firefox"],
};

const WINDOWS_PROGRAMS: Record<Engine, readonly string[]> = {
  chromium: [
    "Chromium\\Application\\chrome.exe",
    "Google\\Chrome\\Application\\chrome.exe",
    "Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: ["Mozilla Firefox\\firefox.exe", "Firefox Developer Edition\\firefox.exe"],
};

const DEBIAN_PACKAGE: Record<Engine, string> = { chromium: "chromium", firefox: "firefox-esr" };
/** A bare machine has no font for Chinese, Japanese and Korean, in which articles, and tooltips ("亿"), are written. */
const DEBIAN_FONTS = "fonts-wqy-zenhei";
const PATH_VARIABLE: Record<Engine, string> = { chromium: "CHROMIUM_PATH", firefox: "FIREFOX_PATH" };

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not ours to run: the next candidate is tried.
  }
}

function candidates(engine: Engine): string[] {
  const { env, platform } = process;
  if (platform === "darwin") {
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      MAC_APPS[engine].map((app) => join(folder, app)),
    );
  }
  if (platform === "win32") {
    const folders = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return WINDOWS_PROGRAMS[engine].flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return COMMANDS[engine].flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * The path of an installed browser of that engine, or null where there is none.
 * `CHROMIUM_PATH` and `FIREFOX_PATH` name one that stands elsewhere.
 *
 * @throws {UserError} if such a variable names a file that cannot be run
 */
export function findBrowser(engine: Engine): string | null {
  const chosen = process.env[PATH_VARIABLE[engine]];
  if (chosen) {
    if (!isExecutable(chosen)) throw new UserError(`${PATH_VARIABLE[engine]} is ${chosen}, which cannot be run.`);
    return chosen;
  }
  return candidates(engine).find(isExecutable) ?? null;
}

/** Whether packages can be installed here without asking anyone. */
function canInstall(): boolean {
  return process.platform === "linux" && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

function installBrowser(engine: Engine): void {
  const run = (...args: string[]) => {
    const result = spawnSync("apt-get", ["-q", ...args], {
      // What apt says goes to standard error: standard output is for results.
      stdio: ["ignore", process.stderr.fd, process.stderr.fd],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (result.status !== 0) throw new UserError(`apt-get ${args.join(" ")} failed; its output above says why.`);
  };
  console.log(`Installing ${DEBIAN_PACKAGE[engine]} (apt-get) …`);
  run("update");
  run("install", "--yes", "--no-install-recommends", DEBIAN_PACKAGE[engine], DEBIAN_FONTS);
}

/**
 * The path of a browser of that engine, installed first where it is missing and can be.
 *
 * @throws {UserError} which says what to install
 */
export function ensureBrowser(engine: Engine): string {
  const found = findBrowser(engine);
  if (found) return found;
  if (canInstall()) {
    installBrowser(engine);
    const installed = findBrowser(engine);
    if (installed) return installed;
  }
  const names = engine === "chromium" ? "Chromium, Chrome or Edge (144 or newer)" : "Firefox (153 or newer)";
  throw new UserError(
    `No browser found. Install ${names}, or set ${PATH_VARIABLE[engine]} to the program's path if it stands in an unusual place.`,
  );
}
