/** The record's side of a judgement: the figures a statement may be held against, and what each comparison gave. */
import { addDays, earlierOf, monthOf } from "../../deals/dates.ts";
import type { Deal, IsoDate } from "../../deals/schema.ts";
import { stands, type TimedFigure, timelineOf } from "../../deals/timeline.ts";
import type { DealIndex, Statement } from "../types.ts";
import { type Agreement, agreement, convertNearest, distance, isUnconverted, type Said } from "./agreement.ts";
import { type Relation, relate } from "./comparable.ts";

/** What a judgement depends on besides statement and deal. */
export type Context = {
  index: Pick<DealIndex, "deal" | "usdPerUnit" | "dealsOf" | "dealCount" | "partsOf">;
  /** The article's own date; null where it has none. */
  published: IsoDate | null;
  /** Today, or the day as of which to judge. Later events do not exist. */
  asOf: IsoDate;
  /** BCP 47, of the text. Only chooses between slips that weigh the same. */
  lang?: string | undefined;
};

/** The days that matter: the article's, the last one it is taken to know, and now. */
export type Days = { article: IsoDate; known: IsoDate; now: IsoDate };

/** Offices and time zones differ: events of the day after the article count as known. No date: the article is of now. */
export function daysOf({ published, asOf }: Pick<Context, "published" | "asOf">): Days {
  const article = earlierOf(published ?? asOf, asOf);
  return { article, known: earlierOf(addDays(article, 1), asOf), now: asOf };
}

/** One figure of the record held against a statement. */
export type Held = {
  timed: TimedFigure;
  relation: Exclude<Relation, "none">;
  /** What is said, in the figure's unit. */
  said: Said;
  converted: boolean;
  agreement: Agreement;
  /** Relative; see `distance`. */
  distance: number;
  /** When the figure was in force, seen from the article. */
  when: "at-date" | "earlier" | "later";
  /** Whether it is still what the record says. */
  stillStands: boolean;
};

/** Every figure of the deal comparable with the statement, as of now. Later events do not exist. */
export function gatherEvidence(statement: Statement, deal: Deal, days: Days, context: Context): Held[] {
  return holdAgainst(statement, deal, timelineOf(deal, context.index).figures, days, context);
}

/** As `gatherEvidence`, of figures whose times were worked out elsewhere. */
export function holdAgainst(
  statement: Statement,
  deal: Deal,
  figures: readonly TimedFigure[],
  days: Days,
  context: Context,
): Held[] {
  const held: Held[] = [];
  for (const timed of figures) {
    if (timed.from > days.now) continue;
    const relation = relate(statement, timed.figure, deal);
    if (relation === "none") continue;
    if (timed.figure.unit !== statement.unit && saysItself(timed, statement, figures, days)) continue;
    const one = hold(statement, timed, relation, days, context);
    if (one) held.push(one);
  }
  return withoutFartherLoose(held);
}

function hold(
  statement: Statement,
  timed: TimedFigure,
  relation: Held["relation"],
  days: Days,
  context: Context,
): Held | null {
  const recorded = timed.number;
  const converted = timed.figure.unit !== statement.unit;
  const months = [monthOf(days.article), timed.month];
  const said = converted ? convertNearest(statement, timed.figure.unit, months, recorded, context.index) : statement;
  if (said === null || (converted && isUnconverted(statement, said, recorded))) return null;
  return {
    timed,
    relation,
    said,
    converted,
    agreement: agreement(said, recorded, converted),
    distance: distance(said, recorded),
    when: whenOf(timed, days),
    stillStands: stands(timed, days.now),
  };
}

/**
 * A figure replaced on the very day of the article may be what the article went by, as may one of the day after: both
 * were in force then.
 */
export function whenOf({ from, to }: Pick<TimedFigure, "from" | "to">, { article, known }: Days): Held["when"] {
  if (from > known) return "later";
  return to === null || to >= article ? "at-date" : "earlier";
}

/** Whether the record says the same in the text's own currency, at some time while `timed` was in force. */
function saysItself(timed: TimedFigure, statement: Statement, figures: readonly TimedFigure[], days: Days): boolean {
  return figures.some(
    (other) =>
      other.figure.unit === statement.unit &&
      other.figure.metric === timed.figure.metric &&
      other.figure.scope === timed.figure.scope &&
      other.figure.of === timed.figure.of &&
      other.from <= days.now &&
      (timed.to === null || other.from < timed.to) &&
      (other.to === null || other.to > timed.from),
  );
}

/** "About 120" is 120 and not 122, where the record has had both. */
function withoutFartherLoose(held: Held[]): Held[] {
  let nearest = Number.POSITIVE_INFINITY;
  for (const { distance } of held) if (distance < nearest) nearest = distance;
  for (const one of held) if (one.agreement === "loose" && one.distance > nearest) one.agreement = "none";
  return held;
}
