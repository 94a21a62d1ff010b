import { expect, inject, it } from "vitest";
import { killAtRandom } from "./feeds-kill.ts";
import { withFeed } from "./with-feed.ts";

const feed = withFeed();
/** Firefox takes longer over each; `npm run test:long` has more of both. */
const POINTS = inject("browser") === "chromium" ? 20 : 6;

it(`answers from one whole version wherever the background is stopped in an update, and then finishes it (${POINTS} points)`, async () => {
  const report = await killAtRandom(feed, POINTS, 20_261_122);
  expect(report).toMatchObject({ mixed: [], unfinished: [] });
  expect(report.old).toBeGreaterThan(0);
}, 280_000);
