/**
 * `npm run pictures`: pictures of the real extension on the demo articles, for docs/images. Look at them before
 * committing them.
 */
import { mkdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Page } from "puppeteer-core";
import { hoverMark, tabOf, tooltipText, waitUntilRead } from "./browser/article.ts";
import { openSession } from "./browser/open.ts";
import { type PageServer, servePages } from "./browser/serve.ts";
import type { Session, SessionOptions } from "./browser/session.ts";
import { until } from "./browser/until.ts";
import { buildExtension, buildFolder } from "./build.ts";
import { DEMO_FOLDER } from "./demo-pages.ts";
import { UserError } from "./user-error.ts";

const IMAGES = join(import.meta.dirname, "../docs/images");
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

async function take(picture: Picture, server: PageServer): Promise<void> {
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
    await save(page, name);
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
  const { x, y } = await page.evaluate((name) => {
    const [range] = [...(CSS.highlights.get(name) ?? [])] as Range[];
    range?.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    const box = (range as Range).getClientRects()[0] as DOMRect;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, mark);
  await page.touchscreen.touchStart(x, y);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await page.touchscreen.touchEnd();
}

async function save(page: Page, name: string): Promise<void> {
  const path = join(IMAGES, `${name}.png`);
  await page.screenshot({ path: path as `${string}.png` });
  console.log(relative(process.cwd(), path));
}

/** The popup on an article, and the first-run page, each as wide as a browser shows it. */
async function takePages(server: PageServer): Promise<void> {
  for (const language of ["en", "ar"]) {
    const suffix = language === "ar" ? "-arabic" : "";
    await withSession({}, async (session) => {
      await speak(session, language);
      const article = await session.open(`${server.origin}/gate-fr.html`);
      const tab = await tabOf(session, article);
      await waitUntilRead(session, tab, 60_000);
      for (const [name, path, width] of [
        ["popup", `popup.html?tab=${tab}`, 360],
        ["welcome", "welcome.html", 760],
      ] as const) {
        const page = await session.openExtensionPage(path);
        await until("the page", () =>
          page.evaluate(() => document.querySelector("main section, main .message") !== null),
        );
        await page.picture(join(IMAGES, `${name}${suffix}.png`), width);
        console.log(`docs/images/${name}${suffix}.png`);
        await page.close();
      }
    });
  }
}

const build = buildExtension("chromium", "test");
if (!build.ok) throw new UserError(`The build failed:\n${build.output}`);
await mkdir(IMAGES, { recursive: true });
const server = await servePages([DEMO_FOLDER]);
try {
  for (const picture of PICTURES) await take(picture, server);
  await takePages(server);
} finally {
  await server.close();
}
