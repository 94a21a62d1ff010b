/** Which figures of the record a statement may be held against at all. */
import type { Deal, Figure, Metric } from "../../deals/schema.ts";
import { unitsCompare } from "../../deals/units.ts";
import type { Statement } from "../types.ts";

/** Metrics whose figures can contradict each other, or be mistaken for each other in a text. */
export type MetricFamily = Exclude<Metric, "valuation-pre" | "valuation-post">;

export const familyOf = (metric: Metric): MetricFamily =>
  metric === "valuation-pre" || metric === "valuation-post" ? "valuation" : metric;

/** Money that changes hands in a deal, as opposed to what something is worth. */
export const isPayment = (metric: Metric): boolean =>
  metric === "amount" || metric === "equity" || metric === "debt" || metric === "tranche";

/**
 * How a figure relates to a statement. `strict`: it can confirm and contradict it. `lenient`: it can confirm it, but what
 * it covers is not known well enough to contradict it. `none`: neither.
 */
export type Relation = "strict" | "lenient" | "none";

/** A statement about the deal's whole, or about something less. A `tranche` is always something less. */
export const isAboutWhole = ({ metric, scope }: Pick<Statement, "metric" | "scope">): boolean =>
  scope === "whole" && metric !== "tranche";

const isWhole = ({ metric, scope }: Figure): boolean => scope === "whole" && metric !== "tranche";

export function relate(statement: Statement, figure: Figure, deal: Deal): Relation {
  if (!unitsCompare(statement.unit, figure.unit) || figure.scope === "reference") return "none";
  if (isAboutWhole(statement)) {
    const metric = wholeMetric(statement.metric, figure, deal);
    if (metric === "none") return "none";
    if (isWhole(figure)) return metric;
    // Cash parts, single holders' stakes, either side's fee and single sites are stated without saying so, as often as
    // not.
    return isStatedBare(figure.metric) && isPiece(figure) && ofCompatible(statement, figure) ? "lenient" : "none";
  }
  if (!scopedMetric(statement.metric, figure.metric)) return "none";
  if (isWhole(figure)) return isOwnDeal(statement, figure, deal) ? "lenient" : "none";
  return relateScopes(statement, figure);
}

function wholeMetric(metric: Metric, figure: Figure, deal: Deal): Relation {
  if (metric === figure.metric) return "strict";
  if (familyOf(metric) === "valuation" && familyOf(figure.metric) === "valuation") {
    return metric === "valuation" || figure.metric === "valuation" ? "strict" : "none";
  }
  // A company's price is what its shares cost or what it costs with its debts; articles give either as the price.
  if (deal.kind !== "acquisition" && deal.kind !== "merger") return "none";
  if (metric === "amount" && figure.metric === "equity") return "lenient";
  if (metric === "equity" && figure.metric === "amount") return figure.basis === "enterprise" ? "none" : "lenient";
  return "none";
}

/** Among parts, what the record calls a tranche a text may call a payment or a stake bought, and the other way round. */
function scopedMetric(metric: Metric, recorded: Metric): boolean {
  if (familyOf(metric) === familyOf(recorded)) return true;
  return (
    isPayment(metric) &&
    isPayment(recorded) &&
    (metric !== "debt" || recorded === "tranche") &&
    (recorded !== "debt" || metric === "tranche")
  );
}

function relateScopes(statement: Statement, figure: Figure): Relation {
  const recorded = figure.scope === "whole" ? "part" : figure.scope;
  const said = statement.scope === "whole" ? "part" : statement.scope;
  if (!ofCompatible(statement, figure)) return "none";
  if (said === recorded)
    return figure.metric === statement.metric || isPayment(statement.metric) ? "strict" : "lenient";
  if (said === "yearly" || said === "cumulative" || recorded === "yearly" || recorded === "cumulative") return "none";
  if (said === "condition") return "none";
  // What is left of a payment, an extension or one party's share are parts, whichever of these words a text finds.
  return "lenient";
}

const ofCompatible = (statement: Statement, figure: Figure): boolean =>
  statement.of === undefined || figure.of === undefined || statement.of === figure.of;

const STATED_BARE: ReadonlySet<Metric> = new Set<Metric>(["share-price", "stake", "break-fee", "equity", "power"]);
const isStatedBare = (metric: Metric): boolean => STATED_BARE.has(metric);

const isPiece = ({ scope }: Figure): boolean => scope === "part" || scope === "party" || scope === "added";

const PAYERS: ReadonlySet<string> = new Set(["investor", "acquirer", "lead", "lender", "customer"]);
export const isPayer = (role: string): boolean => PAYERS.has(role);

/** Whether a party's share is the whole deal: it alone pays. Also its stake, which the record may give as the deal's. */
function isOwnDeal(statement: Statement, figure: Figure, deal: Deal): boolean {
  if (statement.scope !== "party" || statement.metric === "tranche") return false;
  const payers = deal.parties.filter(({ role }) => isPayer(role));
  const isPayerOf = (party: string | undefined): boolean => payers.some((payer) => payer.party === party);
  if (!isPayerOf(statement.of)) return false;
  return figure.metric === "stake" || payers.every(({ party }) => party === statement.of);
}
