/**
 * Which deal, if any, a figure is stated about, and of which metric.
 *
 * The likeliest of the deals that were weighed ({@link ./weigh-deals.ts}) is taken, unless the words say that another's
 * number stands in its place. A figure whose best deal does not reach the bar is no claim: a false alarm costs more than
 * a miss.
 */

import { isMoney } from "../../deals/schema.ts";
import { significantDigits } from "../../deals/units.ts";
import { familyOf } from "../verdict.ts";
import { isNews, isPlain } from "./certainty.ts";
import { isDoubtful } from "./doubts.ts";
import { strangeness } from "./metrics.ts";
import {
  companysWorth,
  contractsWorth,
  mistakenMetric,
  notThePayer,
  payeesOwn,
  payersOwn,
  roundsWorth,
  wholeForPart,
} from "./mistakes.ts";
import type { Attribution, Scene } from "./scene.ts";
import { sidesOf } from "./sides.ts";
import { rankDeals } from "./weigh-deals.ts";

/** How much evidence a claim needs, by what the record says of its number. */
const bars = { agrees: 3.1, scaled: 4.1, plain: 4.7, news: 3.9, unknown: 5.2 };

/** The best deal for a figure, or null where the evidence is thin. */
export function attribute(scene: Scene): Attribution | null {
  const ranks = rankDeals(scene).filter((one) => !isPassing(one));
  const likeliest = ranks[0] && (slipTo(ranks[0], ranks, scene) ?? agreeing(ranks[0], ranks) ?? ranks[0]);
  const first =
    likeliest &&
    (contractsWorth(likeliest, ranks) ??
      companysWorth(likeliest, ranks, scene) ??
      roundsWorth(likeliest, ranks, scene) ??
      notThePayer(likeliest, ranks, scene) ??
      payersOwn(likeliest, ranks, scene) ??
      payeesOwn(likeliest, ranks, scene) ??
      likeliest);
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
  const isVague = significantDigits(scene.quantity.value) < 3 || (best.match?.distance ?? 0) > 0.005;
  if (isVague && (isElsewhere(best, scene) || isPayerFar(best, scene))) return null;
  if (isRoundabout(scene)) return null;
  // Of a list of companies a sum is said together.
  if (known === "unknown" && isCrowded(scene)) return null;
  if (known === "scaled" && isDoubtful(best, ranks, scene)) return null;
  return best.score >= barOf(best, known) ? best : null;
}

/** A number about as large as one that a deal mentioned elsewhere has. */
const isPassing = ({ match, parties }: Attribution): boolean =>
  match?.factor === 1 && parties < 1.9 && match.distance > 0.01;

/** "Revenue is above 20 billion" beside one side of a deal, of which no word speaks: a round number has many owners. */
function isElsewhere({ deal, together, kind, metric, match }: Attribution, { cues, quantity }: Scene): boolean {
  if (!isMoney(quantity.unit) || metric === "share-price" || metric === "break-fee") return false;
  // A deal told by one party alone is always beside it.
  if (together && sidesOf(deal).essential.length > 1) return false;
  const most = kind >= 0.3 ? 2.7 : (match?.distance ?? 0) > 0.02 ? 1.2 : 2;
  return strangeness(cues, quantity) >= most;
}

/** "This car maker had put 2 billion into xAI": who paid the record's 2 billion is nowhere near. */
function isPayerFar({ deal }: Attribution, { nearness, quantity, wide }: Scene): boolean {
  const { form, payers, essential } = sidesOf(deal);
  if (form !== "investment" || essential.length < 2 || payers.size === 0) return false;
  // "It gets 10 billion": nobody is said to pay.
  if (significantDigits(quantity.value) > 1 || (wide.receive ?? 0) > 0.3) return false;
  return [...payers].every((party) => nearness.party(party) < 0.3);
}

function barOf(best: Attribution, known: keyof typeof bars): number {
  if (known !== "unknown") return bars[known];
  return best.kin || best.payer !== undefined
    ? bars.scaled
    : isPlain(best)
      ? bars.plain
      : isNews(best)
        ? bars.news
        : bars.unknown;
}

/** "A puts 100 into B, B 100 into C, C 100 into A": each is named as payer and as payee, and the sum is a story's. */
function isRoundabout({ sentence, quantity }: Scene): boolean {
  if (sentence.quantities.length < 3) return false;
  const alike = sentence.quantities.filter(({ value, unit }) => value === quantity.value && unit === quantity.unit);
  if (alike.length < 3) return false;
  const named = new Map<string, number>();
  for (const { party } of sentence.mentions) if (party) named.set(party, (named.get(party) ?? 0) + 1);
  return [...named.values()].filter((times) => times > 1).length > 2;
}

/** A sentence that names more parties than any deal has sides. */
const isCrowded = ({ sentence }: Scene): boolean =>
  new Set(sentence.mentions.flatMap(({ party }) => party ?? [])).size > 3;

/** "97.4 million" is the 97.4 billion of one deal with a wrong word, rather than roughly the 100 million of another. */
function slipTo(best: Attribution, ranks: readonly Attribution[], { quantity }: Scene): Attribution | null {
  if (significantDigits(quantity.value) < 3 || (best.match?.factor === 1 && best.match.distance < 0.01)) return null;
  const slip = ranks.find(
    ({ match, parties }) =>
      match !== null &&
      match.factor !== 1 &&
      match.distance < 0.001 &&
      !match.converted &&
      parties >= best.parties - 0.2,
  );
  return slip && slip.score >= best.score - 0.8 ? slip : null;
}

/** Of two deals nearly as likely, the one whose number it is: a false alarm costs more than a miss. */
function agreeing(best: Attribution, ranks: readonly Attribution[]): Attribution | null {
  if (best.match?.factor === 1) return null;
  const same = ranks.find(({ match, deal }) => deal.id === best.deal.id && match?.factor === 1);
  if (same && same.score >= best.score - 0.6) return same;
  if (best.match === null) {
    // "The buyer must pay 400 million" where the record has a fee of 4 billion, and no such price.
    const slip = ranks.find(({ match, deal }) => deal.id === best.deal.id && match !== null);
    if (slip && slip.score >= best.score - 0.6) return slip;
    // A number that no record has is the less likely, the nearer the one is that another deal has with a wrong word.
    const known = ranks.find(({ match, parties, kind }) => match !== null && parties >= 3 && kind >= 0.5);
    if (known && known.score >= best.score - 0.4) return known;
  }
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
