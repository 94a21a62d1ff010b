/** One process of `check-parallel.ts`: reads the pages that it is sent, with a reader of its own. */
import { type CheckOptions, checkFiles, type Outcome } from "./check-file.ts";
import { BrokenSources, type Problem } from "./data/problem.ts";
import { loadReader } from "./load-reader.ts";

export type WorkerOptions = CheckOptions & { colour: boolean };
/** Pages to read; `place` is their number among all batches. */
export type Batch = { place: number; files: readonly string[] };
export type Report =
  | { is: "done"; place: number; outcomes: Outcome[] }
  | { is: "broken"; problems: readonly Problem[] };

const { colour, ...options } = JSON.parse(process.argv[2] ?? "") as WorkerOptions;
const report = (message: Report): void => void process.send?.(message);
/** None of the files is standard input. */
const stdin = { async *[Symbol.asyncIterator]() {} };

try {
  // What there is to say of the dataset, the process that started this one says.
  const reader = await loadReader({ complain: () => {} });
  process.on("message", async ({ place, files }: Batch) => {
    report({ is: "done", place, outcomes: await checkFiles(files, options, reader, { stdin, colour }) });
  });
} catch (error) {
  if (!(error instanceof BrokenSources)) throw error;
  report({ is: "broken", problems: error.problems });
}
