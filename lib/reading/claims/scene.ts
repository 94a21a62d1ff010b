/** What a figure is weighed by, and what comes of it. */
import type { Deal, Figure, IsoDate, Metric } from "../../deals/schema.ts";
import type { Sentence } from "../article.ts";
import type { CueWeights } from "../cues.ts";
import type { ReadQuantity } from "../quantities.ts";
import type { DealIndex } from "../types.ts";
import type { Days, RecordMatch } from "../verdict.ts";
import type { Candidate } from "./candidates.ts";
import type { Nearness } from "./nearness.ts";

export type Scene = {
  quantity: ReadQuantity;
  sentence: Sentence;
  /** What the words right beside the figure say of it. */
  cues: CueWeights;
  /** What the sentence says of the deal. */
  wide: CueWeights;
  nearness: Nearness;
  candidates: readonly Candidate[];
  index: DealIndex;
  published: IsoDate | null;
  asOf: IsoDate;
  /** What of both matters for comparing. */
  days: Days;
  /** The deal that the sentences before were about. */
  current: string | null;
  /** The letter of the round that the text names: "g" for "Series G". */
  series: string | null;
};

export type Attribution = {
  deal: Deal;
  metric: Metric;
  /** Evidence in all; see the bars below. */
  score: number;
  /** Who is named how near: 4 is all sides right beside the figure. */
  parties: number;
  /** How well the words fit the deal's kind, 0 … 1. */
  kind: number;
  /** How clearly the words name the metric, 0 … 1. */
  said: number;
  /** The record figure that the number is, or would be but for a power of ten. */
  match: RecordMatch | null;
  /** The record's figure with the same digits in another currency or unit. */
  kin: Figure | null;
  /** The record has the number as context of the deal, not as a term of it. */
  context: boolean;
  /** How well the deal's dates fit the article's: 0 … 1. */
  timely: number;
  /** Every side of the deal is named in the figure's own sentence. */
  together: boolean;
  /** The same amount as the figure before, in another currency. */
  restated?: boolean;
  /** Where the words settled the deal against the number: the deal whose number it is. */
  numberOf?: Deal;
  /** Who is said to pay, where the words beside the figure do not name them. */
  payer?: string;
};
