/** The table that `npm start` prints. */
import { formatFigure } from "../lib/interface/format.ts";
import { interfaceIn } from "../lib/interface/i18n.ts";
import type { ClaimRow } from "../lib/protocol.ts";

const HEADER = ["Quote", "Verdict", "Article says", "Record says now", "Deal"];
/** Columns of a terminal that a cell may take; longer text ends in "…". */
const WIDEST = 38;

/** What was marked, a line a figure, in reading order. */
export function claimTable(rows: readonly ClaimRow[]): string {
  const english = interfaceIn("en");
  const cells = rows.map(({ claim, dealName }) => [
    claim.text,
    [claim.verdict, claim.reason, claim.factor === null ? null : `×${claim.factor}`].filter(Boolean).join(" "),
    formatFigure(claim, english),
    claim.now ? `${formatFigure(claim.now, english)} (${claim.now.status}, ${claim.now.since})` : "–",
    dealName,
  ]);
  const lines = [HEADER, ...cells].map((line) => line.map((cell) => shorten(cell.replace(/\s+/gu, " "))));
  const widths = HEADER.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  const [header, ...body] = lines.map((line) =>
    line
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - widthOf(cell)))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [header, rule, ...body].join("\n");
}

/** Columns that a text takes in a terminal: East Asian characters take two, combining marks none. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\p{Mark}/u.test(character)) continue;
    width += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}

function shorten(text: string): string {
  if (widthOf(text) <= WIDEST) return text;
  let short = "";
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(short + segment) > WIDEST - 1) break;
    short += segment;
  }
  return `${short}…`;
}
