import { expect, it } from "vitest";
import { createTextTable, numberOf, textAt } from "./text-table.ts";

const texts = ["nvidia", "", "中金", "openai", "open", "nvidia-openai-2025"];

it("numbers texts in the order in which they come first, and gives them back", () => {
  const builder = createTextTable();
  expect([...texts, ...texts].map(builder.add)).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  expect(builder.length).toBe(6);
  const table = structuredClone(builder.finish());
  expect(texts.map((text) => numberOf(table, text))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(texts.map((_, number) => textAt(table, number))).toEqual(texts);
});

it.each(["nvidi", "nvidiaa", "中", "x"])("knows no number of %s, which was not added", (text) => {
  const builder = createTextTable();
  for (const one of texts) builder.add(one);
  expect(numberOf(builder.finish(), text)).toBe(-1);
});

it("keeps numbers while it grows", () => {
  const builder = createTextTable();
  for (let n = 0; n < 5000; n++) builder.add(`party-${n}`);
  const table = builder.finish();
  for (let n = 0; n < 5000; n += 7)
    expect([numberOf(table, `party-${n}`), textAt(table, n)]).toEqual([n, `party-${n}`]);
});
