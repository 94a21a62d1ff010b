/**
 * What a deal's figures were on a given day.
 *
 * The record lists events; each states what became true. A figure stays in force until a later event gives the same
 * metric (of the same scope, party and basis) another value, or until the deal ends. docs/verdicts.md has the rules.
 */
import { monthOf } from "./dates.ts";
import type { Deal, Figure, IsoDate, Status } from "./schema.ts";
import { convert, type Rates, stepOf, unitsCompare } from "./units.ts";

/** A number of the record. `step` is one unit of the last significant digit of the value. */
export type RecordedNumber = Pick<Figure, "value" | "qualifier"> & { valueTo: number | undefined; step: number };

/** A figure of the record, in the time during which it was what the record said. */
export type TimedFigure = {
  deal: string;
  figure: Figure;
  /** The day of the event that states it. */
  from: IsoDate;
  /** The day on which another event stated it again or replaced it; null while nothing has. */
  to: IsoDate | null;
  /** The day since which the value stands, whoever restated it in between. At or before `from`. */
  since: IsoDate;
  /** The day on which another value took its place; null while none has. At or after `to`. */
  until: IsoDate | null;
  /** The deal's status as of the event. */
  status: Status;
  /** Sources differ about it, or about a figure that stands beside it. */
  disputed: boolean;
  /** The figure's number, as comparisons take it. */
  number: RecordedNumber;
  /** The decimal logarithm of its value. */
  magnitude: number;
  /** Of `from`. */
  month: string;
};

export type Timeline = { deal: Deal; figures: readonly TimedFigure[] };

/** Statuses in which a deal is over. Some deals come back: what counts is the status on the day. */
const ENDED: ReadonlySet<Status> = new Set<Status>(["terminated", "superseded", "denied"]);
const isEnded = (status: Status | null): boolean => status !== null && ENDED.has(status);

/** The deal's status on `day`: that of the latest event until then. Null before the first event. */
export function statusOn(deal: Deal, day: IsoDate): Status | null {
  let status: Status | null = null;
  for (const event of deal.events) if (event.date <= day) status = event.status;
  return status;
}

/** The day on which the deal ended, if on `day` it has ended; null where it goes on, has come back or has not begun. */
export function endedOn(deal: Deal, day: IsoDate): IsoDate | null {
  let ended: IsoDate | null = null;
  for (const event of deal.events) {
    if (event.date > day) break;
    ended = isEnded(event.status) ? (ended ?? event.date) : null;
  }
  return ended;
}

/** Every figure the deal has had, oldest first, restatements included. */
export function figuresEver(deal: Deal, rates: Rates): readonly TimedFigure[] {
  return timelineOf(deal, rates).figures;
}

/** The figures that no other event has replaced by the end of `day`, whether or not the deal has ended. */
export function figuresStanding(deal: Deal, day: IsoDate, rates: Rates): TimedFigure[] {
  return figuresEver(deal, rates).filter((figure) => stands(figure, day));
}

/**
 * The figures in force at the end of `day`. An ended deal has none left but its break fees, which fall due by ending;
 * `figuresStanding` still has those it had at the end.
 */
export function figuresInForce(deal: Deal, day: IsoDate, rates: Rates): TimedFigure[] {
  const standing = figuresStanding(deal, day, rates);
  return endedOn(deal, day) === null ? standing : standing.filter(({ figure }) => figure.metric === "break-fee");
}

/** Whether the figure is what the record says at the end of `day`. */
export const stands = (figure: TimedFigure, day: IsoDate): boolean =>
  figure.from <= day && (figure.to === null || figure.to > day);

/** The last timeline of each deal: judging asks for it again and again, with the same rates. */
const timelines = new WeakMap<Deal, { rates: Rates; timeline: Timeline }>();

/** The deal's timeline. The deal must not be changed afterwards: timelines are kept. */
export function timelineOf(deal: Deal, rates: Rates): Timeline {
  const kept = timelines.get(deal);
  if (kept?.rates === rates) return kept.timeline;
  const timeline = { deal, figures: drawFigures(deal, rates) };
  timelines.set(deal, { rates, timeline });
  return timeline;
}

function drawFigures(deal: Deal, rates: Rates): TimedFigure[] {
  const all: TimedFigure[] = [];
  /** Which figure took over from which, where the value stayed the same. */
  const heirs = new Map<TimedFigure, TimedFigure>();
  let standing: TimedFigure[] = [];
  for (const event of deal.events) {
    const figures = event.figures.map(alike);
    const stated = figures.map((figure): TimedFigure => {
      const rivals = figures.filter((other) => other.unit === figure.unit && sameThing(other, figure));
      return {
        deal: deal.id,
        figure,
        from: event.date,
        to: null,
        since: event.date,
        until: null,
        status: event.status,
        disputed: rivals.some((rival) => rival.disputed),
        number: {
          value: figure.value,
          valueTo: figure.valueTo,
          qualifier: figure.qualifier,
          step: stepOf(figure.value),
        },
        magnitude: Math.log10(figure.value),
        month: monthOf(event.date),
      };
    });
    standing = standing.filter((old) => {
      const fate = fateOf(old, stated, standing, rates);
      if (fate === "stays") return true;
      old.to = event.date;
      if (fate !== "replaced") {
        heirs.set(old, fate);
        if (old.since < fate.since) fate.since = old.since;
      }
      return false;
    });
    standing.push(...stated);
    all.push(...stated);
  }
  // Heirs come later in the list, so that from the back each already knows its own end.
  for (let i = all.length - 1; i >= 0; i--) {
    const figure = all[i] as TimedFigure;
    const heir = heirs.get(figure);
    figure.until = heir ? heir.until : figure.to;
  }
  return all;
}

/**
 * The figure with every property a figure can have, in one order. Reading looks into the figures of all deals by turns, and
 * objects each of a kind of its own, as records are, take several times as long to look into.
 */
const alike = ({ metric, value, valueTo, unit, qualifier, scope, of, basis, disputed, note }: Figure): Figure => ({
  metric,
  value,
  valueTo,
  unit,
  qualifier,
  scope,
  of,
  basis,
  disputed,
  note,
});

/** What a later event makes of a figure: nothing, another value, or the same value again (in the figure returned). */
function fateOf(
  old: TimedFigure,
  stated: readonly TimedFigure[],
  standing: readonly TimedFigure[],
  rates: Rates,
): "stays" | "replaced" | TimedFigure {
  const about = stated.filter((fresh) => speaksOf(fresh, old, standing));
  if (about.length === 0) return "stays";
  const again = about.find((fresh) => sameValue(fresh.figure, old.figure));
  if (again) return again;
  if (standsBeside(old.figure)) return "stays";
  const sameUnit = about.filter(({ figure }) => figure.unit === old.figure.unit);
  // One disputed figure alone is a report against what stands, not a new state of things: the two stand side by side.
  if (sameUnit.length === 1 && sameUnit[0]?.figure.disputed) return "stays";
  // Money in another currency only: the same figure restated, if it is worth the same.
  if (sameUnit.length === 0) return about.some((fresh) => worthTheSame(fresh, old, rates)) ? "stays" : "replaced";
  return "replaced";
}

/** Whether a figure of a later event says something about an older one's metric, scope, party and basis. */
function speaksOf(fresh: TimedFigure, old: TimedFigure, standing: readonly TimedFigure[]): boolean {
  if (!sameThing(fresh.figure, old.figure) || !unitsCompare(fresh.figure.unit, old.figure.unit)) return false;
  if (fresh.figure.basis || !old.figure.basis) return true;
  // A price that does not say its basis restates the one of several that it is nearest to, and leaves the others.
  const gap = relativeGap(fresh, old);
  return !standing.some(
    (other) =>
      other !== old &&
      other.figure.basis !== old.figure.basis &&
      sameThing(fresh.figure, other.figure) &&
      relativeGap(fresh, other) < gap,
  );
}

const relativeGap = (a: TimedFigure, b: TimedFigure): number =>
  a.figure.unit === b.figure.unit
    ? Math.abs(a.figure.value - b.figure.value) / (b.figure.value || 1)
    : Number.POSITIVE_INFINITY;

/** Whether figures of one event or of two are about one thing, so that different values exclude each other. */
function sameThing(fresh: Figure, old: Figure): boolean {
  if (fresh.scope !== old.scope || fresh.of !== old.of) return false;
  if (fresh.basis && old.basis && fresh.basis !== old.basis) return false;
  if (fresh.metric === old.metric) return true;
  // A valuation that does not say whether it holds the new money gives way to one that does, or to the next; one
  // before the money is a different figure, which both leave alone.
  return isHeadlineValuation(fresh) && isHeadlineValuation(old);
}

const isHeadlineValuation = ({ metric }: Figure): boolean => metric === "valuation" || metric === "valuation-post";

/** Instalments, sites, conditions and unnamed parties are many: another one joins those there were. */
function standsBeside({ metric, scope, of }: Figure): boolean {
  if (scope === "whole") return metric === "tranche";
  if (scope === "party") return of === undefined;
  return scope === "part" || scope === "added" || scope === "condition" || scope === "reference";
}

const sameValue = (a: Figure, b: Figure): boolean =>
  a.value === b.value && a.valueTo === b.valueTo && a.unit === b.unit;

/** Rates are a month's average and figures are rounded, so that a twentieth is no difference. */
const WORTH_TOLERANCE = 0.05;

function worthTheSame(fresh: TimedFigure, old: TimedFigure, rates: Rates): boolean {
  return [fresh.month, old.month].some((month) => {
    const worth = convert(fresh.figure.value, fresh.figure.unit, old.figure.unit, month, rates);
    return worth !== null && Math.abs(worth - old.figure.value) <= WORTH_TOLERANCE * old.figure.value;
  });
}
