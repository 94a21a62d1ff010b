/** Pages a second through the command line, on one core and on two. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { labelledArticles, newsArticle } from "../generate/articles.ts";
import { prose } from "../generate/prose.ts";
import { createRandom, type Random } from "../random.ts";
import type { Figure } from "../report.ts";
import { type Spread, spreadOf } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { root } from "./reading.ts";

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** What stands around an article: scripts, styles, menus, teasers and comments, ten times as long as itself. */
function furniture(random: Random): { head: string; before: string; after: string } {
  const line = (): string => escaped(random.pick(prose.en));
  const times = (count: number, item: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => item(i)).join("\n");
  return {
    head:
      `<style>${times(120, (i) => `.c${i} > a:hover { margin: ${i}px auto; color: rgb(${i} 40 80) }`)}</style>` +
      `<script>${times(150, (i) => `window.queue.push(["event${i}", { id: ${i}, of: "page" }]);`)}</script>`,
    before: `<header><nav><ul>${times(80, (i) => `<li class="c${i}"><a href="/section/${i}">${line().slice(0, 14)}</a></li>`)}</ul></nav></header>`,
    after:
      `<aside>${times(30, (i) => `<div class="card"><a href="/news/${i}"><img src="/${i}.jpg" alt=""><h3>${line()}</h3></a><p>${line()}</p></div>`)}</aside>` +
      `<section id="comments">${times(20, (i) => `<div class="comment" id="c${i}"><b>reader${i}</b><p>${line()} ${line()}</p></div>`)}</section>` +
      `<footer>${times(40, (i) => `<a href="/about/${i}">${line().slice(0, 18)}</a>`)}</footer>`,
  };
}

/** Full pages of news sites, with articles in all languages. */
function writePages(count: number, seed: number): string[] {
  const folder = path.join(root, ".cache/bench/check");
  mkdirSync(folder, { recursive: true });
  const articles = labelledArticles();
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const { language } = articles[i % articles.length] as (typeof articles)[number];
    const { blocks, title = "" } = newsArticle(language, 5000, articles, random);
    const file = path.join(folder, `${i}.html`);
    const { head, before, after } = furniture(random);
    const paragraphs = blocks.map(({ text }) => `<p>${escaped(text)}</p>`).join("\n");
    writeFileSync(
      file,
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>` +
        `<meta property="article:published_time" content="2026-03-02">${head}</head>` +
        `<body>${before}<main><article>${paragraphs}</article></main>${after}</body></html>`,
    );
    return file;
  });
}

/** Pages until which the processes are still being compiled: they are slower than those after. */
const FIRST = 1000;

/** Pages a second, the start included, and after the first pages. */
type Rates = { all: number; later: number };

/** A process alone has the engine's helpers compile and collect on a second core: where Linux can, it gets one only. */
const canPin = spawnSync("taskset", ["--version"]).status === 0;

/**
 * @param cores as many processes read
 * @throws where the command ends in an error
 */
async function checkOn(cores: 1 | 2, files: readonly string[]): Promise<Rates> {
  const command = [process.execPath, path.join(root, "cli/main.ts"), "check", "--format", "jsonl", "--jobs"];
  const [program = "", ...args] = [
    ...(cores === 1 && canPin ? ["taskset", "--cpu-list", "0"] : []),
    ...command,
    String(cores),
    ...files,
  ];
  const start = performance.now();
  const running = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  let pages = 0;
  let warm = 0;
  running.stdout.on("data", (chunk: Buffer) => {
    // A line a page.
    for (const byte of chunk) if (byte === 0x0a && ++pages === FIRST) warm = performance.now();
  });
  const [status] = await once(running, "close");
  const end = performance.now();
  if (status !== 0 || pages !== files.length) throw new Error(`dealmark check ended with ${status}, ${pages} pages`);
  return { all: (1000 * pages) / (end - start), later: (1000 * (pages - FIRST)) / (end - warm) };
}

export const check: Suite = {
  name: "check",
  async run({ runs, seed, quick }): Promise<Figure[]> {
    const files = writePages(quick ? 2000 : 4000, seed);
    const one: Rates[] = [];
    const two: Rates[] = [];
    // A run takes half a minute, so that a few are as telling as many short ones.
    const rounds = quick ? 3 : Math.max(5, Math.ceil(runs / 3));
    for (let round = 0; round < rounds; round++) {
      one.push(await checkOn(1, files));
      two.push(await checkOn(2, files));
    }
    const figure = (name: string, pick: (rates: Rates) => number): Figure & { ratio: number } => {
      const [measured, reference]: [Spread, Spread] = [spreadOf(two.map(pick)), spreadOf(one.map(pick))];
      return {
        name: `full pages of 40 kB, articles of 5 kB, through dealmark check on two cores, ${name}`,
        unit: "pages/s",
        measured,
        reference: { name: canPin ? "one core" : "one process, whose helpers have another core", measured: reference },
        ratio: measured.median / reference.median,
      };
    };
    const steady = figure(`after the first ${FIRST}`, ({ later }) => later);
    return [
      { ...steady, target: "≥ 1.8 ×", met: steady.ratio >= 1.8 },
      figure(`${files.length} pages and the start`, ({ all }) => all),
    ];
  },
};
