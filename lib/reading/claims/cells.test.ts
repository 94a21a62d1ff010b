import { describe, expect, it } from "vitest";
import { claimsOf } from "../read.fake.ts";

describe("a figure in a cell by itself", () => {
  const row = (...cells: string[]): string[] =>
    claimsOf(["Estuary is to acquire Fathom.", ...cells], { published: "2025-07-02" });

  it.each([
    ["no deal's, where the cell before speaks of revenue", ["Annual revenue of the company", "€3.8 million"]],
    ["no deal's, where the cell before speaks of market value", ["Market capitalisation", "€3.8 billion"]],
  ])("is %s", (_, cells) => {
    expect(row(...cells)).toEqual([]);
  });

  it.each([
    ["the cell before speaks of the deal", ["Purchase price", "€3.8 billion"]],
    [
      "it is a sentence, which speaks for itself",
      ["Annual revenue", "Estuary will pay €3.8 billion to acquire Fathom"],
    ],
    ["the cell before has a figure of its own", ["Revenue: €2 billion", "Purchase price: €3.8 billion"]],
  ])("is the deal's where %s", (_, cells) => {
    expect(row(...cells).at(-1)).toBe("estuary-fathom-2025 amount: €3.8 billion confirmed");
  });
});
