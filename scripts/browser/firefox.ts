import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, type Frame, launch, type Page } from "puppeteer-core";
import { inExtension, type Place } from "./firefox-privileged.ts";
import { hasEnded, profileAt } from "./profile.ts";
import {
  type ExtensionApi,
  extensionCall,
  type LaunchOptions,
  type Popup,
  type Remote,
  type Session,
} from "./session.ts";

const PHONE = { width: 390, height: 780 };

/**
 * Starts Firefox. Pages are driven over WebDriver BiDi; for the extension's own parts, which BiDi does not show, the
 * browser's own privileged scripts are used (`--remote-allow-system-access`).
 */
export async function openFirefox(options: LaunchOptions): Promise<Session> {
  const profile = await profileAt(options.profile);
  const kept = options.profile === undefined ? null : await installInProfile(options.profile, options.extension);
  const browser = await launch({
    browser: "firefox",
    executablePath: options.executablePath,
    headless: options.headless,
    userDataDir: profile.folder,
    defaultViewport: options.headless ? (options.phone ? PHONE : { width: 1280, height: 900 }) : null,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      // Grants what the extension asks for without a question, which nobody would be there to answer.
      "extensions.webextOptionalPermissionPrompts": false,
      ...(options.language ? { "intl.locale.requested": options.language } : {}),
      ...(options.hostsPort ? hostsPreferences(options.hostsPort) : {}),
      ...(kept === null ? {} : KEPT_PREFERENCES),
    },
  });
  const closed = hasEnded(browser).then(profile.remove);

  try {
    const bidi = connectionOf(browser);
    let id = kept ?? (options.installLater ? "" : await browser.installExtension(options.extension));
    const evaluate = async (where: Place, expression: string) =>
      JSON.parse(await inChrome(bidi, inExtension, where, id, expression));
    const asPopup = (where: Place, close: () => Promise<void>): Popup => ({
      evaluate: (run, ...args) => evaluate(where, extensionCall(run, args)),
      inject: async (source) => void (await evaluate(where, `(() => { ${source}\n })()`)),
      picture: () => Promise.reject(new Error("Firefox shows its extension pages to no camera of ours.")),
      close,
    });
    return {
      engine: "firefox",
      version: await browser.version(),
      async open(url) {
        const page = await browser.newPage();
        const response = await page.goto(url);
        if (!response?.ok()) throw new Error(`${url} answered ${response?.status()}`);
        return page;
      },
      inShadow: (page, run, ...args) => inShadow(bidi, page, run, args),
      inBackground: (run, ...args) => evaluate("evaluate-in-background", extensionCall(run, args)),
      async openPopup(page) {
        await page.bringToFront();
        await inChrome(bidi, inExtension, "open-popup", id, "");
        return asPopup(
          "evaluate-in-popup",
          async () => void (await inChrome(bidi, inExtension, "close-popup", id, "")),
        );
      },
      async openExtensionPage(path) {
        await inChrome(bidi, inExtension, "open-tab", id, path);
        return asPopup("evaluate-in-tab", async () => void (await inChrome(bidi, inExtension, "close-tab", id, "")));
      },
      async command(page, name) {
        await page.bringToFront();
        await inChrome(bidi, inExtension, "command", id, name);
      },
      async press(page, keys) {
        await page.bringToFront();
        await inChrome(bidi, inExtension, "press", id, keys);
      },
      async remap(command, keys) {
        const update: Remote<[api: ExtensionApi, name: string, shortcut: string], void> = (api, name, shortcut) => {
          // What Firefox's own page does; Chrome, whose types these are, has no such call.
          const commands = api.commands as unknown as { update(change: object): Promise<void> };
          return commands.update({ name, shortcut });
        };
        await evaluate("evaluate-in-background", extensionCall(update, [command, keys]));
      },
      // Its preference above agrees to everything.
      agreeTo: async () => {},
      stopBackground: async () => void (await inChrome(bidi, inExtension, "stop-background", id, "")),
      // Once its answer is out.
      reload: () => evaluate("evaluate-in-background", "void setTimeout(() => chrome.runtime.reload(), 50)"),
      async install() {
        id = await browser.installExtension(options.extension);
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

/** Lets an unsigned extension that was found in the profile run without a question. */
const KEPT_PREFERENCES = {
  "xpinstall.signatures.required": false,
  "extensions.autoDisableScopes": 0,
  "extensions.startupScanScopes": 15,
};

/** Puts the extension into a profile for good: what a driver installs is gone with the next start. @returns its id */
async function installInProfile(folder: string, extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
  const id: string = manifest.browser_specific_settings.gecko.id;
  const place = join(folder, "extensions");
  await mkdir(place, { recursive: true });
  // A file with the folder's name in it does for the folder.
  await writeFile(join(place, id), extension);
  return id;
}

/** Sends every plain request to the local server, as to a proxy, whatever host it names. */
function hostsPreferences(port: number): Record<string, unknown> {
  return {
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": port,
    "network.proxy.allow_hijacking_localhost": true,
    // Otherwise http addresses of public hosts are tried as https first.
    "dom.security.https_first": false,
  };
}

/** Puppeteer offers no way to send a BiDi command of one's own, but its connection does. */
type Bidi = { send(method: string, params: object): Promise<{ result: unknown }> };

function connectionOf(browser: Browser): Bidi {
  const { connection } = browser as Browser & { connection?: Bidi };
  if (!connection) throw new Error("This version of puppeteer-core keeps its BiDi connection elsewhere.");
  return connection;
}

/** A value as BiDi serializes it, as far as it is read here. */
type RemoteValue = { type: string; sharedId?: string; value?: unknown };
type NodeValue = RemoteValue & { value: { shadowRoot?: NodeValue & { value: { mode: string } } } };

/** Calls a function in a browsing context. @throws what the function threw */
async function callFunction(
  bidi: Bidi,
  context: string,
  functionDeclaration: string,
  more: { arguments?: RemoteValue[]; serializationOptions?: object } = {},
): Promise<RemoteValue> {
  const { result } = await bidi.send("script.callFunction", {
    functionDeclaration,
    target: { context },
    awaitPromise: true,
    ...more,
  });
  const answer = result as { result: RemoteValue; exceptionDetails?: { text: string } };
  if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
  return answer.result;
}

/** BiDi shows closed shadow roots where it serializes their hosts, and takes the root back as an argument. */
async function inShadow<Args extends unknown[], Result>(
  bidi: Bidi,
  page: Page | Frame,
  run: Remote<[ShadowRoot, ...Args], Result>,
  args: Args,
): Promise<Result | null> {
  const { _id: context } = ("mainFrame" in page ? page.mainFrame() : page) as unknown as { _id: string };
  const hosts = await callFunction(
    bidi,
    context,
    // Without any help of the page's own objects, which it may have overridden.
    `() => {
      const found = [];
      for (const element of document.querySelectorAll("*"))
        if (element.localName.includes("-") && !element.shadowRoot) found[found.length] = element;
      return found;
    }`,
    { serializationOptions: { includeShadowTree: "all", maxDomDepth: 1 } },
  );
  const root = (hosts.value as NodeValue[])
    .map((host) => host.value.shadowRoot)
    .find((shadow) => shadow?.value.mode === "closed");
  if (!root?.sharedId) return null;
  const json = await callFunction(
    bidi,
    context,
    `async (root) => JSON.stringify(await (${run})(root, ...${JSON.stringify(args)}))`,
    { arguments: [{ type: "node", sharedId: root.sharedId }] },
  );
  return json.type === "string" ? JSON.parse(json.value as string) : (undefined as Result);
}

/** Calls `run` with the browser window's own rights; it can use nothing from around it. */
async function inChrome<Args extends unknown[], Result>(
  bidi: Bidi,
  run: Remote<Args, Result>,
  ...args: Args
): Promise<Result> {
  const { result } = await bidi.send("browsingContext.getTree", { "moz:scope": "chrome" });
  const { contexts } = result as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
  if (!window) throw new Error("Firefox has no browser window open.");
  const answer = await callFunction(
    bidi,
    window.context,
    `async () => JSON.stringify(await (${run})(...${JSON.stringify(args)}))`,
  );
  return answer.type === "string" ? JSON.parse(answer.value as string) : (undefined as Result);
}
