/**
 * Figures that the record knows, but not as what the text says they are: the number points to one deal or metric, the
 * words to another. Each of these believes the words, so that judging can tell the mistake.
 */
import type { Deal } from "../../deals/schema.ts";
import { significantDigits } from "../../deals/units.ts";
import type { CueWeights } from "../cues.ts";
import type { Attribution, Scene } from "./scene.ts";
import { type Form, sidesOf } from "./sides.ts";

/**
 * "Raised $500 billion", where 500 is what the company is worth: the words right beside the figure name money paid, and
 * the record's amount is another. The number still tells which deal is meant.
 */
export function mistakenMetric(best: Attribution, ranks: readonly Attribution[], scene: Scene): Attribution | null {
  if (best.match?.factor !== 1) return null;
  const isWorth = best.metric === "equity" || best.metric.startsWith("valuation");
  if (!(isWorth && best.match.timed.figure.scope === "whole") && !isFeeUnsaid(best, scene)) return null;
  const { form } = sidesOf(best.deal);
  const paid = saysPaid(scene.cues, form);
  // "Bought 49 % of it for 29 billion": another figure stands between, and nothing in the sentence speaks of worth.
  const farther = saysPaid(scene.wide, form);
  const said =
    paid >= 0.6 && saysWorth(scene.cues, best) <= 0.35 * paid
      ? paid
      : farther > 0.85 && saysWorth(scene.wide, best) < 0.1
        ? farther
        : 0;
  if (said === 0) return null;
  const deal =
    (best.metric === "equity" ? olderPayment(best, ranks) : null) ??
    (statesAmount(best.deal) ? best.deal : olderPayment(best, ranks));
  return deal && { ...best, deal, metric: "amount", said };
}

/** Whether the record's break fee stands where both sides are named and nothing speaks of a fee, of an end or of an if. */
function isFeeUnsaid({ metric, together }: Attribution, { wide, sentence }: Scene): boolean {
  if (metric !== "break-fee" || !together || sentence.quantities.length > 2) return false;
  return Math.max(wide.breakFee ?? 0, wide.ended ?? 0, wide.condition ?? 0, wide.financials ?? 0) < 0.1;
}

function saysPaid(cues: CueWeights, form: Form): number {
  const bought = form === "acquisition" || form === "merger" || form === "investment" ? (cues.acquire ?? 0) : 0;
  return Math.max(cues.invest ?? 0, cues.round ?? 0, cues.receive ?? 0, cues.pay ?? 0, bought);
}

const saysWorth = (cues: CueWeights, { metric }: Attribution): number =>
  Math.max(
    cues.valuation ?? 0,
    cues.valuationPost ?? 0,
    cues.valuationPre ?? 0,
    metric === "equity" ? (cues.stake ?? 0) : 0,
    cues.equityValue ?? 0,
  );

/** The deal between the same parties in which the stake was paid for; its worth may be a later deal's figure. */
function olderPayment(best: Attribution, ranks: readonly Attribution[]): Deal | null {
  const members = new Set(best.deal.parties.map(({ party }) => party));
  const paying = ranks.find(({ deal, metric, match }) => {
    const { form, essential } = sidesOf(deal);
    return (
      metric === "amount" &&
      match === null &&
      essential.every((group) => group.some((party) => members.has(party))) &&
      statesAmount(deal) &&
      (form === "investment" || form === "funding-round")
    );
  });
  return paying?.deal ?? null;
}

/** "The contract between Oracle and OpenAI is valued at 300 billion": the deal of both, not what one of them was worth. */
export function contractsWorth(best: Attribution, ranks: readonly Attribution[]): Attribution | null {
  if (!best.metric.startsWith("valuation")) return null;
  const contract = ranks.find(
    ({ metric, match, deal }) =>
      metric === "amount" && match?.factor === 1 && match.timed.figure.scope === "whole" && deal.id !== best.deal.id,
  );
  return contract && contract.parties >= best.parties + 0.7 && contract.score >= best.score - 1 ? contract : null;
}

/**
 * "A round of 500 billion", where a programme of the company's is that large, and so is what the company was worth by a
 * round: the words right beside the figure say which of the two was meant.
 */
export function roundsWorth(best: Attribution, ranks: readonly Attribution[], { cues }: Scene): Attribution | null {
  if ((cues.round ?? 0) < 0.8 || best.kind >= 0.2 || best.metric !== "amount") return null;
  const round = ranks.find(
    ({ metric, match, deal, parties }) =>
      metric.startsWith("valuation") &&
      match?.factor === 1 &&
      match.timed.figure.scope === "whole" &&
      !match.converted &&
      raising.has(sidesOf(deal).form) &&
      parties >= 1.9 &&
      // Of two numbers the one that it is: "97.4" is no round's 80.
      match.distance <= (best.match?.factor === 1 ? best.match.distance + 0.005 : 1),
  );
  return round ? { ...round, score: best.score } : null;
}

const raising: ReadonlySet<Form> = new Set<Form>(["funding-round", "secondary", "listing"]);

/** "OpenAI was last valued at 500 billion", where its programme costs as much: the company beside the figure, not the programme. */
export function companysWorth(best: Attribution, ranks: readonly Attribution[], { cues }: Scene): Attribution | null {
  if (best.metric !== "amount" || Math.max(cues.valuation ?? 0, cues.valuationPost ?? 0) < 0.8) return null;
  const worth = ranks.find(
    ({ metric, match }) =>
      metric.startsWith("valuation") && match?.factor === 1 && match.timed.figure.scope === "whole" && !match.converted,
  );
  return worth && worth.parties >= best.parties - 0.2 && !best.together && worth.score >= best.score - 1.2
    ? worth
    : null;
}

/**
 * "SoftBank put in $8.9 billion", where that is what somebody else put into the same company, and SoftBank another sum:
 * the sentence names one payer, the number is another's.
 */
export function notThePayer(
  best: Attribution,
  ranks: readonly Attribution[],
  { nearness, cues }: Scene,
): Attribution | null {
  if (best.match?.factor !== 1 || best.metric !== "amount" || best.match.timed.figure.scope !== "whole") return null;
  if (Math.max(cues.invest ?? 0, cues.pay ?? 0, cues.acquire ?? 0, cues.stake ?? 0) < 0.5) return null;
  const { form, payers, payees } = sidesOf(best.deal);
  if (payers.size === 0 || [...payers].some((party) => nearness.isHere(party))) return null;
  for (const other of ranks) {
    const sides = sidesOf(other.deal);
    if (
      other.metric !== "amount" ||
      other.match !== null ||
      sides.form !== form ||
      ![...sides.payees].some((party) => payees.has(party))
    )
      continue;
    const payer = [...sides.payers].find((party) => nearness.bound.has(party));
    if (payer !== undefined && other.parties >= best.parties + 0.3 && other.parties >= 3)
      return { ...other, score: best.score, said: best.said, payer, numberOf: best.deal };
  }
  return null;
}

/** "Amazon invests $110 billion", where that is the whole round and Amazon's own part has a record with another figure. */
export function wholeForPart(
  best: Attribution,
  ranks: readonly Attribution[],
  { cues, wide, nearness }: Scene,
): Attribution | null {
  if (best.match?.factor !== 1 || best.metric !== "amount" || best.match.timed.figure.scope !== "whole") return null;
  if (Math.max(cues.invest ?? 0, cues.pay ?? 0) < 0.6 || (wide.round ?? 0) > 0.3) return null;
  const part = ranks.find(
    ({ deal, match }) =>
      deal.partOf === best.deal.id &&
      match === null &&
      [...sidesOf(deal).payers].some((party) => nearness.bound.has(party)),
  );
  if (!part || part.parties < 3.3) return null;
  const payer = [...sidesOf(part.deal).payers].find((party) => nearness.bound.has(party));
  return { ...part, metric: "amount", score: best.score, said: best.said, ...(payer === undefined ? {} : { payer }) };
}

/**
 * "In the same round Nvidia put in 3 billion", where its own deal has 30 and some unnamed part of the round was 3: whoever
 * is named is told of.
 */
export function payersOwn(
  best: Attribution,
  ranks: readonly Attribution[],
  { cues, nearness }: Scene,
): Attribution | null {
  const figure = best.match?.timed.figure;
  if (best.match?.factor !== 1 || figure?.scope !== "part" || figure.of !== undefined) return null;
  if (Math.max(cues.part ?? 0, cues.each ?? 0, cues.added ?? 0) >= 0.3 || significantDigits(figure.value) > 1)
    return null;
  if (Math.max(cues.invest ?? 0, cues.pay ?? 0) < 0.5) return null;
  const own = ranks.find(
    ({ deal, match, together }) =>
      deal.partOf === best.deal.id &&
      together &&
      match !== null &&
      match.factor !== 1 &&
      match.timed.figure.scope === "whole" &&
      [...sidesOf(deal).payers].some((party) => nearness.bound.has(party)),
  );
  return own ? { ...own, score: best.score } : null;
}

/**
 * "Juniper: a letter of intent, 50 billion", in a list of what one company pays for others, where Juniper's own deal has 5
 * and the one before in the list 50: whoever is named is told of.
 */
export function payeesOwn(
  best: Attribution,
  ranks: readonly Attribution[],
  { quantity, nearness }: Scene,
): Attribution | null {
  // More digits are nobody's by chance.
  if (best.match?.factor !== 1 || best.together || significantDigits(quantity.value) > 2) return null;
  const named = [...nearness.bound].filter((name) => !name.startsWith("deal:"));
  if (named.length === 0 || best.deal.parties.some(({ party }) => named.includes(party))) return null;
  const { payers } = sidesOf(best.deal);
  const own = ranks.find(({ deal, match, parties }) => {
    const sides = sidesOf(deal);
    return (
      match !== null &&
      match.factor !== 1 &&
      parties >= best.parties + 0.5 &&
      named.some((party) => sides.payees.has(party)) &&
      [...sides.payers].some((party) => payers.has(party))
    );
  });
  return own ? { ...own, score: best.score } : null;
}

const statesAmount = (deal: Deal): boolean =>
  deal.events.some(({ figures }) => figures.some(({ metric, scope }) => metric === "amount" && scope === "whole"));
