/** What a language adds to reading. Tables first; code only for grammar that tables cannot say. */
import type { Qualifier, Unit } from "../deals/schema.ts";

/** What a word measures: `per` of one `unit`. "cents" is 0.01 USD-or-whatever came before, see `sub`. */
export type UnitWord = {
  unit: Unit;
  /** How many of `unit` one of these is: 1e9 for "GW", 0.01 for "pence". Default 1. */
  per?: number;
  /** Where it stands. Default `both`: "$5" and "5 $". */
  where?: "before" | "after" | "both";
  /** Only as written, in capitals: "TRY" is a currency, "try" is not. */
  capitals?: boolean;
  /** Too short to stand alone: read only where it touches its number, as in "180p". */
  glued?: boolean;
  /** Says only that money is meant, and so joins a currency in front: "元" in 新台币50亿元. */
  generic?: boolean;
  /** Smaller units that may follow this one alone, in its own terms: of 割, "分" is 0.1 and a bare "半" 0.5. */
  parts?: Record<string, number>;
};

/**
 * A phrase that tells what a figure is about. What each is for, with English examples:
 *
 * - `valuation` "valued at", "valuation", "worth"; `valuationPre` "pre-money"; `valuationPost` "post-money"
 * - `marketCap` "market capitalisation", "market value": never a claim
 * - `financials` "revenue", "profit", "sales", "run rate", "margin", "capex", "loss", "cash burn": never a claim
 * - `priceMove` "rose", "fell", "gained", "dropped", "shares up", "premium": percentages near it are never a claim
 * - `sharePrice` "per share", "a share"; `exchangeRatio` "for each share"
 * - `stake` "stake", "holding", "of the shares", "ownership"
 * - `perUnit` "per gigawatt", "for each gigawatt": never a claim
 * - `yearly` "a year", "annually", "per year"; `monthly` "a month": never a claim
 * - `total` "in total over all deals", "all such deals", "combined": a sum over several deals, never a claim
 * - `past` "initial", "previous", "originally", "had announced", "last year": the text places the figure in the past
 * - `replaced` "replaced", "scaled back", "abandoned", "instead of", "no longer": the text calls it replaced
 * - `target` "goal", "target", "hoped for", "could reach", "aims for"
 * - `part` "first phase", "tranche", "instalment", "of which", "first gigawatt", "initial investment"
 * - `each` "each", "apiece", "respectively"
 * - `added` "additional", "another", "extra", "more" (of a further sum); `remaining` "the remaining", "rest"
 * - `cumulative` "so far", "to date", "in total" of one pair's deals
 * - `condition` "if", "provided that", "milestone", "in the event of"
 * - `analyst` "analysts", "estimate", "forecast", "price target": an outsider's guess, never a claim
 * - `comparison` "equivalent to", "compared with", "as much as … consumes": never a claim
 * - `invest` "invest", "investment", "inject", "put into", "pour"; `acquire` "acquire", "buy", "takeover", "bid";
 *   `merge` "merge", "merger"; `round` "funding round", "raise", "Series B", "fundraising"; `lend` "loan", "credit facility", "debt", "bonds";
 *   `supply` "order", "purchase chips", "contract"; `compute` "cloud", "data centre", "computing capacity";
 *   `venture` "joint venture"; `licence` "licence"; `listing` "IPO", "going public"; `secondary` "tender offer", "secondary sale"
 *   `programme` "project", "programme"; `agreement` "deal", "agreement", "partnership", "letter of intent"
 * - `debt` "including debt", "net debt", "debt"; `breakFee` "termination fee"; `equityValue` "equity value"; `enterpriseValue` "enterprise value", "including debt"
 * - `receive` "receives", "gets", "raised", "secured": its subject is paid; `pay` "pays", "invests", "commits": its subject pays
 * - `fromParty` "from", "by", "led by": the payer follows; `toParty` "in", "into", "to": the recipient follows
 * - `sameCompany` "the company", "the startup", "the group": refers back to a party
 * - `sameDeal` "the deal", "this agreement", "the transaction", "the round": refers back to a deal
 * - `bothParties` "the two companies", "both sides"
 * - `ended` "terminated", "collapsed", "called off", "voted down"
 * - `jobs` "jobs", "users", "employees", "chips": a count of something that is no deal figure
 * - `negated` "no", "not", "denied"
 */
export const cueNames = [
  "valuation",
  "valuationPre",
  "valuationPost",
  "marketCap",
  "financials",
  "priceMove",
  "sharePrice",
  "exchangeRatio",
  "stake",
  "perUnit",
  "yearly",
  "monthly",
  "total",
  "past",
  "replaced",
  "target",
  "part",
  "each",
  "added",
  "remaining",
  "cumulative",
  "condition",
  "analyst",
  "comparison",
  "invest",
  "acquire",
  "merge",
  "round",
  "lend",
  "supply",
  "compute",
  "venture",
  "licence",
  "listing",
  "secondary",
  "programme",
  "agreement",
  "debt",
  "breakFee",
  "equityValue",
  "enterpriseValue",
  "receive",
  "pay",
  "fromParty",
  "toParty",
  "sameCompany",
  "sameDeal",
  "bothParties",
  "ended",
  "jobs",
  "negated",
] as const;
export type Cue = (typeof cueNames)[number];

/**
 * How a language writes. Keys of all tables are written as the language writes them and are folded when the pack is
 * compiled (case, width, typographic variants), see lib/reading/fold.ts. A key may end in `*`: any further letters of the
 * same word may follow ("миллиард*" reads миллиарда and миллиардов). A space in a key matches one space of any kind.
 */
export type LocalePack = {
  /** BCP 47, also the folder's name. */
  tag: string;
  /** `unspaced`: no word boundaries (ja, zh, th). */
  words: "spaced" | "unspaced";
  marks: {
    /** Before decimals: "," in French. */
    decimal: string[];
    /** Between groups of digits. "1.234" is read by `group` before `decimal` where a mark is in both lists. */
    group: string[];
    /** Read out before decimals: "点" in 八点五成, "coma" in "dos coma cinco". */
    spoken?: string[];
  };
  /** "minus", "マイナス": before a percentage. A minus sign is always known. */
  negatives?: string[];
  /**
   * Words that begin with, or look like, a word of these tables and are something else: 元旦 is no yuan, 파운드리 no
   * pound. Where words are not separated, nothing else keeps them apart.
   */
  opaque?: string[];
  /**
   * Number words are syllables that occur in any word, as in Korean: a number in words begins only where a word begins,
   * and a single digit in words needs its unit glued to it.
   */
  syllabicNumerals?: boolean;
  /**
   * Words for numbers that add up: "twenty" 20, "five" 5, "quatre-vingt-dix" 90. A function where they are so many that
   * nobody should have to make them who reads nothing in the language; see `numeralsOf` in table.ts.
   */
  numerals: Record<string, number> | (() => Record<string, number>);
  /** Words that multiply what stands before them: "hundred" 100, "million" 1e6, "億" 1e8. They compose: 1兆2000億. */
  scales: Record<string, number>;
  /** Scale words that may begin a number and then count once: "mil" (millones), "百", "مليار". */
  bareScales?: string[];
  /** Scales short enough to be something else ("m", "b"): read only next to a currency, as in "$5b". */
  tightScales?: Record<string, number>;
  /** Scales spelled as another language's: "trillion" in French for 10¹². Read as given here, with a note. */
  anglicisms?: Record<string, number>;
  /** May stand inside a number in words: "and", "et", "y", "und". */
  numeralLinks: string[];
  /** "half" 0.5: before a scale ("half a billion") or after one ("un milliard et demi"). */
  fractions: Record<string, number>;
  /** Words that divide the number before them, read only of percentages: "quintos" 5 in "tres quintos por ciento". */
  denominators?: Record<string, number>;
  /** Between dividend and divisor, likewise: "sobre" in "uno sobre tres por ciento". A slash is always known. */
  divides?: string[];
  /** May stand between number and unit or number and scale: "de", "d'", "of". */
  unitLinks: string[];
  units: Record<string, UnitWord>;
  /** Sub-units of whatever currency stands before: "cents" 0.01. */
  subunits: Record<string, number>;
  qualifiers: {
    before: Record<string, Qualifier>;
    after: Record<string, Qualifier>;
    /** Inside, between number and scale: 100多亿. */
    inside?: Record<string, Qualifier>;
  };
  /** May stand between a qualifier and its number: "the", "a total of", "de". */
  fillers: string[];
  ranges: {
    /** "between" … "and": the link after an opener may be an ordinary word. */
    open: string[];
    /** "to", "à", "から". Hyphen, en dash and wave dash are always known. */
    link: string[];
    /** Links that count only after an opener: "and", "et". */
    linkAfterOpen?: string[];
    /** Links that tell of a change where both ends are complete: "100億ドルから150億ドル". */
    change?: string[];
  };
  /** Written together with the next word: Arabic "و", "بـ", "ال". Tried away at the start of a word. */
  proclitics?: string[];
  /** Endings that may follow a party's name inside its word: Russian cases, Korean particles, "'s". Regular letters only. */
  nameEndings?: string[];
  /** Titles and abbreviations whose full stop ends no sentence: "Inc", "Mr", "U.S". "1" where ordinals have one: "3. Juli". */
  abbreviations?: string[];
  cues: Partial<Record<Cue, string[]>>;
};
