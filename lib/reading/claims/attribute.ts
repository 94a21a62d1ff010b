/**
 * Which deal, if any, a figure is stated about, and of which metric.
 *
 * Every deal that the article may be talking about is weighed: who is named how near, whether the words fit the deal's
 * kind and the metric, whether the number is one that the record knows, and when the deal was in the news. Words that
 * speak of something else (market value, revenue, share moves) weigh against all. A figure whose best deal does not
 * reach the bar is no claim: a false alarm costs more than a miss.
 */

import { addDays } from "../../deals/dates.ts";
import { type Deal, type Figure, isMoney, type Metric } from "../../deals/schema.ts";
import { timelineOf } from "../../deals/timeline.ts";
import { significantDigits } from "../../deals/units.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import { sameDigits } from "../verdict/agreement.ts";
import { familyOf, matches, type RecordMatch } from "../verdict.ts";
import type { Candidate } from "./candidates.ts";
import { formClash, guessMetrics, kindFit, type MetricGuess, strangeness } from "./metrics.ts";
import { contractsWorth, mistakenMetric, notThePayer, wholeForPart } from "./mistakes.ts";
import type { Nearness } from "./nearness.ts";
import type { Attribution, Scene } from "./scene.ts";
import { type Form, sidesOf } from "./sides.ts";

/** How much evidence a claim needs, by what the record says of its number. */
const bars = { agrees: 3.1, scaled: 4.1, unknown: 5.2 };

/** The best deal for a figure, or null where the evidence is thin. */
export function attribute(scene: Scene): Attribution | null {
  const ranks = rankDeals(scene);
  const likeliest = ranks[0] && (agreeing(ranks[0], ranks) ?? ranks[0]);
  const first = likeliest && (contractsWorth(likeliest, ranks) ?? notThePayer(likeliest, ranks, scene) ?? likeliest);
  const best = first && (mistakenMetric(first, ranks, scene) ?? wholeForPart(first, ranks, scene) ?? first);
  if (!best) return null;
  // What the record gives as context of a deal that is as near is that, rather than roughly another deal's figure.
  const isExact = best.match?.factor === 1 && best.match.distance < 0.01;
  if (!isExact && ranks.some(({ context, parties }) => context && parties >= best.parties - 0.3)) return null;
  const known = best.match === null ? "unknown" : best.match.factor === 1 ? "agrees" : "scaled";
  // A number that the record does not know is only believed to be the deal's where nothing else can be meant.
  if (known === "unknown" && !best.kin && best.payer === undefined && !(best.together && best.kind >= 0.5)) return null;
  // Exchange rates bring much near to something: without the sides beside it, a converted number is nobody's.
  if (best.match?.converted && best.parties < 2.4 && !best.together) return null;
  // A number about as large as one that a deal mentioned elsewhere has.
  if (known === "agrees" && best.parties < 1.9 && (best.match?.distance ?? 0) > 0.01) return null;
  // Of a list of companies a sum is said together.
  if (known === "unknown" && isCrowded(scene)) return null;
  // A power of ten off needs both sides: of a party's many deals one is soon ten times too small.
  const isPrecise = significantDigits(scene.quantity.value) > 2 || scene.current === best.deal.id;
  if (known === "scaled" && !best.together && best.parties < (isPrecise ? 2.1 : 2.5)) return null;
  const bar = known === "unknown" && (best.kin || best.payer !== undefined) ? bars.scaled : bars[known];
  return best.score >= bar ? best : null;
}

/** A sentence that names more parties than any deal has sides. */
const isCrowded = ({ sentence }: Scene): boolean =>
  new Set(sentence.mentions.flatMap(({ party }) => party ?? [])).size > 3;

/** Of two deals nearly as likely, the one whose number it is: a false alarm costs more than a miss. */
function agreeing(best: Attribution, ranks: readonly Attribution[]): Attribution | null {
  if (best.match?.factor === 1) return null;
  const same = ranks.find(({ match, deal }) => deal.id === best.deal.id && match?.factor === 1);
  if (same && same.score >= best.score - 0.3) return same;
  const other = ranks.find(
    ({ match, metric, deal, together }) =>
      match?.factor === 1 &&
      match.timed.figure.scope === "whole" &&
      !match.converted &&
      together &&
      familyOf(metric) === familyOf(best.metric) &&
      deal.id !== best.deal.id,
  );
  return other && other.score >= best.score - 1.2 ? other : null;
}

/** Every deal and metric that a figure may be stated of, the likeliest first. */
export function rankDeals(scene: Scene): Attribution[] {
  const { quantity, cues, candidates } = scene;
  const against = strangeness(cues, quantity) + (isCostOfOne(scene) ? 2.4 : 0);
  const monthly = 3 * (cues.monthly ?? 0);
  const guesses = guessMetrics(quantity, cues);
  const all: Attribution[] = [];
  for (const candidate of candidates) {
    const parties = partyEvidence(candidate.deal, scene.nearness);
    if (parties < 1) continue;
    for (const attribution of weighDeal(candidate, parties, guesses, scene)) {
      // What the record does not know, or knows otherwise, must not be somebody else's figure.
      attribution.score -= against * (attribution.match?.factor === 1 ? 1 : 1.6);
      // So much a month belongs to no deal, but to the one whose monthly payment it is.
      if (!isPayment(attribution)) attribution.score -= monthly * (attribution.match?.factor === 1 ? 1 : 1.6);
      all.push(attribution);
    }
  }
  return all.sort((a, b) => b.score - a.score);
}

/** Whether the number is what one of the deal's payments comes to, by words that name both its sides. */
const isPayment = ({ match, together }: Attribution): boolean =>
  together && match !== null && match.timed.figure.scope !== "whole";

/** Money beside exactly one gigawatt or megawatt is what such a one costs, unless the text speaks of a deal's first. */
const isCostOfOne = ({ quantity, sentence, cues }: Scene): boolean =>
  (isMoney(quantity.unit) || (isOneOf(quantity) && sentence.quantities.some(({ unit }) => isMoney(unit)))) &&
  (cues.part ?? 0) < 0.3 &&
  sentence.quantities.some(isOneOf);

const isOneOf = ({ unit, value }: { unit: string; value: number }): boolean =>
  unit === "W" && (value === 1e9 || value === 1e6);

/** 0 … 4.5. Deals told by one party alone (rounds, listings) are weighed on the same scale. */
export function partyEvidence(deal: Deal, nearness: Nearness): number {
  const { essential, payers } = sidesOf(deal);
  const aka = nearness.deal(deal.id);
  let sum = 0;
  let bound = 0;
  for (const group of essential) {
    let level = 0;
    let isBound = false;
    for (const party of group) {
      level = Math.max(level, nearness.party(party));
      isBound ||= nearness.bound.has(party);
    }
    if (level < 0.12 && aka < 0.5) {
      if (!isUnnamed(deal, group, nearness)) return 0;
      level = UNNAMED;
    }
    sum += level;
    if (isBound) bound++;
  }
  const named = (sum / essential.length) * (essential.length === 1 ? 3.2 : 4);
  // "SoftBank ($30 billion)": of several payers, the one beside the figure.
  const paidBy = essential.length > 1 && [...payers].some((party) => nearness.bound.has(party)) ? 0.35 : 0;
  return Math.max(named + 0.1 * bound + paidBy, aka > 0.4 ? aka * 4 : 0);
}

/** What the presence of a buyer is worth that the article never names: "the consortium", "its new owner". */
const UNNAMED = 0.25;

/** Whether the group is the payers of a deal whose other side is named. */
const isUnnamed = (deal: Deal, group: readonly string[], nearness: Nearness): boolean => {
  const { payers, payees } = sidesOf(deal);
  return group.every((party) => payers.has(party)) && [...payees].some((party) => nearness.party(party) > 0.5);
};

function weighDeal(
  candidate: Candidate,
  parties: number,
  guesses: readonly MetricGuess[],
  scene: Scene,
): Attribution[] {
  const { deal, timely } = candidate;
  const { quantity, cues, wide } = scene;
  const { form, series } = sidesOf(deal);
  const kind = kindFit(form, wide);
  const { essential } = sidesOf(deal);
  const here = essential.map((group) => group.some((party) => scene.nearness.isHere(party)));
  // "Series G" is said of the company last named, not of any that had a Series G.
  const isOfSeries =
    series !== null &&
    scene.series !== null &&
    (here.every(Boolean) || (parties >= 1.5 && scene.sentence.mentions.length === 0));
  const named = isOfSeries ? (scene.series === series ? 1 : -1.5) : 0;
  // Listings and share sales are told by these words only; without them the company's other deals are meant.
  const untold = (form === "listing" && kind < 0.15 ? 1.5 : 0) + (form === "secondary" && kind < 0.15 ? 0.6 : 0);
  const base =
    parties +
    0.8 * kind -
    1.2 * formClash(form, wide) -
    // Right beside the figure the word names the very thing it is said of.
    0.5 * formClash(form, cues) +
    0.7 * timely +
    (scene.current === deal.id ? 0.4 : 0) +
    named -
    untold -
    // A deal still to come can be news already; one of today is the likelier.
    (deal.events[0] && deal.events[0].date > addDays(scene.published ?? scene.asOf, 3) ? 0.8 : 0);
  const raised = Math.max(
    wide.round ?? 0,
    wide.receive ?? 0,
    wide.valuation ?? 0,
    wide.valuationPost ?? 0,
    wide.valuationPre ?? 0,
  );
  const known = matches(quantity, deal, null, scene);
  const kin = kinOf(deal, scene);
  const found: Attribution[] = [];
  for (const guess of guesses.map((guess) => asPrice(guess, deal))) {
    const match = bestMatch(guess, known, scene);
    const relative = match === null ? kin.get(familyOf(guess.metric)) : undefined;
    const score =
      base +
      guess.score +
      (match ? worthOf(match, quantity, cues) : relative ? kinWorth(quantity) : -0.3) -
      (match && match.factor !== 1 && form === "funding-round" && raised < 0.4 ? 3 : 0);
    found.push({
      deal,
      metric:
        match && guess.metric !== "valuation-pre" && guess.metric !== "valuation-post"
          ? metricOf(guess.metric, match)
          : relative === "power"
            ? "power"
            : guess.metric,
      score,
      parties,
      kind,
      said: guess.said,
      match,
      kin: relative !== undefined,
      together: here.every(Boolean),
      context: known.some(isContext),
    });
  }
  return found;
}

/** A figure that the record has as context of the deal, and as no term of it. */
const isContext = ({ factor, distance, timed }: RecordMatch): boolean =>
  timed.figure.scope === "reference" && factor === 1 && distance < 0.005;

/** Forms of deal that say what a company is worth, or that join two companies of their own worth. */
const pricesCompany: ReadonlySet<Form> = new Set<Form>([
  "funding-round",
  "investment",
  "recapitalisation",
  "listing",
  "secondary",
  "merger",
]);

/** What a contract or a takeover's target is valued at is its price, unless the record keeps the two apart. */
function asPrice(guess: MetricGuess, deal: Deal): MetricGuess {
  if (familyOf(guess.metric) !== "valuation" || pricesCompany.has(sidesOf(deal).form)) return guess;
  return deal.events.some(({ figures }) => figures.some(({ metric }) => familyOf(metric) === "valuation"))
    ? guess
    : { ...guess, metric: "amount" };
}

/** How much the record's digits in another currency speak for the deal. */
const kinWorth = ({ value }: ReadQuantity): number => 0.7 + 0.3 * Math.min(significantDigits(value), 4);

/** Metrics of which the deal's record has the figure's digits in another currency or unit, with the metric that it is there. */
function kinOf(deal: Deal, { quantity, cues, index, asOf }: Scene): ReadonlyMap<string, Metric> {
  const kin = new Map<string, Metric>();
  if (!isMoney(quantity.unit)) return kin;
  for (const { figure, number, from } of timelineOf(deal, index).figures) {
    if (from > asOf || figure.scope !== "whole") continue;
    // "0億ドル": what is left of a number that lost its digits may be any.
    if (quantity.value === 0 && quantity.scaled) kin.set(familyOf(figure.metric), figure.metric);
    if (figure.unit === quantity.unit || !sameDigits(quantity, number)) continue;
    // "6 billion dollars of computing power" for 60亿瓦: the number of watts has become money.
    if (figure.unit === "W" && (cues.compute ?? 0) > 0.3) kin.set("amount", "power");
    else if (isMoney(figure.unit) && significantDigits(quantity.value) > 1)
      kin.set(familyOf(figure.metric), figure.metric);
  }
  return kin;
}

/** A number that agrees with a tranche of the record is one, though the text calls it an amount. */
const metricOf = (said: Metric, { timed }: RecordMatch): Metric =>
  familyOf(said) === familyOf(timed.figure.metric) ? said : timed.figure.metric;

const payments = new Set<Metric>(["amount", "tranche", "equity", "debt"]);

/** The record figure that speaks most for the guess; null where the record knows no such number. */
function bestMatch(
  guess: MetricGuess,
  known: readonly RecordMatch[],
  { cues, quantity, nearness }: Scene,
): RecordMatch | null {
  let best: RecordMatch | null = null;
  let most = Number.NEGATIVE_INFINITY;
  // "Each time 100 billion" is said of the instalments, whatever the whole comes to.
  const isEach = (cues.each ?? 0) > 0.7 && known.some(({ timed }) => timed.figure.scope === "part");
  for (const match of known) {
    const { figure } = match.timed;
    // A converted amount that is also a power of ten off says nothing.
    if (match.converted && match.factor !== 1) continue;
    // A part's number without a word of a part must be that number.
    if (figure.scope !== "whole" && match.distance > 0.005 && scopeSaid(figure, cues) < 0.3) continue;
    if (figure.scope === "reference" || (isEach && figure.scope !== "part")) continue;
    const same =
      familyOf(figure.metric) === familyOf(guess.metric) || (guess.metric === "amount" && figure.metric === "tranche");
    const paid = payments.has(guess.metric) && payments.has(figure.metric);
    if (!same && !paid) continue;
    if (
      match.factor !== 1 &&
      !(figure.scope === "whole" || figure.metric === "break-fee" || Math.max(cues.each ?? 0, cues.monthly ?? 0) > 0.5)
    )
      continue;
    let worth = worthOf(match, quantity, cues);
    // One party's share is only spoken of where that party is.
    if (figure.of !== undefined && nearness.party(figure.of) < 0.7) worth -= 2.5;
    if (!same) worth -= 0.8;
    if (worth > most) [best, most] = [match, worth];
  }
  if (best && best.factor === 1 && best.timed.figure.scope !== "whole" && scopeSaid(best.timed.figure, cues) < 0.3) {
    // "Invests up to $10 billion" where the first instalment is 10 and the whole 100: nothing speaks of a part.
    const whole = known.find(
      ({ factor, timed: { figure } }) =>
        factor !== 1 &&
        figure.scope === "whole" &&
        figure.metric === guess.metric &&
        best?.timed.figure.scope === "part",
    );
    if (whole && isFigureOfNews(whole)) return { ...whole, factor: whole.factor };
  }
  return best;
}

/** Slips of one digit or of a word of thousands; rarer ones need more than a number. */
const isFigureOfNews = ({ factor }: RecordMatch): boolean =>
  [0.1, 10, 0.001, 1000].some((slip) => Math.abs(factor / slip - 1) < 1e-9);

/** How much a number that the record knows speaks for the deal. */
function worthOf(match: RecordMatch, quantity: ReadQuantity, cues: CueWeights): number {
  const { figure } = match.timed;
  const digits = significantDigits(quantity.value);
  if (match.factor !== 1) {
    const power = Math.abs(Math.log10(match.factor));
    const slip = power === 1 ? 1.3 : power === 3 ? 1.2 : power === 2 ? 0.5 : 0.3;
    return slip + 0.25 * Math.min(digits - 1, 3);
  }
  const scope = figure.scope === "whole" ? 0.4 : scopeSaid(figure, cues) > 0.3 ? 0.5 : digits === 1 ? -1.2 : -0.5;
  const when = match.when === "later" ? -0.8 : match.when === "earlier" ? -0.1 + 0.4 * (cues.past ?? 0) : 0.2;
  // "Up to 50" may be said of 40, but 40 is no reason to think of that deal.
  const loose = -Math.min(2.6, 18 * match.distance);
  return (
    1.9 +
    scope +
    when +
    loose +
    0.3 * Math.min(digits - 1, 3) +
    (match.converted ? -1.3 - (digits > 2 ? 30 * match.distance : 0) : 0)
  );
}

/** How clearly the words speak of the part, year or party that a record figure covers. */
export function scopeSaid({ scope, of }: Pick<Figure, "scope" | "of">, cues: CueWeights): number {
  switch (scope) {
    case "part":
      return Math.max(cues.part ?? 0, cues.each ?? 0, 0.8 * (cues.added ?? 0));
    case "added":
      return Math.max(cues.added ?? 0, 0.6 * (cues.part ?? 0));
    case "yearly":
      return cues.yearly ?? 0;
    case "remaining":
      return cues.remaining ?? 0;
    case "cumulative":
      return cues.cumulative ?? 0;
    case "condition":
      return cues.condition ?? 0;
    case "party":
      return of === undefined ? 0 : 0.4;
    default:
      return 0;
  }
}
