import type { DealIndex, Page, Reading, ReadOptions } from "../lib/reading/types.ts";
import type { CheckedPage } from "./checked-page.ts";
import { InputError } from "./input-error.ts";
import type { Io } from "./io.ts";
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

export type CheckOptions = { format: Format; asOf: string };

/** What there is to print of a page; or, in a line for standard error, why nothing is. Plain data: it crosses threads. */
export type Outcome = { ok: true; printed: string } | { ok: false; complaint: string };

/** Reads one page. Whatever is wrong with it is an outcome, also a mistake of ours. */
export async function checkFile(
  file: string,
  { format, asOf }: CheckOptions,
  { index, read }: Reader,
  { stdin, colour }: Pick<Io, "stdin" | "colour">,
): Promise<Outcome> {
  try {
    const bytes = await readInput(file, stdin);
    const start = performance.now();
    const page = readPage(bytes);
    const reading = read(page, index, { asOf });
    const checked: CheckedPage = { file, page, reading, index, elapsedMs: performance.now() - start };
    return { ok: true, printed: format === "jsonl" ? toJsonLine(checked) : toText(checked, colour) };
  } catch (error) {
    return { ok: false, complaint: `${file === "-" ? "standard input" : file}: ${sayError(error)}` };
  }
}

/** Reads several pages, one after the other. */
export async function checkFiles(files: readonly string[], ...rest: RestOf<typeof checkFile>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of files) outcomes.push(await checkFile(file, ...rest));
  return outcomes;
}
type RestOf<F> = F extends (first: string, ...rest: infer Rest) => unknown ? Rest : never;

function sayError(error: unknown): string {
  if (error instanceof InputError) return error.message;
  // A mistake of ours, met on this page: said with its place in the code, and no reason to drop the other pages.
  const where = error instanceof Error ? error.stack?.split("\n")[1]?.trim() : undefined;
  return `could not be checked: ${error instanceof Error ? error.message : error}${where ? ` (${where})` : ""}`;
}
