/**
 * What speaks for and against each deal and metric that a figure may be stated of.
 *
 * Every deal that the article may be talking about is weighed: who is named how near, whether the words fit the deal's
 * kind and the metric, whether the number is one that the record knows, and when the deal was in the news. Words that
 * speak of something else (market value, revenue, share moves) weigh against all.
 */
import { addDays } from "../../deals/dates.ts";
import { type Figure, type IsoDate, isMoney } from "../../deals/schema.ts";
import { significantDigits } from "../../deals/units.ts";
import type { ReadQuantity } from "../quantities.ts";
import { familyOf, matches, type RecordMatch } from "../verdict.ts";
import type { Candidate } from "./candidates.ts";
import { type Kin, kinOf, kinWorth } from "./kin-evidence.ts";
import { bestMatch, isContext, unknownWorth, worthOf } from "./match-evidence.ts";
import { asPrice, metricOf } from "./metric-of.ts";
import {
  formClash,
  guessMetrics,
  kindFit,
  type MetricGuess,
  strangeness,
  type TellingWords,
  tellingWords,
} from "./metrics.ts";
import { partyEvidence } from "./party-evidence.ts";
import type { Attribution, Scene } from "./scene.ts";
import { seriesFit } from "./series.ts";
import type { Form, Sides } from "./sides.ts";

/** A deal with what speaks for it whatever the figure is of. */
type Weighed = { candidate: Candidate; parties: number; kind: number; together: boolean };

/** What is the same for every deal that one figure is weighed for; worked out once. */
type Scales = {
  scene: Scene;
  guesses: readonly MetricGuess[];
  /** The likeliest of them. */
  first: MetricGuess | undefined;
  isRaised: boolean;
  /** A deal that begins after this day is still to come. */
  lastDay: IsoDate;
  /** Words that tell forms of deal apart: in the sentence, and right beside the figure. */
  telling: { wide: TellingWords; near: TellingWords };
  /** How well the words fit deals of a form, and how much they speak of another one. */
  fits: { financed: Map<Form, Fit>; others: Map<Form, Fit> };
};

type Fit = { kind: number; clash: number };

/** Every deal and metric that a figure may be stated of, the likeliest first. */
export function rankDeals(scene: Scene): Attribution[] {
  const { quantity, cues, candidates } = scene;
  const against = strangeness(cues, quantity) + (isCostOfOne(scene) ? 2.4 : 0);
  const monthly = 3 * (cues.monthly ?? 0);
  const isVague = significantDigits(quantity.value) < 3;
  const scales = setUp(scene);
  const all: Attribution[] = [];
  for (const candidate of candidates) {
    if (candidate.partial && isVague) continue;
    const parties = partyEvidence(candidate, scene.nearness);
    if (parties < (candidate.partial ? oneSideHere : 1)) continue;
    for (const attribution of weighMetrics(candidate, parties, scales)) {
      if (candidate.partial && !isBeyondChance(attribution.match)) continue;
      // A fee is also called a fine or damages, which are nothing else's figures where the record has that very fee.
      const isFee = attribution.metric === "break-fee" && isExact(attribution.match);
      const isPrice = attribution.metric === "share-price" && attribution.said >= 0.9;
      // What the record does not know, or knows otherwise, must not be somebody else's figure.
      attribution.score -= against * (isFee ? 0.25 : isPrice ? 0.5 : attribution.match?.factor === 1 ? 1 : 1.6);
      // So much a month belongs to no deal, but to the one whose monthly payment it is.
      if (!isPayment(attribution)) attribution.score -= monthly * (attribution.match?.factor === 1 ? 1 : 1.6);
      insert(all, attribution);
    }
  }
  return all;
}

/** Keeps the likeliest first as they come; of two as likely, the one that came first. */
function insert(ranks: Attribution[], attribution: Attribution): void {
  let place = ranks.length;
  for (; place > 0; place--) {
    const before = ranks[place - 1] as Attribution;
    if (before.score >= attribution.score) break;
    ranks[place] = before;
  }
  ranks[place] = attribution;
}

function setUp(scene: Scene): Scales {
  const guesses = guessMetrics(scene.quantity, scene.cues);
  let first = guesses[0];
  for (const guess of guesses) if (first === undefined || guess.score > first.score) first = guess;
  return {
    scene,
    guesses,
    first,
    isRaised: saysRaised(scene),
    lastDay: addDays(scene.published ?? scene.asOf, 3),
    telling: { wide: tellingWords(scene.wide), near: tellingWords(scene.cues) },
    fits: { financed: new Map(), others: new Map() },
  };
}

function fitOf({ form, isFinanced }: Sides, { scene, telling, fits }: Scales): Fit {
  const known = isFinanced ? fits.financed : fits.others;
  let fit = known.get(form);
  if (!fit) {
    // Right beside the figure the word names the very thing it is said of.
    const clash = 1.2 * formClash(form, telling.wide, isFinanced) + 0.5 * formClash(form, telling.near, isFinanced);
    fit = { kind: kindFit(form, scene.wide), clash };
    known.set(form, fit);
  }
  return fit;
}

/** What one side of two weighs that is named in the figure's own sentence. */
const oneSideHere = 1.6;

/** Whether the number is the deal's own, to the last digit. */
const isBeyondChance = (match: RecordMatch | null): boolean => isExact(match) && match?.timed.figure.scope === "whole";

const isExact = (match: RecordMatch | null): boolean =>
  match?.factor === 1 && match.distance < 0.002 && !match.converted;

/** Whether the number is what one of the deal's payments comes to, by words that name both its sides. */
const isPayment = ({ match, together, parties }: Attribution): boolean =>
  (together || parties >= (isItself(match) ? 2.3 : 3)) && match !== null && match.timed.figure.scope !== "whole";

/** The record's very number of two digits or more, right behind a sentence on the deal. */
const isItself = (match: RecordMatch | null): boolean =>
  isExact(match) && match !== null && significantDigits(match.timed.figure.value) > 1;

/** Money beside exactly one gigawatt or megawatt is what such a one costs, unless the text speaks of a deal's first. */
const isCostOfOne = ({ quantity, sentence, cues }: Scene): boolean =>
  (isMoney(quantity.unit) || (isOneOf(quantity) && sentence.quantities.some(({ unit }) => isMoney(unit)))) &&
  (cues.part ?? 0) < 0.3 &&
  sentence.quantities.some(isOneOf);

/** "Up to 1 GW" is what somebody orders, not the one that has a price. */
const isOneOf = ({ unit, value, qualifier }: ReadQuantity): boolean =>
  unit === "W" && (value === 1e9 || value === 1e6) && qualifier !== "up-to" && qualifier !== "at-least";

/** Whether the sentence names both sides beside the deal's own number: of two deals with one number, that one is told of. */
const namesBoth = (match: RecordMatch | null, { sides }: Candidate, together: boolean): boolean =>
  together && match?.factor === 1 && match.distance < 0.01 && !match.converted && sides.essential.length > 1;

/** The deal by each metric that the figure may be of. */
function weighMetrics(candidate: Candidate, parties: number, scales: Scales): Attribution[] {
  const { deal, sides, figures } = candidate;
  const { scene, guesses, first, isRaised } = scales;
  const { quantity, cues, nearness, days, index } = scene;
  const { form, essential } = sides;
  const { kind } = fitOf(sides, scales);
  const together = essential.every((group) => group.some((party) => nearness.isHere(party)));
  const base = weighDeal({ candidate, parties, kind, together }, scales);
  const known = matches(quantity, figures, days, index);
  const kin = kinOf(candidate, scene, isTold({ candidate, parties, kind, together }, scene));
  const isReplaced = isLeftBehind(candidate, scene);
  const { timely } = candidate;
  if (known.length === 0 && kin.size === 0) {
    // Where nothing of the deal's has the number, the likeliest metric is all that can be meant, or money paid. Nearly
    // every deal is one of these.
    const unknown: Attribution[] = [];
    for (const said of guesses) {
      if (said !== first && said.metric !== "amount") continue;
      const { metric, score } = asPrice(said, sides);
      unknown.push({
        deal,
        metric,
        score: base + score + unknownWorth - (isReplaced ? 0.4 : 0),
        parties,
        kind,
        said: said.said,
        match: null,
        kin: null,
        together,
        timely,
        context: false,
      });
    }
    return unknown;
  }
  const context = known.some(isContext);
  return guesses.map((said) => {
    const guess = asPrice(said, sides);
    const match = bestMatch(guess, known, scene);
    const relative = match === null ? (kin.get(familyOf(guess.metric)) ?? partOf(guess, kin)) : undefined;
    const score =
      base +
      guess.score +
      (namesBoth(match, candidate, together) ? 0.3 : 0) +
      (match ? worthOf(match, quantity, cues) : relative ? kinWorth(quantity) : unknownWorth) +
      // A price without the word "share" beside it is told by being the deal's own.
      (guess.metric === "share-price" ? priceWorth(guess, match) : 0) -
      // A round's money a power of ten off is somebody else's, unless money is said to be raised.
      (match && match.factor !== 1 && form === "funding-round" && !(isRaised && isTimely(match, scene)) ? 3 : 0) -
      // A number that a replaced deal never had is the sooner said of the one in its place.
      (match?.factor !== 1 && isReplaced ? 0.4 : 0);
    return {
      deal,
      metric: metricOf(guess.metric, match, relative),
      score,
      parties,
      kind,
      said: guess.said,
      match,
      kin: relative ?? null,
      together,
      timely,
      context,
    };
  });
}

/** Whether the sentence leaves no doubt of the deal, or goes on about it. */
function isTold({ candidate, parties, kind, together }: Weighed, { current, wide }: Scene): boolean {
  if (together) return parties >= 3.2 || kind >= 0.9;
  // "Under the terms of the deal, the seller is to receive …", below a headline that names both.
  if (current === candidate.deal.id && parties >= 2.3 && kind >= 0.6 && (wide.sameDeal ?? 0) > 0.6) return true;
  return kind >= 0.9 && (parties >= 3.4 || (current === candidate.deal.id && parties >= 3.2));
}

/** What speaks for the deal, whatever of it the figure may be. */
function weighDeal({ candidate, parties, kind, together }: Weighed, scales: Scales): number {
  const { deal, sides, timely } = candidate;
  const { scene, lastDay } = scales;
  const { form } = sides;
  // Listings and share sales are told by these words only; without them the company's other deals are meant.
  const untold = kind < 0.15 ? (form === "listing" ? 1.5 : form === "secondary" ? 0.6 : 0) : 0;
  // A deal still to come can be news already; one of today is the likelier.
  const begins = deal.events[0]?.date;
  const isToCome = begins !== undefined && begins > lastDay;
  return (
    parties +
    0.8 * kind -
    fitOf(sides, scales).clash +
    0.7 * timely +
    (scene.current === deal.id ? 0.4 : 0) +
    seriesFit(deal, parties, together, scene) -
    untold -
    (isToCome ? 0.8 : 0)
  );
}

/** For and against a price of a share, by whether the number is the deal's own price. */
function priceWorth({ said }: MetricGuess, match: RecordMatch | null): number {
  if (isBeyondChance(match)) return 0.7;
  return said < 0.2 && match !== null && match.distance > 0.005 ? -1.5 : 0;
}

/** What one party pays is called an amount, too. */
const partOf = ({ metric }: MetricGuess, kin: Kin): Figure | undefined =>
  metric === "amount" ? kin.get("tranche") : undefined;

/** Whether another deal has taken its place, and no words speak of what was before. */
const isLeftBehind = ({ replaced }: Candidate, { wide }: Scene): boolean =>
  replaced && Math.max(wide.past ?? 0, wide.replaced ?? 0) < 0.3;

/** Whether the figure was known by the article's day, or the words right beside it speak of money still to be raised. */
const isTimely = ({ when }: RecordMatch, { cues }: Scene): boolean =>
  when !== "later" || Math.max(cues.round ?? 0, cues.receive ?? 0, cues.valuation ?? 0) >= 0.4;

/** Whether the words speak of money raised, or of what a company is worth by it. */
const saysRaised = ({ wide }: Scene): boolean =>
  Math.max(wide.round ?? 0, wide.receive ?? 0, wide.valuation ?? 0, wide.valuationPost ?? 0, wide.valuationPre ?? 0) >=
  0.4;
