/** What many runs of one measurement say. */
export type Spread = {
  runs: number;
  median: number;
  /** The quartiles: half of all runs lie between them. */
  low: number;
  high: number;
  p95: number;
};

/** @param samples at least one */
export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)] ?? Number.NaN;
    const above = sorted[Math.ceil(place)] ?? Number.NaN;
    return below + (above - below) * (place - Math.floor(place));
  };
  return { runs: sorted.length, median: at(0.5), low: at(0.25), high: at(0.75), p95: at(0.95) };
}

/** Each sample times a factor. */
export const scaled = (spread: Spread, factor: number): Spread => ({
  runs: spread.runs,
  median: spread.median * factor,
  low: spread.low * factor,
  high: spread.high * factor,
  p95: spread.p95 * factor,
});

/**
 * Runs several jobs in turn, so that what slows the machine down for a while slows all of them down alike.
 *
 * @param jobs each gives its own time in milliseconds, or is timed as a whole where it gives nothing
 * @param warmUps rounds that do not count
 */
export async function inTurn<Name extends string>(
  jobs: Record<Name, () => number | undefined | Promise<number | undefined>>,
  runs: number,
  warmUps = 2,
): Promise<Record<Name, Spread>> {
  const names = Object.keys(jobs) as Name[];
  const samples = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = -warmUps; round < runs; round++)
    for (const name of names) {
      const start = performance.now();
      const own = await jobs[name]();
      const took = own ?? performance.now() - start;
      if (round >= 0) samples.get(name)?.push(took);
    }
  return Object.fromEntries(names.map((name) => [name, spreadOf(samples.get(name) ?? [])])) as Record<Name, Spread>;
}
