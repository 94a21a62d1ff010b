/**
 * Several feeds as one dataset, in the user's order of trust.
 *
 * Ids belong to a feed. Two feeds mean the same deal where one says so (`sameAs`), and the same party also by legal entity
 * identifier or Wikidata item. Name, kind, parties and statuses are those of the most trusted feed; figures of the others
 * are added with their sources, and where they contradict, both are disputed: reading then believes either.
 */
import type { Dataset, Deal, DealEvent, Figure, Metric, Party, Rate } from "../deals/schema.ts";
import { statusOn } from "../deals/timeline.ts";
import { inOneGo } from "../reading/in-one-go.ts";
import type { ShownFigure } from "./changes.ts";

export type FeedDataset = { feed: string; dataset: Dataset };

/** One figure of a deal that feeds state differently. */
export type Disagreement = {
  deal: string;
  name: string;
  metric: Metric;
  /** Who says what, most trusted first. */
  says: { feed: string; figure: ShownFigure }[];
};

export type Merged = { dataset: Dataset; disagreements: Disagreement[] };

/** @param feeds most trusted first; at least one */
export const mergeDatasets = (feeds: readonly FeedDataset[]): Merged => inOneGo(mergeInSteps(feeds));

/** As `mergeDatasets`; yields where there is time for a pause. */
export function* mergeInSteps(feeds: readonly FeedDataset[]): Generator<undefined, Merged, undefined> {
  const [first, ...others] = feeds;
  if (!first) throw new RangeError("At least one feed expected");
  // The usual case, and the largest datasets: nothing is copied.
  if (others.length === 0) return { dataset: first.dataset, disagreements: [] };

  const merge = startMerge();
  for (const feed of feeds) yield* merge.add(feed);
  return merge.result(first.dataset.version);
}

/** Records between two pauses: some milliseconds' work. */
const RECORDS_A_STEP = 512;

type Entity = { id: string; sameAs?: string[] | undefined };

/** Which merged id stands for an id of a feed; new ids get out of the way of those taken. */
function createIds<T extends Entity>(keysOf: (entity: T) => string[]) {
  const byKey = new Map<string, string>();
  const taken = new Set<string>();
  return {
    /** @returns the merged id, and whether it was there before */
    place(feed: string, entity: T): { id: string; isKnown: boolean } {
      const keys = [`${feed}:${entity.id}`, ...(entity.sameAs ?? []), ...keysOf(entity)];
      const known = keys.map((key) => byKey.get(key)).find((id) => id !== undefined);
      let id = known ?? entity.id;
      if (known === undefined) {
        if (taken.has(id)) id = `${feed}-${entity.id}`;
        for (let n = 2; taken.has(id); n++) id = `${feed}-${entity.id}-${n}`;
        taken.add(id);
      }
      for (const key of keys) if (!byKey.has(key)) byKey.set(key, id);
      return { id, isKnown: known !== undefined };
    },
    idOf: (feed: string, id: string): string => byKey.get(`${feed}:${id}`) ?? id,
  };
}

function startMerge() {
  const parties = new Map<string, Party>();
  const deals = new Map<string, { deal: Deal; feed: string }>();
  const rates = new Map<string, Rate>();
  const disagreements: Disagreement[] = [];
  const partyIds = createIds<Party>(({ lei, wikidata }) => [
    ...(lei ? [`lei:${lei}`] : []),
    ...(wikidata ? [`wikidata:${wikidata}`] : []),
  ]);
  const dealIds = createIds<Deal>(() => []);

  return {
    *add({ feed, dataset }: FeedDataset): Generator<undefined, void, undefined> {
      for (const [i, party] of dataset.parties.entries()) {
        if (i % RECORDS_A_STEP === 0) yield;
        const { id, isKnown } = partyIds.place(feed, party);
        if (!isKnown) parties.set(id, id === party.id ? party : { ...party, id });
      }
      const placed = dataset.deals.map((deal) => ({ deal, ...dealIds.place(feed, deal) }));
      yield;
      for (const [i, { deal, id, isKnown }] of placed.entries()) {
        if (i % RECORDS_A_STEP === 0) yield;
        const renamed = rename(deal, id, feed);
        const base = isKnown ? deals.get(id) : undefined;
        if (!base) {
          deals.set(id, { deal: renamed, feed });
          continue;
        }
        const { merged, differing } = mergeDeal(base.deal, renamed);
        deals.set(id, { ...base, deal: merged });
        for (const { metric, ours, theirs } of differing) {
          const says = [
            { feed: base.feed, figure: shown(ours) },
            { feed, figure: shown(theirs) },
          ];
          disagreements.push({ deal: id, name: merged.name, metric, says });
        }
      }
      for (const rate of dataset.rates) {
        const key = `${rate.currency} ${rate.month}`;
        if (!rates.has(key)) rates.set(key, rate);
      }
    },
    result(version: string): Merged {
      const dataset = {
        version,
        deals: [...deals.values()].map(({ deal }) => deal),
        parties: [...parties.values()],
        rates: [...rates.values()],
      };
      return { dataset, disagreements };
    },
  };

  /** A deal under its merged id, with whatever it refers to. */
  function rename(deal: Deal, id: string, feed: string): Deal {
    const { supersededBy, partOf } = deal;
    return {
      ...deal,
      id,
      parties: deal.parties.map(({ party, role }) => ({ party: partyIds.idOf(feed, party), role })),
      ...(supersededBy === undefined ? {} : { supersededBy: dealIds.idOf(feed, supersededBy) }),
      ...(partOf === undefined ? {} : { partOf: dealIds.idOf(feed, partOf) }),
      events: deal.events.map((event) => ({
        ...event,
        figures: event.figures.map((figure) =>
          figure.of === undefined ? figure : { ...figure, of: partyIds.idOf(feed, figure.of) },
        ),
      })),
    };
  }
}

type Differing = { metric: Metric; ours: Figure; theirs: Figure };

/** Adds to a trusted deal what another feed knows beside it. */
function mergeDeal(base: Deal, other: Deal): { merged: Deal; differing: Differing[] } {
  const events = base.events.map((event) => ({ ...event, figures: [...event.figures], sources: [...event.sources] }));
  const differing: Differing[] = [];
  for (const event of other.events) {
    const same = events.find(({ date }) => date === event.date);
    const added: Figure[] = [];
    for (const theirs of event.figures) {
      const inEvent = same?.figures.filter((ours) => isSameThing(ours, theirs)) ?? [];
      const rivals = inEvent.length > 0 ? inEvent : standing(events, theirs, event.date);
      if (rivals.some((ours) => isSameValue(ours, theirs))) continue;
      const [ours] = rivals;
      if (!ours) {
        added.push(theirs);
        continue;
      }
      added.push({ ...theirs, disputed: true });
      differing.push({ metric: theirs.metric, ours, theirs });
      // Of another day, the trusted figure stays as it is, and theirs stands beside it as a report against it.
      if (same && inEvent.length > 0) {
        same.figures = same.figures.map((figure) => (rivals.includes(figure) ? { ...figure, disputed: true } : figure));
      }
    }
    if (added.length === 0) continue;
    if (same) {
      same.figures.push(...added);
      const known = new Set(same.sources.map(({ url }) => url));
      same.sources.push(...event.sources.filter(({ url }) => !known.has(url)));
    } else {
      insert(events, { ...event, status: statusOn(base, event.date) ?? event.status, figures: added });
    }
  }
  return { merged: { ...base, events }, differing };
}

/** The figures of the same thing that were stated last until `day`. */
function standing(events: readonly DealEvent[], figure: Figure, day: string): Figure[] {
  return (
    events
      .filter(({ date }) => date < day)
      .map(({ figures }) => figures.filter((one) => isSameThing(one, figure)))
      .findLast((figures) => figures.length > 0) ?? []
  );
}

function insert(events: DealEvent[], event: DealEvent): void {
  const after = events.findIndex(({ date }) => date > event.date);
  events.splice(after < 0 ? events.length : after, 0, { ...event, sources: [...event.sources] } as never);
}

/** A figure in another currency is no contradiction: which of the two was agreed is not known. */
const isSameThing = (a: Figure, b: Figure): boolean =>
  a.metric === b.metric && a.unit === b.unit && a.scope === b.scope && a.of === b.of && a.basis === b.basis;
const isSameValue = (a: Figure, b: Figure): boolean => a.value === b.value && a.valueTo === b.valueTo;

const shown = ({ metric, value, valueTo, unit, qualifier }: Figure): ShownFigure => ({
  metric,
  value,
  ...(valueTo === undefined ? {} : { valueTo }),
  unit,
  qualifier,
});
