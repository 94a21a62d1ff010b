/** What a figure may be said of, by its unit and the words around it. */
import { isMoney, type Metric } from "../../deals/schema.ts";
import type { Cue } from "../../locales/types.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import type { Form } from "./sides.ts";

/** A metric with what the words around the figure say for it (positive) or against it (negative). */
export type MetricGuess = { metric: Metric; score: number; said: number };

/** The largest of some weights; 0 where nothing is said. */
function most(...weights: (number | undefined)[]): number {
  let largest = 0;
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i];
    if (weight !== undefined && weight > largest) largest = weight;
  }
  return largest;
}

/** Words that speak of the money of a deal. */
export const dealing = (cues: CueWeights): number =>
  most(
    cues.invest,
    cues.acquire,
    cues.merge,
    cues.round,
    cues.supply,
    cues.compute,
    cues.venture,
    cues.licence,
    cues.programme,
    cues.agreement,
    cues.pay,
    cues.receive,
    cues.sameDeal,
    cues.lend,
  );

/** How strongly the words say that the figure belongs to no deal: market values, revenue, share moves, comparisons. */
export function strangeness(cues: CueWeights, quantity: ReadQuantity): number {
  const percent = quantity.unit === "%";
  return (
    3.5 * (cues.marketCap ?? 0) +
    3.2 * (cues.financials ?? 0) +
    // Right beside the figure, nothing else is meant.
    ((cues.marketCap ?? 0) > 0.9 || (cues.financials ?? 0) > 0.93 ? 3 : 0) +
    4 * (cues.perUnit ?? 0) +
    4 * (cues.comparison ?? 0) +
    1.2 * (cues.analyst ?? 0) +
    2.4 * (cues.total ?? 0) +
    (percent ? 3.5 : quantity.value < 10_000 ? 2 * (1 - (cues.sharePrice ?? 0)) : 0.4) * (cues.priceMove ?? 0) +
    (quantity.unit === "count" && quantity.unitFrom === "said" ? 0 : 0.8 * (cues.jobs ?? 0))
  );
}

export function guessMetrics(quantity: ReadQuantity, cues: CueWeights): MetricGuess[] {
  if (quantity.unit === "W") return [{ metric: "power", score: 0.1, said: 1 }];
  if (quantity.unit === "%") {
    const stake = cues.stake ?? 0;
    return [{ metric: "stake", score: -0.6 + 1.6 * stake, said: stake }];
  }
  // Fewer shares than that are a ratio, or "a share".
  if (quantity.unit === "count") return quantity.value < 1000 ? [] : [{ metric: "shares", score: 0, said: 1 }];
  if (!isMoney(quantity.unit)) return [];
  const value = most(cues.valuation, cues.valuationPre, cues.valuationPost);
  const money = dealing(cues);
  const share = cues.sharePrice ?? 0;
  if (isPriceOfShare(quantity)) return [{ metric: "share-price", score: -2.2 + 3.4 * share, said: share }];
  const lending = most(cues.debt, cues.lend);
  const fee = cues.breakFee ?? 0;
  return [
    { metric: "amount", score: 0.2 + 0.6 * money - 0.7 * value, said: Math.max(0.3, money - 0.5 * value) },
    { metric: preOrPost(cues), score: -0.5 + 1.7 * value, said: value },
    {
      metric: "equity",
      score: -0.5 + 0.6 * most(cues.equityValue, cues.stake) + 0.4 * value,
      said: cues.equityValue ?? 0,
    },
    { metric: "debt", score: -0.7 + 1.2 * lending, said: lending },
    { metric: "tranche", score: -0.4 + 0.8 * most(cues.part, cues.added, cues.each), said: most(cues.part, cues.each) },
    { metric: "break-fee", score: -1.2 + 2.4 * fee, said: fee },
  ];
}

/** What one share may cost at most; more is no price of a share. Yen, won, rupiah and dong come in thousands. */
const mostPerShare: Record<string, number> = { JPY: 5e6, KRW: 5e6, IDR: 5e6, VND: 5e6 };

/** "0億ドル" has lost its digits; it was an amount of hundreds of millions. */
const isPriceOfShare = ({ unit, value, scaled }: ReadQuantity): boolean =>
  value < (mostPerShare[unit] ?? 1e5) && !(value === 0 && scaled);

function preOrPost(cues: CueWeights): Metric {
  const [pre, post] = [cues.valuationPre ?? 0, cues.valuationPost ?? 0];
  if (pre > 0.3 && pre > post) return "valuation-pre";
  return post > 0.3 ? "valuation-post" : "valuation";
}

/** How well the words fit a deal's form: 0 … 1. */
export function kindFit(form: Form, cues: CueWeights): number {
  switch (form) {
    case "acquisition":
      return most(cues.acquire, cues.merge, cues.agreement, cues.stake, cues.breakFee, cues.pay);
    case "merger":
      return most(cues.merge, cues.acquire, cues.agreement, cues.exchangeRatio, cues.breakFee, cues.pay);
    case "funding-round":
      return most(cues.round, cues.receive, cues.valuation, cues.invest, cues.valuationPost, cues.valuationPre);
    case "listing":
      return cues.listing ?? 0;
    case "secondary":
      return cues.secondary ?? 0;
    case "investment":
    case "recapitalisation":
      return most(cues.invest, cues.stake, cues.pay, cues.agreement);
    case "lending":
      return most(cues.lend, cues.debt);
    case "supply":
    case "compute":
      return most(cues.compute, cues.supply, cues.agreement, cues.pay);
    case "joint-venture":
      return most(cues.venture, cues.programme, cues.agreement, cues.invest, cues.stake);
    case "licence":
      return most(cues.licence, cues.agreement, cues.invest, cues.acquire);
    case "programme":
      return most(cues.programme, cues.invest, cues.compute, cues.agreement, cues.pay);
  }
}

/** Words that only one or two forms of deal go by, and the forms that they speak for. */
const telling: readonly { cue: Cue; forms: readonly Form[] }[] = [
  { cue: "round", forms: ["funding-round", "secondary", "listing"] },
  { cue: "acquire", forms: ["acquisition", "merger", "licence"] },
  { cue: "merge", forms: ["merger", "acquisition"] },
  { cue: "listing", forms: ["listing"] },
  { cue: "secondary", forms: ["secondary"] },
  { cue: "lend", forms: ["lending"] },
  { cue: "venture", forms: ["joint-venture"] },
  { cue: "licence", forms: ["licence"] },
];

/** What a text says by such words: most say nothing by them. */
export type TellingWords = readonly { cue: Cue; forms: readonly Form[]; weight: number }[];

export function tellingWords(cues: CueWeights): TellingWords {
  const words: { cue: Cue; forms: readonly Form[]; weight: number }[] = [];
  for (const { cue, forms } of telling) {
    const weight = cues[cue];
    if (weight !== undefined) words.push({ cue, forms, weight });
  }
  return words;
}

/** How strongly the words speak of another form of deal: 0 … 1. @param isFinanced whether the deal is itself paid for by a loan */
export function formClash(form: Form, words: TellingWords, isFinanced = false): number {
  let against = 0;
  let fitting = 0;
  for (const { cue, forms, weight } of words) {
    if (cue === "lend" && isFinanced) continue;
    if (!forms.includes(form)) against = Math.max(against, weight);
    else fitting = Math.max(fitting, weight);
  }
  return Math.max(0, against - fitting);
}
