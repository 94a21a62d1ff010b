import { describe, expect, it } from "vitest";
import { badgeOf, hover, markedTexts, tooltipText, waitForMarks } from "../../scripts/browser/article.ts";
import type { Popup } from "../../scripts/browser/session.ts";
import { until } from "../../scripts/browser/until.ts";
import { addSite, grantSite } from "./grants.ts";
import { articleOf, RIGHT, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();

const textOf = (popup: Popup) => popup.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
const says = (popup: Popup, words: string | RegExp) =>
  until(`${words}`, async () => (await textOf(popup)).match(words) !== null);
/** Clicks the button with this name. */
const click = (popup: Popup, name: string) =>
  until(`the button ${name}`, () =>
    popup.evaluate((_api, label) => {
      const button = [...document.querySelectorAll("button")].find(
        (one) => one.textContent?.trim() === label || one.getAttribute("aria-label") === label,
      );
      button?.click();
      return button !== undefined;
    }, name),
  );

const serve = (name: string, inside: string) => extension.server.set(name, { body: articleOf(inside) });
const registered = () =>
  extension.session.inBackground(async (api) =>
    (await api.scripting.getRegisteredContentScripts()).map(({ matches, persistAcrossSessions }) => ({
      matches,
      persistAcrossSessions,
    })),
  );

describe("a site that is none of Gate's", () => {
  it("is not read", async () => {
    serve("story", RIGHT);
    const page = await extension.open("http://www.other.example/story");
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
    expect(await markedTexts(page)).toEqual([]);
  });

  it("is read once, when its reader clicks the toolbar's button there, and no other page of it", async () => {
    serve("story", RIGHT + WRONG);
    const page = await extension.open("http://www.other.example/story");
    const popup = await extension.session.openPopup(page);
    await says(popup, /2 figures/);
    await says(popup, /Other pages of other.example stay unread/);
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await popup.close();
    await hover(page, "$300 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);

    const next = await extension.open("http://www.other.example/news/story");
    await next.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800)));
    expect(await markedTexts(next)).toEqual([]);
    expect(await registered()).toEqual([]);
  });
});

describe("a site that the user allows", () => {
  it("is read from then on, also where it is open already, until the permission is taken back", async () => {
    serve("story", RIGHT);
    const open = await extension.open("http://www.allowed.example/story");
    const welcome = await grantSite(extension.session, "allowed.example", "https://www.allowed.example/story");
    await waitForMarks(open, ["$30 billion"]);
    await until("the registration", async () => (await registered()).length > 0);
    expect(await registered()).toEqual([{ matches: ["*://*.allowed.example/*"], persistAcrossSessions: true }]);

    const later = await extension.open("http://m.allowed.example/story");
    await waitForMarks(later, ["$30 billion"]);

    await click(welcome, "Stop reading allowed.example");
    await waitForMarks(open, []);
    await waitForMarks(later, []);
    await until("no registration", async () => (await registered()).length === 0);
    await welcome.close();
  });

  it("is asked for and given back in the popup, too", async () => {
    serve("story", RIGHT);
    await extension.session.agreeTo(["*://*.popup.example/*"]);
    const page = await extension.open("http://www.popup.example/story");
    const popup = await extension.session.openPopup(page);
    await click(popup, "Always read popup.example");
    await until("the registration", async () => (await registered()).length === 1);
    await until("no more offer", async () => !(await textOf(popup)).includes("Always read"));
    await click(popup, "Stop reading popup.example");
    await until("no registration", async () => (await registered()).length === 0);
    await waitForMarks(page, []);
    await popup.close();
  });

  it("is read in its frames on other sites, too", async () => {
    serve("inner", WRONG);
    const welcome = await grantSite(extension.session, "framed.example");
    const { tab } = await extension.openMade(
      articleOf(`${RIGHT}<iframe src="http://www.framed.example/inner" width=600 height=200></iframe>`),
    );
    await until("the frame's discrepancy", async () => (await badgeOf(extension.session, tab)) === "1");
    await click(welcome, "Stop reading framed.example");
    await welcome.close();
  });

  it("says so where an address makes no sense", async () => {
    const welcome = await extension.session.openExtensionPage("welcome.html");
    await addSite(welcome, "not a site");
    await says(welcome, /That is no address of a site/);
    await welcome.close();
  });
});

it("offers the list of finance news in one click", async () => {
  const hosts = ["reuters.com", "nikkei.com", "lesechos.fr"];
  const welcome = await extension.session.openExtensionPage("welcome.html");
  const listed = await until("the list", () =>
    welcome.evaluate(() => document.querySelector(".hosts")?.textContent?.split(", ")),
  );
  expect(listed).toEqual(expect.arrayContaining(hosts));
  await extension.session.agreeTo(listed.map((host) => `*://*.${host}/*`));
  await click(welcome, `Read ${listed.length} finance-news sites`);
  await says(welcome, /Done\./);
  await until("the registration", async () => (await registered())[0]?.matches?.length === listed.length);
  serve("story", RIGHT);
  const page = await extension.open("http://www.reuters.com/story");
  await waitForMarks(page, ["$30 billion"]);
  await extension.session.inBackground(async (api) => {
    const { origins = [] } = await api.permissions.getAll();
    await api.permissions.remove({ origins: origins.filter((origin) => origin.includes("reuters.com")) });
  });
  await waitForMarks(page, []);
  await welcome.close();
});
