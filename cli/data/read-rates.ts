import { Rate } from "../../lib/deals/schema.ts";
import { checkShape } from "./check-shape.ts";
import type { Problem } from "./problem.ts";

const header = "month,currency,usd_per_unit";

/** Reads exchange rates from CSV: a line a month and currency, US dollars for one unit. */
export function readRates(file: string, text: string): { rates: Rate[]; problems: Problem[] } {
  const rates: Rate[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const [first, ...rows] = text.replace(/\r/g, "").split("\n");
  if (first !== header) problems.push({ file, line: 1, path: "", reason: `Expected the header "${header}"` });

  rows.forEach((row, i) => {
    const line = i + 2;
    if (row === "") return;
    const cells = row.split(",");
    if (cells.length !== 3) {
      problems.push({ file, line, path: "", reason: `Expected 3 cells, found ${cells.length}` });
      return;
    }
    const [month, currency, usdPerUnit] = cells;
    const shape = checkShape(Rate, { month, currency, usdPerUnit: Number(usdPerUnit || Number.NaN) });
    if (!shape.ok) {
      for (const { path, reason } of shape.findings) problems.push({ file, line, path: path.join("."), reason });
      return;
    }
    const key = `${month} ${currency}`;
    const before = seen.get(key);
    if (before !== undefined)
      problems.push({ file, line, path: "", reason: `${key} already stands in line ${before}` });
    seen.set(key, line);
    rates.push(shape.record);
  });
  return { rates, problems };
}
