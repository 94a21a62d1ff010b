/**
 * `npm run pictures`: pictures of the real extension on the demo articles, for docs/images. Look at them before
 * committing them. `npm run pictures -- de ja` takes tooltip, popup and first-run page in these languages instead, into
 * .output/pictures: for whoever translates, to see whether the words fit.
 */
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "puppeteer-core";
import { languages } from "../lib/interface/i18n.ts";
import { hoverMark, middleOf, scrollToMark, tabOf, tooltipText, waitUntilRead } from "./browser/article.ts";
import { openSession } from "./browser/open.ts";
import { type PageServer, servePages } from "./browser/serve.ts";
import type { Session, SessionOptions } from "./browser/session.ts";
import { until } from "./browser/until.ts";
import { buildExtension, buildFolder } from "./build.ts";
import { DEMO_FOLDER } from "./demo-pages.ts";
import { UserError } from "./user-error.ts";

const root = join(import.meta.dirname, "..");
const DOCS = join(root, "docs/images");
/** The kinds of marks, as the page sees them. */
const WRONG = "dm-1";
const STALE = "dm-2";

type Picture = {
  name: string;
  page: string;
  mark: string;
  options?: Partial<SessionOptions>;
  /** The interface's; English where it is left out. */
  language?: string;
  /** Media features to pretend. */
  media?: Record<string, string>;
};

const PICTURES: readonly Picture[] = [
  { name: "tooltip", page: "gate-fr", mark: WRONG },
  { name: "tooltip-light", page: "en-stale", mark: STALE },
  { name: "tooltip-dark", page: "en-stale", mark: STALE, media: { "prefers-color-scheme": "dark" } },
  { name: "tooltip-forced-colors", page: "en-stale", mark: STALE, media: { "forced-colors": "active" } },
  { name: "tooltip-arabic", page: "ar-stargate", mark: WRONG, language: "ar" },
  { name: "tooltip-french", page: "gate-fr", mark: STALE, language: "fr" },
  { name: "tooltip-phone", page: "en-stale", mark: STALE, options: { phone: true } },
];

async function take(picture: Picture, server: PageServer, folder: string): Promise<void> {
  const { name, mark, media, options = {} } = picture;
  await withSession(options, async (session) => {
    await speak(session, picture.language ?? "en");
    const page = await session.open(`${server.origin}/${picture.page}.html`);
    await pretend(page, media ?? {});
    await waitUntilRead(session, await tabOf(session, page), 60_000);
    if (options.phone) await hold(page, mark);
    else await hoverMark(page, mark, "start");
    await tooltipText(session, page);
    // It fades in.
    await session.inShadow(page, async (root) => {
      await Promise.all(root.getAnimations().map(({ finished }) => finished));
    });
    await save(page, join(folder, `${name}.png`));
  });
}

/** Browsers come without most of their own languages; the extension has its own choice. */
const speak = (session: Session, language: string): Promise<void> =>
  session.inBackground((api, tag) => api.storage.local.set({ "setting:language": tag }), language);

async function withSession(options: Partial<SessionOptions>, run: (session: Session) => Promise<void>): Promise<void> {
  const session = await openSession("chromium", {
    extension: buildFolder("chromium", "test"),
    headless: true,
    language: "en-US",
    ...options,
  });
  try {
    await run(session);
  } finally {
    await session.close();
  }
}

async function pretend(page: Page, media: Record<string, string>): Promise<void> {
  const client = await page.createCDPSession();
  const features = Object.entries(media).map(([name, value]) => ({ name, value }));
  await client.send("Emulation.setEmulatedMedia", { features });
}

/** A finger that rests on the first mark of a kind. */
async function hold(page: Page, mark: string): Promise<void> {
  await scrollToMark(page, mark);
  const { x, y } = await middleOf(page, mark);
  await page.touchscreen.touchStart(x, y);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await page.touchscreen.touchEnd();
}

async function save(page: Page, path: string): Promise<void> {
  await page.screenshot({ path: path as `${string}.png` });
  console.log(relative(process.cwd(), path));
}

/** The popup on an article, its settings and the first-run page in one language, each as wide as a browser shows it. */
async function takePages(server: PageServer, language: string, folder: string, suffix: string): Promise<void> {
  await withSession({}, async (session) => {
    await speak(session, language);
    const tabs = new Map<string, number>();
    for (const name of ["gate-fr", "en-no-deal"]) {
      const tab = await tabOf(session, await session.open(`${server.origin}/${name}.html`));
      await waitUntilRead(session, tab, 60_000);
      tabs.set(name, tab);
    }
    for (const [name, path, width, drawn] of [
      ["popup", `popup.html?tab=${tabs.get("gate-fr")}`, 360, "body:has(main section):has(.feed)"],
      // Beside a page without figures there is most of it to be seen.
      ["settings", `popup.html?tab=${tabs.get("en-no-deal")}`, 360, "body:has(main .message):has(.feed):has(.keys)"],
      ["welcome", "welcome.html", 760, ".keys"],
    ] as const) {
      const page = await session.openExtensionPage(path);
      await until("the page", () =>
        page.evaluate((_api, selector) => document.querySelector(selector) !== null, drawn),
      );
      if (name === "settings")
        await page.evaluate(() => {
          for (const details of document.querySelectorAll<HTMLDetailsElement>("aside details.settings"))
            details.open = true;
        });
      const file = join(folder, `${name}${suffix}.png`);
      await page.picture(file, width);
      console.log(relative(process.cwd(), file));
      await page.close();
    }
  });
}

const asked = process.argv.slice(2);
for (const tag of asked)
  if (!languages.some((one) => one === tag))
    throw new UserError(`There is no language ${tag}; there are ${languages.join(", ")}`);
const build = buildExtension("chromium", "test");
if (!build.ok) throw new UserError(`The build failed:\n${build.output}`);
const folder = asked.length > 0 ? join(root, ".output/pictures") : DOCS;
await mkdir(folder, { recursive: true });
const server = await servePages([DEMO_FOLDER]);
try {
  if (asked.length === 0) {
    for (const picture of PICTURES) await take(picture, server, folder);
    await takePages(server, "en", folder, "");
  }
  for (const language of asked) {
    await take({ name: `tooltip-${language}`, page: "gate-fr", mark: WRONG, language }, server, folder);
    await take({ name: `tooltip-stale-${language}`, page: "en-stale", mark: STALE, language }, server, folder);
    await takePages(server, language, folder, `-${language}`);
  }
} finally {
  await server.close();
}
