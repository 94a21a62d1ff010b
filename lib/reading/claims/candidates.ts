/** The deals an article may be talking about, by who is named in it and when it was written. */
import { addDays, dayNumber } from "../../deals/dates.ts";
import type { Deal, IsoDate } from "../../deals/schema.ts";
import { endedOn, type TimedFigure, timelineOf } from "../../deals/timeline.ts";
import type { Article } from "../article.ts";
import type { DealIndex } from "../types.ts";
import { figuresUntil } from "../verdict.ts";
import { type Sides, sidesOf } from "./sides.ts";

/** Papers report a deal before its day in the record: rumours, other time zones, records that begin late. */
const aheadDays = 120;

export type Candidate = {
  deal: Deal;
  sides: Sides;
  /** What its record has stated until now, oldest first. */
  figures: readonly TimedFigure[];
  /** How many sources its record gives, over all events. */
  sources: number;
  /** How well the deal's own dates fit the article's: 0 … 1. */
  timely: number;
  /** Days from the article's to the deal's first event; negative where it has begun. */
  begins: number;
  /** One of its sides is named nowhere in the article: only a number that nobody has by chance can tell of it. */
  partial: boolean;
  /** Another deal had taken its place by the article's day. */
  replaced: boolean;
};

/** @param published the article's day */
export function candidateDeals(article: Article, index: DealIndex, published: IsoDate, asOf: IsoDate): Candidate[] {
  const named = new Set(article.salience.keys());
  const akas = new Set<string>();
  for (const { mentions } of article.sentences) for (const { deal } of mentions) if (deal) akas.add(deal);
  const deals = new Map<string, Deal>();
  for (const id of akas) {
    const deal = index.deal(id);
    if (deal) deals.set(id, deal);
  }
  for (const deal of index.dealsNaming(named)) deals.set(deal.id, deal);
  const latest = addDays(published, aheadDays);
  const day = dayNumber(published);
  const candidates: Candidate[] = [];
  for (const deal of deals.values()) {
    if ((deal.events[0]?.date ?? "") > latest) continue;
    const sides = sidesOf(deal);
    const { eventDays, sources } = pastOf(deal);
    candidates.push({
      deal,
      sides,
      figures: figuresUntil(asOf, timelineOf(deal, index).figures),
      sources,
      timely: timeliness(eventDays, day),
      partial: !akas.has(deal.id) && !isNamed(sides, named),
      begins: (eventDays[0] ?? day) - day,
      replaced: deal.supersededBy !== undefined && endedOn(deal, published) !== null,
    });
  }
  return candidates;
}

/** What is asked of a deal's events in every article, worked out once a deal. */
type Past = { eventDays: readonly number[]; sources: number };

const kept = new WeakMap<Deal, Past>();

function pastOf(deal: Deal): Past {
  let past = kept.get(deal);
  if (!past) {
    past = {
      eventDays: deal.events.map(({ date }) => dayNumber(date)),
      sources: deal.events.reduce((sum, { sources }) => sum + sources.length, 0),
    };
    kept.set(deal, past);
  }
  return past;
}

/** Whether all sides of the deal are named, or the side that is paid: many articles leave the buyer to a description. */
function isNamed({ essential, payers, payees }: Sides, named: ReadonlySet<string>): boolean {
  const missing = essential.filter((group) => !group.some((id) => named.has(id)));
  if (missing.length === 0) return true;
  return [...payees].some((id) => named.has(id)) && missing.every((group) => group.every((id) => payers.has(id)));
}

/** 1 when something happened to the deal on the article's day, fading over a year; less where the deal is still to come. */
function timeliness(eventDays: readonly number[], day: number): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (const eventDay of eventDays) {
    const days = day - eventDay;
    // What is to come soon can be talked about already, but is the less likely topic.
    const distance = days >= -2 ? Math.max(0, days) : -days * 4;
    if (distance < nearest) nearest = distance;
  }
  return 1 / (1 + nearest / 45);
}
