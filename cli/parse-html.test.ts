import { describe, expect, it } from "vitest";
import { parseHtml } from "./parse-html.ts";

describe("parseHtml", () => {
  it.each([
    ["a whole page", "<!doctype html><html><head><title>t</title></head><body><p>x</p></body></html>"],
    ["a page without a body tag", "<html><head><title>t</title></head><p>x</p></html>"],
    ["a page without a head tag", "<html><title>t</title><body><p>x</p></body></html>"],
    ["a page without any of them", "<!doctype html>\n<title>t</title>\n<p>x</p>"],
    ["text after the end", "<html><head><title>t</title></head><body></body></html><p>x</p>"],
  ])("gives %s a head and a body", (_what, html) => {
    const { documentElement, head, body } = parseHtml(html);
    expect(documentElement.localName).toBe("html");
    expect(head.querySelector("title")?.textContent).toBe("t");
    expect(body.querySelector("p")?.textContent).toBe("x");
    expect([head.querySelector("p"), body.querySelector("title")]).toEqual([null, null]);
  });

  it("keeps the attributes of a page that lacks a tag", () => {
    const { documentElement, body } = parseHtml('<html lang="fr"><body class="a"><p>x</p></body><p>y</p></html>');
    expect([documentElement.getAttribute("lang"), body.getAttribute("class")]).toEqual(["fr", "a"]);
    expect(body.textContent).toBe("xy");
  });

  it("keeps the order of what stands beside the body", () => {
    expect(parseHtml("one <b>two</b> three<p>four").body.textContent).toBe("one two threefour");
  });

  it("reads character references", () => {
    expect(parseHtml("<p>100&nbsp;milliards &#x4ebf;</p>").body.textContent).toBe("100\u00a0milliards 亿");
  });
});
