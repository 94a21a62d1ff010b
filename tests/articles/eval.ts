/**
 * `npm run eval [-- --lang L] [-- --list] [-- --floors]`: how reading does on the project's own labelled articles; with
 * `--floors` as rows for `floors.ts`.
 */
import { parseArgs } from "node:util";
import { floorRow } from "./floors.ts";
import { scoreFixtures } from "./read-fixtures.ts";
import { addTally, emptyTally, type Tally, tableHead, tableRow } from "./score.ts";

const flag = { type: "boolean", default: false } as const;
const { values } = parseArgs({ options: { lang: { type: "string" }, list: flag, floors: flag } });
const scored = await scoreFixtures(values.lang);
const byLang = new Map<string, Tally>();
const all = emptyTally();
for (const { lang, tally } of scored) {
  const sum = byLang.get(lang) ?? emptyTally();
  byLang.set(lang, sum);
  addTally(sum, tally);
  addTally(all, tally);
}
const rows = [...byLang].sort();
if (values.floors) {
  for (const [lang, tally] of rows) console.log(floorRow(lang, tally));
} else {
  console.log(tableHead);
  for (const [lang, tally] of rows) console.log(tableRow(lang, tally));
  console.log(tableRow("all", all));
}
if (values.list) for (const { slug, misses } of scored) for (const miss of misses) console.log(`${slug}\t${miss}`);
