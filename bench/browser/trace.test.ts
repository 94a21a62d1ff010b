import { expect, it } from "vitest";
import { longestScriptTask, type TraceEvent } from "./trace.ts";

const at = (start: number, name: string, ms: number, tid = 1): TraceEvent => ({
  name,
  ph: "X",
  pid: 1,
  tid,
  ts: start * 1000,
  dur: ms * 1000,
});
const TASK = "ThreadControllerImpl::RunTask";
const parsed = [at(0, TASK, 90), at(1, "ParseHTML", 80)];

it.each<[string, TraceEvent[], number]>([
  ["a page without scripts", [], 0],
  ["a task with what the browser did before the script", [at(100, TASK, 12), at(103, "FireIdleCallback", 9)], 12],
  [
    "a script alone where the task is the browser's own",
    [at(100, TASK, 70), at(110, "Layout", 50), at(160, "FireAnimationFrame", 4)],
    4,
  ],
  [
    "the longest of several",
    [at(100, TASK, 3), at(101, "TimerFire", 1), at(110, TASK, 8), at(111, "EvaluateScript", 6)],
    8,
  ],
  ["no task without a script", [at(100, TASK, 40), at(110, "BlinkScheduler_PerformMicrotaskCheckpoint", 0.01)], 0],
  ["no task of a thread that shows no page", [at(100, TASK, 40, 2), at(101, "TimerFire", 30, 2)], 0],
])("counts %s", (_, events, longest) => {
  expect(longestScriptTask([...parsed, ...events])).toBe(longest);
});
