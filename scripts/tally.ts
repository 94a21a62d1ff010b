/** How many checks and tests passed and failed. */
export type Tally = { passed: number; failed: number };

/** The parts of vitest's JSON report that are counted. */
export type VitestReport = {
  testResults: {
    name: string;
    status: "passed" | "failed";
    message: string;
    assertionResults: { status: "passed" | "failed" | "skipped" | "pending" | "todo" | "disabled" }[];
  }[];
};

/**
 * Counts a report's tests. Skipped ones count as neither. A file that failed as a whole (it did not load, or a hook in it
 * threw) counts as one failure where none of its tests failed.
 */
export function tallyReport(report: VitestReport): Tally {
  const tally: Tally = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of report.testResults) {
    const failed = assertionResults.filter((test) => test.status === "failed").length;
    tally.passed += assertionResults.filter((test) => test.status === "passed").length;
    tally.failed += failed === 0 && status === "failed" ? 1 : failed;
  }
  return tally;
}

/** The sum of several tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }), {
    passed: 0,
    failed: 0,
  });
}
