/** What the content script costs a page, in a real browser, against the floor and against mark.js. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "puppeteer-core";
import { openSession } from "../../scripts/browser/open.ts";
import { servePages } from "../../scripts/browser/serve.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { buildForBench } from "../browser/build.ts";
import { openReference } from "../browser/launch.ts";
import { costOf, type PageCost } from "../browser/page-cost.ts";
import { BLANK, type Load, loadOurs, loadReference, removalsOn, runMarkJs, sizes } from "../browser/page-loads.ts";
import { articlePage } from "../browser/pages.ts";
import type { ScriptTime } from "../browser/profile.ts";
import type { Figure } from "../report.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { inFirefox } from "./page-firefox.ts";

const cache = path.resolve(import.meta.dirname, "../../.cache/bench");
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
  const removals: Record<"ours" | "without", number[]> = { ours: [], without: [] };
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
      if (name === "hit" && run >= 0) {
        removals.ours.push(await removalsOn(session, "www.gate.com"));
        removals.without.push(await removalsOn(session, "www.other.example"));
      }
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
  const removing = { ours: spreadOf(removals.ours), without: spreadOf(removals.without) };
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
    {
      name: "the page's own script removes 1,000 nodes one by one, 5,000 marks",
      unit: "ms",
      measured: removing.ours,
      reference: { name: "without the extension", measured: removing.without },
    },
  ];
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
