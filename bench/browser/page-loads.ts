/** Loads the pages of the suite, each to find out one thing about it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Page } from "puppeteer-core";
import { frameState, tabOf } from "../../scripts/browser/article.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { profilePage, type ScriptTime } from "./profile.ts";
import { longestScriptTask, traceOf } from "./trace.ts";

export const BLANK = "http://blank.example/blank";
const script = /\/content(-scripts\/content)?\.js$/;

/** Characters of text and figures that the record knows, by page. */
export const sizes = {
  quiet: { characters: 200_000, marks: 0 },
  marked: { characters: 200_000, marks: 1000 },
  long: { characters: 2_000_000, marks: 10_000 },
  hit: { characters: 900_000, marks: 5000 },
};

export type Load = {
  time: ScriptTime;
  /** The longest task, in milliseconds; null where the page was not traced. */
  longest: number | null;
  marks: number;
  state: string;
};

/** Loads a page with the extension and profiles it until the extension has come to rest. */
export async function loadOurs(
  session: Session,
  name: keyof typeof sizes,
  hits: number[] | null,
  profiles: string | null,
): Promise<Load> {
  const tab = await session.open(BLANK);
  const fileOf = (what: string) => profiles && path.join(profiles, `page-${what}.cpuprofile`);
  try {
    let marks = 0;
    let state = "";
    const load = async (): Promise<void> => {
      await tab.goto(`http://www.gate.com/news/${name}`);
      await untilStill(tab, sizes[name].marks > 0);
    };
    const time = await profilePage(tab, script, load, fileOf(name));
    // By itself: the profiler runs within the tasks, and cannot tell where one ends.
    const longest = name === "long" ? longestScriptTask(await traceOf(tab, load)) : null;
    // Asked only now: the content script would answer in the time that is measured.
    const answer = await frameState(session, await tabOf(session, tab));
    if (answer) ({ state, marks } = answer);
    if (hits) {
      // The first move loads what answers it.
      await movePointer(tab);
      hits.push(...(await profilePage(tab, script, () => movePointer(tab), fileOf("pointer"))).stretches);
    }
    return { time, longest, marks, state };
  } finally {
    await tab.close();
  }
}

export async function loadReference(page: Page, name: keyof typeof sizes): Promise<{ walk: number; floor: number }> {
  try {
    const { byFunction } = await profilePage(page, script, async () => {
      await page.goto(`http://www.gate.com/news/${name}?marks=${sizes[name].marks}`);
      await page.waitForFunction(() => document.documentElement.dataset.referenceDone === "yes");
    });
    const of = (fn: string): number => byFunction.get(fn) ?? 0;
    return { walk: of("walkText"), floor: of("walkText") + of("sendText") + of("registerRanges") };
  } finally {
    await page.close();
  }
}

/** How long the page of 5,000 marks takes to remove nodes of its own, which have nothing to do with the marks. */
export async function removalsOn(session: Session, host: string): Promise<number> {
  const tab = await session.open(BLANK);
  try {
    await tab.goto(`http://${host}/news/hit`);
    await untilStill(tab, host === "www.gate.com");
    return await tab.evaluate(() => {
      const box = document.body.appendChild(document.createElement("div"));
      for (let i = 0; i < 1000; i++) box.append(document.createElement("i"));
      const start = performance.now();
      for (let node = box.firstChild; node; node = box.firstChild) node.remove();
      return performance.now() - start;
    });
  } finally {
    await tab.close();
  }
}

/** mark.js, asked for a hundred names, as pages that want names marked use it. */
export async function runMarkJs(page: Page): Promise<number> {
  try {
    await page.goto("http://www.gate.com/news/marked");
    await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("mark.js/dist/mark.min.js"), "utf8"));
    return await page.evaluate(() => {
      const known = ["Nvidia", "OpenAI", "Oracle", "Microsoft", "Anthropic", "Google", "Wiz", "Amazon"];
      const names = [...known, ...Array.from({ length: 92 }, (_, i) => `Company ${i.toString(36)} Holdings`)];
      const { Mark } = globalThis as unknown as {
        Mark: new (root: Element) => { mark(words: string[], how: object): void };
      };
      const start = performance.now();
      new Mark(document.body).mark(names, { separateWordSearch: false, accuracy: "exactly" });
      return performance.now() - start;
    });
  } finally {
    await page.close();
  }
}

/** Moves the pointer over the page, here and there. */
export async function movePointer(page: Page): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.mouse.move(340 + ((i * 37) % 560), 60 + ((i * 53) % 780));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Marks may come in several portions, on a large page after seconds; a page without any is at rest before. */
async function untilStill(page: Page, expectsMarks: boolean): Promise<void> {
  let before = -1;
  const end = performance.now() + 60_000;
  for (let same = 0; same < 4 || (expectsMarks && before === 0 && performance.now() < end); ) {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0));
    same = now === before ? same + 1 : 0;
    before = now;
  }
}
