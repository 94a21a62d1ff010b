/** What the size of the dataset costs the background: its start, its memory, and the popup. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { tabOf, waitUntilRead } from "../../scripts/browser/article.ts";
import { openSession } from "../../scripts/browser/open.ts";
import { servePages } from "../../scripts/browser/serve.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { buildForBench } from "../browser/build.ts";
import { openReference } from "../browser/launch.ts";
import { articlePage } from "../browser/pages.ts";
import { growDataset } from "../generate/dataset.ts";
import type { Figure } from "../report.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { root } from "./reading.ts";

const cache = path.join(root, ".cache/bench");
const article = "http://www.gate.com/news/article";

type Measured = { cold: Spread; memory: number; popup: Spread };

export const background: Suite = {
  name: "background",
  async run({ runs, seed, quick }): Promise<Figure[]> {
    const build = buildForBench();
    const folder = path.join(cache, "pages");
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, "article.html"), articlePage(4000, 12, seed));
    writeFileSync(path.join(folder, "blank.html"), "<!doctype html><title>Blank</title>");
    const server = await servePages([folder]);
    const large = quick ? 10_000 : 100_000;
    try {
      const reference = await measureReference(server.port, runs);
      const few = await measureWith(build, 0, server.port, runs, seed);
      const many = await measureWith(build, large, server.port, runs, seed);
      return figuresOf(reference, few, many, large);
    } finally {
      await server.close();
    }
  },
};

function figuresOf(reference: Omit<Measured, "popup">, few: Measured, many: Measured, deals: number): Figure[] {
  const named = `${deals.toLocaleString("en")} deals`;
  const growth = many.cold.median / few.cold.median;
  const overEmpty = many.cold.median / reference.cold.median;
  const memory = many.memory - reference.memory;
  return [
    {
      name: `background stopped → first marks, ${named}`,
      unit: "ms",
      measured: many.cold,
      reference: { name: "the project's deals", measured: few.cold },
      ratio: growth,
      target: "≤ 1.5 ×",
      met: growth <= 1.5,
    },
    {
      name: `background stopped → first marks, ${named}, against an empty extension's message from cold`,
      unit: "ms",
      measured: many.cold,
      reference: { name: "empty extension", measured: reference.cold },
      ratio: overEmpty,
      target: "≤ 2 ×",
      met: overEmpty <= 2,
    },
    {
      name: `background memory over an empty extension's, ${named}`,
      unit: "MB",
      measured: spreadOf([memory]),
      reference: { name: "the project's deals", measured: spreadOf([few.memory - reference.memory]) },
      target: "≤ 60 MB",
      met: memory <= 60,
    },
    {
      name: `popup: click → claims shown, ${named}`,
      unit: "ms",
      measured: many.popup,
      reference: { name: "the project's deals", measured: few.popup },
      target: "≤ 100 ms",
      met: many.popup.median <= 100,
    },
  ];
}

/** The build with another dataset in its package; null: as it is. */
function extensionWith(build: string, dataset: string | null, name: string): string {
  const folder = path.join(cache, "extensions", name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(build, folder, { recursive: true });
  if (dataset !== null) writeFileSync(path.join(folder, "dataset.json"), dataset);
  return folder;
}

async function measureWith(
  build: string,
  deals: number,
  hostsPort: number,
  runs: number,
  seed: number,
): Promise<Measured> {
  const { dataset } = await loadDataset(root);
  const grown = deals === 0 ? null : JSON.stringify(growDataset(dataset, deals, seed));
  const extension = extensionWith(build, grown, String(deals));
  const session = await openSession("chromium", { extension, headless: true, hostsPort, language: "en-US" });
  try {
    const tab = await session.open(article);
    // The first reading waits until the package's dataset has been stored; it is indexed while pages are read already.
    await waitUntilRead(session, await tabOf(session, tab), 600_000);
    await waitUntilIndexed(session);
    const cold: number[] = [];
    const popup: number[] = [];
    for (let run = -1; run < runs; run++) {
      await stopBackground(tab.browser());
      const took = await timeToMarks(tab);
      if (run >= 0) cold.push(took);
    }
    for (let run = -1; run < runs; run++) {
      const took = await timePopup(session, tab);
      if (run >= 0) popup.push(took);
    }
    return { cold: spreadOf(cold), popup: spreadOf(popup), memory: await memoryOf(tab.browser()) };
  } finally {
    await session.close();
  }
}

async function measureReference(hostsPort: number, runs: number): Promise<Omit<Measured, "popup">> {
  const reference = await openReference(hostsPort);
  try {
    const tab = await reference.browser.newPage();
    const cold: number[] = [];
    for (let run = -1; run < runs; run++) {
      await tab.goto(article);
      await tab.waitForFunction(() => document.documentElement.dataset.referenceDone === "yes");
      const took = Number(await tab.evaluate(() => document.documentElement.dataset.referenceRoundTrip));
      if (run >= 0) cold.push(took);
      await stopBackground(reference.browser);
    }
    await tab.goto(article);
    await tab.waitForFunction(() => document.documentElement.dataset.referenceDone === "yes");
    return { cold: spreadOf(cold), memory: await memoryOf(reference.browser) };
  } finally {
    await reference.close();
  }
}

/** Waits until the background has stored an index of its dataset. */
async function waitUntilIndexed(session: Session): Promise<void> {
  const isIndexed = () =>
    session.inBackground(
      () =>
        new Promise<boolean>((resolve, reject) => {
          const request = indexedDB.open("dealmark-dataset");
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const database = request.result;
            const count = database.transaction("indexes").objectStore("indexes").count();
            count.onsuccess = () => {
              database.close();
              resolve(count.result > 0);
            };
          };
        }),
    );
  await until("the index", isIndexed, 600_000);
}

const isBackground = (target: { type(): string }): boolean => target.type() === "service_worker";

/** As the browser does after half a minute without work. */
async function stopBackground(browser: Browser): Promise<void> {
  for (const target of browser.targets().filter(isBackground)) await (await target.worker())?.close();
  await until("the background to be stopped", async () => !browser.targets().some(isBackground));
}

/** From the moment at which content scripts start until the first highlight is registered. */
async function timeToMarks(tab: Page): Promise<number> {
  await tab.goto(article);
  return tab.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        const look = (): void => {
          if (CSS.highlights.size > 0) resolve(performance.now() - (navigation?.domContentLoadedEventEnd ?? 0));
          else setTimeout(look, 1);
        };
        look();
      }),
  );
}

/** From the click on the toolbar button until the popup lists the page's claims. */
async function timePopup(session: Session, tab: Page): Promise<number> {
  const start = performance.now();
  const popup = await session.openPopup(tab);
  try {
    await until("the popup's claims", () => popup.evaluate(() => document.querySelectorAll("li button").length > 0));
    return performance.now() - start;
  } finally {
    await popup.close();
  }
}

/** The background's heap after a collection, with what lies outside of it, in megabytes. */
async function memoryOf(browser: Browser): Promise<number> {
  const target = browser.targets().find(isBackground);
  const client = (await target?.createCDPSession()) as CDPSession | undefined;
  if (!client) throw new Error("The background is not running");
  await client.send("HeapProfiler.collectGarbage");
  const usage = await client.send("Runtime.getHeapUsage");
  await client.detach();
  return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 1e6;
}
