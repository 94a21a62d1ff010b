import { describe, expect, it } from "vitest";
import {
  badgeOf,
  hover,
  hoverMark,
  markedTexts,
  placedMarks,
  rowsOf,
  tooltipText,
  waitForMarks,
} from "../../scripts/browser/article.ts";
import { until } from "../../scripts/browser/until.ts";
import { articleOf, RIGHT, STALE, WRONG, withExtension } from "./with-extension.ts";

const extension = withExtension();
/** So that what stands beside the article is a small part of the page, as it is on real ones. */
const FILLER = `<p>${"The companies gave no further details of the agreement that day. ".repeat(20)}</p>`;

describe("what is read", () => {
  it.each<[string, string, string[]]>([
    [
      "no menu, aside, comment, advertisement, code, form field or editor",
      `${RIGHT}${FILLER}<nav>${WRONG}</nav><aside>${WRONG}</aside><div class="comments">${WRONG}</div>
       <div class="ad-slot advert">${WRONG}</div><pre><code>${WRONG}</code></pre><textarea>${WRONG}</textarea>
       <div contenteditable>${WRONG}</div>`,
      ["$30 billion"],
    ],
    [
      "no hidden text",
      `${RIGHT}<div hidden>${WRONG}</div><div style="display:none">${WRONG}</div><div class="gone">${WRONG}</div>
       <div class="reader-only">${WRONG}</div><div style="visibility:hidden">${WRONG}</div>`,
      ["$30 billion"],
    ],
    [
      "figures isolated from their surroundings",
      RIGHT.replace("$30 billion", "<bdi>$30</bdi> billion"),
      ["$30 billion"],
    ],
    [
      "several articles on one page, each by its own date",
      `</article><article><time datetime="2025-10-01">1 October 2025</time>${STALE}${"<p>More on it.</p>".repeat(9)}</article>
       <article><time datetime="2026-04-02">2 April 2026</time>${RIGHT}${"<p>More on it.</p>".repeat(9)}`,
      ["$100 billion", "$30 billion"],
    ],
  ])("%s", async (_, inside, texts) => {
    const head =
      "<style>.gone { display: none } .reader-only { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }</style>";
    const { page } = await extension.openMade(articleOf(inside, { head }));
    await waitForMarks(page, texts);
  });

  it("several articles on one page, none by what another is about", async () => {
    const about = "<p>OpenAI and Nvidia have an agreement, the companies said.</p>";
    const more = `<p>${"The companies gave no further details of the agreement. ".repeat(3)}</p>`;
    // Alone it says of nobody's deal how large it is.
    const nameless = "<p>It is worth $300 billion, a person with knowledge of it said.</p>";
    const one = (inside: string) => `<article><h2>Story</h2>${inside}${more}</article>`;
    const { page } = await extension.openMade(
      articleOf("").replace(/<article>.*<\/article>/, one(RIGHT + about) + one(nameless) + one(WRONG)),
    );
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    expect(await placedMarks(page, "dm-1")).toMatchObject([{ text: "$300 billion" }]);
    const story = await page.evaluate(() => {
      const [range] = CSS.highlights.get("dm-1") ?? [];
      return range?.startContainer.textContent;
    });
    expect(story).toMatch(/A note put/);
  });

  it("text in open shadow roots and slots, where marks are drawn and answer too", async () => {
    const { page } = await extension.openMade(
      articleOf(
        `<x-story><p slot="lead">Nvidia has invested $30 billion in OpenAI in its latest round.</p></x-story>`,
        {
          body: `<script>
          const root = document.querySelector("x-story").attachShadow({ mode: "open" });
          root.innerHTML = "<h2>Story</h2><slot name=lead></slot>" + ${JSON.stringify(WRONG)};
        </script>`,
        },
      ),
    );
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await hoverMark(page, "dm-1");
    expect(await tooltipText(extension.session, page)).toMatch(/discrepancy/i);
  });

  it("a shadow root that comes late", async () => {
    const { page } = await extension.openMade(
      articleOf(`${RIGHT}<x-late></x-late>`, {
        body: `<script>setTimeout(() => {
          document.querySelector("x-late").attachShadow({ mode: "open" }).innerHTML = ${JSON.stringify(WRONG)};
        }, 1200)</script>`,
      }),
    );
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
  });

  it("ruby and vertical text", async () => {
    const { page } = await extension.openMade(
      articleOf(
        `<h1>エヌビディア、オープンAIに出資</h1><p>エヌビディアはオープンAIに<ruby>300<rt>さんびゃく</rt></ruby>億ドルを出資した。</p>`,
        { lang: "ja", head: "<style>article { writing-mode: vertical-rl; height: 400px }</style>" },
      ),
    );
    await until("a mark", async () => (await markedTexts(page)).length === 1);
    const box = (await placedMarks(page))[0]?.boxes.at(-1);
    if (!box) throw new Error("The mark is not drawn.");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    expect(await tooltipText(extension.session, page)).toMatch(/\$30 billion/);
  });

  it("text that runs from right to left", async () => {
    const { page } = await extension.openMade(
      articleOf("<p>استثمرت إنفيديا 30 مليار دولار في أوبن إيه آي ضمن أحدث جولة تمويل.</p>", {
        lang: "ar",
        head: "<style>html { direction: rtl }</style>",
      }),
    );
    await until("a mark", async () => (await markedTexts(page)).length === 1);
    await hover(page, "30 مليار");
    expect(await tooltipText(extension.session, page)).toMatch(/\$30 billion/);
  });
});

describe("a page that changes", () => {
  it.each<[string, string]>([
    ["text that arrives late", `document.querySelector("article").insertAdjacentHTML("beforeend", wrong)`],
    ["text that changes", `document.querySelector("#later").firstChild.data = text`],
    ["text that a class reveals", `document.querySelector("#hidden").className = ""`],
    [
      "text in a list that grows",
      `document.querySelector("article").append(...[...document.querySelector("template").content.cloneNode(true).children])`,
    ],
  ])("has marks on %s", async (_, change) => {
    const { page } = await extension.openMade(
      articleOf(
        `${RIGHT}<p id="later">Soon more.</p>
        <div id="hidden" class="gone">${WRONG.replace("$300", change.includes("#hidden") ? "$300" : "$30")}</div>
        <template>${WRONG}</template>`,
        {
          head: "<style>.gone { display: none }</style>",
        },
      ),
    );
    await waitForMarks(page, ["$30 billion"]);
    await page.evaluate(
      (code, wrong) => {
        const text = wrong.replace(/<[^>]+>/g, "");
        new Function("wrong", "text", code)(wrong, text);
      },
      change,
      WRONG,
    );
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
  });

  it("loses the marks of text that goes, and its number with them", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT + WRONG));
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    expect(await badgeOf(extension.session, tab)).toBe("1");
    await page.evaluate(() => document.querySelectorAll("p")[1]?.remove());
    await waitForMarks(page, ["$30 billion"]);
    await until("no number", async () => (await badgeOf(extension.session, tab)) === "");
  });

  it("is another article after it goes to another address without loading", async () => {
    const { page } = await extension.openMade(articleOf(RIGHT));
    await waitForMarks(page, ["$30 billion"]);
    await page.evaluate((wrong) => {
      history.pushState({}, "", "/news/another");
      (document.querySelector("main") as Element).innerHTML = `<article>${wrong}</article>`;
    }, WRONG);
    await waitForMarks(page, ["$300 billion"]);
  });

  it("is read in the language that a translation has made of it", async () => {
    const { page, tab } = await extension.openMade(articleOf(STALE));
    await waitForMarks(page, ["$100 billion"]);
    // As the browser's own translation does it: new text in elements of its own, the language on the root.
    await page.evaluate(() => {
      document.documentElement.lang = "fr";
      document.documentElement.classList.add("translated-ltr");
      const paragraph = document.querySelector("article p") as Element;
      paragraph.innerHTML =
        "<font style='vertical-align: inherit'><font style='vertical-align: inherit'>Dans la lettre d’intention de 2025, Nvidia prévoyait d’investir jusqu’à 1000 milliards de dollars dans OpenAI.</font></font>";
    });
    await waitForMarks(page, ["1000 milliards de dollars"]);
    expect((await rowsOf(extension.session, tab)).map(({ claim }) => claim.verdict)).toEqual(["discrepancy"]);
  });

  it("sends only what changed", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT + "<p>Nothing.</p>".repeat(30)));
    await waitForMarks(page, ["$30 billion"]);
    await extension.session.inBackground(async (api) => {
      api.runtime.onMessage.addListener((message: { type?: string; data?: { blocks: unknown[] } }) => {
        if (message.type === "readPage") void api.storage.session.set({ sent: message.data?.blocks.length });
      });
    });
    await page.evaluate((wrong) => document.querySelector("article")?.insertAdjacentHTML("beforeend", wrong), WRONG);
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    expect(await extension.session.inBackground((api) => api.storage.session.get("sent"))).toEqual({ sent: 1 });
    expect(await rowsOf(extension.session, tab)).toHaveLength(2);
  });

  it("keeps its marks when the background was stopped between two readings", async () => {
    const { page, tab } = await extension.openMade(articleOf(RIGHT));
    await waitForMarks(page, ["$30 billion"]);
    await extension.session.stopBackground();
    await page.evaluate((wrong) => document.querySelector("article")?.insertAdjacentHTML("beforeend", wrong), WRONG);
    await waitForMarks(page, ["$30 billion", "$300 billion"]);
    await extension.session.stopBackground();
    await hover(page, "$300 billion");
    expect(await tooltipText(extension.session, page)).toMatch(/10 times too large/);
    // It was stopped as soon as the marks were there; what it had still to keep is found again.
    await until("the number", async () => (await badgeOf(extension.session, tab)) === "1");
  });
});
