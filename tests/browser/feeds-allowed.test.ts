import { beforeEach, describe, expect, inject, it } from "vitest";
import { fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { until } from "../../scripts/browser/until.ts";
import { dealsWorth, FEED, withFeed } from "./with-feed.ts";

/** The published extension: it has no right to a loopback host from the start. */
describe("the right to a feed's host", () => {
  const feed = withFeed("production");
  const PATTERN = "http://127.0.0.1/*";
  const isHeld = async () =>
    (await feed.page()).evaluate((api, origin) => api.permissions.contains({ origins: [origin] }), PATTERN);
  /** Pages that are read because the user granted their sites. */
  const isRead = async () =>
    (await feed.page()).evaluate(
      async (api, pattern) =>
        (await api.scripting.getRegisteredContentScripts()).some(({ matches }) => matches?.includes(pattern)),
      PATTERN,
    );
  const says = async (words: string) => {
    const page = await feed.page();
    await until(`the page to say ${words}`, () =>
      page.evaluate((_api, wanted) => document.body.innerText.includes(wanted), words),
    );
  };
  const press = async (label: string) =>
    (await feed.page()).evaluate((_api, name) => {
      const button = [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === name);
      if (!button) throw new Error(`No button "${name}"`);
      button.click();
    }, label);
  const look = async () => {
    await (await feed.page()).evaluate((_api, address) => {
      const input = document.querySelector<HTMLInputElement>(".add-feed input");
      if (!input) throw new Error("No field for the address");
      input.value = address;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, feed.host.address);
    await press("Look at it");
  };
  beforeEach(async () => {
    const publisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
    await publisher.publish(dealsWorth(1, 40, "2026-11-20.1"));
    for (const [path, bytes] of publisher.files) feed.host.files.set(path, bytes);
    await feed.forget();
  });

  it("is not taken: without it nothing is fetched", async () => {
    expect(await feed.ask("previewFeed", { url: feed.host.address })).toEqual({ is: "error", code: "no-permission" });
    expect([await isHeld(), feed.host.requests]).toEqual([false, []]);
  });

  it("is asked for when a feed is added, is none to read its pages, and goes with the feed", async () => {
    // Chromium asks where nobody sees it, but not for what the user allowed before.
    await feed.session.agreeTo([PATTERN]);
    await look();
    await says("Who signs it");
    await press("Trust these keys and add the feed");
    await until("the deals", async () => (await feed.feed())?.current?.deals === 40);
    expect(await isHeld()).toBe(true);
    // Firefox, where nobody is asked, may give the right before it is written down whose it is.
    if (inject("browser") !== "firefox") expect(await isRead()).toBe(false);
    await press("Remove");
    await press("Remove Test feed");
    await until("the right to be given back", async () => !(await isHeld()));
    expect(await feed.feed()).toBeUndefined();
  });
});
