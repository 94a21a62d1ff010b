/** How the figure of a claim went over time, as shares of a plot's width and height. */
import type { Deal, IsoDate } from "../deals/schema.ts";
import { endedOn, figuresEver, type TimedFigure } from "../deals/timeline.ts";
import type { Rates } from "../deals/units.ts";
import type { StoredClaim, Timeline } from "../protocol.ts";
import { formatDay, formatFigure } from "./format.ts";
import type { Interface } from "./i18n.ts";

export type PlotContext = Rates & {
  deal(id: string): Deal | undefined;
  published: IsoDate | null;
  asOf: IsoDate;
};

/** From `from` on the figure was `value`; null where nothing was in force any more. */
type Step = { from: IsoDate; value: number | null; said: string };

/**
 * The steps of the figure that the claim was held against, over the claim's deal and the one that replaced it, with what
 * the article says at its date.
 *
 * @returns null where the figure never changed and the article does not contradict it: there is nothing to see
 */
export function drawTimeline(claim: StoredClaim, context: PlotContext, ui: Interface): Timeline | null {
  const base = claim.expected ?? claim.against ?? claim.now;
  if (!base) return null;
  // The deal itself, then the one that took its place.
  const ids = new Set([base.deal, claim.now?.deal ?? base.deal]);
  const deals = [...ids].flatMap((id) => context.deal(id) ?? []);
  const steps = stepsOf(deals, (figure) => figure.metric === base.metric && figure.unit === base.unit, context, ui);
  const contradicted = claim.verdict === "discrepancy" && claim.unit === base.unit;
  const changes = new Set(steps.map(({ value }) => value)).size;
  if (changes < (contradicted ? 1 : 2)) return null;

  const last = steps.at(-1) as Step;
  const first = steps[0] as Step;
  const day = context.published;
  const start = day !== null && day < first.from ? day : first.from;
  // A last step of no length would not be seen.
  const length = Math.max(days(start, context.asOf), days(start, last.from) * 1.1, 1);
  const saidValue = claim.valueTo ?? claim.value;
  const comparable = claim.unit === base.unit;
  const highest = Math.max(...steps.map(({ value }) => value ?? 0), comparable ? saidValue : 0);
  if (highest <= 0) return null;
  const at = (date: IsoDate) => Math.min(1, Math.max(0, days(start, date) / length));
  return {
    steps: steps.map(({ from, value }) => ({ from: at(from), height: value === null ? null : value / highest })),
    said: comparable && day !== null ? { at: at(day), height: saidValue / highest } : null,
    start: formatDay(start, ui),
    end: formatDay(context.asOf, ui),
    label: steps
      .map(({ from, said }) => ui.t("tooltip.timelineStep", { date: formatDay(from, ui), figure: said }))
      .join("; "),
  };
}

function stepsOf(
  deals: readonly Deal[],
  fits: (figure: TimedFigure["figure"]) => boolean,
  context: PlotContext,
  ui: Interface,
): Step[] {
  const steps: Step[] = [];
  /** The day from which the deal at hand is the one that counts; a successor may have begun before. */
  let begins: IsoDate = "";
  for (const [i, deal] of deals.entries()) {
    const ended = endedOn(deal, context.asOf);
    const own = figuresEver(deal, context)
      .filter(({ figure, since }) => fits(figure) && figure.scope === "whole" && since <= context.asOf)
      .filter(({ since }) => ended === null || since < ended)
      .map(
        ({ figure, since }): Step => ({
          from: since < begins ? begins : since,
          value: figure.valueTo ?? figure.value,
          said: formatFigure(figure, ui),
        }),
      );
    // Of what a successor had said until then, only the last still holds.
    steps.push(...own.filter((step, n) => step.from !== begins || own[n + 1]?.from !== begins));
    if (ended === null) break;
    if (i === deals.length - 1) steps.push({ from: ended, value: null, said: ui.t("tooltip.ended") });
    begins = ended;
  }
  steps.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return steps.filter((step, i) => steps[i - 1]?.said !== step.said);
}

const days = (from: IsoDate, to: IsoDate): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
