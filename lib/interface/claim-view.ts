/** A claim in words: what a tooltip shows, composed where the record is, so that pages are sent text and nothing else. */
import type { Deal, DealEvent, Figure, IsoDate, Metric } from "../deals/schema.ts";
import { statusOn } from "../deals/timeline.ts";
import type { ClaimView, StoredClaim } from "../protocol.ts";
import type { Note, RecordFigure } from "../reading/types.ts";
import { briefOf } from "./claim-brief.ts";
import { inCurrency, type MonthlyRates, readersCurrency } from "./currency.ts";
import { type FigureLike, formatDay, formatFigure } from "./format.ts";
import type { Interface } from "./i18n.ts";
import { drawTimeline } from "./timeline-plot.ts";

/** What the words are drawn from besides the claim. */
export type ClaimContext = MonthlyRates & {
  deal(id: string): Deal | undefined;
  /** The reader's choice of a second currency; see settings.ts. */
  currency: string;
  /** The article's own day; null where it names none. */
  published: IsoDate | null;
  /** The day as of which the page was judged. */
  asOf: IsoDate;
  /** The day of the dataset's version. */
  datasetDate: IsoDate;
  /** Figures that feeds state differently, and which feed says what, by the names that readers know. */
  disagreements: readonly Disagreement[];
  /** The claim's place among the page's, counted from 1. */
  number: number;
  total: number;
};

export type Disagreement = { deal: string; metric: Metric; says: readonly { feed: string; figure: FigureLike }[] };

/** More would need scrolling; the newest come first. */
const MAX_SOURCES = 4;

export function viewOf(claim: StoredClaim, context: ClaimContext, ui: Interface): ClaimView {
  const { t } = ui;
  const deal = context.deal(claim.deal);
  const status = deal ? statusOn(deal, context.asOf) : null;
  const dispute = disputeOf(claim, context, ui);
  // Then that is why there is nothing to compare with.
  const isOnlyDisputed = claim.verdict === "unverified" && dispute !== null;
  return {
    lang: ui.lang,
    dir: ui.dir,
    verdict: claim.verdict,
    label: t(`verdict.${claim.verdict}`),
    summary: isOnlyDisputed ? t("note.disputed") : summaryOf(claim, ui),
    said: {
      label: t("tooltip.said"),
      figure: formatFigure(claim, ui),
      converted: convertedOf(claim, context.published ?? context.asOf, context, ui),
    },
    record: recordOf(claim, context, ui),
    timeline: drawTimeline(claim, context, ui),
    notes: [...notesOf(claim, dispute !== null && !isOnlyDisputed, ui), ...(dispute?.says ?? [])],
    deal: { name: deal?.name ?? claim.deal, status: status ? t(`status.${status}`) : "" },
    sources: { label: t("tooltip.sources"), links: sourcesOf(claim, dispute, context, ui) },
    position: t("tooltip.position", { number: context.number, total: context.total }),
    dataset: t("tooltip.dataset", { date: formatDay(context.datasetDate, ui) }),
    close: t("tooltip.close"),
  };
}

/** Why the verdict is what it is, in a sentence; for a scale error with the likely cause in another. */
export function summaryOf(claim: StoredClaim, ui: Interface): string {
  const cause = claim.reason === "scale" ? claim.notes.map(slipOf).find((slip) => slip !== null) : null;
  // Scripts that write without spaces put none between sentences.
  const space = /^(?:ja|zh)\b/.test(ui.lang) ? "" : " ";
  return cause ? briefOf(claim, ui) + space + ui.t(cause) : briefOf(claim, ui);
}

/** The slips that have words. One that reading learns later goes unexplained until it has them. */
const slips = [
  "yi-billion",
  "billion-yi",
  "million-billion",
  "billion-million",
  "billion-trillion",
  "trillion-billion",
  "billion-billon",
  "billon-billion",
  "crore-billion",
  "billion-crore",
  "lost-scale-word",
  "extra-scale-word",
  "extra-digit",
  "lost-digit",
  "lost-digits",
] as const;

function slipOf(note: string): `slip.${(typeof slips)[number]}` | null {
  const slip = slips.find((one) => note === `slip:${one}`);
  return slip ? `slip.${slip}` : null;
}

type PlainNote = Exclude<Note, `slip:${string}`>;
/** In the order in which they are told. A note that reading learns does not compile until it stands here. */
const noteOrder: Record<PlainNote, number> = {
  "deal-ended": 0,
  disputed: 1,
  "ahead-of-record": 2,
  "non-binding": 3,
  "qualifier-differs": 4,
  converted: 5,
  "unit-assumed": 6,
  anglicism: 7,
};
const noteKeys = (Object.keys(noteOrder) as PlainNote[]).sort((a, b) => noteOrder[a] - noteOrder[b]);

/** @param disputed whether to say so, whatever reading noted of it */
const notesOf = (claim: StoredClaim, disputed: boolean, { t }: Interface): string[] =>
  noteKeys
    .filter((note) => (note === "disputed" ? disputed : claim.notes.includes(note)))
    .map((note) => t(`note.${note}`));

/** The record's figures that a tooltip is about, the one that decided the verdict first. */
const shownFigures = ({ against, expected, now }: StoredClaim): RecordFigure[] =>
  [against, expected, now].filter((figure) => figure !== null);

/** What differs about the figure that a claim is held against, or would be if nothing did. */
type Dispute = {
  /** The events that state it. */
  events: readonly DealEvent[];
  /** Who says what, by feed where feeds differ; otherwise the figures beside each other. */
  says: string[];
};

/** Null where sources agree. Where they do not, a figure that none of them states is not held against any of them. */
function disputeOf(claim: StoredClaim, context: ClaimContext, ui: Interface): Dispute | null {
  const figure = shownFigures(claim).find(({ metric }) => metric === claim.metric);
  if (!figure) return null;
  const isRival = (one: Figure) =>
    one.disputed === true && one.metric === figure.metric && one.unit === figure.unit && one.scope === "whole";
  const events = (context.deal(figure.deal)?.events ?? []).filter(
    (event) => event.date >= figure.since && event.figures.some(isRival),
  );
  const isSaid = ({ value, unit }: FigureLike) => value === figure.value && unit === figure.unit;
  const says = context.disagreements
    .filter((one) => one.deal === figure.deal && one.metric === figure.metric)
    .filter((one) => one.says.some((say) => isSaid(say.figure)))
    .flatMap((one) => one.says.map((say) => ui.t("feeds.saysOf", { ...say, figure: formatFigure(say.figure, ui) })));
  if (says.length > 0) return { events, says: [...new Set(says)] };
  if (events.length === 0 && !claim.notes.includes("disputed")) return null;
  const figures = events.flatMap((event) => event.figures.filter(isRival).map((one) => formatFigure(one, ui)));
  const written = [...new Set(figures)];
  return { events, says: written.length > 1 ? [written.join(" · ")] : [] };
}

/** What the record said at the article's date and what it says now: one line where that is the same. */
function recordOf(claim: StoredClaim, context: ClaimContext, ui: Interface): ClaimView["record"] {
  const { t } = ui;
  const { expected, now, against } = claim;
  const line = (figure: RecordFigure, label: string, current: boolean) => ({
    label,
    current,
    line: {
      figure: formatFigure(figure, ui),
      converted: convertedOf(figure, figure.since, context, ui),
      detail: detailOf(figure, claim, context, ui),
    },
  });
  const lines: ClaimView["record"] = [];
  const older = against && !same(against, expected) && !same(against, now) ? against : null;
  if (older) lines.push(line(older, t("tooltip.recordThen"), false));
  if (expected && same(expected, now)) lines.push(line(expected, t("tooltip.record"), true));
  else {
    if (expected) lines.push(line(expected, t("tooltip.recordThen"), false));
    if (now) lines.push(line(now, t(expected || older ? "tooltip.recordNow" : "tooltip.record"), true));
    else if (expected) {
      lines.push({
        label: t("tooltip.recordNow"),
        current: true,
        line: { figure: t("tooltip.ended"), converted: "", detail: "" },
      });
    }
  }
  return lines;
}

/** The figure in the reader's own currency at the rate of `day`'s month; "" where that says nothing new. */
function convertedOf(figure: FigureLike, day: IsoDate, context: ClaimContext, ui: Interface): string {
  const currency = readersCurrency(context.currency, ui.locale);
  return currency ? inCurrency(figure, currency, day, context, ui) : "";
}

/** Whether two figures of the record say the same: a restatement under another status is no change. */
export function same(one: RecordFigure | null, other: RecordFigure | null): boolean {
  if (!one || !other) return one === other;
  return (
    one.deal === other.deal &&
    one.value === other.value &&
    one.valueTo === other.valueTo &&
    one.unit === other.unit &&
    one.qualifier === other.qualifier
  );
}

function detailOf(figure: RecordFigure, claim: StoredClaim, context: ClaimContext, { t, ...rest }: Interface): string {
  const parts = {
    metric: t(`metric.${figure.metric}`),
    status: t(`status.${figure.status}`),
    date: formatDay(figure.since, { t, ...rest }),
  };
  if (figure.deal === claim.deal) return t("tooltip.detail", parts);
  return t("tooltip.detailOf", { ...parts, deal: context.deal(figure.deal)?.name ?? figure.deal });
}

/** The sources of the figures shown, newest first; where none has any, those of the deal's latest event. */
function sourcesOf(
  claim: StoredClaim,
  dispute: Dispute | null,
  context: ClaimContext,
  ui: Interface,
): ClaimView["sources"]["links"] {
  const events: DealEvent[] = [];
  for (const figure of [claim.now, claim.expected, claim.against]) {
    const event = figure && context.deal(figure.deal)?.events.find((one) => one.date === figure.since);
    if (event && !events.includes(event)) events.push(event);
  }
  // Whoever disputes the figure, on another day, too.
  events.push(...(dispute?.events.filter((event) => !events.includes(event)) ?? []));
  if (events.every((event) => event.sources.length === 0)) {
    const known = context
      .deal(claim.deal)
      ?.events.filter((event) => event.date <= context.asOf && event.sources.length > 0);
    const last = known?.at(-1);
    if (last) events.push(last);
  }
  const links = new Map<string, ClaimView["sources"]["links"][number]>();
  for (const { url, publisher, date } of events.flatMap((event) => event.sources)) {
    const written = formatDay(date, ui);
    links.set(url, { url, publisher, date: written, title: ui.t("tooltip.sourceTitle", { publisher, date: written }) });
  }
  return [...links.values()].slice(0, MAX_SOURCES);
}
