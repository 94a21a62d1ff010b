/** Whether a figure that contradicts its deal is another party's, another metric's or a part's: figures put in the wrong place. */
import { withinDays } from "../../deals/dates.ts";
import type { Deal } from "../../deals/schema.ts";
import { type TimedFigure, timelineOf } from "../../deals/timeline.ts";
import { stepOf } from "../../deals/units.ts";
import { FAMOUS } from "../famous.ts";
import type { Statement } from "../types.ts";
import { agreement, sameDigits } from "./agreement.ts";
import { familyOf, isAboutWhole, isPayer, isPayment, type MetricFamily } from "./comparable.ts";
import { type Context, type Days, whenOf } from "./evidence.ts";

/** A figure with the deal whose it is. */
export type Found = { timed: TimedFigure; deal: Deal };

type Searched = { statement: Statement; deal: Deal; days: Days; context: Context };

/**
 * The figure, of another party or of the deal's whole, that a sentence gives to the one party it names. Null where the
 * sentence names none, or where the value is nobody else's.
 */
export function otherPartys(search: Searched): Found | null {
  const { statement, deal } = search;
  const party = statement.of;
  if (party === undefined || !(isPayment(statement.metric) || isSomeones(statement.metric))) return null;
  const own = (timed: TimedFigure): boolean => timed.figure.of === party;
  const others = (timed: TimedFigure): boolean =>
    timed.figure.scope === "party" && timed.figure.of !== undefined && !own(timed) && sameKind(statement, timed);
  const inDeal = findFigure(search, deal, others);
  // Without a figure of the party's own to contradict, only digits that cannot be chance will do.
  if (inDeal && (knowsOwn(search, deal, party) || isPrecise(inDeal))) return { timed: inDeal, deal };
  if (!isPayment(statement.metric) || !isPayerOf(deal, party)) return null;
  if (!isAboutWhole(statement) && sharesOf(party, deal, search.context).length > 0) {
    const whole = findFigure(search, deal, isHeadline);
    if (whole) return { timed: whole, deal };
  }
  for (const sibling of siblingsOf(deal, search.context)) {
    if (isPayerOf(sibling, party)) continue;
    const found = findFigure(search, sibling, isHeadline);
    if (found) return { timed: found, deal: sibling };
  }
  const round = deal.partOf === undefined ? undefined : search.context.index.deal(deal.partOf);
  const whole = round && findFigure(search, round, isHeadline);
  return round && whole ? { timed: whole, deal: round } : null;
}

/**
 * Whether the sentence gives the deal's whole to one party of several, whose own share the record has and which is
 * another: "the $6.6 billion that Nvidia paid" of a round in which it paid 0.1.
 */
export function givesWholeToOne(statement: Statement, deal: Deal, days: Days, context: Context): boolean {
  const party = statement.of;
  if (party === undefined || !statement.explicit || statement.tentative || !isPayment(statement.metric)) return false;
  if (!deal.parties.some((member) => member.party === party && member.role === "investor")) return false;
  const agrees = (timed: TimedFigure): boolean => agreement(statement, timed.number) !== "none";
  const shares = sharesOf(party, deal, context).filter(
    (timed) => timed.from <= days.known && timed.figure.unit === statement.unit,
  );
  return shares.length > 0 && !shares.some(agrees);
}

/** What the record gives as the party's own payment in the deal: in the deal itself or in a part of it with a record of its own. */
function sharesOf(party: string, deal: Deal, context: Context): TimedFigure[] {
  const own = timelineOf(deal, context.index).figures.filter(
    ({ figure }) => figure.of === party && figure.scope === "party" && isPayment(figure.metric),
  );
  const parts = context.index
    .partsOf(deal.id)
    .filter((part) => isPayerOf(part, party))
    .flatMap((part) => timelineOf(part, context.index).figures.filter(isHeadline));
  return [...own, ...parts];
}

function knowsOwn({ statement, days, context }: Searched, deal: Deal, party: string): boolean {
  return timelineOf(deal, context.index).figures.some(
    (timed) => timed.from <= days.known && timed.figure.of === party && sameKind(statement, timed),
  );
}

const isPayerOf = (deal: Deal, party: string): boolean =>
  deal.parties.some((member) => member.party === party && isPayer(member.role));

/** Three digits are not the same by chance. */
const isPrecise = ({ number }: TimedFigure): boolean => number.value >= 100 * number.step;

/** Stakes, shares and their prices are held by someone, and a break fee is owed by someone. */
const isSomeones = (metric: Statement["metric"]): boolean =>
  metric === "stake" || metric === "shares" || metric === "share-price" || metric === "break-fee";

const sameKind = (statement: Statement, { figure }: TimedFigure): boolean =>
  familyOf(figure.metric) === familyOf(statement.metric) || (isPayment(figure.metric) && isPayment(statement.metric));

const isHeadline = ({ figure }: TimedFigure): boolean => figure.metric === "amount" && figure.scope === "whole";

/** What two investors put into one company within a fortnight is told in one breath. */
const TOGETHER_DAYS = 14;

/** Deals announced together, or parts of one round, that share a counterparty: what one paid is easily given to the other. */
function siblingsOf(deal: Deal, { index }: Context): Deal[] {
  const begun = (other: Deal): string => other.events[0]?.date ?? "";
  const found = new Map<string, Deal>();
  for (const { party, role } of deal.parties) {
    if (isPayer(role)) continue;
    for (const other of index.dealsOf(party)) {
      if (other === deal || other.id === deal.id || other.kind !== deal.kind) continue;
      const together = deal.partOf !== undefined && other.partOf === deal.partOf;
      if (together || withinDays(begun(deal), begun(other), TOGETHER_DAYS)) found.set(other.id, other);
    }
  }
  return [...found.values()];
}

/** Metrics whose figures are given for each other: what a company is worth, what is paid for it, what not paying costs. */
const MISTAKEN: Partial<Record<MetricFamily, readonly MetricFamily[]>> = {
  amount: ["valuation", "break-fee"],
  equity: ["valuation", "break-fee"],
  valuation: ["amount"],
  "break-fee": ["amount"],
};

/**
 * The deal's figure of another metric that the statement has: a valuation given as the price. Looked for also in other
 * deals between the same parties, whose stake's worth is easily given for what was paid.
 */
export function otherMetrics(search: Searched): Found | null {
  const { statement, deal } = search;
  const mistaken = MISTAKEN[familyOf(statement.metric)];
  if (mistaken === undefined || !isAboutWhole(statement)) return null;
  const inDeal = findFigure(
    search,
    deal,
    // A break fee is each party's own.
    ({ figure }) =>
      (figure.scope === "whole" || figure.metric === "break-fee") && mistaken.includes(familyOf(figure.metric)),
  );
  if (inDeal) return { timed: inDeal, deal };
  if (statement.metric !== "amount" || !statement.explicit) return null;
  for (const other of betweenTheSame(deal, search.context)) {
    const worth = findFigure(search, other, ({ figure }) => figure.scope === "whole" && figure.metric === "equity");
    if (worth) return { timed: worth, deal: other };
  }
  return null;
}

function betweenTheSame(deal: Deal, { index }: Context): Deal[] {
  const [first, second] = [...new Set(deal.parties.map(({ party }) => party))];
  if (first === undefined || second === undefined) return [];
  return index.dealsOf(first, second).filter((other) => other.id !== deal.id);
}

/** Whether the number is known in the deal, or in one told together with it, as something else: then it is no contradiction. */
export function isKnownElsewhere(search: Searched): boolean {
  const related = ({ figure }: TimedFigure): boolean =>
    isPayment(search.statement.metric)
      ? isPayment(figure.metric)
      : familyOf(figure.metric) === familyOf(search.statement.metric);
  if (anyFigure(search, search.deal, related)) return true;
  const siblings = siblingsOf(search.deal, search.context);
  if (siblings.some((sibling) => anyFigure(search, sibling, related))) return true;
  if (siblings.length > 0 && isSum(search, [search.deal, ...siblings])) return true;
  const round = search.deal.partOf === undefined ? undefined : search.context.index.deal(search.deal.partOf);
  if (round && anyFigure(search, round, related)) return true;
  return partsPaidTo(search.deal, search.context).some((part) => anyFigure(search, part, related));
}

/**
 * Whether the number is, at the article's date, a whole figure of any other deal in which one of the parties takes part:
 * then the text may be speaking of that one. A famous party's deals have any number.
 */
export function isAnotherDeals(search: Searched): boolean {
  const { deal, context } = search;
  const { index } = context;
  return (
    deal.parties.some(({ party }) => index.dealCount(party) > FAMOUS) ||
    deal.parties.some(({ party }) =>
      index
        .dealsOf(party)
        .some(
          (other) =>
            other.id !== deal.id && findFigure(search, other, ({ figure }) => figure.scope === "whole") !== null,
        ),
    )
  );
}

/** Whether the number is what deals announced together come to. */
function isSum({ statement, days, context }: Searched, deals: readonly Deal[]): boolean {
  if (statement.metric !== "amount") return false;
  let sum = 0;
  for (const deal of deals) {
    const headline = timelineOf(deal, context.index).figures.findLast(
      (timed) => isHeadline(timed) && timed.figure.unit === statement.unit && whenOf(timed, days) === "at-date",
    );
    sum += headline?.figure.value ?? 0;
  }
  return sum > 0 && sameDigits(statement, { value: sum, valueTo: undefined, qualifier: "about", step: stepOf(sum) });
}

/** Whether the round of which this deal is a part has had the number as its whole: the text is then of the round. */
export function isRoundsNumber(search: Searched): boolean {
  const round = search.deal.partOf === undefined ? undefined : search.context.index.deal(search.deal.partOf);
  return round !== undefined && anyFigure(search, round, (timed) => isHeadline(timed));
}

/** Whether an instalment, a party's share or the like of this deal has the number. */
export const isPartsNumber = (search: Searched): boolean =>
  anyFigure(search, search.deal, (timed) => timed.figure.scope !== "whole" && sameKind(search.statement, timed));

/** The deal's parts in which one of those takes part who do not pay in the deal. */
function partsPaidTo(deal: Deal, { index }: Context): Deal[] {
  const others = new Set(deal.parties.flatMap(({ party, role }) => (isPayer(role) ? [] : party)));
  return index.partsOf(deal.id).filter(({ parties }) => parties.some(({ party }) => others.has(party)));
}

/** A figure in force at the article's date whose digits are those stated. */
function findFigure(search: Searched, deal: Deal, wanted: (timed: TimedFigure) => boolean): TimedFigure | null {
  const { statement, days, context } = search;
  const figures = timelineOf(deal, context.index).figures;
  const fits = (timed: TimedFigure): boolean =>
    timed.figure.unit === statement.unit &&
    timed.figure.scope !== "reference" &&
    wanted(timed) &&
    whenOf(timed, days) === "at-date" &&
    sameDigits(statement, timed.number);
  return figures.find(fits) ?? null;
}

/** Whether any figure, of any time, agrees with the number. */
function anyFigure(
  { statement, days, context }: Searched,
  deal: Deal,
  wanted: (timed: TimedFigure) => boolean,
): boolean {
  return timelineOf(deal, context.index).figures.some(
    (timed) =>
      timed.from <= days.now &&
      timed.figure.unit === statement.unit &&
      wanted(timed) &&
      agreement(statement, timed.number) !== "none",
  );
}
