import { styleText } from "node:util";
import type { Deal, Source } from "../lib/deals/schema.ts";
import type { Claim, DealIndex, Note, Reason, RecordFigure, Verdict } from "../lib/reading/types.ts";
import { SLIPS } from "../lib/reading/verdict/slips.ts";
import type { CheckedPage } from "./checked-page.ts";
import { sayFigure } from "./say-figure.ts";

/** How a verdict looks. The sign tells them apart where there is no colour. */
const looks: Record<Verdict, { sign: string; style: Parameters<typeof styleText>[0] }> = {
  discrepancy: { sign: "✗", style: "red" },
  outdated: { sign: "↻", style: "yellow" },
  confirmed: { sign: "✓", style: "green" },
  unverified: { sign: "?", style: "dim" },
};

const reasons: Record<Reason, string> = {
  "changed-since": "right when published, changed since",
  "already-replaced": "already replaced when published",
  undated: "the page has no date; the record has changed since this was right",
  scale: "a power of ten off",
  currency: "the record has this number in another currency",
  unit: "the record has this number in another unit",
  party: "the record has this for another party, or for the deal as a whole",
  metric: "the record has this number for something else",
  value: "the record has another number",
};

const notes: Record<Exclude<Note, `slip:${string}`>, string> = {
  "ahead-of-record": "the article was ahead of the record",
  "deal-ended": "the deal has ended",
  disputed: "sources differ",
  "qualifier-differs": "the record hedges it otherwise",
  "non-binding": "non-binding",
  converted: "converted at the month's rate",
  "unit-assumed": "the text does not name the unit",
  anglicism: "a scale word read as in English",
};
const slips: ReadonlyMap<string, string> = new Map(SLIPS.map(({ code, means }) => [code, means]));

/** A checked page for people to read: each claim with its verdict, what the record said then and says now, and its source. */
export function toText(checked: CheckedPage, colour: boolean): string {
  const { file, page, reading, index } = checked;
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;

  const title = page.title ? `  ${oneLine(page.title)}` : "";
  const published = reading.published ?? "no date";
  const lines = [
    paint("bold", `${file}${title}`),
    paint("dim", `  ${reading.lang}, ${published}, judged as of ${reading.asOf}, dataset ${index.version}`),
  ];
  for (const claim of reading.claims) {
    const { sign, style } = looks[claim.verdict];
    const heading = `${sign} ${claim.verdict}`;
    lines.push("", `  ${paint(style, heading)}  “${oneLine(claim.text)}”`);
    for (const [label, text] of details(claim, index)) lines.push(`    ${paint("dim", label.padEnd(8))} ${text}`);
  }
  lines.push("", `  ${count(reading.claims)}`, "");
  return `${lines.join("\n")}\n`;
}

function details(claim: Claim, index: DealIndex): [label: string, text: string][] {
  const nameOf = (id: string) => index.deal(id)?.name ?? id;
  const said: [string, string][] = [
    ["deal", `${nameOf(claim.deal)}, ${claim.metric.replace("-", " ")}`],
    ["says", sayFigure(claim)],
  ];
  const { expected, now } = claim;
  if (expected && now && sameFigure(expected, now)) said.push(["record", sayRecord(expected, claim.deal, nameOf)]);
  else {
    if (expected) said.push(["then", sayRecord(expected, claim.deal, nameOf)]);
    if (now) said.push([expected ? "→ now" : "now", sayRecord(now, claim.deal, nameOf)]);
  }
  const why = sayWhy(claim);
  if (why) said.push(["why", why]);
  const sources = [expected, now].map((figure) => figure && sourceOf(index.deal(figure.deal), figure));
  for (const source of new Set(sources)) {
    if (source) said.push(["source", `${source.publisher}, ${source.date}, ${source.url}`]);
  }
  return said;
}

function sayRecord(figure: RecordFigure, deal: string, nameOf: (id: string) => string): string {
  const other = figure.deal === deal ? "" : `${nameOf(figure.deal)}: `;
  return `${other}${sayFigure(figure)} since ${figure.since}; deal ${figure.status.replaceAll("-", " ")}`;
}

function sayWhy(claim: Claim): string {
  const { reason, factor, historical } = claim;
  const parts: string[] = [];
  if (reason) parts.push(reasons[reason]);
  if (factor !== null) parts.push(factor >= 1 ? `×${factor}` : `÷${Math.round(1 / factor)}`);
  if (historical) parts.push("the text itself places it in the past");
  return [...parts, ...claim.notes.map(sayNote)].join("; ");
}

const sayNote = (note: Note): string => slips.get(note) ?? notes[note as keyof typeof notes] ?? note;

const sameFigure = (a: RecordFigure, b: RecordFigure): boolean =>
  a.deal === b.deal && a.value === b.value && a.unit === b.unit && a.status === b.status;

/** A source of the event that stated the figure, else of the latest event before it that names any. */
function sourceOf(deal: Deal | undefined, { since, value, unit }: RecordFigure): Source | null {
  const until = deal?.events.filter((event) => event.date <= since && event.sources.length > 0) ?? [];
  const states = until.filter((event) =>
    event.figures.some((figure) => figure.value === value && figure.unit === unit),
  );
  return (states.at(-1) ?? until.at(-1))?.sources[0] ?? null;
}

function count(claims: readonly Claim[]): string {
  const order: Verdict[] = ["discrepancy", "outdated", "confirmed", "unverified"];
  const counted = order
    .map((verdict) => ({ verdict, number: claims.filter((claim) => claim.verdict === verdict).length }))
    .filter(({ number }) => number > 0)
    .map(({ verdict, number }) => `${number} ${verdict}`);
  return counted.join(", ") || "No figure of a known deal";
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();
