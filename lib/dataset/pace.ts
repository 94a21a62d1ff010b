/** Long work in short stretches: messages that have arrived meanwhile are answered in between. */

/** Lets other work have its turn: resolves in a task of its own. */
export type Pause = () => Promise<void>;
/** Called often; makes a pause where the last one is long enough ago. */
export type Pace = () => Promise<void>;

/** So long a stretch is not felt, and there are few enough pauses to matter little. */
const STRETCH_MS = 8;

export function createPace(pause: Pause, now: () => number = () => performance.now()): Pace {
  let began = now();
  return async () => {
    if (now() - began < STRETCH_MS) return;
    await pause();
    began = now();
  };
}

/** Takes all steps of a generator, which yields wherever there may be a pause. */
export async function takeSteps<Result>(steps: Generator<undefined, Result, undefined>, pace: Pace): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await pace();
  }
}
