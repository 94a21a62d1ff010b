/** The page's figures in Firefox. */
import { openSession } from "../../scripts/browser/open.ts";
import { buildForBench } from "../browser/build.ts";
import { clockMoves, movesClocked, timeToAllMarks } from "../browser/page-clock.ts";
import { BLANK, movePointer, sizes } from "../browser/page-loads.ts";
import type { Figure } from "../report.ts";
import { spreadOf } from "../statistics.ts";

/** No profiler can be asked there, so that the page's own clock has to do. No targets: they are set in Chromium's figures. */
export async function inFirefox(hostsPort: number, runs: number): Promise<Figure[]> {
  const marks = sizes.marked.marks - 1;
  const session = await openSession("firefox", {
    extension: buildForBench("bench", "firefox"),
    headless: true,
    hostsPort,
    language: "en-US",
  });
  try {
    const times: number[] = [];
    for (let run = -1; run < runs; run++) {
      const tab = await session.open(BLANK);
      const time = await timeToAllMarks(tab, "http://www.gate.com/news/marked", marks);
      if (run >= 0) times.push(time);
      await tab.close();
    }
    /** The mean time of a move, of several rounds. */
    const moves = async (host: string, expected: number): Promise<number[]> => {
      const tab = await session.open(BLANK);
      await timeToAllMarks(tab, `http://${host}/news/hit`, expected);
      await clockMoves(tab);
      const means: number[] = [];
      for (let round = 0; round < Math.max(3, runs / 3); round++) {
        await movePointer(tab);
        const clocked = await movesClocked(tab);
        means.push(clocked.reduce((sum, time) => sum + time, 0) / clocked.length);
      }
      await tab.close();
      return means;
    };
    const ours = spreadOf(await moves("www.gate.com", sizes.hit.marks - 1));
    const without = spreadOf(await moves("www.other.example", 0));
    return [
      {
        name: "Firefox: DOMContentLoaded → all marks, article of 200 kB with 1,000 marks, background running",
        unit: "ms",
        measured: spreadOf(times),
      },
      {
        name: "Firefox: a move of the pointer over 5,000 marks, mean by the page's clock",
        unit: "ms",
        measured: ours,
        reference: { name: "without the extension", measured: without },
      },
    ];
  } finally {
    await session.close();
  }
}
