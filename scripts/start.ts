/**
 * `npm start`: opens a demo article in a real browser with the extension in it and prints what was marked.
 *
 * With a display the browser stays open until the user closes it. Without one the page is read headless and a picture
 * of it, with a tooltip open, is saved. Ends with a non-zero status when the page was not annotated.
 */
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "puppeteer-core";
import { hover, readingOf, tabOf, tooltipText, waitUntilRead } from "./browser/article.ts";
import { ENGINES, type Engine, findBrowser } from "./browser/find.ts";
import { hasDisplay, openSession } from "./browser/open.ts";
import { servePages } from "./browser/serve.ts";
import type { Session } from "./browser/session.ts";
import { buildExtension, buildFolder } from "./build.ts";
import { claimTable } from "./claim-table.ts";
import { DEMO_FOLDER, type DemoPage, listDemoPages } from "./demo-pages.ts";
import { UserError } from "./user-error.ts";

const DEFAULT_PAGE = "gate-fr";
const root = join(import.meta.dirname, "..");

type Options = { engine: Engine | null; page: DemoPage };

async function readArguments(): Promise<Options | null> {
  let values: { browser?: string; page?: string; list?: boolean };
  try {
    ({ values } = parseArgs({
      options: { browser: { type: "string" }, page: { type: "string" }, list: { type: "boolean" } },
    }));
  } catch (error) {
    const usage = "Usage: npm start -- [--browser chromium|firefox] [--page NAME] [--list]";
    throw new UserError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
  const pages = await listDemoPages();
  const list = pages.map(({ name, lang, title }) => `  ${name.padEnd(16)} ${lang.padEnd(8)} ${title}`).join("\n");
  if (values.list) {
    console.log(list);
    return null;
  }
  const engine = ENGINES.find((name) => name === values.browser) ?? null;
  if (values.browser !== undefined && !engine) {
    throw new UserError(`There is no browser "${values.browser}" here; choose ${ENGINES.join(" or ")}.`);
  }
  const name = values.page ?? DEFAULT_PAGE;
  const page = pages.find((candidate) => candidate.name === name);
  if (!page) throw new UserError(`There is no demo article "${name}". These are there:\n${list}`);
  return { engine, page };
}

/** Whichever is installed, Chromium's family first; where none is, Chromium is what gets installed. */
function chooseEngine(): Engine {
  return ENGINES.find((engine) => findBrowser(engine) !== null) ?? "chromium";
}

/** Prints what was marked. @returns whether the page is annotated as it should be */
async function report(session: Session, page: Page, demo: DemoPage): Promise<{ annotated: boolean; quotes: string[] }> {
  const tab = await tabOf(session, page);
  const state = await waitUntilRead(session, tab, 60_000);
  const reading = await readingOf(session, tab);
  if (state.state === "error" || state.state === "off" || reading?.state === "error") {
    console.error(`The page was not read: ${reading?.error ?? state.state}`);
    return { annotated: false, quotes: [] };
  }
  const rows = reading?.rows ?? [];
  console.log(`\n${demo.title}\n${demo.lang}, published ${reading?.published ?? "on an unknown day"}\n`);
  if (rows.length === 0) {
    if (demo.withoutDeal) console.log("Nothing is marked: the article is about no deal that the dataset knows.");
    else console.error(`Nothing is marked, although the article states figures (the page's state: ${state.state}).`);
    return { annotated: demo.withoutDeal, quotes: [] };
  }
  console.log(claimTable(rows));
  if (state.marks < rows.length) {
    console.error(`\nOnly ${state.marks} of ${rows.length} figures are marked on the page.`);
    return { annotated: false, quotes: [] };
  }
  // The figure that is wrong shows most of what a tooltip can say.
  const wrong = rows.filter(({ claim }) => claim.verdict === "discrepancy");
  return { annotated: true, quotes: [...wrong, ...rows].map(({ claim }) => claim.text.replace(/\s+/g, " ")) };
}

/** Saves a picture of the page with the tooltip of `quote` open, or plain where nothing is marked. */
async function takePicture(session: Session, page: Page, name: string, quote: string | undefined): Promise<void> {
  if (quote !== undefined) {
    await hover(page, quote);
    await tooltipText(session, page);
    // It fades in.
    await session.inShadow(page, async (root) => {
      await Promise.all(root.getAnimations().map(({ finished }) => finished));
    });
  }
  const folder = join(root, ".output");
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${session.engine}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  console.log(`\nNo display: the page was read headless. Picture: ${relative(process.cwd(), path)}`);
}

async function main(): Promise<void> {
  const options = await readArguments();
  if (!options) return;
  const engine = options.engine ?? chooseEngine();

  console.log(`Building the extension for ${engine} …`);
  const build = buildExtension(engine, "test");
  if (!build.ok) throw new UserError(`The build failed:\n${build.output}`);

  const server = await servePages([DEMO_FOLDER]);
  const headless = !hasDisplay();
  let session: Session | undefined;
  try {
    session = await openSession(engine, { extension: buildFolder(engine, "test"), headless });
    console.log(`${session.version} opens ${options.page.name}`);
    const page = await session.open(`${server.origin}/${options.page.name}.html`);
    const { annotated, quotes } = await report(session, page, options.page);
    if (!annotated) process.exitCode = 1;
    if (headless) {
      await takePicture(session, page, options.page.name, quotes[0]);
    } else {
      console.log("\nHover the marked figures. Close the browser, or press Ctrl+C here, to end.");
      await session.closed;
      session = undefined;
    }
  } finally {
    await session?.close();
    await server.close();
  }
}

try {
  await main();
} catch (error) {
  // What the user can do something about is said plainly; anything else comes with its stack.
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = 1;
}
