/** Which figures of a deal a quantity may be, before it is known what it is said of: evidence for deal and metric. */
import { monthOf } from "../../deals/dates.ts";
import type { IsoDate, Metric } from "../../deals/schema.ts";
import type { TimedFigure } from "../../deals/timeline.ts";
import { type Rates, unitsCompare } from "../../deals/units.ts";
import {
  agreement,
  areFarApart,
  convertNearest,
  distance,
  isRange,
  isUnconverted,
  isVague,
  powerBetween,
  type Said,
} from "./agreement.ts";
import { type Days, type Held, whenOf } from "./evidence.ts";

/** A wide range is as far off as a number that is only about the record's. */
const FAR = 0.1;

/** A figure of the record that a quantity agrees with, or would but for a power of ten. */
export type RecordMatch = {
  timed: TimedFigure;
  metric: Metric;
  /** Said ÷ record: 1, or the power of ten that the text would be off. */
  factor: number;
  /** How far the digits are apart, as a share of the record's figure, the power of ten aside. 0 is exact. */
  distance: number;
  /** The record has it in another currency. */
  converted: boolean;
  /** When it was in force, seen from the article. */
  when: Held["when"];
};

/**
 * Lists every figure of a deal, of any time until now and any scope, that the quantity agrees with, or would agree with
 * times a power of ten; the nearest first, those a power off last. Restated figures count once for each event.
 *
 * @param figures the deal's until now; see `figuresUntil`
 */
export function matches(
  quantity: Said,
  figures: readonly TimedFigure[],
  days: Days,
  rates: Rates,
): readonly RecordMatch[] {
  const magnitude = Math.log10(quantity.value);
  let found: RecordMatch[] | null = null;
  for (const timed of figures) {
    const match = matchOf(quantity, magnitude, timed, days, rates);
    if (match === null) continue;
    if (found === null) found = [match];
    else found.push(match);
  }
  if (found === null) return none;
  return found.length < 2 ? found : found.sort(byNearness);
}

const none: readonly RecordMatch[] = [];

const byNearness = (a: RecordMatch, b: RecordMatch): number =>
  Number(a.factor !== 1) - Number(b.factor !== 1) || a.distance - b.distance;

function matchOf(quantity: Said, magnitude: number, timed: TimedFigure, days: Days, rates: Rates): RecordMatch | null {
  const { figure, number: recorded } = timed;
  const converted = quantity.unit !== figure.unit;
  if (converted && !unitsCompare(quantity.unit, figure.unit)) return null;
  if (!converted && areFarApart(magnitude, timed.magnitude) && !isRange(quantity, recorded)) return null;
  const said = converted
    ? convertNearest(quantity, figure.unit, [monthOf(days.article), timed.month], recorded, rates)
    : quantity;
  if (said === null || (converted && isUnconverted(quantity, said, recorded))) return null;
  const power = agreement(said, recorded, converted) !== "none" ? 0 : powerBetween(said, recorded, converted);
  if (power === null) return null;
  const factor = 10 ** power;
  const scaled =
    power === 0 ? said : { value: said.value / factor, valueTo: said.valueTo === null ? null : said.valueTo / factor };
  return {
    timed,
    metric: figure.metric,
    factor,
    distance: isVague(scaled) ? Math.max(distance(scaled, figure), FAR) : distance(scaled, figure),
    converted,
    when: whenOf(timed, days),
  };
}

/** Those stated until the end of a day; most records have no others. @param figures oldest first */
export function figuresUntil(day: IsoDate, figures: readonly TimedFigure[]): readonly TimedFigure[] {
  const last = figures[figures.length - 1];
  return last === undefined || last.from <= day ? figures : figures.filter(({ from }) => from <= day);
}
