import { configDefaults, defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";
import { ENGINES } from "./scripts/browser/find.ts";

/** Browsers that the browser tests run in; `DEALMARK_BROWSERS=chromium` narrows them while working on a test. */
const browsers = ENGINES.filter((engine) => (process.env.DEALMARK_BROWSERS ?? engine).split(",").includes(engine));

/** Tests that take too long for every change run only in `npm run test:long`. */
const exclude = process.env.DEALMARK_LONG ? configDefaults.exclude : [...configDefaults.exclude, "**/*.long.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        // Gives unit tests the fake `browser` and wxt's globals.
        plugins: [WxtVitest()],
        test: {
          name: "unit",
          include: [
            "{bench,cli,components,data,entrypoints,lib,scripts}/**/*.test.{ts,tsx}",
            "tests/{,articles/}*.test.ts",
          ],
          exclude,
        },
      },
      ...browsers.map((browser) => ({
        test: {
          name: browser,
          include: ["tests/browser/**/*.test.ts"],
          exclude,
          provide: { browser },
          // A browser's start and a page's reading, with a busy machine in mind; no test waits this long by design.
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // A browser on a crowded machine may drop a frame's message or a key; what fails twice is broken.
          retry: 1,
        },
      })),
    ],
  },
});
