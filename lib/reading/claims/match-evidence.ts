/** How much a number that a deal's record knows speaks for the deal, and which of the record's figures it is. */
import type { Figure, Metric } from "../../deals/schema.ts";
import { timelineOf } from "../../deals/timeline.ts";
import { significantDigits } from "../../deals/units.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import { familyOf, type RecordMatch } from "../verdict.ts";
import type { MetricGuess } from "./metrics.ts";
import type { Scene } from "./scene.ts";

/** What a deal's money is called in one text or another: the figure of one may be spoken of as another. */
const payments = new Set<Metric>(["amount", "tranche", "equity", "debt"]);

/** How much a number that the record does not know speaks for the deal. */
export const unknownWorth = -0.3;

/** The record figure that speaks most for the guess; null where the record knows no such number. */
export function bestMatch(guess: MetricGuess, known: readonly RecordMatch[], scene: Scene): RecordMatch | null {
  const { cues, quantity, nearness } = scene;
  // "Each time 100 billion" is said of the instalments, whatever the whole comes to.
  const isEach = (cues.each ?? 0) > 0.7 && known.some(({ timed }) => timed.figure.scope === "part");
  const isCurrent = known.some(({ timed }) => timed.deal === scene.current) && significantDigits(quantity.value) > 1;
  const isPart = known.length > 1 && known.some((match) => isAmongParts(match, scene));
  let best: RecordMatch | null = null;
  // What speaks against the deal more than no number at all is none of its numbers.
  let most = unknownWorth;
  for (const match of known) {
    const { figure } = match.timed;
    if (!maySpeakFor(guess, match, scene, isCurrent) || (isEach && figure.scope !== "part")) continue;
    if (isPart && match.factor !== 1) continue;
    let worth = worthOf(match, quantity, cues);
    // One party's share is only spoken of where that party is.
    if (figure.of !== undefined && nearness.party(figure.of) < 0.7) worth -= 2.5;
    if (!isSameMetric(guess, figure)) worth -= 0.8;
    if (worth > most) [best, most] = [match, worth];
  }
  return (best && !isPart ? wholeInstead(best, guess, known, cues) : null) ?? best;
}

/** Whether the figure can be the one that is meant at all, if the text states the guessed metric. */
function maySpeakFor(guess: MetricGuess, match: RecordMatch, scene: Scene, isCurrent: boolean): boolean {
  const { factor, distance, converted } = match;
  const { figure } = match.timed;
  const { cues } = scene;
  if (figure.scope === "reference") return false;
  if (!isSameMetric(guess, figure) && !(payments.has(guess.metric) && payments.has(figure.metric))) return false;
  // A part's number without a word of a part must be that number.
  if (figure.scope !== "whole" && distance > 0.005 && scopeSaid(figure, cues) < 0.3) return false;
  if (figure.scope === "party" && distance > 0.005 && !scene.nearness.bound.has(figure.of ?? "")) return false;
  if (factor === 1) return true;
  // Of a hundred percent there is always one that is ten times another.
  if (figure.unit === "%" && guess.said < 0.6) return false;
  // A converted amount that is also a power of ten off says nothing, and a part's only where the text speaks of parts.
  const isEach = Math.max(cues.each ?? 0, cues.monthly ?? 0) > 0.5;
  const isThousand = Math.abs(Math.abs(Math.log10(factor)) - 3) < 1e-9;
  if (converted) return false;
  if (figure.scope === "whole" || figure.metric === "break-fee" || isEach || (isThousand && isCurrent)) return true;
  if (isOwnWorth(guess, match, scene)) return true;
  return factor > 1 && scopeSaid(figure, cues) > 0.6 && isPastWhole(match, scene);
}

/** "The deal valued Juniper at 800 billion", where the record has the worth of each of the two that merge. */
const isOwnWorth = (guess: MetricGuess, { timed: { deal, figure } }: RecordMatch, { nearness, current }: Scene) =>
  figure.of !== undefined &&
  figure.metric.startsWith("valuation") &&
  guess.said > 0.6 &&
  deal === current &&
  nearness.bound.has(figure.of);

/** "Of the 2.9 billion, the part in cash is 7 billion": no part is larger than its whole. */
function isPastWhole({ timed: { deal: id, figure } }: RecordMatch, { quantity, index }: Scene): boolean {
  const deal = index.deal(id);
  const wholes = deal
    ? timelineOf(deal, index).figures.filter((one) => one.figure.metric === "amount" && one.figure.scope === "whole")
    : [];
  const sameUnit = wholes.filter((one) => one.figure.unit === figure.unit);
  return sameUnit.length > 0 && sameUnit.every((one) => quantity.value > (one.number.valueTo ?? one.number.value));
}

/** An instalment may go by the name of an amount. */
const isSameMetric = ({ metric }: MetricGuess, figure: Figure): boolean =>
  familyOf(figure.metric) === familyOf(metric) || (metric === "amount" && figure.metric === "tranche");

/**
 * "Invests up to $10 billion" where the first instalment is 10 and the whole 100: nothing speaks of a part, and so it is
 * the whole, a power of ten off. Null where the part is meant.
 */
function wholeInstead(
  best: RecordMatch,
  guess: MetricGuess,
  known: readonly RecordMatch[],
  cues: CueWeights,
): RecordMatch | null {
  const part = best.timed.figure;
  if (best.factor !== 1 || part.scope !== "part" || scopeSaid(part, cues) >= 0.3) return null;
  const whole = known.find(
    ({ factor, timed: { figure } }) => factor !== 1 && figure.scope === "whole" && figure.metric === guess.metric,
  );
  return whole && isFigureOfNews(whole) ? whole : null;
}

/** "2.25 billion in cash, a premium of 300 million and 450 million more": the sentence tells the parts one by one. */
function isAmongParts(match: RecordMatch, { quantity, sentence, index }: Scene): boolean {
  const { deal: id, figure } = match.timed;
  if (match.factor !== 1 || match.converted || figure.scope !== "part" || sentence.quantities.length < 2) return false;
  const deal = index.deal(id);
  const parts = deal ? timelineOf(deal, index).figures.filter((one) => one.figure.scope === "part") : [];
  return parts.some(
    (one) =>
      one.figure.unit === figure.unit &&
      one.figure.value !== figure.value &&
      sentence.quantities.some(
        // "2.25 billion", without its currency.
        (other) =>
          other !== quantity && other.value === one.figure.value && (other.bare || other.unit === one.figure.unit),
      ),
  );
}

/** Slips of one digit or of a word of thousands; rarer ones need more than a number. */
const isFigureOfNews = ({ factor }: RecordMatch): boolean =>
  [0.1, 10, 0.001, 1000].some((slip) => Math.abs(factor / slip - 1) < 1e-9);

/** How much a number that the record knows speaks for the deal. */
export function worthOf(match: RecordMatch, quantity: ReadQuantity, cues: CueWeights): number {
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

/** A figure that the record has as context of the deal, and as no term of it. */
export const isContext = ({ factor, distance, timed }: RecordMatch): boolean =>
  timed.figure.scope === "reference" && factor === 1 && distance < 0.005;

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
