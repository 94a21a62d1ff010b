import { describe, expect, inject, it } from "vitest";
import { fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { frameState, tabOf } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOn, dealsWorth, FEED, withFeed } from "./with-feed.ts";

/** The published extension has no right to any loopback host. Firefox upgrades its requests to https, which none has. */
describe.skipIf(inject("browser") === "firefox")("the right to a feed's host", () => {
  const feed = withFeed("production");
  const held = async (pattern: string) =>
    (await feed.page()).evaluate((api, origin) => api.permissions.contains({ origins: [origin] }), pattern);
  /** Pages that are read because the user granted their sites. */
  const read = async () =>
    (await feed.page()).evaluate(async (api) =>
      (await api.scripting.getRegisteredContentScripts()).flatMap(({ matches }) => matches ?? []),
    );
  const text = async () => (await feed.page()).evaluate(() => document.body.innerText);
  const press = async (label: string) =>
    (await feed.page()).evaluate((_api, name) => {
      const button = [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === name);
      if (!button) throw new Error(`No button "${name}"`);
      button.click();
    }, label);
  const PATTERN = "http://127.0.0.1/*";

  it("is asked for when a feed is added, is none to read its pages, and goes with the feed", { retry: 0 }, async () => {
    const publisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
    await publisher.publish(dealsWorth(1, 40, "2026-11-20.1"));
    for (const [path, bytes] of publisher.files) feed.host.files.set(path, bytes);
    expect(await feed.ask("previewFeed", { url: feed.host.address })).toEqual({ is: "error", code: "no-permission" });
    expect(feed.host.requests).toEqual([]);

    await feed.session.agreeTo([PATTERN]);
    await (await feed.page()).evaluate((_api, address) => {
      const input = document.querySelector<HTMLInputElement>(".add-feed input");
      if (!input) throw new Error("No field for the address");
      input.value = address;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, feed.host.address);
    await press("Look at it");
    await until("the keys to be shown", async () => (await text()).includes("Who signs it"));
    await press("Trust these keys and add the feed");
    await until("the deals", async () => (await feed.feed())?.current?.deals === 40);

    const page = await feed.openArticle("unread", articleOn([1], 1));
    expect(await read()).not.toContain(PATTERN);
    expect(await frameState(feed.session, await tabOf(feed.session, page))).toBeNull();
    await page.close();

    await press("Remove");
    await press("Remove Test feed");
    await until("the right to be given back", async () => !(await held(PATTERN)));
    expect(await feed.feed()).toBeUndefined();
  });
});
