import { expect, it } from "vitest";
import { createTextTable, HASH_START, hashOn, numberOf } from "./text-table.ts";

const texts = ["nvidia", "", "中金", "openai", "open", "nvidia-openai-2025"];

it("numbers texts in the order in which they come first", () => {
  const builder = createTextTable();
  expect([...texts, ...texts].map(builder.add)).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  expect(builder.length).toBe(6);
  const table = structuredClone(builder.finish());
  expect(texts.map((text) => numberOf(table, text))).toEqual([0, 1, 2, 3, 4, 5]);
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
  for (let n = 0; n < 10_000; n += 7) expect(numberOf(table, `party-${n}`)).toBe(n < 5000 ? n : -1);
});

it("tells texts of one hash apart by the other", () => {
  const [one, other] = ["costarring", "liquid"];
  const hashOf = (text: string): number =>
    [...text].reduce((hash, char) => hashOn(hash, char.charCodeAt(0)), HASH_START);
  expect(hashOf(one)).toBe(hashOf(other));
  const builder = createTextTable();
  builder.add(one);
  expect(numberOf(builder.finish(), other)).toBe(-1);
  expect([builder.add(other), builder.add(one)]).toEqual([1, 0]);
});
