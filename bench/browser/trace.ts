/** For how long a page's thread was kept from other work, by the browser's own trace. Nothing is sampled. */
import type { Page } from "puppeteer-core";

/** As Chromium's trace format has it; times in microseconds. */
export type TraceEvent = {
  name: string;
  /** `X`: an event with a duration. */
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
};

const CATEGORIES = ["toplevel", "devtools.timeline", "v8"];
const TASK = "ThreadControllerImpl::RunTask";
/** Where scripts run: what they are called for. */
const SCRIPT = new Set([
  "EvaluateScript",
  "FunctionCall",
  "FireIdleCallback",
  "FireAnimationFrame",
  "TimerFire",
  "RunMicrotasks",
  "BlinkScheduler_PerformMicrotaskCheckpoint",
]);
/** Microseconds: after every task the browser looks whether there are microtasks, mostly to find none. */
const SHORTEST_US = 100;
/** What the browser does of itself. A script that runs in such a task counts alone. */
const BROWSER = new Set(["CommitLoad", "ParseHTML", "UpdateLayoutTree", "Layout", "PrePaint", "Paint", "Commit"]);

/** Traces all of the browser while `run` runs. */
export async function traceOf(page: Page, run: () => Promise<void>): Promise<TraceEvent[]> {
  await page.tracing.start({ categories: CATEGORIES });
  await run();
  const trace = await page.tracing.stop();
  return JSON.parse(new TextDecoder().decode(trace)).traceEvents;
}

/**
 * The longest time for which scripts kept the thread that parsed a document, in milliseconds: the longest of its tasks in
 * which a script ran, messages that came for it included. Where the browser parsed, laid out or painted in the same task,
 * the longest run of a script in it.
 */
export function longestScriptTask(events: readonly TraceEvent[]): number {
  const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}:${tid}`;
  const parsing = new Set(events.filter(({ name }) => name === "ParseHTML").map(threadOf));
  const spans = events.filter((event) => event.ph === "X" && parsing.has(threadOf(event)));
  const byThread = Map.groupBy(spans, threadOf);
  let longest = 0;
  for (const thread of byThread.values()) {
    // Outer ones first.
    thread.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
    let task: TraceEvent | null = null;
    let inTask: TraceEvent[] = [];
    const take = (): void => {
      const scripts = inTask.filter(({ name, dur = 0 }) => SCRIPT.has(name) && dur >= SHORTEST_US);
      const counts = task && !inTask.some(({ name }) => BROWSER.has(name)) && scripts.length > 0 ? [task] : scripts;
      longest = Math.max(longest, ...counts.map(({ dur = 0 }) => dur / 1000));
    };
    for (const event of thread) {
      if (task && event.ts < task.ts + (task.dur ?? 0)) {
        inTask.push(event);
        continue;
      }
      if (event.name !== TASK) continue;
      take();
      [task, inTask] = [event, []];
    }
    take();
  }
  return longest;
}
