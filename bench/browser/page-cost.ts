/** What a page costs as a whole, by the browser's own counters. */
import type { Page } from "puppeteer-core";

export type PageCost = {
  /** Processor time of the page's thread in milliseconds: markup, style, layout, painting and all scripts. */
  threadMs: number;
  /** Its heap after a collection, in megabytes: the page's own scripts and those of extensions share it. */
  heapMB: number;
};

/** As long as a page and its extensions take to come to rest, with a busy machine in mind. */
const REST_MS = 1500;

/** Opens an address in `page`, which shows a page of another site so far, counts until everything is at rest, and closes it. */
export async function costOf(page: Page, url: string): Promise<PageCost> {
  const client = await page.createCDPSession();
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.goto(url);
  await new Promise((resolve) => setTimeout(resolve, REST_MS));
  const read = async (name: string): Promise<number> => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  };
  const threadMs = (await read("TaskDuration")) * 1000;
  await client.send("HeapProfiler.collectGarbage");
  const heapMB = (await read("JSHeapUsedSize")) / 1e6;
  await page.close();
  return { threadMs, heapMB };
}
