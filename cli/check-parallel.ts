import { type ChildProcess, fork } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { say, worse } from "./check.ts";
import type { CheckOptions, Outcome } from "./check-file.ts";
import type { Batch, Report, WorkerOptions } from "./check-worker.ts";
import { BrokenSources } from "./data/problem.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";
import { sayChanged } from "./load-reader.ts";

/** A batch is a fraction of a second's work: few enough messages, and no process waits long for the last one. */
const BATCH = 16;
/** Each process has one batch in hand and one in its queue, so that it never waits for this one. */
const QUEUED = 2;

/**
 * Does what `check` does, in several processes, each of which has to load everything and get up to speed first. What is
 * printed, and its order, are the same.
 *
 * @param files none of them standard input
 * @throws {BrokenSources} where the dataset's sources have problems
 */
export async function checkInParallel(
  files: readonly string[],
  options: CheckOptions,
  io: Io,
  processes: number,
): Promise<ExitStatus> {
  const batches = batchesOf(files);
  const finished: (readonly Outcome[] | undefined)[] = [];
  let next = 0;
  let printed = 0;
  let status: ExitStatus = exit.done;
  let wake = Promise.withResolvers<void>();
  const give = (worker: ChildProcess): void => {
    const batch = batches[next];
    if (batch === undefined) return;
    next++;
    worker.send(batch);
  };
  const workers = Array.from({ length: Math.min(processes, batches.length) }, () => {
    const worker = start({ ...options, colour: io.colour });
    worker.on("message", (report: Report) => {
      if (report.is === "broken") return wake.reject(new BrokenSources([...report.problems]));
      finished[report.place] = report.outcomes;
      wake.resolve();
      give(worker);
    });
    worker.on("error", (error) => wake.reject(error));
    worker.on("exit", (code, signal) =>
      wake.reject(new Error(`A process that reads pages has ended before its time: ${signal ?? `status ${code}`}`)),
    );
    for (let i = 0; i < QUEUED; i++) give(worker);
    return worker;
  });
  try {
    await sayChanged(io);
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
    for (const worker of workers) worker.removeAllListeners().kill();
  }
}

/**
 * No threads: those of one program have the same few helpers compile and collect for all of them, on cores that they want
 * themselves. These processes have no helpers.
 */
const start = (options: WorkerOptions): ChildProcess =>
  fork(new URL("./check-worker.ts", import.meta.url), [JSON.stringify(options)], {
    env: { ...process.env, NODE_COMPILE_CACHE: getCompileCacheDir() },
    execArgv: ["--v8-pool-size=0"],
    serialization: "advanced",
  });

const batchesOf = (files: readonly string[]): Batch[] =>
  Array.from({ length: Math.ceil(files.length / BATCH) }, (_, place) => ({
    place,
    files: files.slice(place * BATCH, (place + 1) * BATCH),
  }));
