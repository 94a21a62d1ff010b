import { expect, it } from "vitest";
import { timeOf } from "./profile.ts";

const frame = (functionName: string, url = "", lineNumber = 3, columnNumber = 3) => ({
  functionName,
  scriptId: "1",
  url,
  lineNumber,
  columnNumber,
});
const script = "chrome-extension://x/content.js";
const nodes = [
  { id: 1, callFrame: frame("(root)"), children: [2, 5, 6, 7] },
  { id: 2, callFrame: frame("", script, 0, 0), children: [3] },
  { id: 3, callFrame: frame("main", script), children: [] },
  { id: 4, callFrame: frame("getComputedStyle") },
  { id: 5, callFrame: frame("read", script), children: [4] },
  { id: 6, callFrame: frame("page", "http://www.gate.com/page.js") },
  { id: 7, callFrame: frame("(garbage collector)") },
];

it("counts what the script calls and what it makes the collector do, and nothing of the page's own", () => {
  const time = timeOf(
    {
      nodes,
      startTime: 0,
      endTime: 9000,
      //        main  page  gc    read  getComputedStyle  gc  read  page
      samples: [3, 6, 7, 5, 4, 7, 5, 6],
      timeDeltas: [0, 1000, 2000, 4000, 1000, 1000, 1000, 500, 500],
    },
    /content\.js$/,
  );
  expect(time.evaluating).toBeCloseTo(1);
  expect(time.stretches).toEqual([1, 1 + 1 + 1 + 0.5].map((length) => expect.closeTo(length)));
  expect(time.total).toBeCloseTo(4.5);
  expect(time.byFunction.get("read")).toBeCloseTo(2.5);
});
