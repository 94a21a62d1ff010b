/** What a figure may be said of, by its unit and the words around it. */
import { isMoney, type Metric } from "../../deals/schema.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import type { Form } from "./sides.ts";

/** A metric with what the words around the figure say for it (positive) or against it (negative). */
export type MetricGuess = { metric: Metric; score: number; said: number };

function most(cues: CueWeights, ...names: (keyof CueWeights)[]): number {
  let weight = 0;
  for (let i = 0; i < names.length; i++) {
    const said = cues[names[i] as keyof CueWeights];
    if (said !== undefined && said > weight) weight = said;
  }
  return weight;
}

/** Words that speak of the money of a deal. */
export const dealing = (cues: CueWeights): number =>
  most(
    cues,
    "invest",
    "acquire",
    "merge",
    "round",
    "supply",
    "compute",
    "venture",
    "licence",
    "programme",
    "agreement",
    "pay",
    "receive",
    "sameDeal",
    "lend",
  );

/** How strongly the words say that the figure belongs to no deal: market values, revenue, share moves, comparisons. */
export function strangeness(cues: CueWeights, quantity: ReadQuantity): number {
  const percent = quantity.unit === "%";
  return (
    3.5 * most(cues, "marketCap") +
    3.2 * most(cues, "financials") +
    // Right beside the figure, nothing else is meant.
    (most(cues, "marketCap") > 0.9 || most(cues, "financials") > 0.93 ? 3 : 0) +
    4 * most(cues, "perUnit") +
    4 * most(cues, "comparison") +
    1.2 * most(cues, "analyst") +
    2.4 * most(cues, "total") +
    (percent ? 3.5 : quantity.value < 10_000 ? 2 * (1 - most(cues, "sharePrice")) : 0.4) * most(cues, "priceMove") +
    (quantity.unit === "count" && quantity.unitFrom === "said" ? 0 : 0.8 * most(cues, "jobs"))
  );
}

export function guessMetrics(quantity: ReadQuantity, cues: CueWeights): MetricGuess[] {
  if (quantity.unit === "W") return [{ metric: "power", score: 0.1, said: 1 }];
  if (quantity.unit === "%") {
    const stake = most(cues, "stake");
    return [{ metric: "stake", score: -0.6 + 1.6 * stake, said: stake }];
  }
  // Fewer shares than that are a ratio, or "a share".
  if (quantity.unit === "count") return quantity.value < 1000 ? [] : [{ metric: "shares", score: 0, said: 1 }];
  if (!isMoney(quantity.unit)) return [];
  const value = most(cues, "valuation", "valuationPre", "valuationPost");
  const money = dealing(cues);
  const share = most(cues, "sharePrice");
  if (isPriceOfShare(quantity)) return [{ metric: "share-price", score: -2.2 + 3.4 * share, said: share }];
  const lending = most(cues, "debt", "lend");
  const fee = most(cues, "breakFee");
  return [
    { metric: "amount", score: 0.2 + 0.6 * money - 0.7 * value, said: Math.max(0.3, money - 0.5 * value) },
    { metric: preOrPost(cues), score: -0.5 + 1.7 * value, said: value },
    {
      metric: "equity",
      score: -0.5 + 0.6 * most(cues, "equityValue", "stake") + 0.4 * value,
      said: most(cues, "equityValue"),
    },
    { metric: "debt", score: -0.7 + 1.2 * lending, said: lending },
    { metric: "tranche", score: -0.4 + 0.8 * most(cues, "part", "added", "each"), said: most(cues, "part", "each") },
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
      return most(cues, "acquire", "merge", "agreement", "stake", "breakFee", "pay");
    case "merger":
      return most(cues, "merge", "acquire", "agreement", "exchangeRatio", "breakFee", "pay");
    case "funding-round":
      return most(cues, "round", "receive", "valuation", "invest", "valuationPost", "valuationPre");
    case "listing":
      return most(cues, "listing");
    case "secondary":
      return most(cues, "secondary");
    case "investment":
    case "recapitalisation":
      return most(cues, "invest", "stake", "pay", "agreement");
    case "lending":
      return most(cues, "lend", "debt");
    case "supply":
    case "compute":
      return most(cues, "compute", "supply", "agreement", "pay");
    case "joint-venture":
      return most(cues, "venture", "programme", "agreement", "invest", "stake");
    case "licence":
      return most(cues, "licence", "agreement", "invest", "acquire");
    case "programme":
      return most(cues, "programme", "invest", "compute", "agreement", "pay");
  }
}

/** Words that only one or two forms of deal go by, and the forms that they speak for. */
const telling: readonly (readonly [cue: keyof CueWeights, forms: readonly Form[]])[] = [
  ["round", ["funding-round", "secondary", "listing"]],
  ["acquire", ["acquisition", "merger", "licence"]],
  ["merge", ["merger", "acquisition"]],
  ["listing", ["listing"]],
  ["secondary", ["secondary"]],
  ["lend", ["lending"]],
  ["venture", ["joint-venture"]],
  ["licence", ["licence"]],
];

/** How strongly the words speak of another form of deal: 0 … 1. @param isFinanced whether the deal is itself paid for by a loan */
export function formClash(form: Form, cues: CueWeights, isFinanced = false): number {
  let against = 0;
  let fitting = 0;
  for (let i = 0; i < telling.length; i++) {
    const [cue, forms] = telling[i] as (typeof telling)[number];
    const weight = cues[cue];
    if (weight === undefined || (cue === "lend" && isFinanced)) continue;
    if (!forms.includes(form)) against = Math.max(against, weight);
    else fitting = Math.max(fitting, weight);
  }
  return Math.max(0, against - fitting);
}
