/** What the size of the dataset costs the background: its start, its memory, and the popup. */
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Browser, CDPSession, Page } from "puppeteer-core";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { tabOf, waitUntilRead } from "../../scripts/browser/article.ts";
import { openSession } from "../../scripts/browser/open.ts";
import { servePages } from "../../scripts/browser/serve.ts";
import { until } from "../../scripts/browser/until.ts";
import { buildForBench } from "../browser/build.ts";
import { openReference } from "../browser/launch.ts";
import { articlePage } from "../browser/pages.ts";
import { indexedVersion } from "../browser/stored-index.ts";
import { growDataset } from "../generate/dataset.ts";
import { type Figure, say } from "../report.ts";
import { inTurn, type Spread, spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { root } from "./reading.ts";

const cache = path.join(root, ".cache/bench");
const article = "http://www.gate.com/news/article";

const MOST_MS = 600_000;

type Measured = { cold: Spread; memory: number; popup: Spread; popupAlone: Spread; popupStopped: Spread };

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
    const subjects: Subject[] = [];
    const open = async (opening: Promise<Subject>): Promise<Subject> => {
      const subject = await opening;
      subjects.push(subject);
      return subject;
    };
    try {
      const reference = await open(openEmpty(server.port));
      const few = await open(openWith(build, 0, server.port, seed));
      const many = await open(openWith(build, large, server.port, seed));
      const cold = await inTurn({ reference: reference.cold, few: few.cold, many: many.cold }, runs, 1);
      const popup = await inTurn({ reference: reference.popup, few: few.popup, many: many.popup }, runs, 1);
      const stopped = await inTurn(
        { reference: reference.popupStopped, few: few.popupStopped, many: many.popupStopped },
        runs,
        1,
      );
      const of = async (name: keyof typeof cold, subject: Subject): Promise<Measured> => ({
        cold: cold[name],
        popup: popup[name],
        popupAlone: spreadOf(subject.popupAlone),
        popupStopped: stopped[name],
        memory: await subject.memory(),
      });
      return figuresOf(await of("reference", reference), await of("few", few), await of("many", many), large);
    } finally {
      await Promise.all(subjects.map((subject) => subject.close()));
      await server.close();
    }
  },
};

/** A browser with an extension in it, and what is measured of it. */
type Subject = Popups & {
  /** Milliseconds from the page's start until its extension, whose background was stopped, has done its part. */
  cold(): Promise<number>;
  /** Megabytes in the background. */
  memory(): Promise<number>;
  close(): Promise<void>;
};

type Popups = {
  /** Milliseconds from the click until the popup shows what it has to show. */
  popup(): Promise<number>;
  /** Of those, what went by since the popup's document began to load: the browser had made it a process of its own. */
  popupAlone: number[];
  /** The same, with a background that was stopped. */
  popupStopped(): Promise<number>;
};

function figuresOf(reference: Measured, few: Measured, many: Measured, deals: number): Figure[] {
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
      reference: { name: "a popup that shows a line", measured: reference.popup },
      ratio: many.popup.median / reference.popup.median,
      note: `${say(few.popup.median)} ms with the project's deals`,
      target: "≤ 100 ms",
      met: many.popup.median <= 100,
    },
    {
      name: `popup: start of its document → claims shown, ${named}`,
      unit: "ms",
      measured: many.popupAlone,
      reference: { name: "a popup that shows a line", measured: reference.popupAlone },
      ratio: many.popupAlone.median / reference.popupAlone.median,
      note: `${say(few.popupAlone.median)} ms with the project's deals`,
    },
    {
      name: `popup: start of its document → claims shown, background stopped, ${named}`,
      unit: "ms",
      measured: many.popupStopped,
      reference: { name: "a popup that shows a line", measured: reference.popupStopped },
      ratio: many.popupStopped.median / reference.popupStopped.median,
      note: `${say(few.popupStopped.median)} ms with the project's deals`,
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

async function openWith(build: string, deals: number, hostsPort: number, seed: number): Promise<Subject> {
  const { dataset } = await loadDataset(root);
  const grown = deals === 0 ? null : JSON.stringify(growDataset(dataset, deals, seed));
  const extension = extensionWith(build, grown, String(deals));
  const session = await openSession("chromium", { extension, headless: true, hostsPort, language: "en-US" });
  const tab = await session.open(article);
  // The first reading waits until the package's dataset has been stored; it is indexed while pages are read already.
  await waitUntilRead(session, await tabOf(session, tab), MOST_MS);
  await until("the index", async () => (await indexedVersion(session)) !== null, MOST_MS);
  return {
    ...popupsOf(tab, "li button"),
    async cold() {
      await tab.bringToFront();
      await stopBackground(tab.browser());
      return timeToMarks(tab);
    },
    async memory() {
      // It may have been stopped, having had nothing to do.
      await timeToMarks(tab);
      return memoryOf(tab.browser());
    },
    close: () => session.close(),
  };
}

async function openEmpty(hostsPort: number): Promise<Subject> {
  const { browser, close } = await openReference(hostsPort);
  const tab = await browser.newPage();
  const load = async (): Promise<void> => {
    await tab.goto(article);
    await tab.waitForFunction(() => document.documentElement.dataset.referenceDone === "yes");
  };
  await load();
  return {
    ...popupsOf(tab, "p"),
    async cold() {
      await stopBackground(browser);
      await load();
      return Number(await tab.evaluate(() => document.documentElement.dataset.referenceRoundTrip));
    },
    async memory() {
      await load();
      return memoryOf(browser);
    },
    close,
  };
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

/** @param shown stands for what the popup has to show */
function popupsOf(tab: Page, shown: string): Popups {
  const popupAlone: number[] = [];
  return {
    async popup() {
      const { sinceClick, sinceStart } = await timePopup(tab, shown);
      popupAlone.push(sinceStart);
      return sinceClick;
    },
    popupAlone,
    async popupStopped() {
      await stopBackground(tab.browser());
      return (await timePopup(tab, shown)).sinceStart;
    },
  };
}

/**
 * Opens the popup by the toolbar button. How long it took until what `shown` stands for was painted, by the browser's own
 * clock: since the click, and since the popup's document began to load.
 */
async function timePopup(tab: Page, shown: string): Promise<{ sinceClick: number; sinceStart: number }> {
  const [extension] = (await tab.browser().extensions()).values();
  if (!extension) throw new Error("There is no extension in the browser");
  await tab.bringToFront();
  const clicked = Date.now();
  await extension.triggerAction(tab);
  const isPopup = (page: Page): boolean => page.url().endsWith("/popup.html");
  const popup = await until("the popup", async () => (await extension.pages()).find(isPopup));
  try {
    await popup.waitForSelector(shown);
    const { began, took } = await popup.evaluate(
      () =>
        new Promise<{ began: number; took: number }>((resolve) => {
          // What is painted last of what is largest: the claims, once they are there.
          new PerformanceObserver((list) => {
            const last = list.getEntries().at(-1);
            if (last) resolve({ began: performance.timeOrigin, took: last.startTime });
          }).observe({ type: "largest-contentful-paint", buffered: true });
        }),
    );
    return { sinceClick: began + took - clicked, sinceStart: took };
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
