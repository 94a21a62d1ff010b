/**
 * A real browser with the built extension in it, and what `npm start` and the browser tests do with one.
 *
 * Puppeteer drives both engines alike as far as pages go. What differs, and is hidden here, is everything that belongs to
 * the extension: closed shadow roots, the background and the popup, none of which a page can reach.
 */
import type { Frame, Page } from "puppeteer-core";
import type { browser } from "wxt/browser";
import type { Engine } from "./find.ts";

/**
 * A function that runs in the browser. It is sent as source text, so it can use nothing from around it; arguments and
 * result travel as JSON.
 */
export type Remote<Args extends unknown[], Result> = (...args: Args) => Result | Promise<Result>;

/** The extension APIs, as the extension's own contexts have them. */
export type ExtensionApi = typeof browser;

/** One of the extension's own pages: the toolbar popup, opened as a click on the button opens it, or a tab. */
export type Popup = {
  /** What `run` does at once counts as done by the user. */
  evaluate<Args extends unknown[], Result>(
    run: Remote<[api: ExtensionApi, ...Args], Result>,
    ...args: Args
  ): Promise<Result>;
  /** Runs a script's source text. @returns nothing */
  inject(source: string): Promise<void>;
  /** Saves a picture of all of it, `width` CSS pixels wide. Only in Chromium. */
  picture(path: string, width: number): Promise<void>;
  close(): Promise<void>;
};

export type Session = {
  engine: Engine;
  /** As the browser tells it: "Chrome/156.0.8078.79". */
  version: string;
  /** Opens an address in a new tab in front and waits for its `load` event. @throws where it cannot be loaded */
  open(url: string): Promise<Page>;
  /**
   * Runs `run` with the extension's closed shadow root in a page, or in a frame of the page's own site; null where the
   * extension has put none there.
   */
  inShadow<Args extends unknown[], Result>(
    page: Page | Frame,
    run: Remote<[root: ShadowRoot, ...Args], Result>,
    ...args: Args
  ): Promise<Result | null>;
  /** Runs `run` in the extension's background. */
  inBackground<Args extends unknown[], Result>(
    run: Remote<[api: ExtensionApi, ...Args], Result>,
    ...args: Args
  ): Promise<Result>;
  openPopup(page: Page): Promise<Popup>;
  /** Opens a page of the extension in a tab of its own, such as "welcome.html". */
  openExtensionPage(path: string): Promise<Popup>;
  /** Does what pressing the keys of a command does, `page` being in front. */
  command(page: Page, name: string): Promise<void>;
  /**
   * Presses keys ("Alt+Shift+Down") as a keyboard does, with `page` in front: the browser itself hears them. Only in
   * Firefox. Chromium gives a driver's keys to the page and never to itself.
   */
  press(page: Page, keys: string): Promise<void>;
  /** Gives a command other keys, as the user may in the browser's settings. */
  remap(command: string, keys: string): Promise<void>;
  /** Answers yes beforehand where the browser will ask the user about match patterns. */
  agreeTo(patterns: readonly string[]): Promise<void>;
  /** Stops the background as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Loads the extension anew under the pages that are open, as an upgrade does. */
  reload(): Promise<void>;
  /** Installs the extension where the session was opened without it. */
  install(): Promise<void>;
  /** Resolves when the user has closed the browser. */
  closed: Promise<void>;
  close(): Promise<void>;
};

/** The expression that calls `run` in one of the extension's own contexts. */
export function extensionCall<Args extends unknown[]>(
  run: Remote<[api: ExtensionApi, ...Args], unknown>,
  args: Args,
): string {
  return `(${run})(${["chrome", ...args.map((arg) => JSON.stringify(arg))].join(", ")})`;
}

export type SessionOptions = {
  /** The built extension's folder. */
  extension: string;
  /** Whether to do without a window. */
  headless: boolean;
  /** Local port at which every host name is found. Without it, names resolve as usual. */
  hostsPort?: number;
  /** Leaves the extension out until `install`. */
  installLater?: boolean;
  /**
   * A profile's folder that is kept when the browser is closed, with the extension installed in it for good: what the
   * next session opens with it is the same browser, started again. Of Firefox only the editions that allow unsigned
   * extensions do that: ESR, Developer, Nightly.
   */
  profile?: string;
  /** Sizes and input of a phone. */
  phone?: boolean;
  /** BCP 47. The browser's own language, which the extension's interface follows; without it, the user's. */
  language?: string;
};

/** What an engine's module gets: options in which the program has been found. */
export type LaunchOptions = SessionOptions & { executablePath: string };
