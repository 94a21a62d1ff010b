/** What the content script costs a page, in a real browser, against the floor and against mark.js. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { frameState, tabOf } from "../../scripts/browser/article.ts";
import { openSession } from "../../scripts/browser/open.ts";
import { servePages } from "../../scripts/browser/serve.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { buildForBench } from "../browser/build.ts";
import { openReference } from "../browser/launch.ts";
import { clockMoves, movesClocked, timeToAllMarks } from "../browser/page-clock.ts";
import { costOf, type PageCost } from "../browser/page-cost.ts";
import { articlePage } from "../browser/pages.ts";
import { profilePage, type ScriptTime } from "../browser/profile.ts";
import { longestScriptTask, traceOf } from "../browser/trace.ts";
import type { Figure } from "../report.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";

const cache = path.resolve(import.meta.dirname, "../../.cache/bench");
const BLANK = "http://blank.example/blank";
const script = /\/content(-scripts\/content)?\.js$/;

const sizes = {
  quiet: { characters: 200_000, marks: 0 },
  marked: { characters: 200_000, marks: 1000 },
  long: { characters: 2_000_000, marks: 10_000 },
  hit: { characters: 900_000, marks: 5000 },
};

type Load = {
  time: ScriptTime;
  /** The longest task, in milliseconds; null where the page was not traced. */
  longest: number | null;
  marks: number;
  state: string;
};

/** On the same page with the extension, without it, and with the reference extension. */
type Costs = Record<"ours" | "without" | "reference", PageCost[]>;

export const page: Suite = {
  name: "page",
  async run({ runs, seed, profiles }): Promise<Figure[]> {
    const extension = buildForBench(profiles === null ? "bench" : "profile");
    if (profiles !== null) mkdirSync(profiles, { recursive: true });
    const folder = path.join(cache, "pages");
    mkdirSync(folder, { recursive: true });
    for (const [name, { characters, marks }] of Object.entries(sizes))
      writeFileSync(path.join(folder, `${name}.html`), articlePage(characters, marks, seed));
    writeFileSync(path.join(folder, "blank.html"), "<!doctype html><title>Blank</title>");
    const server = await servePages([folder]);
    try {
      const figures = [...sizesOf(extension), ...(await inChromium(extension, server.port, runs, profiles))];
      return profiles === null ? [...figures, ...(await inFirefox(server.port, runs))] : figures;
    } finally {
      await server.close();
    }
  },
};

async function inChromium(
  extension: string,
  hostsPort: number,
  runs: number,
  profiles: string | null,
): Promise<Figure[]> {
  const session = await openSession("chromium", { extension, headless: true, hostsPort, language: "en-US" });
  const reference = await openReference(hostsPort);
  try {
    return await measure(session, () => reference.browser.newPage(), runs, profiles);
  } finally {
    await Promise.all([session.close(), reference.close()]);
  }
}

/** No profiler can be asked there, so that the page's own clock has to do. No targets: they are set in Chromium's figures. */
async function inFirefox(hostsPort: number, runs: number): Promise<Figure[]> {
  const marks = sizes.marked.marks - 1;
  const session = await openSession("firefox", {
    extension: buildForBench("bench", "firefox"),
    headless: true,
    hostsPort,
    language: "en-US",
  });
  try {
    const times: number[] = [];
    for (let run = -1; run < runs; run++) {
      const tab = await session.open(BLANK);
      const time = await timeToAllMarks(tab, "http://www.gate.com/news/marked", marks);
      if (run >= 0) times.push(time);
      await tab.close();
    }
    /** The mean time of a move, of several rounds. */
    const moves = async (host: string, expected: number): Promise<number[]> => {
      const tab = await session.open(BLANK);
      await timeToAllMarks(tab, `http://${host}/news/hit`, expected);
      await clockMoves(tab);
      const means: number[] = [];
      for (let round = 0; round < Math.max(3, runs / 3); round++) {
        await movePointer(tab);
        const clocked = await movesClocked(tab);
        means.push(clocked.reduce((sum, time) => sum + time, 0) / clocked.length);
      }
      await tab.close();
      return means;
    };
    const ours = spreadOf(await moves("www.gate.com", sizes.hit.marks - 1));
    const without = spreadOf(await moves("www.other.example", 0));
    return [
      {
        name: "Firefox: DOMContentLoaded → all marks, article of 200 kB with 1,000 marks, background running",
        unit: "ms",
        measured: spreadOf(times),
      },
      {
        name: "Firefox: a move of the pointer over 5,000 marks, mean by the page's clock",
        unit: "ms",
        measured: ours,
        reference: { name: "without the extension", measured: without },
      },
    ];
  } finally {
    await session.close();
  }
}

/** @param profiles a folder for the last profile of each page; null where none are wanted */
async function measure(
  session: Session,
  newReferencePage: () => Promise<Page>,
  runs: number,
  profiles: string | null,
): Promise<Figure[]> {
  const names = Object.keys(sizes) as (keyof typeof sizes)[];
  const ours = new Map<string, Load[]>(names.map((name) => [name, []]));
  const walks = new Map<string, number[]>(names.map((name) => [name, []]));
  const floors = new Map<string, number[]>(names.map((name) => [name, []]));
  const markJs: number[] = [];
  const hits: number[] = [];
  const costs: Record<"quiet" | "marked", Costs> = {
    quiet: { ours: [], without: [], reference: [] },
    marked: { ours: [], without: [], reference: [] },
  };
  for (let run = -1; run < runs; run++) {
    for (const name of ["quiet", "marked"] as const) {
      const url = `news/${name}?marks=${sizes[name].marks}`;
      // One after the other: a page behind another one is not drawn.
      const round = {
        ours: await costOf(await session.open(BLANK), `http://www.gate.com/${url}`),
        without: await costOf(await session.open(BLANK), `http://www.other.example/${url}`),
        reference: await costOf(await newReferencePage(), `http://www.gate.com/${url}`),
      };
      if (run < 0) continue;
      for (const key of ["ours", "without", "reference"] as const) costs[name][key].push(round[key]);
    }
    for (const name of names) {
      // The two large pages take seconds each and vary little.
      if (name !== "quiet" && name !== "marked" && run >= Math.max(3, runs / 3)) continue;
      const load = await loadOurs(session, name, name === "hit" && run >= 0 ? hits : null, profiles);
      const { walk, floor } = await loadReference(await newReferencePage(), name);
      if (run < 0) continue;
      ours.get(name)?.push(load);
      walks.get(name)?.push(walk);
      floors.get(name)?.push(floor);
    }
    if (run >= 0 && run < Math.max(3, runs / 5)) markJs.push(await runMarkJs(await newReferencePage()));
  }
  const times = (name: string, pick: (time: ScriptTime) => number): Spread =>
    spreadOf((ours.get(name) ?? []).map(({ time }) => pick(time)));
  const marksOn = (name: string): string => {
    const { marks = 0, state = "not loaded" } = ours.get(name)?.[0] ?? {};
    return `${marks} marks${state === "read" ? "" : `, state "${state}"`}`;
  };
  const quiet = times("quiet", ({ total, evaluating }) => total - evaluating);
  const walk = spreadOf(walks.get("quiet") ?? []);
  const marked = times("marked", ({ total }) => total);
  const floor = spreadOf(floors.get("marked") ?? []);
  const peers = spreadOf(markJs);
  const evaluating = times("quiet", (time) => time.evaluating);
  const longest = spreadOf((ours.get("long") ?? []).flatMap((load) => load.longest ?? []));
  const hit = hits.length > 0 ? spreadOf(hits) : null;
  const memory = spreadOf(costs.marked.ours.map(({ heapMB }, i) => heapMB - (costs.marked.without[i]?.heapMB ?? 0)));
  return [
    ...(["quiet", "marked"] as const).map((name) => threadTime(name, costs[name])),
    {
      name: "page memory: heap after a collection, article with 1,000 marks, over the page without the extension",
      unit: "MB",
      measured: memory,
      target: "≤ 1 MB",
      met: memory.median <= 1,
      note: "all worlds of the page share the heap",
    },
    {
      name: "content script on a page of 200 kB without quantities, after its evaluation",
      unit: "ms",
      measured: quiet,
      reference: { name: "walk", measured: walk },
      ratio: quiet.median / walk.median,
      target: "≤ 3 × walk",
      met: quiet.median <= 3 * walk.median,
    },
    {
      name: "content script on an article of 200 kB with 1,000 marks, all of it",
      unit: "ms",
      measured: marked,
      reference: { name: "floor", measured: floor },
      ratio: marked.median / floor.median,
      target: "≤ 2 × floor",
      met: marked.median <= 2 * floor.median,
      note: marksOn("marked"),
    },
    {
      name: "mark.js marking 100 names in that article, against the content script",
      unit: "ms",
      measured: peers,
      reference: { name: "content script", measured: marked },
      ratio: peers.median / marked.median,
      target: "≥ 200 ×",
      met: peers.median >= 200 * marked.median,
    },
    {
      name: "evaluating the content script",
      unit: "ms",
      measured: evaluating,
      target: "≤ 3 ms",
      met: evaluating.median <= 3,
    },
    {
      name: "longest task of the content script on the page's thread, article of 2 MB",
      unit: "ms",
      measured: longest,
      target: "≤ 16 ms",
      met: longest.median <= 16,
      note: marksOn("long"),
    },
    {
      name: "script time for a move of the pointer over 5,000 marks, 95th percentile",
      unit: "ms",
      measured: hit && { ...hit, median: hit.p95 },
      target: "≤ 0.2 ms",
      met: hit !== null && hit.p95 <= 0.2,
      note: marksOn("hit"),
    },
  ];
}

/** Loads a page with the extension and profiles it until the extension has come to rest. */
async function loadOurs(
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

/** What the whole thread did, whoever had it do that, in processor time: other programs on the machine do not count. */
function threadTime(name: "quiet" | "marked", { ours, without, reference }: Costs): Figure {
  const over = (loads: readonly PageCost[]): Spread =>
    spreadOf(loads.map(({ threadMs }, i) => threadMs - (without[i]?.threadMs ?? 0)));
  const [measured, floor] = [over(ours), over(reference)];
  return {
    name: `processor time of the page's thread over the page without any extension, ${
      name === "quiet" ? "200 kB without quantities" : "article with 1,000 marks, drawing them included"
    }`,
    unit: "ms",
    measured,
    reference: { name: name === "quiet" ? "walk and message" : "floor", measured: floor },
    ratio: measured.median / floor.median,
  };
}

/** Moves the pointer over the page, here and there. */
async function movePointer(page: Page): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.mouse.move(340 + ((i * 37) % 560), 60 + ((i * 53) % 780));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function loadReference(page: Page, name: keyof typeof sizes): Promise<{ walk: number; floor: number }> {
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

/** mark.js, asked for a hundred names, as pages that want names marked use it. */
async function runMarkJs(page: Page): Promise<number> {
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

/** The weight of what every page loads, and of what a tooltip loads besides. */
function sizesOf(extension: string): Figure[] {
  const weigh = (...files: string[]): Spread =>
    spreadOf([files.reduce((sum, file) => sum + gzipSync(readFileSync(path.join(extension, file))).length, 0) / 1000]);
  const content = weigh("content-scripts/content.js");
  const tooltip = weigh("tooltip.js");
  return [
    {
      name: "content script, gzipped",
      unit: "kB",
      measured: content,
      target: "≤ 15 kB",
      met: content.median <= 15,
    },
    {
      name: "tooltip code, gzipped, loaded with the first move over marks",
      unit: "kB",
      measured: tooltip,
      target: "≤ 25 kB",
      met: tooltip.median <= 25,
    },
  ];
}
