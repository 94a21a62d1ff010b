import { Worker } from "node:worker_threads";
import { say, worse } from "./check.ts";
import type { CheckOptions, Outcome } from "./check-file.ts";
import type { Batch, Report, WorkerOptions } from "./check-worker.ts";
import { BrokenSources } from "./data/problem.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";

/** A batch is a fraction of a second's work: few enough messages, and no thread waits long for the last one. */
const BATCH = 16;
/** Each thread has one batch in hand and one in its queue, so that it never waits for this one. */
const QUEUED = 2;

/**
 * Does what `check` does, in several threads. What is printed, and its order, are the same.
 *
 * @param files none of them standard input
 * @throws {BrokenSources} where the dataset's sources have problems
 */
export async function checkInParallel(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  threads: number,
): Promise<ExitStatus> {
  const batches = batchesOf(files);
  const finished: (Outcome[] | undefined)[] = [];
  const workers = Array.from({ length: Math.min(threads, batches.length) }, (_, i) => {
    const data: WorkerOptions = { ...options, colour: io.colour, says: i === 0 };
    return new Worker(new URL("./check-worker.ts", import.meta.url), { workerData: data });
  });
  let next = 0;
  let printed = 0;
  let status: ExitStatus = exit.done;
  let wake = Promise.withResolvers<void>();
  const give = (worker: Worker): void => {
    const batch = batches[next];
    if (batch === undefined) return;
    next++;
    worker.postMessage(batch);
  };
  for (const worker of workers) {
    worker.on("message", (report: Report) => {
      if (report.is === "remark") io.complain(report.line);
      else if (report.is === "broken") wake.reject(new BrokenSources([...report.problems]));
      else {
        finished[report.place] = report.outcomes;
        give(worker);
        wake.resolve();
      }
    });
    worker.on("error", (error) => wake.reject(error));
    for (let i = 0; i < QUEUED; i++) give(worker);
  }
  try {
    while (printed < batches.length) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
      for (let outcomes = finished[printed]; outcomes; outcomes = finished[printed]) {
        finished[printed++] = undefined;
        for (const outcome of outcomes) status = worse(status, await say(outcome, io));
      }
    }
    return status;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const batchesOf = (files: readonly string[]): Batch[] =>
  Array.from({ length: Math.ceil(files.length / BATCH) }, (_, place) => ({
    place,
    files: files.slice(place * BATCH, (place + 1) * BATCH),
  }));
