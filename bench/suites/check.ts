/** Pages a second through the command line, on one core and on two. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { labelledArticles, newsArticle } from "../generate/articles.ts";
import { prose } from "../generate/prose.ts";
import { createRandom, type Random } from "../random.ts";
import type { Figure } from "../report.ts";
import { inTurn, type Spread } from "../statistics.ts";
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

export const check: Suite = {
  name: "check",
  async run({ runs, seed, quick }): Promise<Figure[]> {
    const files = writePages(quick ? 1000 : 3000, seed);
    const checkWith = (jobs: number) => () => {
      const args = [path.join(root, "cli/main.ts"), "check", "--format", "jsonl", "--jobs", String(jobs), ...files];
      const { status, stderr } = spawnSync(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
      if (status !== 0) throw new Error(`dealmark check ended with ${status}: ${stderr}`);
      return undefined;
    };
    // A run takes seconds, so that a few are as telling as many short ones.
    const times = await inTurn(
      { one: checkWith(1), two: checkWith(2) },
      quick ? 3 : Math.max(5, Math.ceil(runs / 3)),
      1,
    );
    const rate = ({ runs, median, low, high, p95 }: Spread): Spread => ({
      runs,
      median: (1000 * files.length) / median,
      low: (1000 * files.length) / high,
      high: (1000 * files.length) / low,
      p95: (1000 * files.length) / p95,
    });
    const ratio = times.one.median / times.two.median;
    return [
      {
        name: `full pages of 40 kB, articles of 5 kB, through dealmark check on two cores, ${files.length} pages and the start`,
        unit: "pages/s",
        measured: rate(times.two),
        reference: { name: "one core", measured: rate(times.one) },
        ratio,
        target: "≥ 1.8 ×",
        met: ratio >= 1.8,
      },
    ];
  },
};
