/** What goes into reading and what comes out. No DOM, no `browser.*`: the same core runs in the extension and in Node. */
import type { Deal, IsoDate, Metric, Party, Qualifier, Status, Unit } from "../deals/schema.ts";
import type { FoldedText } from "./fold.ts";

/** A paragraph, heading or list item of article text, in reading order. */
export type Block = {
  /** Stable within a page for as long as the block's text is unchanged. */
  id: number;
  /** Plain text; white space as in the page's text nodes, so that offsets lead back to them. */
  text: string;
  /** BCP 47, where the block says another language than the page. */
  lang?: string;
  /** A live-blog entry's or embedded article's own date. */
  published?: IsoDate;
  /** Which of several articles on the page it belongs to; absent where there is one, or it stands beside them. */
  article?: number;
  role: "title" | "heading" | "text" | "item";
};

export type Page = {
  url?: string;
  /** BCP 47, as the page declares it. */
  lang?: string;
  title?: string;
  /** The article's own publication date. Absent: judged as of now. */
  published?: IsoDate;
  blocks: readonly Block[];
};

/** An amount read in text: what it is worth, and how it is hedged. */
export type Quantity = {
  /** UTF-16 offsets into the block's text; `end` is exclusive. */
  start: number;
  end: number;
  /** Exactly the text between them. */
  text: string;
  /** In whole units (dollars, watts, percent points); never billions. */
  value: number;
  /** Upper end of a range. */
  valueTo: number | null;
  /** `count` where the text names no unit. */
  unit: Unit;
  qualifier: Qualifier;
  /** One unit of the last significant digit written, in whole units: 1e8 for "47.8 billion". */
  step: number;
  /** Whether the text itself names the unit. "800 billion" between two dollar amounts is taken for dollars. */
  unitFrom: "said" | "assumed";
};

/** A name found in a block. Exactly one of `party` and `deal` is set. */
export type Mention = {
  /** Offsets into the folded text. */
  start: number;
  end: number;
  party?: string;
  /** Other parties of the same name; left out once it is settled whose it is. */
  also?: readonly string[];
  /** A name the deal itself goes by. */
  deal?: string;
  /** `surname`: only the last part of a person's name; it counts once the article has named the person in full. */
  by: "alias" | "person" | "surname" | "ticker" | "aka";
  /** The name is also a common word: it counts only with support nearby. */
  ambiguous: boolean;
  /** An ambiguous name without support, written as a name: too little to talk of its deals, but a figure may settle it. */
  weak?: boolean;
};

export type Verdict = "confirmed" | "outdated" | "discrepancy" | "unverified";
export type Reason =
  | "changed-since"
  | "already-replaced"
  | "undated"
  | "scale"
  | "currency"
  | "unit"
  | "party"
  | "metric"
  | "value";

/** A figure of the record as it stood on some day. */
export type RecordFigure = {
  deal: string;
  metric: Metric;
  value: number;
  valueTo?: number;
  unit: Unit;
  qualifier: Qualifier;
  /** The day from which the figure was in force. */
  since: IsoDate;
  /** The deal's status on the day asked for. */
  status: Status;
};

/** Codes that a surface turns into words; each is explained in docs/reading.md. */
export type Note =
  | "ahead-of-record"
  | "deal-ended"
  | "disputed"
  | "qualifier-differs"
  | "non-binding"
  | "converted"
  | "unit-assumed"
  | "anglicism"
  | `slip:${string}`;

/** What a claim says, before it is judged. */
export type Statement = {
  deal: string;
  metric: Metric;
  value: number;
  valueTo: number | null;
  unit: Unit;
  qualifier: Qualifier;
  step: number;
  /** What the text speaks of: the deal as a whole, or a part, a party's share, a yearly amount … */
  scope: "whole" | "part" | "party" | "yearly" | "added" | "remaining" | "cumulative" | "condition";
  /** With scope `party`, or where the sentence names one party as sole payer or subject. */
  of?: string;
  /** The text itself places the figure in the past or calls it replaced. */
  historical: boolean;
  /** The text hints at a target, a condition, a forecast: never contradicted by value. */
  tentative: boolean;
  /** Deal and metric both stand in the figure's own sentence: the ground that a `value` discrepancy needs. */
  explicit: boolean;
  /** The valuation is stated as the company's present one, not as this round's. */
  standing?: boolean;
  /** The text does not itself name the unit (`unitFrom: "assumed"`): never contradicted for its unit or currency. */
  unitAssumed?: boolean;
};

export type Judgement = {
  verdict: Verdict;
  reason: Reason | null;
  /** For a scale slip: claim ÷ record, a power of ten. */
  factor: number | null;
  historical: boolean;
  notes: Note[];
  /** In force at the article's date. */
  expected: RecordFigure | null;
  /** In force now; follows `supersededBy`. */
  now: RecordFigure | null;
  /** The record figure that the claim was held against. */
  against: RecordFigure | null;
};

/** A quantity that the article states about one deal, with its verdict. */
export type Claim = Judgement & {
  block: number;
  start: number;
  end: number;
  text: string;
  deal: string;
  metric: Metric;
  value: number;
  valueTo: number | null;
  unit: Unit;
  qualifier: Qualifier;
  /** Which words tied the figure to the deal and to the metric, as offsets into the same block where they stand there. */
  evidence: { deal: string[]; metric: string[] };
  /** 0 to 1. */
  confidence: number;
};

export type Reading = {
  lang: string;
  published: IsoDate | null;
  asOf: IsoDate;
  /** Every deal the article talks about, with or without a figure. */
  deals: string[];
  claims: Claim[];
};

/** What finding out who is named needs to know of the dataset: names, and who has deals with whom, but no deal itself. */
export interface NameIndex {
  /** Names in a block, left to right, the longest where they overlap. `lang` is the pack's tag. */
  findNames(text: FoldedText, lang: string): Mention[];
  /** Null where no party has the id. */
  kindOf(party: string): Party["kind"] | null;
  /** In how many of the party's deals one of `others` takes part besides it. */
  dealsWith(party: string, others: ReadonlySet<string>): number;
}

/**
 * What reading needs to know of the dataset: all of it in memory in tests and on the command line, no more than an article
 * is about in the extension.
 */
export interface DealIndex extends NameIndex {
  readonly version: string;
  readonly size: number;
  deal(id: string): Deal | undefined;
  /** Every deal in which the party takes part, and `other` with it where one is given; oldest first. */
  dealsOf(party: string, other?: string): readonly Deal[];
  /** In how many deals the party takes part. */
  dealCount(party: string): number;
  /**
   * Every deal with one of `named` on a side without which it is not told of (claims/sides.ts); of those of a famous party
   * only where another of `named` takes part, too. By party in the order of `named`, a party's oldest first; some twice.
   */
  dealsNaming(named: ReadonlySet<string>): readonly Deal[];
  /** The deals that are parts of this one (`partOf`), in no particular order. */
  partsOf(deal: string): readonly Deal[];
  /** US dollars for one unit of `currency` in `month` ("2025-09"), or in the nearest month known; null where the currency is unknown. */
  usdPerUnit(currency: string, month: string): number | null;
}

export type ReadOptions = {
  /** Today, or the day as of which to judge. Later events do not exist. */
  asOf: IsoDate;
};
