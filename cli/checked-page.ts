import type { DealIndex, Page, Reading } from "../lib/reading/types.ts";

/** A page that was read, as the formats get it. */
export type CheckedPage = {
  /** As it was named on the command line; `-` for standard input. */
  file: string;
  page: Page;
  reading: Reading;
  index: DealIndex;
  /** For parsing and reading, without loading the dataset. */
  elapsedMs: number;
};
