/** What the content script takes, by the page's own clock: for browsers without a profiler that a driver can ask. */
import type { Page } from "puppeteer-core";

/** From the moment at which content scripts start until as many marks are there, in milliseconds. */
export async function timeToAllMarks(page: Page, url: string, marks: number): Promise<number> {
  await page.goto(url);
  return page.evaluate(
    (expected) =>
      new Promise<number>((resolve, reject) => {
        const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        const start = navigation?.domContentLoadedEventEnd ?? 0;
        const look = (): void => {
          const count = [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
          const now = performance.now();
          if (count >= expected) resolve(now - start);
          else if (now > start + 60_000) reject(new Error(`${expected} marks expected, ${count} found in a minute`));
          else setTimeout(look, 1);
        };
        look();
      }),
    marks,
  );
}

/** Times what lies between the page's first and last look at a move of the pointer; without an extension, nothing does. */
export async function clockMoves(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { moveTimes: times });
    let start = 0;
    // The window hears of a move before every listener further down, and after it.
    const first = (): void => {
      start = performance.now();
    };
    const last = () => void times.push(performance.now() - start);
    addEventListener("pointermove", first, { capture: true });
    addEventListener("pointermove", last);
  });
}

/** What `clockMoves` has timed since it was asked last, in milliseconds. The clock is coarse: single times say little, their mean does. */
export const movesClocked = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { moveTimes: number[] }).moveTimes.splice(0));
