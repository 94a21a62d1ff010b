/** Takes all steps of a generator, whose yields are places for a pause, without any. */
export function inOneGo<Result>(steps: Generator<undefined, Result, undefined>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
