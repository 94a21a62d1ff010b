import { expect, inject, it } from "vitest";
import { killAtRandom } from "./feeds-kill.ts";
import { withFeed } from "./with-feed.ts";

const feed = withFeed();
/** Firefox takes longer over each; `npm run test:long` has more of both. */
const POINTS = inject("browser") === "chromium" ? 20 : 6;

// Not tried again: what is lost once in many times is lost.
it(`answers from one whole version wherever the background is stopped in an update, and then finishes it (${POINTS} points)`, {
  retry: 0,
  timeout: 280_000,
}, async () => {
  const report = await killAtRandom(feed, { points: POINTS, seed: 20_261_122, finish: "last" });
  expect(report).toMatchObject({ mixed: [], unfinished: [] });
  // Both sides of the flip were met.
  expect(report.old).toBeGreaterThan(0);
  expect(report.fresh).toBeGreaterThan(0);
});
