import { expect, inject, it } from "vitest";
import { killAtRandom } from "./feeds-kill.ts";
import { withFeed } from "./with-feed.ts";

const feed = withFeed();
const POINTS = inject("browser") === "chromium" ? 200 : 50;

it(`answers from one whole version wherever the background is stopped in an update, and then finishes it (${POINTS} points)`, {
  retry: 0,
  timeout: 3_600_000,
}, async () => {
  // Other points with each run: what fails once names its seed.
  const report = await killAtRandom(feed, { points: POINTS, seed: Date.now() >>> 0, finish: "each" });
  expect(report).toMatchObject({ mixed: [], unfinished: [] });
  expect(report.old).toBeGreaterThan(0);
  expect(report.fresh).toBeGreaterThan(0);
});
