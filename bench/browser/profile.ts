/** How much of a page's thread a script takes, from the browser's own sampling profiler. */
import { writeFileSync } from "node:fs";
import type { CDPSession, Page, Protocol } from "puppeteer-core";

/** Samples are so many microseconds apart. */
const INTERVAL_US = 50;

export type ScriptTime = {
  /** All time in which the script, or what it calls, was running, in milliseconds. */
  total: number;
  /** Of this, while the script was being evaluated. */
  evaluating: number;
  /** The length of each stretch without another sample in between, in their order. */
  stretches: number[];
  /** Time within each of the script's functions and what they call. */
  byFunction: ReadonlyMap<string, number>;
};

/**
 * Profiles the page's thread, isolated worlds included, while `run` runs.
 *
 * @param file where the whole profile is kept; null where nobody wants to look at it
 */
export async function profilePage(
  page: Page,
  script: RegExp,
  run: () => Promise<void>,
  file: string | null = null,
): Promise<ScriptTime> {
  const client = await page.createCDPSession();
  try {
    const taken = await profile(client, run);
    if (file !== null) writeFileSync(file, JSON.stringify(taken));
    return timeOf(taken, script);
  } finally {
    await client.detach();
  }
}

async function profile(client: CDPSession, run: () => Promise<void>): Promise<Protocol.Profiler.Profile> {
  await client.send("Profiler.enable");
  await client.send("Profiler.setSamplingInterval", { interval: INTERVAL_US });
  await client.send("Profiler.start");
  await run();
  const { profile } = await client.send("Profiler.stop");
  await client.send("Profiler.disable");
  return profile;
}

/** @param script fits the address of the script that is asked about */
export function timeOf(
  { nodes, samples = [], timeDeltas = [] }: Protocol.Profiler.Profile,
  script: RegExp,
): ScriptTime {
  const parents = new Map<number, number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const node of nodes) for (const child of node.children ?? []) parents.set(child, node.id);
  /** Of each node: the script's functions on its stack, the outermost last. */
  const stacks = new Map<number, string[]>();
  const stackOf = (id: number): string[] => {
    const known = stacks.get(id);
    if (known) return known;
    const frames: string[] = [];
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at)) {
      const frame = byId.get(at)?.callFrame;
      if (!frame || !script.test(frame.url)) continue;
      const isScript = frame.functionName === "" && frame.lineNumber === 0 && frame.columnNumber === 0;
      frames.push(isScript ? EVALUATION : frame.functionName);
    }
    stacks.set(id, frames);
    return frames;
  };
  const result = { total: 0, evaluating: 0 };
  const stretches: number[] = [];
  const byFunction = new Map<string, number>();
  let stretch = 0;
  samples.forEach((id, i) => {
    // A sample stands for the time until the next one.
    const milliseconds = (timeDeltas[i + 1] ?? 0) / 1000;
    const stack = stackOf(id);
    const isCollecting = byId.get(id)?.callFrame.functionName === "(garbage collector)";
    // The collector runs on behalf of whoever was running: it belongs to the stretch that it interrupts.
    if (stack.length === 0 && !(isCollecting && stretch > 0)) {
      if (stretch > 0) stretches.push(stretch);
      stretch = 0;
      return;
    }
    result.total += milliseconds;
    stretch += milliseconds;
    if (stack.at(-1) === EVALUATION) result.evaluating += milliseconds;
    for (const name of new Set(stack)) byFunction.set(name, (byFunction.get(name) ?? 0) + milliseconds);
  });
  if (stretch > 0) stretches.push(stretch);
  return { ...result, stretches, byFunction };
}

const EVALUATION = "(evaluation)";
