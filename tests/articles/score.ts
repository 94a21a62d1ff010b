/** Holds what reading found in an article against what a person expects of it. */
import type { Claim, Reading, Verdict } from "../../lib/reading/types.ts";

/** One figure of an article, as a person labelled it. */
export type ExpectedFigure = {
  quote: string;
  /** Which of several equal quotes in the article's text; 1 where left out. */
  occurrence?: number;
  /** As written, also where the article is wrong. */
  value: number;
  unit: string;
  /** Null for a figure of no known deal. */
  deal: string | null;
  metric: string | null;
  expect: Verdict | "none";
  reason?: string;
  /** Deals that would be as right. */
  altDeals?: string[];
  /** Counts neither way. */
  ambiguous?: boolean;
  why?: string;
};

export type Expected = {
  lang: string;
  published?: string;
  deals: string[];
  /** Talked about in passing: neither wanted nor wrong. */
  maybeDeals?: string[];
  figures: ExpectedFigure[];
};

export type Tally = Record<
  | "articles"
  | "figures"
  | "found"
  | "claims"
  | "right"
  | "verdicts"
  | "verdictsRight"
  | "errors"
  | "errorsFound"
  | "reasons"
  | "reasonsRight"
  | "alarms"
  | "alarmsRight"
  | "deals"
  | "dealsFound"
  | "dealsSaid"
  | "dealsRight",
  number
>;

export const emptyTally = (): Tally => ({
  articles: 0,
  figures: 0,
  found: 0,
  claims: 0,
  right: 0,
  verdicts: 0,
  verdictsRight: 0,
  errors: 0,
  errorsFound: 0,
  reasons: 0,
  reasonsRight: 0,
  alarms: 0,
  alarmsRight: 0,
  deals: 0,
  dealsFound: 0,
  dealsSaid: 0,
  dealsRight: 0,
});

export function addTally(sum: Tally, more: Tally): void {
  for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += more[key];
}

/** A claim with its place in the article's whole text. */
export type PlacedClaim = Claim & { at: { start: number; end: number } };

const payments = new Set(["amount", "equity", "tranche", "debt"]);
const family = (metric: string): string =>
  metric.startsWith("valuation") ? "valuation" : payments.has(metric) ? "money" : metric;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-9);

/**
 * @param text the article's blocks, joined by line feeds, in which quotes and claims are placed
 * @returns the counts, and each miss in words
 */
export function scoreArticle(
  expected: Expected,
  reading: Pick<Reading, "deals"> & { claims: PlacedClaim[] },
  text: string,
): { tally: Tally; misses: string[] } {
  const tally = { ...emptyTally(), articles: 1 };
  const misses: string[] = [];
  // Terms and counts of things are labelled for completeness; no claim is made of them.
  const labelled = expected.figures.filter(({ unit, metric }) => unit !== "year" && metric !== "count");
  const figures = labelled.map((figure) => ({ figure, at: locate(text, figure) }));
  for (const { figure, at } of figures) if (!at) misses.push(`label not in the text: ${figure.quote}`);
  const taken = new Set<ExpectedFigure>();
  const matched = reading.claims.map((claim) => {
    const over = figures
      .filter(({ at }) => at && at.start < claim.at.end && claim.at.start < at.end)
      .map(({ figure }) => figure);
    const figure = over.find((one) => agrees(claim, one) && !taken.has(one)) ?? over[0] ?? null;
    const right = figure !== null && agrees(claim, figure) && !taken.has(figure);
    if (figure && right) taken.add(figure);
    return { claim, figure, right };
  });
  for (const { figure } of figures) {
    if (figure.deal === null || figure.ambiguous || figure.expect === "unverified" || figure.expect === "none")
      continue;
    const hit = matched.find((one) => one.figure === figure && one.right)?.claim;
    tally.figures++;
    if (figure.expect === "discrepancy") tally.errors++;
    if (!hit) {
      misses.push(`missed ${figure.quote} (${figure.deal} ${figure.metric} ${figure.value} ${figure.unit})`);
      continue;
    }
    tally.found++;
    tally.verdicts++;
    if (hit.verdict === figure.expect) tally.verdictsRight++;
    else
      misses.push(
        `verdict of ${figure.quote} (${figure.deal}): ${hit.verdict} ${hit.reason ?? ""}, should be ${figure.expect} ${figure.reason ?? ""} ${figure.why ?? ""}`,
      );
    if (figure.expect !== "discrepancy" || hit.verdict !== "discrepancy") continue;
    tally.errorsFound++;
    if (figure.reason === undefined) continue;
    tally.reasons++;
    if (hit.reason === figure.reason) tally.reasonsRight++;
    else misses.push(`reason of ${figure.quote}: ${hit.reason}, should be ${figure.reason}`);
  }
  for (const { claim, figure, right } of matched) {
    const alarm = claim.verdict === "discrepancy";
    if (figure?.ambiguous || (figure?.expect === "unverified" && !alarm)) continue;
    const good = right && figure?.deal !== null && figure?.expect !== "unverified" && figure?.expect !== "none";
    tally.claims++;
    if (good) tally.right++;
    else
      misses.push(
        `wrong ${claim.text} as ${claim.deal} ${claim.metric}; is ${figure?.deal ?? "no deal's figure"} ${figure?.metric ?? ""}`,
      );
    if (!alarm) continue;
    tally.alarms++;
    if (good && figure?.expect === "discrepancy") tally.alarmsRight++;
    else misses.push(`false alarm ${claim.text} against ${claim.deal} ${claim.metric} (${claim.reason})`);
  }
  const maybe = new Set(expected.maybeDeals ?? []);
  const said = reading.deals.filter((deal) => !maybe.has(deal));
  const wanted = expected.deals.filter((deal) => !maybe.has(deal));
  tally.deals = wanted.length;
  tally.dealsSaid = said.length;
  for (const deal of wanted)
    if (said.includes(deal)) tally.dealsFound++;
    else misses.push(`deal missed ${deal}`);
  for (const deal of said)
    if (wanted.includes(deal)) tally.dealsRight++;
    else misses.push(`deal wrong ${deal}`);
  return { tally, misses };
}

function agrees(claim: Claim, figure: ExpectedFigure): boolean {
  const deals = [figure.deal, ...(figure.altDeals ?? [])];
  return (
    deals.includes(claim.deal) &&
    near(claim.value, figure.value) &&
    claim.unit === figure.unit &&
    (figure.metric === null || family(figure.metric) === family(claim.metric))
  );
}

/** Where a label's quote stands; white space of any kind counts the same. */
function locate(text: string, { quote, occurrence = 1 }: ExpectedFigure): { start: number; end: number } | null {
  const pattern = new RegExp(
    quote
      .trim()
      .split(/\s+/)
      .map((word) => RegExp.escape(word))
      .join("\\s+"),
    "gu",
  );
  const match = [...text.matchAll(pattern)][occurrence - 1];
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

const share = (part: number, whole: number): string =>
  (whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)).padStart(7);

/** The table's head, and a row for one language or all. */
export const tableHead = `lang     articles figures errors  ${["recall", "precis", "verdict", "errors", "reason", "alarms", "deals r", "deals p"].map((head) => head.padStart(7)).join(" ")}`;
export const tableRow = (name: string, t: Tally): string =>
  `${name.padEnd(8)} ${String(t.articles).padStart(8)} ${String(t.figures).padStart(7)} ${String(t.errors).padStart(6)}  ${[
    share(t.found, t.figures),
    share(t.right, t.claims),
    share(t.verdictsRight, t.verdicts),
    share(t.errorsFound, t.errors),
    share(t.reasonsRight, t.reasons),
    share(t.alarmsRight, t.alarms),
    share(t.dealsFound, t.deals),
    share(t.dealsRight, t.dealsSaid),
  ].join(" ")}`;
