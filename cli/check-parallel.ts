import { Worker } from "node:worker_threads";
import { say, worse } from "./check.ts";
import { type CheckOptions, checkFiles, type Outcome } from "./check-file.ts";
import type { Batch, Report, WorkerOptions } from "./check-worker.ts";
import { BrokenSources } from "./data/problem.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";
import { loadReader } from "./load-reader.ts";

/** A batch is a fraction of a second's work: few enough messages, and no thread waits long for the last one. */
const BATCH = 16;
/** Each thread has one batch in hand and one in its queue, so that it never waits for this one. */
const QUEUED = 2;

/**
 * Does what `check` does, in several threads, of which this is one: each more has to load everything and get up to speed
 * first. What is printed, and its order, are the same.
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
  const finished: (readonly Outcome[] | undefined)[] = [];
  let next = 0;
  let printed = 0;
  let status: ExitStatus = exit.done;
  let wake = Promise.withResolvers<void>();
  const done = (place: number, outcomes: readonly Outcome[]): void => {
    finished[place] = outcomes;
    wake.resolve();
  };
  const fail = (error: unknown): void => wake.reject(error);
  const give = (worker: Worker): void => {
    const batch = batches[next];
    if (batch === undefined) return;
    next++;
    worker.postMessage(batch);
  };
  const workers = Array.from({ length: Math.min(threads, batches.length) - 1 }, () => {
    const data: WorkerOptions = { ...options, colour: io.colour };
    const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { workerData: data });
    worker.on("message", (report: Report) => {
      if (report.is === "broken") return fail(new BrokenSources([...report.problems]));
      done(report.place, report.outcomes);
      give(worker);
    });
    worker.on("error", fail);
    for (let i = 0; i < QUEUED; i++) give(worker);
    return worker;
  });
  const work = async (): Promise<void> => {
    const reader = await loadReader(io);
    for (let batch = batches[next++]; batch; batch = batches[next++])
      done(batch.place, await checkFiles(batch.files, options, reader, io));
  };
  work().catch(fail);
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
