/** The record's figures as a claim shows them: then, now, and the one it was held against. */
import type { Deal, IsoDate } from "../../deals/schema.ts";
import { endedOn, stands, statusOn, type TimedFigure, timelineOf } from "../../deals/timeline.ts";
import type { RecordFigure, Statement } from "../types.ts";
import { relate } from "./comparable.ts";
import type { Context, Days, Held } from "./evidence.ts";
import { isAgreed } from "./standing.ts";

/** A figure as it stood on `day`. */
export function recordFigure(timed: TimedFigure, deal: Deal | undefined, day: IsoDate): RecordFigure {
  const { metric, value, valueTo, unit, qualifier } = timed.figure;
  const { deal: id, since } = timed;
  const status = (deal && statusOn(deal, day)) ?? timed.status;
  return valueTo === undefined
    ? { deal: id, metric, value, unit, qualifier, since, status }
    : { deal: id, metric, value, valueTo, unit, qualifier, since, status };
}

/**
 * The deal that stands in this one's place as of `asOf`: itself, or, where it has ended and another replaced it, that
 * one, and so on. A circle of successors ends where it began to repeat.
 */
export function successorOf(deal: Deal, asOf: IsoDate, index: Context["index"]): Deal {
  const seen = new Set<string>();
  let current = deal;
  while (!seen.has(current.id) && current.supersededBy !== undefined && endedOn(current, asOf) !== null) {
    seen.add(current.id);
    const next = index.deal(current.supersededBy);
    if (next === undefined || statusOn(next, asOf) === null) break;
    current = next;
  }
  return current;
}

/** What was in force at the article's date, as near as possible to what the statement is about. */
export function expectedFigure(
  held: readonly Held[],
  against: Held | null,
  deal: Deal,
  days: Days,
  context: Context,
): RecordFigure | null {
  const best =
    against?.when === "at-date"
      ? against
      : bestOf(
          held.filter(({ when }) => when === "at-date"),
          against,
          days.known,
        );
  if (best === null) return null;
  const source = best.timed.deal === deal.id ? deal : context.index.deal(best.timed.deal);
  return recordFigure(best.timed, source, statusDay(source, days));
}

/** The article's own day, unless the deal's first event is of the day after. */
export const statusDay = (deal: Deal | undefined, days: Days): IsoDate =>
  deal && statusOn(deal, days.article) === null ? days.known : days.article;

/**
 * What stands now in the place of the figure that the statement is about: this deal's, or its successor's. Where the
 * successor states nothing comparable, the last word is this deal's own, with its status.
 */
export function currentFigure(
  statement: Statement,
  held: readonly Held[],
  against: Held | null,
  deal: Deal,
  days: Days,
  context: Context,
): RecordFigure | null {
  const successor = statement.standing ? deal : successorOf(deal, days.now, context.index);
  if (successor !== deal) {
    const replacing = bestSuccessor(statement, successor, against, days, context);
    if (replacing) return recordFigure(replacing, successor, days.now);
  }
  const best = bestOf(
    held.filter(({ stillStands }) => stillStands),
    against,
    days.now,
  );
  if (best === null) return null;
  const source = best.timed.deal === deal.id ? deal : context.index.deal(best.timed.deal);
  return recordFigure(best.timed, source, days.now);
}

function bestSuccessor(
  statement: Statement,
  successor: Deal,
  against: Held | null,
  days: Days,
  context: Context,
): TimedFigure | null {
  // A part of the old deal has no counterpart in the new one: what replaced it is the new deal's whole.
  const whole: Statement = {
    ...statement,
    scope: "whole",
    of: undefined,
    metric: statement.metric === "tranche" ? "amount" : statement.metric,
  };
  let best: TimedFigure | null = null;
  for (const timed of timelineOf(successor, context.index).figures) {
    if (!stands(timed, days.now) || relate(whole, timed.figure, successor) === "none") continue;
    if (best === null || rank(timed, statement, against) > rank(best, statement, against)) best = timed;
  }
  return best;
}

const rank = ({ figure }: TimedFigure, statement: Statement, against: Held | null): number =>
  (figure.scope === "whole" ? 8 : 0) +
  (figure.metric === (against?.timed.figure.metric ?? statement.metric) ? 4 : 0) +
  (figure.unit === statement.unit ? 2 : 0) +
  (figure.basis === against?.timed.figure.basis ? 1 : 0);

/** The figure most like the one the statement was held against, or, without one, most like the statement. */
function bestOf(held: readonly Held[], against: Held | null, day: IsoDate): Held | null {
  let best: Held | null = null;
  for (const one of held) if (best === null || compare(one, best, against, day) > 0) best = one;
  return best;
}

function compare(a: Held, b: Held, against: Held | null, day: IsoDate): number {
  return (
    likeness(a, against) - likeness(b, against) ||
    Number(stands(a.timed, day)) - Number(stands(b.timed, day)) ||
    // Of valuations over several deals, those agreed, and of these the latest.
    Number(isAgreed(a.timed)) - Number(isAgreed(b.timed)) ||
    a.timed.since.localeCompare(b.timed.since) ||
    b.distance - a.distance
  );
}

function likeness(one: Held, against: Held | null): number {
  const { figure } = one.timed;
  const model = against?.timed.figure;
  return (
    (one.relation === "strict" ? 16 : 0) +
    (model && one.timed.deal === against.timed.deal && figure.metric === model.metric ? 8 : 0) +
    (model && figure.scope === model.scope && figure.of === model.of ? 4 : 0) +
    (model && figure.basis === model.basis ? 2 : 0) +
    (one.converted ? 0 : 1)
  );
}
