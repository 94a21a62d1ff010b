import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Browser,
  type CDPSession,
  type Extension,
  type Frame,
  launch,
  type Page,
  type Protocol,
} from "puppeteer-core";
import { hasEnded, profileAt } from "./profile.ts";
import {
  type ExtensionApi,
  extensionCall,
  type LaunchOptions,
  type Popup,
  type Remote,
  type Session,
} from "./session.ts";
import { until } from "./until.ts";

/** Fresh profiles phone home and update themselves; neither belongs in a demo or a test. */
const QUIET = [
  "--disable-component-update",
  "--disable-quic",
  "--no-default-browser-check",
  // Every figure's line style and colour shows in screenshots as on a plain screen.
  "--force-device-scale-factor=1",
];

const PHONE = { width: 390, height: 780, isMobile: true, hasTouch: true };

/** Starts Chromium, Chrome or Edge. All of them load unpacked extensions over the debugging pipe, also branded builds. */
export async function openChromium(options: LaunchOptions): Promise<Session> {
  const profile = await profileAt(options.profile);
  if (options.profile !== undefined) await installInProfile(options.profile, options.extension);
  const browser = await launch({
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    enableExtensions: options.installLater || options.profile !== undefined ? true : [options.extension],
    userDataDir: profile.folder,
    defaultViewport: options.headless ? (options.phone ? PHONE : { width: 1280, height: 900 }) : null,
    // Linux takes the language from the environment, the other systems from the argument.
    env: { ...process.env, ...(options.language ? { LANGUAGE: options.language } : {}) },
    args: [
      ...QUIET,
      ...(options.language ? [`--lang=${options.language}`] : []),
      // No sandbox as root or in most containers. Without a window only our own pages are opened.
      ...(options.headless ? ["--no-sandbox", "--disable-gpu"] : process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      ...(options.hostsPort ? [`--host-resolver-rules=MAP * 127.0.0.1:${options.hostsPort}, EXCLUDE 127.0.0.1`] : []),
    ],
  });
  const closed = hasEnded(browser).then(profile.remove);

  try {
    let extension = options.installLater ? null : await installed(browser);
    const ours = (): Extension => {
      if (!extension) throw new Error("The extension is not installed yet.");
      return extension;
    };
    const worker = () => until("the extension's service worker", async () => (await ours().workers())[0]);
    return {
      engine: "chromium",
      version: await browser.version(),
      async open(url) {
        const page = await browser.newPage();
        const response = await page.goto(url);
        if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`);
        return page;
      },
      inShadow: (page, run, ...args) => inShadow(page, run, args),
      async inBackground(run, ...args) {
        return (await (await worker()).evaluate(extensionCall(run, args))) as Awaited<ReturnType<typeof run>>;
      },
      async openPopup(page) {
        await page.bringToFront();
        await ours().triggerAction(page);
        return asPopup(
          await until("the popup", async () =>
            (await ours().pages()).find((candidate) => candidate.url().endsWith("/popup.html")),
          ),
        );
      },
      async openExtensionPage(path) {
        const page = await browser.newPage();
        await page.goto(`chrome-extension://${ours().id}/${path}`);
        return asPopup(page);
      },
      async command(page, name) {
        await page.bringToFront();
        // Without a window there is no keyboard but the page's: the event is sent by hand.
        const press: Remote<[api: ExtensionApi, command: string], void> = async (api, command) => {
          const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
          const { onCommand } = api.commands as unknown as { onCommand: { dispatch(...args: unknown[]): void } };
          onCommand.dispatch(command, tab);
        };
        await (await worker()).evaluate(extensionCall(press, [name]));
      },
      press: () => Promise.reject(new Error("Chromium gives a driver's keys to the page alone.")),
      async remap(command, keys) {
        const page = await browser.newPage();
        await page.goto("chrome://extensions/shortcuts");
        await page.evaluate(
          async (extensionId, commandName, keybinding) => {
            type Change = { extensionId: string; commandName: string; keybinding: string };
            type Private = { updateExtensionCommand(change: Change): Promise<void> };
            const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
            await developerPrivate.updateExtensionCommand({ extensionId, commandName, keybinding });
          },
          ours().id,
          command,
          keys,
        );
        await page.close();
      },
      async agreeTo(patterns) {
        const page = await browser.newPage();
        await page.goto("chrome://extensions");
        // A host that the user has allowed before is not asked about again.
        await page.evaluate(
          async (id, hosts) => {
            type Private = { addHostPermission(id: string, host: string): Promise<void> };
            const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
            for (const host of hosts) await developerPrivate.addHostPermission(id, host);
          },
          ours().id,
          [...patterns],
        );
        await page.close();
      },
      async stopBackground() {
        await (await worker()).close();
        await until("the service worker to stop", async () => (await ours().workers()).length === 0);
      },
      async reload() {
        const page = await browser.newPage();
        await page.goto("chrome://extensions");
        await page.evaluate(async (id) => {
          type Private = {
            updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
            reload(id: string, options: object): Promise<void>;
          };
          const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: Private } }).chrome;
          // Without it an unpacked extension that is loaded anew is switched off.
          await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
          await developerPrivate.reload(id, { failQuietly: true });
        }, ours().id);
        await page.close();
        extension = await installed(browser);
      },
      async install() {
        await browser.installExtension(options.extension);
        extension = await installed(browser);
      },
      closed,
      async close() {
        await browser.close();
        await closed;
      },
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const asPopup = (page: Page): Popup => ({
  evaluate: async (run, ...args) => (await page.evaluate(extensionCall(run, args))) as Awaited<ReturnType<typeof run>>,
  inject: async (source) => void (await page.evaluate(source)),
  async picture(path, width) {
    await page.setViewport({ width, height: 400 });
    // In a window as tall as the page, so that nothing that sticks to the window's edge stands over the text.
    const height = await page.evaluate(() => document.body.getBoundingClientRect().bottom);
    await page.setViewport({ width, height: Math.ceil(height) });
    await page.screenshot({ path: path as `${string}.png` });
  },
  close: () => page.close(),
});

/**
 * Writes the extension into a fresh profile as a user's "Load unpacked" does: what a driver loads is gone with the next
 * start.
 */
async function installInProfile(folder: string, extension: string): Promise<void> {
  const place = join(folder, "Default");
  await mkdir(place, { recursive: true });
  const settings = { [idOf(extension)]: { location: UNPACKED, path: extension, state: 1, disable_reasons: [] } };
  const preferences = { extensions: { ui: { developer_mode: true }, settings } };
  // A profile that was used already has it.
  await writeFile(join(place, "Preferences"), JSON.stringify(preferences), { flag: "wx" }).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/** Chromium's number for extensions that are loaded from a folder. */
const UNPACKED = 4;

/** An unpacked extension's id is made of its folder's name, in the letters a to p. */
const idOf = (extension: string): string =>
  [...createHash("sha256").update(extension).digest("hex").slice(0, 32)]
    .map((digit) => String.fromCharCode("a".charCodeAt(0) + Number.parseInt(digit, 16)))
    .join("");

const installed = (browser: Browser): Promise<Extension> =>
  until("the extension to be loaded", () => findExtension(browser));

async function findExtension(browser: Browser): Promise<Extension | undefined> {
  return [...(await browser.extensions()).values()].find(({ name }) => name === "Dealmark");
}

/** The debugger sees closed shadow roots, whichever script attached them. */
async function inShadow<Args extends unknown[], Result>(
  of: Page | Frame,
  run: Remote<[ShadowRoot, ...Args], Result>,
  args: Args,
): Promise<Result | null> {
  const client: CDPSession = await ("mainFrame" in of ? of : of.page()).createCDPSession();
  try {
    const { root } = await client.send("DOM.getDocument", { depth: -1, pierce: true });
    const shadow = findClosedRoot(root);
    if (!shadow) return null;
    const { object } = await client.send("DOM.resolveNode", { nodeId: shadow.nodeId });
    const { result, exceptionDetails } = await client.send("Runtime.callFunctionOn", {
      ...(object.objectId === undefined ? {} : { objectId: object.objectId }),
      functionDeclaration: `async function () { return (${run})(this, ...${JSON.stringify(args)}); }`,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as Result;
  } finally {
    await client.detach();
  }
}

function findClosedRoot(node: Protocol.DOM.Node): Protocol.DOM.Node | undefined {
  if (node.shadowRootType === "closed") return node;
  const { contentDocument: framed } = node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? []), ...(framed ? [framed] : [])]) {
    const found = findClosedRoot(child);
    if (found) return found;
  }
  return undefined;
}
