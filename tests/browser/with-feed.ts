/**
 * A browser with the extension in it, and a host that serves a feed and articles about its deals: all on one loopback
 * port, reached without a proxy.
 */
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, inject } from "vitest";
import { fakeDeal } from "../../lib/dataset/dataset.fake.ts";
import type { Dataset } from "../../lib/deals/schema.ts";
import type { FeedPreview, FeedsState, FeedView } from "../../lib/feeds-protocol.ts";
import { FeedsState as FeedsStateSchema } from "../../lib/feeds-protocol.ts";
import { openSession } from "../../scripts/browser/open.ts";
import type { Popup, Session } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { type BuildMode, buildFolder } from "../../scripts/build.ts";

export const FEED = "test-feed";
/** No answer takes so long, however busy the machine. */
const ANSWER_MS = 30_000;

/** Files by path, and what to do with a request in place of answering it. */
export type FeedHost = {
  origin: string;
  /** The feed's address. */
  address: string;
  files: Map<string, Uint8Array>;
  articles: Map<string, string>;
  requests: string[];
  /** Returns whether it took care of the request. */
  fault: ((path: string, request: IncomingMessage, response: ServerResponse) => boolean) | null;
  /** Told of each file that was sent whole. */
  sent: ((path: string) => void) | null;
  close(): Promise<void>;
};

async function openHost(): Promise<FeedHost> {
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const article = host.articles.get(pathname.slice(1));
    if (article !== undefined) {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(article);
      return;
    }
    const path = pathname.replace(/^\/feed\//, "");
    host.requests.push(path);
    if (host.fault?.(path, request, response)) return;
    const bytes = host.files.get(path);
    const etag = bytes && `"${createHash("sha256").update(bytes).digest("hex")}"`;
    if (!bytes || !etag) response.writeHead(404).end();
    else if (request.headers["if-none-match"] === etag) response.writeHead(304, { etag }).end();
    else response.writeHead(200, { etag, "content-length": bytes.length }).end(bytes, () => host.sent?.(path));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const host: FeedHost = {
    origin,
    address: `${origin}/feed/`,
    files: new Map(),
    articles: new Map(),
    requests: [],
    fault: null,
    sent: null,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return host;
}

export type WithFeed = {
  readonly session: Session;
  readonly host: FeedHost;
  /** A page of the extension, from which messages are sent. */
  ask<T>(type: string, data: unknown): Promise<T>;
  state(): Promise<FeedsState>;
  /** The test's feed; undefined where it is not followed. */
  feed(id?: string): Promise<FeedView | undefined>;
  /** Follows the feed at an address by messages, and waits for its first update. */
  follow(address: string, id?: string): Promise<void>;
  /** Has the extension forget all feeds but its own, and what was read about: what an earlier test has left. */
  forget(): Promise<void>;
  /** Waits until no update is under way. */
  settle(): Promise<void>;
  /** Begins an update, once none is under way. */
  begin(): Promise<void>;
  /** Updates and waits until that has ended. @returns how the feed stands then */
  update(): Promise<FeedView>;
  openArticle(name: string, html: string): Promise<Page>;
  /** The extension page, opened anew where it was closed. */
  page(): Promise<Popup>;
};

/** To be called at the top of a test file or group. What is returned may be used inside tests only. */
export function withFeed(mode: BuildMode = "test"): WithFeed {
  let running: { session: Session; host: FeedHost; page: Popup } | undefined;
  const now = () => {
    if (!running) throw new Error("The browser is not running: use this inside a test.");
    return running;
  };
  beforeAll(async () => {
    const engine = inject("browser");
    const host = await openHost();
    const session = await openSession(engine, {
      extension: buildFolder(engine, mode),
      headless: true,
      language: "en-US",
    });
    running = { session, host, page: await session.openExtensionPage("feeds.html") };
  });
  afterAll(async () => {
    await running?.session.close();
    await running?.host.close();
  });

  const self: WithFeed = {
    get session() {
      return now().session;
    },
    get host() {
      return now().host;
    },
    page: async () => now().page,
    async ask<T>(type: string, data: unknown) {
      const answer = await now().page.evaluate(
        async (api, message, timeoutMs) => {
          const asked = api.runtime.sendMessage(message) as Promise<{ res?: { ok: boolean; value?: unknown } }>;
          // A background that is stopped may leave a question open for good.
          const unanswered = new Promise<null>((resolve) => setTimeout(resolve, timeoutMs, null));
          return Promise.race([asked, unanswered]);
        },
        { id: 0, type, data, timestamp: 0 },
        ANSWER_MS,
      );
      if (!answer?.res?.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
      return answer.res.value as T;
    },
    state: async () => FeedsStateSchema.parse(await self.ask("feedsState", null)),
    feed: async (id = FEED) => (await self.state()).feeds.find((feed) => feed.id === id),
    async follow(address, id = FEED) {
      const preview = await self.ask<FeedPreview>("previewFeed", { url: address });
      if (preview.is !== "feed") throw new Error(`No feed at ${address}: ${preview.code}`);
      const code = await self.ask("addFeed", { url: preview.url, rootDigest: preview.rootDigest });
      if (code !== null) throw new Error(`${address}: ${code}`);
      await until("the first update", async () => (await self.feed(id))?.last);
      await self.settle();
    },
    async forget() {
      await self.settle();
      for (const { id, own } of (await self.state()).feeds) if (!own) await self.ask("removeFeed", { feed: id });
      await self.ask("tellNotices", { on: false });
      await self.ask("tellNotices", { on: true });
    },
    async settle() {
      await until(
        "updates to end",
        async () => {
          // Asked of the browser: the background may be stopped, and must not be woken to say so.
          const held = await now().page.evaluate(async () => (await navigator.locks.query()).held ?? []);
          return !held.some(({ name }) => name === "dealmark-feeds");
        },
        60_000,
      );
    },
    async begin() {
      await self.settle();
      if (!(await self.ask<boolean>("updateFeeds", { feed: FEED }))) throw new Error("Another update is under way");
    },
    async update() {
      await self.begin();
      await self.settle();
      return (await self.feed()) as FeedView;
    },
    async openArticle(name, html) {
      now().host.articles.set(name, html);
      return now().session.open(`${now().host.origin}/${name}`);
    },
  };
  return self;
}

/** Names that no language has, told apart by every syllable. */
const SYLLABLES = [
  "bra",
  "dor",
  "fen",
  "gul",
  "kiv",
  "lom",
  "nax",
  "pel",
  "quo",
  "rit",
  "sov",
  "tam",
  "vek",
  "wuz",
  "zyn",
];
export function nameOf(i: number): string {
  const at = (n: number) => SYLLABLES[n % SYLLABLES.length] as string;
  const name = `${at(i)}${at(Math.floor(i / 15))}${at(Math.floor(i / 225))}${at(Math.floor(i / 3375))}`;
  return name[0]?.toUpperCase() + name.slice(1);
}

/** `count` deals, each of two parties of its own, worth `billions` each. */
export function dealsWorth(billions: number, count: number, version: string): Dataset {
  const deals: Dataset["deals"] = [];
  const parties: Dataset["parties"] = [];
  for (let i = 0; i < count; i++) {
    const [investor, investee] = [`investor-${i}`, `investee-${i}`];
    parties.push({ id: investor, name: nameOf(2 * i), kind: "company", aliases: { all: [nameOf(2 * i)] } });
    parties.push({ id: investee, name: nameOf(2 * i + 1), kind: "company", aliases: { all: [nameOf(2 * i + 1)] } });
    deals.push(
      fakeDeal(`deal-${i}-2026`, {
        name: `${nameOf(2 * i)}–${nameOf(2 * i + 1)}`,
        parties: [
          { party: investor, role: "investor" },
          { party: investee, role: "investee" },
        ],
        events: [
          {
            date: "2026-01-15",
            status: "definitive",
            figures: [{ metric: "amount", value: billions * 1e9, unit: "USD", qualifier: "exact", scope: "whole" }],
            sources: [{ url: `https://news.example/${i}`, publisher: "News", date: "2026-01-15" }],
          },
        ],
      }),
    );
  }
  return { version, deals, parties, rates: [{ month: "2026-01", currency: "EUR", usdPerUnit: 1.17 }] };
}

/** An article that states `billions` for some of these deals. */
export function articleOn(numbers: readonly number[], billions: number): string {
  const paragraphs = numbers.map(
    (i) => `<p>${nameOf(2 * i)} invests $${billions} billion in ${nameOf(2 * i + 1)}, both companies said.</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Deals</title>
    <meta property="article:published_time" content="2026-02-01T09:30:00Z"></head>
    <body><main><article><h1>Deals of the week</h1>${paragraphs.join("")}</article></main></body></html>`;
}
