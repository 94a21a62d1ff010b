import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { readingOf } from "../../scripts/browser/article.ts";
import type { WithExtension } from "./with-extension.ts";

const root = join(import.meta.dirname, "../..");

/** What both the extension and the command line say of a figure. */
type Finding = { quote: string; deal: string; verdict: string; reason: string | null };

const folded = (text: string): string => text.replace(/\s+/g, " ");

/** What `dealmark check` finds in HTML files, in their order. */
export async function checkFiles(files: readonly string[]): Promise<Finding[][]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, "cli/main.ts"), "check", "--format", "jsonl", ...files],
    { cwd: root, maxBuffer: 256 * 1024 * 1024 },
  );
  type Line = { claims: (Omit<Finding, "quote"> & { quote: { exact: string } })[] };
  return stdout
    .trimEnd()
    .split("\n")
    .map((line) =>
      (JSON.parse(line) as Line).claims.map(({ quote, deal, verdict, reason }) => ({
        quote: folded(quote.exact),
        deal,
        verdict,
        reason,
      })),
    );
}

/** Expects the extension to find in an article what the command line found, and to mark all of it. */
export async function expectSame(extension: WithExtension, name: string, found: readonly Finding[]): Promise<void> {
  const { tab, state } = await extension.openArticle(name);
  const rows = (await readingOf(extension.session, tab))?.rows ?? [];
  expect(
    rows.map(({ claim: { text, deal, verdict, reason } }) => ({ quote: folded(text), deal, verdict, reason })),
  ).toEqual(found);
  expect(state.marks).toBe(rows.length);
}
