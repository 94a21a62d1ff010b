/**
 * What the record says of a statement. A pure function of statement, record, article date and now.
 *
 * docs/verdicts.md has the rules in words, in the order in which they apply here.
 */

import type { Deal, Qualifier, Status } from "../deals/schema.ts";
import { endedOn, statusOn } from "../deals/timeline.ts";
import type { Judgement, Note, Statement } from "./types.ts";
import { agreement } from "./verdict/agreement.ts";
import { type Contradiction, findContradiction } from "./verdict/contradiction.ts";
import { givesWholeToOne } from "./verdict/elsewhere.ts";
import { type Context, type Days, daysOf, gatherEvidence, type Held, holdAgainst } from "./verdict/evidence.ts";
import { currentFigure, expectedFigure, recordFigure, statusDay } from "./verdict/figures.ts";
import { standingValuations } from "./verdict/standing.ts";

export { familyOf, type MetricFamily } from "./verdict/comparable.ts";
export { type Context, type Days, daysOf } from "./verdict/evidence.ts";
export { figuresUntil, matches, type RecordMatch } from "./verdict/matches.ts";
export { SLIPS, type Slip } from "./verdict/slips.ts";

/**
 * Judges a statement about `deal`. Never throws for records that passed their schema; where the record cannot tell, the
 * verdict is `unverified`.
 */
export function judge(said: Statement, deal: Deal, context: Context): Judgement {
  const days = daysOf(context);
  const standing = standingValuations(said, deal, context);
  const statement = standing || !said.standing ? said : { ...said, standing: false };
  const held = standing
    ? holdAgainst(statement, deal, standing, days, context)
    : gatherEvidence(statement, deal, days, context);
  const against = agreeing(held, statement);
  const answer = answerer(statement, deal, held, days, context);
  if (against && givesWholeToOne(statement, deal, days, context)) {
    return answer({ verdict: "discrepancy", reason: "party" }, against);
  }
  if (against) return answer(settle(statement, deal, against, held, days, context), against);
  const wrong = findContradiction({ statement, deal, held, days, context });
  return wrong ? contradicted(wrong, answer(UNVERIFIED, wrong.held)) : answer(UNVERIFIED, null);
}

type Answer = Pick<Judgement, "verdict" | "reason"> & { notes?: Note[] };
const UNVERIFIED: Answer = { verdict: "unverified", reason: null };

/** The figure that the statement agrees with: of the article's time before an earlier one, that before a later one. */
function agreeing(held: readonly Held[], { historical }: Statement): Held | null {
  // "Had offered 4.1" is the earlier 4.1, though the 4.2 of the day is about as much.
  const former = historical
    ? held.find(({ when, distance, converted }) => when === "earlier" && distance < 1e-3 && !converted)
    : undefined;
  let best: Held | null = null;
  if (former && held.every((one) => one === former || one.distance > 0.01)) return former;
  for (const one of held) if (one.agreement !== "none" && (best === null || isBetter(one, best))) best = one;
  return (best && itselfInstead(best, held)) ?? best;
}

/** "Raised it to 28 %" is the 28 of two years ago, rather than at most about the 26.8 that some part of it is now. */
function itselfInstead(best: Held, held: readonly Held[]): Held | null {
  if (best.relation !== "lenient" || best.distance < 0.01) return null;
  return held.find((one) => one.relation === "strict" && one.distance < 1e-3 && !one.converted) ?? null;
}

const ORDER = { "at-date": 0, earlier: 1, later: 2 } as const;

function isBetter(a: Held, b: Held): boolean {
  if (a.when !== b.when) return ORDER[a.when] < ORDER[b.when];
  // Of two that were in force around the article's date, the one that still stands: it needs no correction.
  if (a.stillStands !== b.stillStands) return a.stillStands;
  if (a.relation !== b.relation) return a.relation === "strict";
  if (a.distance !== b.distance) return a.distance < b.distance;
  return a.timed.from > b.timed.from;
}

/** The verdict on a statement that agrees with the record. */
function settle(
  statement: Statement,
  deal: Deal,
  against: Held,
  held: readonly Held[],
  days: Days,
  context: Context,
): Answer {
  const undated = context.published === null;
  const outdated = (reason: "changed-since" | "already-replaced"): Answer => ({
    verdict: "outdated",
    reason: undated ? "undated" : reason,
  });
  const current = held.some((one) => one.stillStands && one.agreement !== "none");
  if (!current) return outdated(against.when === "earlier" ? "already-replaced" : "changed-since");
  const ahead: Note[] = against.when === "later" ? ["ahead-of-record"] : [];
  const isFee = statement.metric === "break-fee";
  const source = against.timed.deal === deal.id ? deal : context.index.deal(against.timed.deal);
  const ended = source && !isFee && !statement.standing ? endedOn(source, days.now) : null;
  if (against.when === "earlier" && !restated(against, held)) return outdated("already-replaced");
  if (ended === null || !source) return { verdict: "confirmed", reason: null, notes: ahead };
  if (ended > days.known) return outdated("changed-since");
  return isReplacedDeal(source, days, context)
    ? outdated("already-replaced")
    : { verdict: "confirmed", reason: null, notes: ["deal-ended"] };
}

/** An earlier figure that has come back is the record's again. */
const restated = (against: Held, held: readonly Held[]): boolean =>
  held.some(
    (one) => one.stillStands && one.agreement !== "none" && one.timed.figure.value === against.timed.figure.value,
  );

/** Whether another deal took this one's place, as of now. */
function isReplacedDeal(deal: Deal, days: Days, { index }: Context): boolean {
  if (statusOn(deal, days.now) === "superseded") return true;
  const next = deal.supersededBy === undefined ? undefined : index.deal(deal.supersededBy);
  return next !== undefined && statusOn(next, days.now) !== null;
}

/** Fills in what every judgement carries. */
function answerer(statement: Statement, deal: Deal, held: readonly Held[], days: Days, context: Context) {
  return ({ verdict, reason, notes = [] }: Answer, against: Held | null): Judgement => {
    const source = against && against.timed.deal !== deal.id ? context.index.deal(against.timed.deal) : deal;
    return {
      verdict,
      reason,
      factor: null,
      historical: verdict === "outdated" && statement.historical,
      notes: [...notes, ...notesOf(statement, against, source ?? deal, days)],
      expected: expectedFigure(held, against, deal, days, context),
      now: currentFigure(statement, held, against, deal, days, context),
      against: against && recordFigure(against.timed, source, statusDay(source, days)),
    };
  };
}

function contradicted(wrong: Contradiction, base: Judgement): Judgement {
  const { reason, factor, notes, against } = wrong;
  return { ...base, verdict: "discrepancy", reason, factor, notes: [...notes, ...base.notes], against };
}

const UNBINDING: ReadonlySet<Status> = new Set<Status>(["rumoured", "in-talks", "letter-of-intent"]);

/** What a reader should know besides, of the figure that the statement was held against. */
function notesOf(statement: Statement, against: Held | null, deal: Deal, days: Days): Note[] {
  const notes: Note[] = [];
  if (statement.unitAssumed) notes.push("unit-assumed");
  if (against === null) return notes;
  if (against.timed.disputed) notes.push("disputed");
  if (against.converted) notes.push("converted");
  if (against.agreement === "none") return notes;
  if (qualifierDiffers(against)) notes.push("qualifier-differs");
  const status = statusOn(deal, statusDay(deal, days));
  if (status !== null && UNBINDING.has(status) && !statement.tentative) notes.push("non-binding");
  return notes;
}

const BOUND: Record<Qualifier, "floor" | "ceiling" | "none"> = {
  exact: "none",
  about: "none",
  over: "floor",
  "at-least": "floor",
  "up-to": "ceiling",
  under: "ceiling",
};

/** Whether a bound was dropped, added or turned round. "Over 180" for 183 only rounds, and its digits agree too. */
function qualifierDiffers({ said, timed }: Held): boolean {
  const { figure } = timed;
  if (said.valueTo !== null || figure.valueTo !== undefined || BOUND[said.qualifier] === BOUND[figure.qualifier])
    return false;
  const rounds = BOUND[figure.qualifier] === "none" && said.value !== figure.value;
  return !(rounds && agreement(said, timed.number) !== "none");
}
