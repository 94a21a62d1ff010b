import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { tabOf, waitForMarks, waitUntilRead } from "../../scripts/browser/article.ts";
import { openSession } from "../../scripts/browser/open.ts";
import { temporaryProfile } from "../../scripts/browser/profile.ts";
import { type PageServer, servePages } from "../../scripts/browser/serve.ts";
import type { Session } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { buildFolder } from "../../scripts/build.ts";
import { grantSite } from "./grants.ts";
import { articleOf, RIGHT, WRONG } from "./with-extension.ts";

let server: PageServer;
let profile: Awaited<ReturnType<typeof temporaryProfile>>;
beforeAll(async () => {
  server = await servePages([join(import.meta.dirname, "../fixtures/pages")]);
  server.set("story", { body: articleOf(RIGHT + WRONG) });
  profile = await temporaryProfile();
});
afterAll(async () => {
  await server.close();
  await profile.remove();
});

/** Runs `run` in the one browser, started anew. */
async function inBrowser(run: (session: Session) => Promise<void>): Promise<void> {
  const engine = inject("browser");
  const session = await openSession(engine, {
    extension: buildFolder(engine, "test"),
    headless: true,
    hostsPort: server.port,
    language: "en-US",
    profile: profile.folder,
  });
  try {
    await run(session);
  } finally {
    await session.close();
  }
}

const scripts = (session: Session) =>
  session.inBackground(async (api) =>
    (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
  );

it("reads on after a restart where it was allowed to, as it was set", async () => {
  await inBrowser(async (session) => {
    await grantSite(session, "allowed.example");
    await until("the registration", async () => (await scripts(session)).length > 0);
    const page = await session.open("http://www.allowed.example/story");
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await session.inBackground((api) =>
      api.storage.local.set({ "setting:show": "discrepancies", "site-off:www.gate.com": true }),
    );
    await waitForMarks(page, ["$300 billion"]);
  });

  await inBrowser(async (session) => {
    // Before anything has woken the background.
    const page = await session.open("http://www.allowed.example/story");
    await waitForMarks(page, ["$300 billion"], 30_000);
    expect(await scripts(session)).toEqual(["*://*.allowed.example/*"]);
    const off = await session.open("http://www.gate.com/news/story");
    expect(await waitUntilRead(session, await tabOf(session, off))).toMatchObject({ state: "off", marks: 0 });
  });
});
