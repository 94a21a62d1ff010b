import { describe, expect, it } from "vitest";
import { ALL_SITES, covers, GATE, hostMeant, hostOfPattern, NEWS_HOSTS, patternOf } from "./news-sites.ts";

describe("hostMeant", () => {
  it.each([
    ["news.example", "news.example"],
    ["  www.News.Example ", "news.example"],
    ["https://www.news.example/a/b?c=d#e", "news.example"],
    ["*.news.example", "news.example"],
    ["news.example:8080/a", "news.example"],
    ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
    ["localhost", "localhost"],
  ])("takes %j for %s", (text, host) => expect(hostMeant(text)).toBe(host));

  it.each(["", "news", "not a host", "ftp://news.example", "chrome://settings", "192.168.0.1", "*", "https://"])(
    "sees no site in %j",
    (text) => expect(hostMeant(text)).toBeNull(),
  );
});

describe("covers", () => {
  it.each([
    [patternOf("news.example"), "news.example"],
    [patternOf("news.example"), "m.news.example"],
    ["http://127.0.0.1/*", "127.0.0.1"],
    ["https://news.example/*", "news.example"],
    [ALL_SITES, "any.example"],
    ["https://*/*", "any.example"],
    ["<all_urls>", "any.example"],
  ])("%s covers %s", (pattern, host) => expect(covers(pattern, host)).toBe(true));

  it.each([
    [patternOf("news.example"), "oldnews.example"],
    [patternOf("news.example"), "news.example.evil.example"],
    ["https://news.example/*", "m.news.example"],
  ])("%s does not cover %s", (pattern, host) => expect(covers(pattern, host)).toBe(false));
});

describe("the list of finance news", () => {
  it("names each site once, as a host that a pattern can be made of", () => {
    expect(new Set(NEWS_HOSTS).size).toBe(NEWS_HOSTS.length);
    for (const host of NEWS_HOSTS) expect([hostMeant(host), hostOfPattern(patternOf(host))]).toEqual([host, host]);
  });

  it("has no site that is read anyway", () => {
    for (const host of NEWS_HOSTS) expect(GATE.some((pattern) => covers(pattern, host))).toBe(false);
  });
});
