import { describe, expect, it } from "vitest";
import { addTallies, tallyReport, type VitestReport } from "./tally.ts";

type Status = VitestReport["testResults"][number]["assertionResults"][number]["status"];

const file = (status: "passed" | "failed", ...tests: Status[]): VitestReport["testResults"][number] => ({
  name: "a.test.ts",
  status,
  message: "",
  assertionResults: tests.map((test) => ({ status: test })),
});

describe("a report of tests", () => {
  it.each([
    ["counts each test", [file("passed", "passed", "passed")], { passed: 2, failed: 0 }],
    ["counts a failed file by its failed tests", [file("failed", "passed", "failed")], { passed: 1, failed: 1 }],
    ["counts a file that did not load as one failure", [file("failed")], { passed: 0, failed: 1 }],
    ["counts a file whose hook threw as one failure", [file("failed", "passed", "skipped")], { passed: 1, failed: 1 }],
    ["leaves out what was skipped", [file("passed", "passed", "skipped", "todo")], { passed: 1, failed: 0 }],
    ["adds up the files", [file("passed", "passed"), file("failed", "failed")], { passed: 1, failed: 1 }],
  ])("%s", (_title, testResults, tally) => {
    expect(tallyReport({ testResults })).toEqual(tally);
  });
});

it("adds tallies", () => {
  const tallies = [
    { passed: 1, failed: 2 },
    { passed: 3, failed: 0 },
  ];
  expect(addTallies(tallies)).toEqual({ passed: 4, failed: 2 });
  expect(addTallies([])).toEqual({ passed: 0, failed: 0 });
});
