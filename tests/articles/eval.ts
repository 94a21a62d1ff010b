/** `npm run eval [-- --lang L] [-- --list]`: how reading does on the project's own labelled articles. */
import { parseArgs } from "node:util";
import { scoreFixtures } from "./read-fixtures.ts";
import { addTally, emptyTally, tableHead, tableRow, type Tally } from "./score.ts";

const { values } = parseArgs({ options: { lang: { type: "string" }, list: { type: "boolean", default: false } } });
const scored = await scoreFixtures(values.lang);
const byLang = new Map<string, Tally>();
const all = emptyTally();
for (const { lang, tally } of scored) {
  const sum = byLang.get(lang) ?? emptyTally();
  byLang.set(lang, sum);
  addTally(sum, tally);
  addTally(all, tally);
}
console.log(tableHead);
for (const [lang, tally] of [...byLang].sort()) console.log(tableRow(lang, tally));
console.log(tableRow("all", all));
if (values.list) for (const { slug, misses } of scored) for (const miss of misses) console.log(`${slug}\t${miss}`);
