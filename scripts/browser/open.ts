import { UserError } from "../user-error.ts";
import { openChromium } from "./chromium.ts";
import { type Engine, ensureBrowser } from "./find.ts";
import { openFirefox } from "./firefox.ts";
import type { Session, SessionOptions } from "./session.ts";
import { until } from "./until.ts";

/** Whether a window could be shown: always on macOS and Windows, elsewhere where a display server is named. */
export function hasDisplay(): boolean {
  if (process.platform === "darwin" || process.platform === "win32") return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

const OLDEST: Record<Engine, number> = { chromium: 144, firefox: 153 };

/**
 * Starts a browser of that engine with the extension in it, installing one first where that is possible.
 *
 * @throws {UserError} where no browser is there, or it is too old
 */
export async function openSession(engine: Engine, options: SessionOptions): Promise<Session> {
  const launch = { ...options, executablePath: ensureBrowser(engine) };
  const session = await (engine === "chromium" ? openChromium(launch) : openFirefox(launch));
  const version = Number.parseInt(session.version.split("/")[1] ?? "", 10);
  if (version < OLDEST[engine]) {
    await session.close();
    throw new UserError(
      `${launch.executablePath} is ${session.version}; version ${OLDEST[engine]} or newer is needed.`,
    );
  }
  if (!options.installLater && options.profile === undefined) {
    // It opens in front: whoever goes on before that has their page covered.
    await until("the extension's first-run page", () =>
      session.inBackground(async (api) =>
        (await api.tabs.query({})).some(({ url, status }) => url?.endsWith("/welcome.html") && status === "complete"),
      ),
    );
  }
  return session;
}
