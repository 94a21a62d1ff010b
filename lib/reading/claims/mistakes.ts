/**
 * Figures that the record knows, but not as what the text says they are: the number points to one deal or metric, the
 * words to another. Each of these believes the words, so that judging can tell the mistake.
 */
import type { Deal } from "../../deals/schema.ts";
import type { Attribution, Scene } from "./scene.ts";
import { sidesOf } from "./sides.ts";

/**
 * "Raised $500 billion", where 500 is what the company is worth: the words right beside the figure name money paid, and
 * the record's amount is another. The number still tells which deal is meant.
 */
export function mistakenMetric(best: Attribution, ranks: readonly Attribution[], { cues }: Scene): Attribution | null {
  if (
    best.match?.factor !== 1 ||
    !(best.metric === "equity" || best.metric === "break-fee" || best.metric.startsWith("valuation"))
  )
    return null;
  if (best.match.timed.figure.scope !== "whole") return null;
  const form = sidesOf(best.deal).form;
  const bought =
    form === "acquisition" || form === "merger" ? Math.max(cues.acquire ?? 0, cues.pay ?? 0) : (cues.pay ?? 0);
  const paid = Math.max(cues.invest ?? 0, cues.round ?? 0, cues.receive ?? 0, bought);
  const worth = Math.max(
    cues.valuation ?? 0,
    cues.valuationPost ?? 0,
    cues.valuationPre ?? 0,
    best.metric === "equity" ? (cues.stake ?? 0) : 0,
    cues.equityValue ?? 0,
    cues.breakFee ?? 0,
  );
  if (paid < 0.6 || worth > 0.35 * paid) return null;
  // The stake was valued in one deal; what was paid for it may be an older deal's.
  const paying = ranks.find(({ deal, metric, match }) => {
    const sides = sidesOf(deal);
    const members = new Set(best.deal.parties.map(({ party }) => party));
    const same = sides.essential.every((group) => group.some((party) => members.has(party)));
    return (
      metric === "amount" &&
      match === null &&
      same &&
      statesAmount(deal) &&
      (sides.form === "investment" || sides.form === "funding-round")
    );
  });
  const deal = paying?.deal ?? (statesAmount(best.deal) ? best.deal : null);
  return deal && { ...best, deal, metric: "amount", said: paid };
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

const statesAmount = (deal: Deal): boolean =>
  deal.events.some(({ figures }) => figures.some(({ metric, scope }) => metric === "amount" && scope === "whole"));
