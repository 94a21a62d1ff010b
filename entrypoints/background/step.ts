/** From mark to mark over all frames of a tab: the keyboard's commands know no frames. */
import type { Result } from "../../lib/platform/result.ts";
import type { FrameReading, FrameState, Step } from "../../lib/protocol.ts";

export type StepNeeds = {
  loadReadings(tab: number): Promise<FrameReading[]>;
  frameState(tab: number, frame: number): Promise<Result<FrameState>>;
  stepMark(tab: number, frame: number, step: Step): Promise<Result<boolean>>;
};

/**
 * Goes one mark on, from the frame whose tooltip is open or in which the reader was last, over the others in order, and
 * around again.
 *
 * @returns false where no frame has such a mark
 */
export async function stepOver(
  needs: StepNeeds,
  tab: number,
  direction: Step["direction"],
  only: Step["only"],
): Promise<boolean> {
  const frames = (await needs.loadReadings(tab)).filter(({ rows }) => rows.length > 0).map(({ frame }) => frame);
  const states = await Promise.all(frames.map(async (frame) => needs.frameState(tab, frame)));
  const where = (is: (state: FrameState) => boolean) => states.findIndex((state) => state.ok && is(state.value));
  const open = where(({ tooltip }) => tooltip !== null);
  const current = Math.max(0, open >= 0 ? open : where(({ at }) => at !== null));
  const from = direction > 0 ? "start" : "end";
  for (let n = 0; n <= frames.length; n++) {
    // The last turn comes back to the first frame, to what lies on the other side of the current mark.
    const at = (((current + n * direction) % frames.length) + frames.length) % frames.length;
    const frame = frames[at];
    if (frame === undefined) return false;
    const moved = await needs.stepMark(tab, frame, { direction, only, from: n === 0 ? "current" : from });
    if (moved.ok && moved.value) return true;
  }
  return false;
}
