import { openSession } from "./browser/open.ts";
import { servePages } from "./browser/serve.ts";
import { tabOf, waitUntilRead, hover, tooltipText, readingOf, badgeOf, frameState } from "./browser/article.ts";
import { until } from "./browser/until.ts";
const engine = (process.argv[2] ?? "chromium") as any;
const server = await servePages(["/work/main/tests/fixtures/pages"]);
const session = await openSession(engine, { extension: `/work/main/.output/${engine === "firefox" ? "firefox" : "chrome"}-mv3-test`, headless: true, hostsPort: server.port });
const wait = (ms: number) => new Promise((r) => setTimeout(r, ms));
try {
  const page = await session.open(`http://www.gate.com/news/three-verdicts`);
  const tab = await tabOf(session, page);
  await waitUntilRead(session, tab);
  // late text
  await page.evaluate(() => { const p = document.createElement("p"); p.textContent = "Later Nvidia's investment in OpenAI was put at $3 billion."; document.querySelector("article")!.append(p); });
  await until("late mark", async () => (await frameState(session, tab))!.marks === 4 || null);
  console.log("late ok", await badgeOf(session, tab));
  // rerender: same text other nodes
  await page.evaluate(() => { const a = document.querySelector("article")!; a.innerHTML = a.innerHTML; });
  await wait(800);
  console.log("ranges alive", await page.evaluate(() => [...CSS.highlights.values()].flatMap((h) => [...h]).map(String)));
  // off
  await session.inBackground((api) => api.storage.local.set({ "site-off:www.gate.com": true }));
  await until("off", async () => (await frameState(session, tab))!.state === "off" || null);
  console.log("off", (await frameState(session, tab)), await badgeOf(session, tab), await readingOf(session, tab));
  await session.inBackground((api) => api.storage.local.remove("site-off:www.gate.com"));
  await until("on", async () => (await frameState(session, tab))!.marks === 4 || null);
  console.log("on", await badgeOf(session, tab));
  // popup jump
  const popup = await session.openPopup(page);
  await wait(1200);
  console.log("POPUP", (await popup.evaluate(() => document.body.innerText)).slice(0, 200));
  await popup.evaluate(() => { (document.querySelectorAll("section button")[0] as HTMLElement).click(); }).catch((e) => console.log("popup gone", e.message));
  await wait(800);
  console.log("JUMP", (await frameState(session, tab))?.tooltip?.text.slice(0, 80));
  await page.keyboard.press("Escape").catch(() => {});
  // SPA navigation
  await page.evaluate(() => { history.pushState({}, "", "/news/other"); document.querySelector("main")!.innerHTML = "<article><h1>Weather</h1><p>It rains in the whole of the country today and tomorrow, and it will be cold.</p></article>"; });
  await wait(3000);
  console.log("spa", await frameState(session, tab), JSON.stringify(await badgeOf(session, tab)), (await readingOf(session, tab))?.rows.length);
  // real navigation to page outside
  await page.goto("http://news.example/three-verdicts");
  await wait(800);
  const keys = await session.inBackground(async (api) => Object.keys(await api.storage.session.get(null)));
  console.log("after leaving", keys);
  await page.goBack(); await wait(1500);
  console.log("back", await session.inBackground(async (api) => Object.keys(await api.storage.session.get(null))), await badgeOf(session, tab));
  await page.close(); await wait(500);
  console.log("closed", await session.inBackground(async (api) => Object.keys(await api.storage.session.get(null))));
} finally { await session.close(); await server.close(); }
