/** A browser with the extension in it for the tests of one file, and the fixture pages at addresses of a real news site. */
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import type { FrameState } from "../../lib/protocol.ts";
import { tabOf, waitUntilRead } from "../../scripts/browser/article.ts";
import type { Engine } from "../../scripts/browser/find.ts";
import { openSession } from "../../scripts/browser/open.ts";
import { type PageServer, servePages } from "../../scripts/browser/serve.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { type BuildMode, buildFolder } from "../../scripts/build.ts";

declare module "vitest" {
  interface ProvidedContext {
    browser: Engine;
  }
}

export type WithExtension = {
  session: Session;
  server: PageServer;
  /** Opens a page of the folder as an article of Gate's and waits until it has been read. */
  openArticle(name: string): Promise<{ page: Page; tab: number; state: FrameState }>;
};

const FIXTURES = join(import.meta.dirname, "../fixtures/pages");

/**
 * Starts the browser of this run before the tests and closes it after them; tabs are closed after each test.
 * What is returned may be used inside tests only.
 *
 * @param folder whose pages are served; the fixture pages where it is left out
 */
export function withExtension({
  mode = "test",
  folder = FIXTURES,
}: {
  mode?: BuildMode;
  folder?: string;
} = {}): WithExtension {
  let running: { session: Session; server: PageServer } | undefined;
  const now = () => {
    if (!running) throw new Error("The browser is not running: use this inside a test.");
    return running;
  };
  let pages: Page[] = [];

  beforeAll(async () => {
    const server = await servePages([folder]);
    const engine = inject("browser");
    const extension = buildFolder(engine, mode);
    const session = await openSession(engine, { extension, headless: true, hostsPort: server.port, language: "en-US" });
    running = { server, session };
  });
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.close()));
    pages = [];
  });
  afterAll(async () => {
    await running?.session.close();
    await running?.server.close();
  });

  return {
    get session() {
      return now().session;
    },
    get server() {
      return now().server;
    },
    async openArticle(name) {
      const { session } = now();
      const page = await session.open(`http://www.gate.com/news/${name}`);
      pages.push(page);
      const tab = await tabOf(session, page);
      return { page, tab, state: await waitUntilRead(session, tab) };
    },
  };
}
