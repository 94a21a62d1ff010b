import { describe, expect, it } from "vitest";
import type { Block } from "../lib/reading/types.ts";
import { createQuoter } from "./quote.ts";

const blocks = (...texts: string[]): Block[] => texts.map((text, i) => ({ id: i * 10, text, role: "text" }));
const claimOn = (text: string, exact: string, block = 0) => {
  const start = text.indexOf(exact);
  return { block, start, end: start + exact.length };
};

describe("createQuoter", () => {
  it("quotes with 32 characters of context, across blocks", () => {
    const second = "The company invests $30 billion in its supplier.";
    const quote = createQuoter(blocks("A heading of this article", second, "And a last paragraph that follows it."));
    expect(quote(claimOn(second, "$30 billion", 10))).toEqual({
      prefix: "his article\nThe company invests ",
      exact: "$30 billion",
      suffix: " in its supplier.\nAnd a last par",
    });
  });

  it("has less context at the ends of the text", () => {
    expect(createQuoter(blocks("$30 billion"))({ block: 0, start: 0, end: 11 })).toEqual({
      prefix: "",
      exact: "$30 billion",
      suffix: "",
    });
  });

  it("does not cut a character in two", () => {
    const text = `${"😀".repeat(20)}x$30 billion${"😀".repeat(20)}`;
    const { prefix, suffix } = createQuoter(blocks(text))(claimOn(text, "$30 billion"));
    expect([prefix, suffix].map((part) => part.isWellFormed())).toEqual([true, true]);
    expect([prefix.length, suffix.length].every((length) => length >= 32)).toBe(true);
  });

  it("takes more context where the same words stand twice", () => {
    const line =
      "A sentence that is a good deal longer than the usual context: $30 billion, and no more than that ever.";
    const quote = createQuoter(blocks(`First. ${line}`, `Second. ${line}`));
    const { prefix } = quote(claimOn(`Second. ${line}`, "$30 billion", 10));
    expect(prefix).toContain("Second.");
  });

  it("ends where nothing tells two passages apart", () => {
    const same = "$30 billion ".repeat(500);
    expect(createQuoter(blocks(same))({ block: 0, start: 3000, end: 3011 }).exact).toBe("$30 billion");
  });
});
