import type { DealIndex, Page, Reading, ReadOptions } from "../lib/reading/types.ts";
import type { CheckedPage } from "./checked-page.ts";
import { InputError } from "./input-error.ts";
import { type ExitStatus, exit, type Io } from "./io.ts";
import { toJsonLine } from "./jsonl.ts";
import { readInput } from "./read-input.ts";
import { readPage } from "./read-page.ts";
import { toText } from "./text-report.ts";

export const formats = ["jsonl", "text"] as const;
export type Format = (typeof formats)[number];

/** What checking needs of the rest; `engine.ts` brings the real ones. */
export type Reader = {
  index: DealIndex;
  read(page: Page, index: DealIndex, options: ReadOptions): Reading;
};

/**
 * Reads each page and prints what it states about deals, a page at a time.
 *
 * A page that cannot be read costs that page: it is named on standard error, and the others are done.
 */
export async function check(
  files: readonly string[],
  { format, asOf }: { format: Format; asOf: string },
  { index, read }: Reader,
  io: Io,
): Promise<ExitStatus> {
  let status: ExitStatus = exit.done;
  for (const file of files) {
    let printed: string;
    try {
      const bytes = await readInput(file, io.stdin);
      const start = performance.now();
      const page = readPage(bytes);
      const reading = read(page, index, { asOf });
      const checked: CheckedPage = { file, page, reading, index, elapsedMs: performance.now() - start };
      printed = format === "jsonl" ? toJsonLine(checked) : toText(checked, io.colour);
    } catch (error) {
      io.complain(`${file === "-" ? "standard input" : file}: ${sayError(error)}`);
      status = exit.badInput;
      continue;
    }
    await io.write(printed);
  }
  return status;
}

function sayError(error: unknown): string {
  if (error instanceof InputError) return error.message;
  // A mistake of ours, met on this page: said with its place in the code, and no reason to drop the other pages.
  const where = error instanceof Error ? error.stack?.split("\n")[1]?.trim() : undefined;
  return `could not be checked: ${error instanceof Error ? error.message : error}${where ? ` (${where})` : ""}`;
}
