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
  openArticle(name: string): Promise<OpenedArticle>;
  /** Opens a page made for the test at such an address. `html` is the whole page; see `articleOf`. */
  openMade(html: string, headers?: Record<string, string>): Promise<OpenedArticle>;
  /** Opens any address; the tab is closed after the test. */
  open(url: string): Promise<Page>;
};

export type OpenedArticle = { page: Page; tab: number; state: FrameState };

/** What the record confirms, what it has replaced, and what is ten times too large. */
export const RIGHT = "<p>Nvidia has invested $30 billion in OpenAI in its latest funding round.</p>";
export const STALE =
  "<p>In the letter of intent of 2025, Nvidia had planned to invest up to $100 billion in OpenAI.</p>";
export const WRONG = "<p>A note put Nvidia's investment in OpenAI at $300 billion.</p>";

/** A page with an article of 2 April 2026. */
export function articleOf(inside: string, { head = "", lang = "en", body = "" } = {}): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>Nvidia and OpenAI</title>
    <meta property="article:published_time" content="2026-04-02T09:30:00Z">${head}</head>
    <body><main><article>${inside}</article></main>${body}</body></html>`;
}

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
  ...options
}: {
  mode?: BuildMode;
  folder?: string;
  language?: string;
  installLater?: boolean;
  phone?: boolean;
} = {}): WithExtension {
  let running: { session: Session; server: PageServer } | undefined;
  const now = () => {
    if (!running) throw new Error("The browser is not running: use this inside a test.");
    return running;
  };
  let pages: Page[] = [];
  let made = 0;

  beforeAll(async () => {
    const server = await servePages([folder]);
    const engine = inject("browser");
    const extension = buildFolder(engine, mode);
    const session = await openSession(engine, {
      extension,
      headless: true,
      hostsPort: server.port,
      language: "en-US",
      ...options,
    });
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
    open,
    openArticle: (name) => openAndRead(`http://www.gate.com/news/${name}`),
    openMade(html, headers) {
      const name = `made-${++made}`;
      now().server.set(name, { body: html, ...(headers ? { headers } : {}) });
      return openAndRead(`http://www.gate.com/news/${name}`);
    },
  };

  async function open(url: string): Promise<Page> {
    const page = await now().session.open(url);
    pages.push(page);
    return page;
  }

  async function openAndRead(url: string): Promise<OpenedArticle> {
    const page = await open(url);
    const { session } = now();
    const tab = await tabOf(session, page);
    return { page, tab, state: await waitUntilRead(session, tab) };
  }
}
