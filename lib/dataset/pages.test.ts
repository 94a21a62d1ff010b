import { expect, it } from "vitest";
import { canonicalText, recordStarts } from "./pages.ts";

it.each<[string, object[]]>([
  ["no record", []],
  ["one record", [{ id: "a" }]],
  ["lists and records within records", [{ list: [{ id: [1, [2]] }, {}], z: {} }, { id: "b", list: [] }, {}]],
  ["texts with brackets, quotes and backslashes", [{ a: "}, {[", b: '"' }, { a: "\\", b: '\\"]' }, { "{": "," }]],
])("says where in a page's text each of its records begins: %s", (_what, records) => {
  const text = canonicalText(records);
  const starts = recordStarts(text);
  const ends = [...starts.slice(1), text.length].map((next) => next - 1);
  expect(starts.map((start, i) => JSON.parse(text.slice(start, ends[i])))).toEqual(records);
});
