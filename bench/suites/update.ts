/** What an update of a large feed costs those who read meanwhile: how long the background's thread is kept from them. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import type { Dataset } from "../../lib/deals/schema.ts";
import { fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { openSession } from "../../scripts/browser/open.ts";
import type { Popup, Session } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { buildForBench } from "../browser/build.ts";
import { indexedVersion } from "../browser/stored-index.ts";
import { growDataset } from "../generate/dataset.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { root } from "./reading.ts";

const FEED = "bench-feed";
const MOST_MS = 600_000;

export const update: Suite = {
  name: "update",
  async run({ seed, quick }): Promise<Figure[]> {
    const count = quick ? 10_000 : 100_000;
    const changed = 1000;
    const { dataset } = await loadDataset(root);
    const publisher = await fakePublisher(FEED, "Bench", new Date().toISOString().replace(/\.\d+/, ""));
    const first = { ...growDataset(dataset, count, seed), version: "2026-01-01.1" };
    await publisher.publish(first);
    const host = await serve(publisher.files);
    const session = await openSession("chromium", {
      // Only test builds may fetch from loopback.
      extension: buildForBench("test"),
      headless: true,
      language: "en-US",
    });
    try {
      const page = await session.openExtensionPage("feeds.html");
      await follow(page, host.address);
      // Of several feeds a merged dataset is made, which is another matter: this one alone.
      await ask(page, "setFeed", { feed: "dealmark", on: false });
      const versions = quick ? 3 : 5;
      const stalls: number[] = [];
      const idle: number[] = [];
      for (let version = 2; version < 2 + versions; version++) {
        idle.push(await longestGap(session, () => new Promise((resolve) => setTimeout(resolve, 5000))));
        await publisher.publish(withChanges(first, changed, version));
        stalls.push(await longestGap(session, () => runUpdate(page, session, `2026-01-01.${version}`)));
      }
      const stall = spreadOf(stalls);
      return [
        {
          name: `longest time for which nothing is read while an update of ${changed.toLocaleString("en")} deals is applied to ${count.toLocaleString("en")} and indexed`,
          unit: "ms",
          measured: stall,
          reference: { name: "idle for five seconds", measured: spreadOf(idle) },
          target: "≤ 50 ms",
          met: stall.median <= 50,
        },
      ];
    } finally {
      await session.close();
      await host.close();
    }
  },
};

/** The dataset with another value in so many deals, spread over all of them. */
function withChanges(dataset: Dataset, changes: number, version: number): Dataset {
  const every = Math.floor(dataset.deals.length / changes);
  const deals = dataset.deals.map((deal, i) =>
    i % every === 0 ? { ...deal, name: `${deal.name} (${version})` } : deal,
  );
  return { ...dataset, deals, version: `2026-01-01.${version}` };
}

async function serve(files: ReadonlyMap<string, Uint8Array>): Promise<{ address: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const bytes = files.get((request.url ?? "").replace(/^\/feed\//, ""));
    if (bytes) response.writeHead(200, { "content-length": bytes.length }).end(bytes);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function ask<T>(page: Popup, type: string, data: unknown): Promise<T> {
  const answer = await page.evaluate(
    async (api, message) => (await api.runtime.sendMessage(message)) as { res?: { ok: boolean; value?: unknown } },
    { id: 0, type, data, timestamp: 0 },
  );
  if (!answer?.res?.ok) throw new Error(`${type}: ${JSON.stringify(answer)}`);
  return answer.res.value as T;
}

async function follow(page: Popup, address: string): Promise<void> {
  const preview = await ask<{ is: string; url: string; rootDigest: string }>(page, "previewFeed", { url: address });
  if (preview.is !== "feed") throw new Error(`No feed at ${address}`);
  await ask(page, "addFeed", { url: preview.url, rootDigest: preview.rootDigest });
  await ended(page);
}

async function runUpdate(page: Popup, session: Session, version: string): Promise<void> {
  await ask(page, "updateFeeds", { feed: FEED });
  await ended(page);
  await until("the index of the new version", async () => (await indexedVersion(session)) === version, MOST_MS);
}

/** Waits until no update is under way, and one has been. */
async function ended(page: Popup): Promise<void> {
  const isDone = () =>
    page.evaluate(async () => {
      const { held = [] } = await navigator.locks.query();
      return !held.some(({ name }) => name === "dealmark-feeds");
    });
  await new Promise((resolve) => setTimeout(resolve, 500));
  await until("the update to end", isDone, MOST_MS);
}

/** The longest time between two turns of a timer in the background while `run` runs, in milliseconds. */
async function longestGap(session: Session, run: () => Promise<unknown>): Promise<number> {
  await session.inBackground(() => {
    const scope = globalThis as typeof globalThis & { gaps?: { most: number; timer: number } };
    let last = performance.now();
    const gaps = { most: 0, timer: 0 };
    gaps.timer = setInterval(() => {
      const now = performance.now();
      gaps.most = Math.max(gaps.most, now - last);
      last = now;
    }, 1) as unknown as number;
    scope.gaps = gaps;
  });
  await run();
  return session.inBackground(() => {
    const { gaps } = globalThis as typeof globalThis & { gaps?: { most: number; timer: number } };
    if (!gaps) throw new Error("The background was stopped while it was measured");
    clearInterval(gaps.timer);
    return gaps.most;
  });
}
