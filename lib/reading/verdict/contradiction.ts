/** What is wrong with a statement that agrees with no figure its deal has had: the candidates, in order. */
import { type Deal, isMoney, type Status } from "../../deals/schema.ts";
import { statusOn, timelineOf } from "../../deals/timeline.ts";
import { significantDigits, unitsCompare } from "../../deals/units.ts";
import type { Note, Reason, RecordFigure, Statement } from "../types.ts";
import { powerBetween, sameDigits } from "./agreement.ts";
import { familyOf, isAboutWhole, type MetricFamily, relate } from "./comparable.ts";
import {
  type Found,
  isAnotherDeals,
  isKnownElsewhere,
  isPartsNumber,
  isRoundsNumber,
  otherMetrics,
  otherPartys,
} from "./elsewhere.ts";
import { type Context, type Days, type Held, whenOf } from "./evidence.ts";
import { recordFigure, statusDay } from "./figures.ts";
import { slipOf } from "./slips.ts";
import { valuedCompany } from "./standing.ts";

export type Contradiction = {
  reason: Reason;
  factor: number | null;
  notes: Note[];
  /** The figure that shows the mistake. */
  against: RecordFigure;
  /** Its evidence, where it is one of those the statement was held against. */
  held: Held | null;
};

type Case = { statement: Statement; deal: Deal; held: readonly Held[]; days: Days; context: Context };

/** The first candidate that fits, or null: then the record cannot tell. */
export function findContradiction(a: Case): Contradiction | null {
  return (
    scaleSlip(a) ??
    wrongCurrency(a) ??
    wrongUnit(a) ??
    wrongParty(a) ??
    wrongMetric(a) ??
    swappedDigits(a) ??
    wrongValue(a)
  );
}

/** Metrics written with scale words. */
const SCALED: ReadonlySet<MetricFamily> = new Set<MetricFamily>([
  "amount",
  "tranche",
  "equity",
  "debt",
  "valuation",
  "power",
  "shares",
  "break-fee",
]);

/** "99 %" for 9.9 %: a stake of one digit is soon ten times another. */
const isPreciseStake = ({ metric, value, explicit }: Statement): boolean =>
  metric === "stake" && explicit && significantDigits(value) > 1;

function scaleSlip(a: Case): Contradiction | null {
  const { statement, context } = a;
  if (!SCALED.has(familyOf(statement.metric)) && !isPreciseStake(statement)) return null;
  const strict = a.held.filter(({ relation }) => relation === "strict");
  if (statement.value === 0) {
    const swallowed = strict.find(({ when }) => when === "at-date");
    if (!swallowed || statement.valueTo !== null) return null;
    const slip = slipOf(null, swallowed.timed.figure.value, statement.unit, context.lang);
    return found(a, "value", swallowed, null, [slip]);
  }
  if (isRoundsNumber(a)) return null;
  // A part's number is no slip where the sentence may be speaking of that part.
  const partsNumber = isPartsNumber(a);
  if (partsNumber && !statement.explicit) return null;
  let best: { held: Held; power: number; rank: number } | null = null;
  for (const one of strict) {
    const { figure } = one.timed;
    if (one.when !== "at-date" && (!statement.explicit || partsNumber || significantDigits(figure.value) < 2)) continue;
    if (one.converted && (!statement.explicit || statement.unitAssumed)) continue;
    const power = powerBetween(one.said, one.timed.number, one.converted);
    if (power === null || (one.converted && Math.abs(power) !== 1 && Math.abs(power) !== 3)) continue;
    // Of parts there are many, and a small one need not be known. One ten times any that is known would be.
    if (!isAboutWhole(statement) && !statement.explicit && power < 0) continue;
    // One gigawatt of ten is the first phase, in every deal that has phases.
    if (statement.metric === "power" && (power === -1 || power === -2)) continue;
    const rank = (one.when === "at-date" ? 0 : one.when === "earlier" ? 100 : 200) + Math.abs(power);
    if (best === null || rank < best.rank) best = { held: one, power, rank };
  }
  if (best === null) return null;
  const slip = slipOf(best.power, best.held.timed.figure.value, statement.unit, context.lang);
  return found(a, "scale", best.held, 10 ** best.power, [slip]);
}

/** The same number with another currency. One that the text does not name cannot be wrong. */
function wrongCurrency(a: Case): Contradiction | null {
  const { statement, deal, days, context } = a;
  if (!isMoney(statement.unit) || statement.unitAssumed) return null;
  // Also where the record states the text's own currency: 16.5 billion won is no slip for 23 trillion won, but for dollars.
  const same = timelineOf(deal, context.index).figures.find(
    (timed) =>
      isMoney(timed.figure.unit) &&
      timed.figure.unit !== statement.unit &&
      // Without a rate nobody can tell how far apart the two are.
      context.index.usdPerUnit(statement.unit, timed.month) !== null &&
      relate(statement, timed.figure, deal) === "strict" &&
      whenOf(timed, days) === "at-date" &&
      sameDigits(statement, timed.number),
  );
  // A round number is soon the same by chance.
  if (!same || !(statement.explicit || significantDigits(statement.value) > 2)) return null;
  const against = recordFigure(same, deal, statusDay(deal, days));
  return {
    reason: "currency",
    factor: null,
    notes: [],
    against,
    held: a.held.find(({ timed }) => timed === same) ?? null,
  };
}

/** The same number with another kind of unit: dollars for watts. */
function wrongUnit({ statement, deal, days, context }: Case): Contradiction | null {
  if (statement.unitAssumed || !statement.explicit) return null;
  const same = timelineOf(deal, context.index).figures.find(
    (timed) =>
      !unitsCompare(timed.figure.unit, statement.unit) &&
      whenOf(timed, days) === "at-date" &&
      relate({ ...statement, unit: timed.figure.unit }, timed.figure, deal) === "strict" &&
      sameDigits(statement, timed.number),
  );
  if (!same) return null;
  return {
    reason: "unit",
    factor: null,
    notes: [],
    against: recordFigure(same, deal, statusDay(deal, days)),
    held: null,
  };
}

function wrongParty({ statement, deal, days, context }: Case): Contradiction | null {
  return statement.tentative ? null : misplaced("party", otherPartys({ statement, deal, days, context }), days);
}

function wrongMetric({ statement, deal, days, context }: Case): Contradiction | null {
  if (statement.tentative || (statement.historical && !statement.explicit)) return null;
  return misplaced("metric", otherMetrics({ statement, deal, days, context }), days);
}

function misplaced(reason: "party" | "metric", other: Found | null, days: Days): Contradiction | null {
  if (other === null) return null;
  const against = recordFigure(other.timed, other.deal, statusDay(other.deal, days));
  return { reason, factor: null, notes: [], against, held: null };
}

/** "83.6 %" for 86.3: two digits side by side in the other's place. Of three digits or more, that is no chance. */
function swappedDigits(a: Case): Contradiction | null {
  const { statement } = a;
  if (statement.valueTo !== null || statement.tentative || significantDigits(statement.value) < FEWEST_SWAPPED)
    return null;
  const meant = a.held.find(
    ({ timed, when, converted }) =>
      when === "at-date" &&
      !converted &&
      timed.number.valueTo === undefined &&
      areSwapped(statement.value, timed.figure.value),
  );
  return meant ? found(a, "value", meant, null, []) : null;
}

const FEWEST_SWAPPED = 3;

function areSwapped(said: number, recorded: number): boolean {
  const [a, b] = [said, recorded].map((value) => value.toExponential(11)) as [string, string];
  if (a === b || a.length !== b.length || a.slice(-4) !== b.slice(-4)) return false;
  const first = [...a].findIndex((digit, i) => digit !== b[i]);
  // The decimal point of "6.55e+0" stands behind the first digit.
  const second = first === 0 ? 2 : first + 1;
  const swapped = [...a];
  [swapped[first], swapped[second]] = [a[second] as string, a[first] as string];
  return swapped.join("") === b;
}

/** Metrics of which a deal has many, or that are told in too many ways for a difference to be a mistake. */
const NEVER_BY_VALUE: ReadonlySet<MetricFamily> = new Set<MetricFamily>([
  "count",
  "term",
  "tranche",
  "shares",
  "stake",
  "equity",
  "debt",
]);
/** Talks are reported with different figures: only a gross difference contradicts them. */
const SOFT: ReadonlySet<Status> = new Set<Status>(["rumoured", "in-talks"]);
const SOFT_FACTOR = 2;
/** Below this, figures recorded as "about" are told apart by rounding, dates and exchange rates. */
const ABOUT_MARGIN = 0.05;
const CONVERTED_MARGIN = 0.12;

/** The last resort, only where nothing else can explain the difference. */
function wrongValue(a: Case): Contradiction | null {
  const { statement, deal, days } = a;
  if (!statement.explicit || statement.tentative || statement.historical || statement.standing) return null;
  if (!isAboutWhole(statement) || NEVER_BY_VALUE.has(familyOf(statement.metric))) return null;
  const then = a.held.filter(({ when }) => when === "at-date");
  const [one] = then;
  if (then.length !== 1 || !one || one.timed.disputed || one.relation !== "strict") return null;
  if (one.converted && statement.unitAssumed) return null;
  if (isCompatible(one) || mayBePart(one, a) || isKnownElsewhere(a) || isAnotherDeals(a)) return null;
  const status = statusOn(deal, statusDay(deal, days));
  const ratio = one.said.value / (one.timed.figure.value || 1);
  if (status !== null && SOFT.has(status) && ratio < SOFT_FACTOR && ratio > 1 / SOFT_FACTOR) return null;
  return found(a, "value", one, null, []);
}

/**
 * Whether the statement may be of one side or site: less power than the whole is some site's, and beside the value of
 * two companies that merge there is each one's own.
 */
function mayBePart({ said, timed }: Held, { statement, deal }: Case): boolean {
  if (familyOf(statement.metric) === "valuation") return valuedCompany(deal) === null;
  return statement.metric === "power" && said.value < timed.figure.value;
}

/** Whether the difference may still be one of rounding, rates or of what is left open. */
function isCompatible({ said, timed, distance, converted }: Held): boolean {
  const { value, qualifier } = timed.figure;
  if (distance <= (converted ? CONVERTED_MARGIN : qualifier === "about" ? ABOUT_MARGIN : 0)) return true;
  const isAtLeast = (which: string): boolean => which === "over" || which === "at-least";
  const isAtMost = (which: string): boolean => which === "up-to" || which === "under";
  // "More than 20" is true of 28, and "up to 100" of 60, though nobody would say so of ten times or a tenth as much.
  if (isAtLeast(said.qualifier) || isAtMost(qualifier)) return said.value < value && said.value > value / SOFT_FACTOR;
  if (isAtMost(said.qualifier) || isAtLeast(qualifier)) return said.value > value && said.value < value * SOFT_FACTOR;
  return false;
}

function found(a: Case, reason: Reason, held: Held, factor: number | null, notes: Note[]): Contradiction {
  const source = held.timed.deal === a.deal.id ? a.deal : a.context.index.deal(held.timed.deal);
  return { reason, factor, notes, against: recordFigure(held.timed, source, statusDay(source, a.days)), held };
}
