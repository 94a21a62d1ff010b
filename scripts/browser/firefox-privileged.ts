/**
 * What is run with the rights of Firefox's own window. `inExtension` is sent there as source text, so everything that it
 * uses stands inside it.
 *
 * @see https://firefox-source-docs.mozilla.org/toolkit/components/extensions/webextensions/index.html
 */

/** A `<browser>` element: a document in another process. */
type BrowserElement = Element & {
  currentURI: { scheme: string; spec: string } | null;
  webProgress: { isLoadingDocument: boolean } | null;
  messageManager: {
    addMessageListener(name: string, listener: (message: { data: Answer }) => void): void;
    removeMessageListener(name: string, listener: (message: { data: Answer }) => void): void;
    loadFrameScript(url: string, allowDelayedLoad: boolean): void;
  };
};
type Answer = { json: string } | { error: string };

type InternalExtension = {
  views: Set<{ viewType: string; xulBrowser: BrowserElement }>;
  wakeupBackground?: () => Promise<void>;
  terminateBackground(): Promise<void>;
  baseURL: string;
  shortcuts: { onCommand(name: string): void };
};
type Tab = { linkedBrowser: BrowserElement };
declare const gBrowser: {
  tabs: Tab[];
  selectedTab: Tab;
  addTrustedTab(url: string, options: object): Tab;
  removeTab(tab: Tab): void;
};

/** What presses keys as a keyboard does: through the window, where the browser's own keys are heard. */
type TextInputProcessor = {
  beginInputTransactionForTests(window: Window): boolean;
  keydown(event: KeyboardEvent): void;
  keyup(event: KeyboardEvent): void;
};
declare const Components: {
  classes: Record<string, { createInstance(of: unknown): TextInputProcessor }>;
  interfaces: { nsITextInputProcessor: unknown };
};

/** Where an expression can be evaluated. */
export type Place = "evaluate-in-background" | "evaluate-in-popup" | "evaluate-in-tab";
declare const WebExtensionPolicy: { getByID(id: string): { extension: InternalExtension } | null };
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: {
      apiManager: {
        global: {
          browserActionFor(extension: InternalExtension): {
            openPopup(window: Window, withoutGesture: boolean): unknown;
          };
        };
      };
    };
  };
};

/**
 * Opens or closes the popup or a tab with a page of the extension (`source` is its path), runs a command (`source` is its
 * name), presses keys (`source` is their names), stops the background, or evaluates the expression `source` somewhere, with the rights of a user's click.
 *
 * @returns the expression's value as JSON, "null" where it has none
 */
export async function inExtension(
  action: Place | "open-popup" | "close-popup" | "open-tab" | "close-tab" | "command" | "press" | "stop-background",
  id: string,
  source: string,
): Promise<string> {
  const extension = WebExtensionPolicy.getByID(id)?.extension;
  if (!extension) throw new Error(`No extension ${id} is installed`);

  const popups = () => [...document.querySelectorAll<BrowserElement>("browser.webextension-popup-browser")];
  // Firefox loads the popup in a hidden panel and then swaps it into a second element, so ask anew each time. Before it
  // has moved to the extension's process, a script sent to it is lost.
  const popup = () =>
    popups().find(
      ({ currentURI, webProgress }) => currentURI?.scheme === "moz-extension" && !webProgress?.isLoadingDocument,
    );
  const isLoading = ({ currentURI, webProgress }: BrowserElement) =>
    currentURI?.scheme !== "moz-extension" || Boolean(webProgress?.isLoadingDocument);
  const tabs = () => gBrowser.tabs.filter(({ linkedBrowser }) => linkedBrowser.currentURI?.scheme === "moz-extension");
  const until = async <T>(what: string, ask: () => T | null | undefined | false): Promise<T> => {
    for (let waitedMs = 0; waitedMs < 10_000; waitedMs += 50) {
      const answer = ask();
      if (answer) return answer;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`Waited in vain for ${what}`);
  };

  const closePopup = async (): Promise<void> => {
    const panel = popup()?.closest("panel") as (Element & { hidePopup(): void }) | null | undefined;
    panel?.hidePopup();
    await until("the popup to close", () => popups().length === 0);
  };

  /** A sandbox that inherits from the document's window: unlike its `eval`, it is not bound by the extension's policy. */
  const evaluate = (element: BrowserElement, expression: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const name = `dealmark:answer:${Math.random()}`;
      const listener = ({ data }: { data: Answer }) => {
        element.messageManager.removeMessageListener(name, listener);
        if ("json" in data) resolve(data.json);
        else reject(new Error(data.error));
      };
      element.messageManager.addMessageListener(name, listener);
      const script = `
        (async () => {
          const sandbox = new Components.utils.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
          const source = ${JSON.stringify(expression)};
          const input = content.windowUtils.setHandlingUserInput(true);
          let pending;
          try {
            pending = Components.utils.evalInSandbox(
              "(async () => JSON.stringify((await (" + source + ")) ?? null))()", sandbox);
          } finally {
            input.destruct();
          }
          return await pending;
        })().then((json) => sendAsyncMessage("${name}", { json }),
                  (error) => sendAsyncMessage("${name}", { error: String(error) }));`;
      element.messageManager.loadFrameScript(`data:text/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
    });

  switch (action) {
    case "evaluate-in-background": {
      await extension.wakeupBackground?.(); // An event page that was idle has been shut down.
      const view = await until("the background page", () =>
        [...extension.views].find(({ viewType }) => viewType === "background"),
      );
      return evaluate(view.xulBrowser, source);
    }
    case "open-popup": {
      // One may be left by a test that failed.
      await closePopup();
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
      await until("the popup", popup);
      return "null";
    }
    case "open-tab": {
      const tab = gBrowser.addTrustedTab(extension.baseURL + source, {});
      gBrowser.selectedTab = tab;
      await until("the extension's page", () => tabs().length > 0 && !isLoading(tab.linkedBrowser));
      return "null";
    }
    case "evaluate-in-tab":
      return evaluate((await until("the extension's page", () => tabs().at(-1))).linkedBrowser, source);
    case "close-tab": {
      const tab = tabs().at(-1);
      if (tab) gBrowser.removeTab(tab);
      return "null";
    }
    case "command":
      // Without a window there is no keyboard but the page's.
      extension.shortcuts.onCommand(source);
      return "null";
    case "press": {
      const NAMED: Record<string, [key: string, keyCode: number]> = {
        Alt: ["Alt", 18],
        Shift: ["Shift", 16],
        Ctrl: ["Control", 17],
        Escape: ["Escape", 27],
        Up: ["ArrowUp", 38],
        Down: ["ArrowDown", 40],
        Comma: [",", 188],
        Period: [".", 190],
      };
      const pressed = source.split("+").map((name) => {
        const [key, keyCode] = NAMED[name] ?? [name, name.charCodeAt(0)];
        return new KeyboardEvent("", { key, keyCode });
      });
      const keyboard = Components.classes["@mozilla.org/text-input-processor;1"]?.createInstance(
        Components.interfaces.nsITextInputProcessor,
      );
      if (!keyboard?.beginInputTransactionForTests(window)) throw new Error("Firefox lends us no keyboard.");
      for (const event of pressed) keyboard.keydown(event);
      for (const event of pressed.reverse()) keyboard.keyup(event);
      return "null";
    }
    case "stop-background":
      await extension.terminateBackground();
      return "null";
    case "evaluate-in-popup":
      return evaluate(await until("the popup", popup), source);
    case "close-popup":
      await closePopup();
      return "null";
  }
}
