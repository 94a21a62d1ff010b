import { expect, it } from "vitest";
import { failure, success } from "../../lib/platform/result.ts";
import type { FrameReading, FrameState, Step } from "../../lib/protocol.ts";
import { stepOver } from "./step.ts";

const reading = (frame: number, rows = 1) => ({ frame, rows: Array(rows).fill({}) }) as unknown as FrameReading;
const state = (parts: Partial<FrameState> = {}): FrameState => ({
  document: "d",
  host: "news.example",
  state: "read",
  marks: 1,
  at: null,
  tooltip: null,
  ...parts,
});

/** Steps over frames of which those in `willing` have a mark to go to; the questions asked, as "frame:from". */
async function step(
  frames: { reading: FrameReading; state: FrameState | null }[],
  willing: (frame: number, step: Step) => boolean,
  direction: 1 | -1 = 1,
): Promise<[string[], boolean]> {
  const asked: string[] = [];
  const moved = await stepOver(
    {
      loadReadings: async () => frames.map((frame) => frame.reading),
      frameState: async (_tab, frame) => {
        const found = frames.find((one) => one.reading.frame === frame)?.state;
        return found ? success(found) : failure("no-answer", "");
      },
      stepMark: async (_tab, frame, how) => {
        asked.push(`${frame}:${how.from}`);
        return success(willing(frame, how));
      },
    },
    1,
    direction,
    "all",
  );
  return [asked, moved];
}

const open = { claim: 0, text: "" };

it("begins in the main frame", async () => {
  expect(await step([{ reading: reading(0), state: state() }], () => true)).toEqual([["0:current"], true]);
});

it("goes on where the tooltip is open, though the reader was elsewhere before", async () => {
  const frames = [
    { reading: reading(0), state: state({ at: 2 }) },
    { reading: reading(5), state: state({ at: 0, tooltip: open }) },
  ];
  expect(await step(frames, () => true)).toEqual([["5:current"], true]);
});

it("goes to the next frame's first mark after the last one, and to the one before's last", async () => {
  const frames = [
    { reading: reading(0), state: state({ at: 2, tooltip: open }) },
    { reading: reading(5), state: state() },
    { reading: reading(9), state: state() },
  ];
  expect(await step(frames, (frame) => frame !== 0)).toEqual([["0:current", "5:start"], true]);
  expect(await step(frames, (frame) => frame !== 0, -1)).toEqual([["0:current", "9:end"], true]);
});

it("comes around to where it began", async () => {
  const frames = [
    { reading: reading(0), state: state({ at: 2, tooltip: open }) },
    { reading: reading(5), state: state() },
  ];
  const around = await step(frames, (frame, { from }) => frame === 0 && from === "start");
  expect(around).toEqual([["0:current", "5:start", "0:start"], true]);
});

it("leaves out frames in which nothing was found, and ends where none has a mark", async () => {
  const frames = [
    { reading: reading(0, 0), state: state() },
    { reading: reading(5), state: null },
  ];
  expect(await step(frames, () => false)).toEqual([["5:current", "5:start"], false]);
  expect(await step([], () => true)).toEqual([[], false]);
});
