/** What an update changed, deal by deal, in terms that a reader knows: status and figures, then → now. */
import type { Deal, Figure, IsoDate, Metric, Status } from "../deals/schema.ts";
import { figuresInForce, statusOn } from "../deals/timeline.ts";
import type { Rates } from "../deals/units.ts";

/** A figure as it is shown. */
export type ShownFigure = Pick<Figure, "metric" | "value" | "valueTo" | "unit" | "qualifier">;

export type DealChange = {
  deal: string;
  name: string;
  kind: "added" | "removed" | "changed";
  /** The status then and now; null where it is the same. */
  status: { before: Status | null; now: Status | null } | null;
  /** Figures of the whole deal that are others now. Empty lists: there was none, or there is none any more. */
  figures: { metric: Metric; before: ShownFigure[]; now: ShownFigure[] }[];
  /** The deal that took this one's place, where that is new: its figures are the ones shown as `now`. */
  successor: { deal: string; name: string } | null;
};

export type ChangeContext = {
  /** As of when status and figures are compared. */
  day: IsoDate;
  rates: Rates;
  /** A deal of the newer version. */
  dealNow(id: string): Deal | undefined;
};

/** Added, then changed, then removed deals; each group by name. What a change in words alone touched is listed, too. */
export function changesOf(
  pairs: Iterable<{ before: Deal | null; now: Deal | null }>,
  context: ChangeContext,
): DealChange[] {
  const changes: DealChange[] = [];
  for (const { before, now } of pairs) {
    const shown = now ?? before;
    if (!shown) continue;
    const statusBefore = before && statusOn(before, context.day);
    const statusNow = now && statusOn(now, context.day);
    const successor = now && before?.supersededBy !== now.supersededBy ? successorOf(now, context) : null;
    changes.push({
      deal: shown.id,
      name: shown.name,
      kind: before === null ? "added" : now === null ? "removed" : "changed",
      status: statusBefore === statusNow ? null : { before: statusBefore, now: statusNow },
      figures: figureChanges(before, successor ?? now, context),
      successor: successor && { deal: successor.id, name: successor.name },
    });
  }
  const order = { added: 0, changed: 1, removed: 2 };
  return changes.sort((a, b) => order[a.kind] - order[b.kind] || (a.name < b.name ? -1 : 1));
}

/** The deal at the end of the line of those that took this one's place. */
function successorOf(deal: Deal, { dealNow }: ChangeContext): Deal | null {
  const seen = new Set([deal.id]);
  let found: Deal | null = null;
  for (let id = deal.supersededBy; id !== undefined && !seen.has(id); id = found?.supersededBy) {
    seen.add(id);
    const next = dealNow(id);
    if (!next) break;
    found = next;
  }
  return found;
}

function figureChanges(before: Deal | null, now: Deal | null, { day, rates }: ChangeContext): DealChange["figures"] {
  const byMetric = (deal: Deal | null) => {
    const figures = new Map<Metric, ShownFigure[]>();
    for (const { figure } of deal ? figuresInForce(deal, day, rates) : []) {
      if (figure.scope !== "whole") continue;
      const { metric, value, valueTo, unit, qualifier } = figure;
      const shown = { metric, value, ...(valueTo === undefined ? {} : { valueTo }), unit, qualifier };
      figures.set(metric, [...(figures.get(metric) ?? []), shown]);
    }
    return figures;
  };
  const then = byMetric(before);
  const current = byMetric(now);
  return [...new Set([...then.keys(), ...current.keys()])].flatMap((metric) => {
    const pair = { metric, before: then.get(metric) ?? [], now: current.get(metric) ?? [] };
    return JSON.stringify(pair.before) === JSON.stringify(pair.now) ? [] : [pair];
  });
}
