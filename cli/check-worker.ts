/** One thread of `check-parallel.ts`: reads the pages that it is sent, with a reader of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { type CheckOptions, checkFile, type Outcome } from "./check-file.ts";
import { BrokenSources, type Problem } from "./data/problem.ts";
import { loadReader } from "./load-reader.ts";

export type WorkerOptions = CheckOptions & {
  colour: boolean;
  /** Whether this thread says what there is to say of the dataset; the others would say the same. */
  says: boolean;
};
/** Pages to read; `place` is their number among all batches. */
export type Batch = { place: number; files: readonly string[] };
export type Report =
  | { is: "done"; place: number; outcomes: Outcome[] }
  | { is: "remark"; line: string }
  | { is: "broken"; problems: readonly Problem[] };

const { says, colour, ...options } = workerData as WorkerOptions;
const report = (message: Report): void => parentPort?.postMessage(message);

try {
  const reader = await loadReader({
    complain: (line) => {
      if (says) report({ is: "remark", line });
    },
  });
  const stdin = { async *[Symbol.asyncIterator]() {} };
  parentPort?.on("message", async ({ place, files }: Batch) => {
    const outcomes: Outcome[] = [];
    for (const file of files) outcomes.push(await checkFile(file, options, reader, { stdin, colour }));
    report({ is: "done", place, outcomes });
  });
} catch (error) {
  if (!(error instanceof BrokenSources)) throw error;
  report({ is: "broken", problems: error.problems });
}
