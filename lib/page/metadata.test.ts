import { describe, expect, it } from "vitest";
import { readMetadata } from "./metadata.ts";
import { pageOf } from "./testing.ts";

const read = (head: string, body = "", html = "") =>
  readMetadata(pageOf(`<!doctype html><html ${html}><head>${head}</head><body>${body}</body></html>`));
const ld = (value: unknown) =>
  `<script type="application/ld+json">${typeof value === "string" ? value : JSON.stringify(value)}</script>`;

describe("readMetadata", () => {
  it.each<[string, string, string]>([
    ["a NewsArticle", ld({ "@type": "NewsArticle", datePublished: "2026-02-20T23:00:00-05:00" }), ""],
    ["a type among several", ld({ "@type": ["Thing", "ReportageNewsArticle"], datePublished: "2026-02-20" }), ""],
    [
      "an @graph",
      ld({ "@graph": [{ "@type": "WebSite" }, { "@type": "BlogPosting", datePublished: "2026-02-20" }] }),
      "",
    ],
    ["an array", ld([{ "@type": "Organization" }, { "@type": "Article", datePublished: ["2026-02-20"] }]), ""],
    [
      "a page's main entity",
      ld({ "@type": "WebPage", mainEntity: { "@type": "Article", datePublished: "2026-02-20" } }),
      "",
    ],
    ["JSON with raw line breaks", ld('{"@type":"Article","headline":"a\nb","datePublished":"2026-02-20"};'), ""],
    ["the script after a broken one", ld("{oops") + ld({ "@type": "Article", datePublished: "2026-02-20" }), ""],
    ["Open Graph", '<meta property="article:published_time" content="2026-02-20T08:00:00Z">', ""],
    ["a meta date", '<meta name="Date" content="2026-02-20">', ""],
    ["microdata", "", '<meta itemprop="datePublished" content="2026-02-20">'],
    ["a time element", "", '<article><header><time datetime="2026-02-20">yesterday</time></header></article>'],
    [
      "the next source after nonsense",
      `${ld({ "@type": "Article", datePublished: "soon" })}<meta name="date" content="2026-02-20">`,
      "",
    ],
  ])("reads the day of publication from %s", (_, head, body) => {
    expect(read(head, body).published).toBe("2026-02-20");
  });

  it("chooses the article whose address is the page's", () => {
    const head = `<link rel="canonical" href="https://www.example.com/a/">${ld([
      { "@type": "NewsArticle", url: "https://example.com/b", datePublished: "2020-01-01" },
      {
        "@type": "NewsArticle",
        mainEntityOfPage: { "@id": "https://example.com/a?x=1" },
        datePublished: "2026-02-20",
        dateModified: "2026-03-01",
      },
    ])}`;
    expect(read(head)).toMatchObject({ published: "2026-02-20", modified: "2026-03-01" });
  });

  it("has no date where the page names none", () => {
    expect(read("<title>x</title>", '<time datetime="2026-02-20"></time>')).toEqual({ title: "x" });
  });

  it.each<[string, string, string]>([
    ['lang="pt-BR"', "", "pt-BR"],
    ['lang=""', ld({ "@type": "Article", inLanguage: "fr" }), "fr"],
    ["", '<meta property="og:locale" content="zh_TW">', "zh-TW"],
    ['lang="not a language"', '<meta http-equiv="content-language" content="ja, en">', "ja"],
  ])("reads the language of <html %s>", (html, head, lang) => {
    expect(read(head, "", html).lang).toBe(lang);
  });

  it.each<[string, string | undefined]>([
    ['<link rel="canonical" href="https://example.com/a">', "https://example.com/a"],
    [
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="http://example.com/b">',
      "http://example.com/b",
    ],
    ['<link rel="canonical" href="/relative">', undefined],
  ])("reads the address from %s", (head, url) => {
    expect(read(head).url).toBe(url);
  });
});
