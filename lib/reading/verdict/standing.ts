/** What a company is worth as of a day, over all the deals that put a price on it. */
import type { Deal, IsoDate, Status } from "../../deals/schema.ts";
import { type TimedFigure, timelineOf } from "../../deals/timeline.ts";
import type { Statement } from "../types.ts";
import { familyOf } from "./comparable.ts";
import { type Context, daysOf } from "./evidence.ts";

/** Talks put no price on a company; what is signed does. */
const AGREED: ReadonlySet<Status> = new Set<Status>(["announced", "definitive", "closed", "restructured"]);

/**
 * The company that a deal values: the one invested in. Null in a takeover or merger, whose valuation may be that of the
 * two together.
 */
export function valuedCompany(deal: Deal): string | null {
  if (deal.kind === "acquisition" || deal.kind === "merger") return null;
  return deal.parties.find(({ role }) => role === "investee")?.party ?? null;
}

/**
 * The company's valuations over all its deals, each until the next round that was agreed put another in its place. Rounds
 * after the article's date put nothing out of date: "valued at 300 billion" is said of the round that was the latest.
 * Null where the statement is not of a company's standing value.
 */
export function standingValuations(statement: Statement, deal: Deal, context: Context): TimedFigure[] | null {
  // What the text calls past is no present value: it is judged as its own round's.
  if (!statement.standing || statement.historical || familyOf(statement.metric) !== "valuation") return null;
  const company = valuedCompany(deal);
  if (company === null) return null;
  const deals = context.index.dealsOf(company).filter((other) => valuedCompany(other) === company);
  const valuations = deals.flatMap((other) =>
    timelineOf(other, context.index).figures.filter(
      (timed) =>
        familyOf(timed.figure.metric) === "valuation" &&
        timed.figure.scope === "whole" &&
        timed.from <= context.asOf &&
        // What is hoped for in other deals, a listing among them, says nothing of today.
        (other.id === deal.id || isAgreed(timed)),
    ),
  );
  const { known } = daysOf(context);
  return valuations.map((timed) => {
    const next = nextRound(timed, valuations, known);
    if (next === null || (timed.to !== null && timed.to <= next)) return timed;
    return { ...timed, to: next, until: next };
  });
}

/** The day on which another deal's agreed valuation took the place of this one. */
function nextRound(timed: TimedFigure, valuations: readonly TimedFigure[], known: IsoDate): IsoDate | null {
  let next: IsoDate | null = null;
  for (const other of valuations) {
    if (other.deal === timed.deal || other.from <= timed.since || other.from > known || !AGREED.has(other.status))
      continue;
    // Restating an older round does not make it the latest.
    if (other.since <= timed.since || other.since !== other.from) continue;
    if (next === null || other.from < next) next = other.from;
  }
  return next;
}

export const isAgreed = (timed: TimedFigure): boolean => AGREED.has(timed.status);
