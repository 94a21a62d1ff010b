import { beforeEach, describe, expect, it } from "vitest";
import { type FakePublisher, fakePublisher } from "../../lib/feeds/feed.fake.ts";
import { hover, readingOf, tabOf, tooltipText } from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { testOnNginx } from "./feeds-nginx.ts";
import { articleOn, dealsWorth, FEED, withFeed } from "./with-feed.ts";

const feed = withFeed();
const COUNT = 40;
let publisher: FakePublisher;
let count: number;
const publish = async (billions: number) => {
  await publisher.publish(dealsWorth(billions, COUNT, `2026-11-20.${++count}`));
  for (const [path, bytes] of publisher.files) feed.host.files.set(path, bytes);
};

/** The verdicts that the article in front shows. */
async function verdicts(page: Awaited<ReturnType<typeof feed.openArticle>>, expected: string): Promise<string> {
  const tab = await tabOf(feed.session, page);
  return until(`verdicts: ${expected}`, async () => {
    const rows = (await readingOf(feed.session, tab))?.rows ?? [];
    const found = rows.map(({ claim }) => claim.verdict).join();
    return found === expected ? found : null;
  });
}
const text = async () => (await feed.page()).evaluate(() => document.body.innerText);
const says = (words: string | RegExp) => until(`the page to say ${words}`, async () => (await text()).match(words));
const press = async (label: string) =>
  (await feed.page()).evaluate((_api, name) => {
    const button = [...document.querySelectorAll("button")].find((one) => one.innerText.trim() === name);
    if (!button) throw new Error(`No button "${name}"`);
    button.click();
  }, label);

describe("a feed", () => {
  beforeEach(async () => {
    feed.host.fault = null;
    await feed.forget();
    publisher = await fakePublisher(FEED, "Test feed", `${new Date().toISOString().slice(0, 19)}Z`);
    feed.host.files.clear();
    count = 0;
    await publish(1);
  });

  it("is added by its address, once the fingerprints of its keys were shown and confirmed", async () => {
    const page = await feed.openArticle("before", articleOn([1, 2], 1));
    await verdicts(page, "");
    await (await feed.page()).evaluate((_api, address) => {
      const input = document.querySelector<HTMLInputElement>(".add-feed input");
      if (!input) throw new Error("No field for the address");
      input.value = address;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, feed.host.address);
    await press("Look at it");
    await says("Who signs it");
    const [root] = publisher.keys.root;
    expect((await text()).replace(/\s/g, "")).toContain(root?.id);
    expect(await feed.feed()).toBeUndefined();

    await press("Trust these keys and add the feed");
    await says(/40 deals · Nov 20, 2026 · Version 2026-11-20\.1/);
    // The page that is open is read again, and knows deals of companies that were unheard of before.
    expect(await verdicts(page, "confirmed,confirmed")).toBeTruthy();
    await page.close();
  });

  it("is updated: open pages read again; the popup says what changed; and undone; and done again", async () => {
    await feed.follow(feed.host.address);
    const page = await feed.openArticle("open", articleOn([3], 1));
    await verdicts(page, "confirmed");
    await publish(2);
    feed.host.requests = [];
    expect(await feed.update()).toMatchObject({ last: { outcome: "updated" }, before: "2026-11-20.1" });
    expect(feed.host.requests.map((path) => path.split("/")[0])).toEqual(["head.json", "catalog", expect.anything()]);
    expect(await verdicts(page, "discrepancy")).toBeTruthy();

    const popup = await feed.session.openPopup(page);
    const popupSays = (words: RegExp) =>
      until(`the popup to say ${words}`, async () => {
        const found = await popup.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
        return found.match(words);
      });
    await popupSays(/1 deal changed that you read about/);
    await popup.evaluate(() => document.querySelector<HTMLElement>(".feeds details summary")?.click());
    await popupSays(/40 deals changed from 2026-11-20\.1 to 2026-11-20\.2/);
    await popupSays(/amount: \$1 billion → \$2 billion/);
    await popup.evaluate(() => document.querySelector<HTMLElement>(".changes input")?.click());
    await until("only the deal of this page", async () =>
      popup.evaluate(() => document.querySelectorAll(".changes li").length === 1),
    );
    await popup.evaluate(() => document.querySelector<HTMLElement>(".notice button")?.click());
    await until("the notice to go", async () => popup.evaluate(() => !document.querySelector(".notice")));
    await popup.close();

    expect(await feed.ask("undoFeed", { feed: FEED })).toBe(true);
    expect(await verdicts(page, "confirmed")).toBeTruthy();
    expect(await feed.update()).toMatchObject({ pinned: true, last: { outcome: "pinned", detail: "2026-11-20.2" } });
    await feed.ask("resumeFeed", { feed: FEED });
    expect(await verdicts(page, "discrepancy")).toBeTruthy();
    await page.close();
  });

  it("that disagrees with another is shown beside it: who says what, and from where", async () => {
    await feed.follow(feed.host.address);
    const other = await fakePublisher("other-feed", "Other feed", `${new Date().toISOString().slice(0, 19)}Z`);
    const theirs = dealsWorth(3, COUNT, "2026-11-20.1");
    for (const entity of [...theirs.deals, ...theirs.parties]) entity.sameAs = [`${FEED}:${entity.id}`];
    for (const { events } of theirs.deals) {
      for (const event of events) {
        event.sources = [{ url: "https://other.example/", publisher: "Elsewhere", date: "2026-01-16" }];
      }
    }
    await other.publish(theirs);
    for (const [path, bytes] of other.files) feed.host.files.set(`/other/${path}`, bytes);
    await feed.follow(`${feed.host.origin}/other/`, "other-feed");
    await says(/Feeds disagree about 40 deals/);

    // Either figure is one that a source states: no error of the article's. Nor is a third held against one of them.
    for (const [billions, verdict] of [
      [1, "confirmed"],
      [5, "unverified"],
    ] as const) {
      const page = await feed.openArticle(`disputed-${billions}`, articleOn([6], billions));
      await verdicts(page, verdict);
      await hover(page, `$${billions} billion`);
      const tooltip = await tooltipText(feed.session, page);
      for (const words of [
        "Sources disagree",
        "Test feed: $1 billion",
        "Other feed: $3 billion",
        "News",
        "Elsewhere",
      ]) {
        expect(tooltip).toContain(words);
      }
      await page.close();
    }
  });

  it("says in words what went wrong, and its data still answer", async () => {
    await feed.follow(feed.host.address);
    const page = await feed.openArticle("failing", articleOn([4], 1));
    await verdicts(page, "confirmed");
    feed.host.fault = (_path, request) => Boolean(request.socket.destroy());
    expect(await feed.update()).toMatchObject({ last: { outcome: "unreachable" } });
    await says(/Its host does not answer\. Check the connection.*The data from before are still in use/);
    feed.host.fault = (_path, _request, response) => Boolean(response.writeHead(302, { location: "/elsewhere" }).end());
    expect(await feed.update()).toMatchObject({ last: { outcome: "moved" } });
    feed.host.fault = (path, _request, response) =>
      path === "head.json" && Boolean(response.writeHead(429, { "retry-after": "3600" }).end());
    expect(await feed.update()).toMatchObject({ last: { outcome: "busy" } });
    feed.host.fault = null;
    expect(await feed.update()).toMatchObject({ last: { outcome: "current" } });
    await verdicts(page, "confirmed");
    await page.close();
  });

  it("tells how far an update is, in bytes and deals", async () => {
    await feed.follow(feed.host.address);
    await publish(2);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    feed.host.fault = (path, _request, response) => {
      const bytes = feed.host.files.get(path);
      if (!/^[cd]\//.test(path) || !bytes) return false;
      response.writeHead(200, { "content-length": bytes.length }).write(bytes.slice(0, bytes.length >> 1));
      void held.then(() => response.end(bytes.slice(bytes.length >> 1)));
      return true;
    };
    const updated = feed.update();
    await says(/\d+ kB of \d+ kB · \d+ of 40 deals/);
    release();
    expect(await updated).toMatchObject({ last: { outcome: "updated" } });
    await until("the progress to go", async () => !(await text()).match(/kB of/));
  });

  it("is switched off and on, and removed with all that it brought", async () => {
    await feed.follow(feed.host.address);
    const page = await feed.openArticle("switched", articleOn([5], 1));
    await verdicts(page, "confirmed");
    await feed.ask("setFeed", { feed: FEED, on: false });
    await verdicts(page, "");
    await feed.ask("setFeed", { feed: FEED, on: true });
    await verdicts(page, "confirmed");
    const backup = await feed.ask<string>("exportBackup", null);
    await press("Remove");
    await press("Remove Test feed");
    await verdicts(page, "");
    expect(await feed.feed()).toBeUndefined();

    // What the backup holds comes back: the feed, its keys, and with the next update its deals.
    expect(await feed.ask("importBackup", { text: backup })).toBe("done");
    expect(await feed.ask("importBackup", { text: backup.slice(1) })).toBe("broken");
    await feed.update();
    await verdicts(page, "confirmed");
    await page.close();
  });
});

testOnNginx(feed);
