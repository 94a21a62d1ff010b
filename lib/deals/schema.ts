/**
 * The domain's vocabulary: a deal, the events that made it what it is, and the figures each event states.
 *
 * These schemas stand at every door through which a record comes in: YAML sources, snapshots, feeds, IndexedDB rows.
 * `zod/mini` because the same schemas are bundled into the extension, where its size matters.
 */
import * as z from "zod/mini";

// Extension pages forbid `new Function`; without this zod tries it once and reports a policy violation.
z.config({ jitless: true });

/** An ISO 8601 calendar day, such as "2026-02-20". A day that does not exist ("2026-02-30") is refused. */
export const IsoDate = z
  .string()
  .check(z.refine(isIsoDate, { error: "Expected a date that exists, written YYYY-MM-DD" }));
export type IsoDate = z.infer<typeof IsoDate>;

/** Whether `text` is an existing day written `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Lower-case words, digits and hyphens: "nvidia-openai-2025". Never reused. */
const Id = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "Expected an id of a–z, 0–9 and single hyphens" }));
const Text = z.string().check(z.minLength(1), z.maxLength(2000));

export const Status = z.enum([
  "rumoured",
  "in-talks",
  "letter-of-intent",
  "announced",
  "definitive",
  "closed",
  "on-hold",
  "restructured",
  "superseded",
  "terminated",
  "denied",
]);
export type Status = z.infer<typeof Status>;

export const Metric = z.enum([
  "amount",
  "tranche",
  "valuation",
  "valuation-pre",
  "valuation-post",
  "stake",
  "power",
  "shares",
  "share-price",
  "term",
  "break-fee",
  "debt",
  "equity",
  "count",
]);
export type Metric = z.infer<typeof Metric>;

export const Qualifier = z.enum(["exact", "about", "up-to", "at-least", "over", "under"]);
export type Qualifier = z.infer<typeof Qualifier>;

export const Scope = z.enum([
  "whole",
  "part",
  "party",
  "yearly",
  "added",
  "remaining",
  "cumulative",
  "condition",
  "reference",
]);
export type Scope = z.infer<typeof Scope>;

/** An ISO 4217 code for money, `W`, `%`, `count` or `year`. */
export const Unit = z
  .string()
  .check(z.regex(/^(?:[A-Z]{3}|W|%|count|year)$/, { error: "Expected an ISO 4217 code, W, %, count or year" }));
export type Unit = z.infer<typeof Unit>;

export { isMoney } from "./is-money.ts";

/** What a figure is where it does not say. */
const FIGURE = { qualifier: "exact", scope: "whole" } as const;

/** One number a deal's record states. Values are in whole units (dollars, watts, percent points), never in billions. */
export const Figure = z.object({
  metric: Metric,
  value: z.number().check(z.nonnegative()),
  /** Upper end of a range. */
  valueTo: z.optional(z.number()),
  unit: Unit,
  qualifier: z._default(Qualifier, FIGURE.qualifier),
  /** What the figure covers; see docs/dataset.md. */
  scope: z._default(Scope, FIGURE.scope),
  /** The party whose share, payment or position this is; with scope `party`. */
  of: z.optional(Id),
  /** What the money of an acquisition covers, where the source says. */
  basis: z.optional(z.enum(["equity", "enterprise"])),
  /** Reputable sources differ; the other values stand beside this one. */
  disputed: z.optional(z.boolean()),
  /** For people; no program reads it. */
  note: z.optional(Text),
});
export type Figure = z.infer<typeof Figure>;

export const Source = z.object({
  url: z.string().check(z.regex(/^https?:\/\/[^\s]+$/, { error: "Expected an http(s) address" })),
  publisher: Text,
  date: IsoDate,
});
export type Source = z.infer<typeof Source>;

/** What became true on a day. */
export const DealEvent = z.object({
  date: IsoDate,
  status: Status,
  note: z.optional(Text),
  figures: z._default(z.array(Figure), []),
  sources: z._default(z.array(Source), []),
  /** Generally known, but no page seen that says it. */
  unsourced: z.optional(z.boolean()),
});
export type DealEvent = z.infer<typeof DealEvent>;

export const DealKind = z.enum([
  "investment",
  "funding-round",
  "acquisition",
  "merger",
  "supply",
  "compute",
  "joint-venture",
  "programme",
  "licence",
  "recapitalisation",
  "lending",
]);
export type DealKind = z.infer<typeof DealKind>;

export const Role = z.enum([
  "investor",
  "investee",
  "acquirer",
  "target",
  "supplier",
  "customer",
  "lender",
  "borrower",
  "partner",
  "lead",
  "licensor",
  "licensee",
]);
export type Role = z.infer<typeof Role>;

/** The same deal or party in another feed: "<feed>:<id>". Ids belong to a feed, so that equal ids alone mean nothing. */
const SameAs = z.array(
  z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: "Expected <feed>:<id>" })),
);

/** Names by BCP 47 language; `all` where every language may write it so. */
const NamesByLanguage = z.record(z.string(), z.array(Text));

export const Deal = z.object({
  id: Id,
  name: Text,
  kind: DealKind,
  parties: z.array(z.object({ party: Id, role: Role })).check(z.minLength(1)),
  /** Names that the deal itself goes by ("Stargate"). */
  aka: z.optional(NamesByLanguage),
  /** The deal that replaced this one. */
  supersededBy: z.optional(Id),
  /** The round of which this is one party's part. */
  partOf: z.optional(Id),
  /** The same deal in other feeds. */
  sameAs: z.optional(SameAs),
  /** Oldest first. */
  events: z.array(DealEvent).check(z.minLength(1)),
});
export type Deal = z.infer<typeof Deal>;

/**
 * What `Deal.parse` makes of a record, for one that was held against the schema before: checking the few deals that an
 * article is about, with all that this evaluates first, took as long as judging them.
 */
export function dealOfChecked(record: z.input<typeof Deal>): Deal {
  return {
    ...record,
    events: record.events.map((event) => ({
      ...event,
      figures: (event.figures ?? []).map((figure) => ({
        ...figure,
        qualifier: figure.qualifier ?? FIGURE.qualifier,
        scope: figure.scope ?? FIGURE.scope,
      })),
      sources: event.sources ?? [],
    })),
  };
}

export const Party = z.object({
  id: Id,
  name: Text,
  kind: z.enum(["company", "fund", "government", "programme", "person"]),
  /** "NASDAQ:NVDA". */
  tickers: z.optional(z.array(Text)),
  /** What articles call it. */
  aliases: z._default(NamesByLanguage, {}),
  /** Who speaks for it in the news. */
  people: z.optional(NamesByLanguage),
  /** Aliases that are also common words or other names: they count only with support nearby. */
  ambiguous: z.optional(z.array(Text)),
  /** Legal entity identifier, ISO 17442. */
  lei: z.optional(
    z.string().check(z.regex(/^[A-Z0-9]{18}\d{2}$/, { error: "Expected 18 letters or digits and 2 digits" })),
  ),
  /** Wikidata's item: "Q182477". */
  wikidata: z.optional(z.string().check(z.regex(/^Q[1-9]\d*$/, { error: "Expected a Wikidata item such as Q182477" }))),
  /** The same party in other feeds. */
  sameAs: z.optional(SameAs),
});
export type Party = z.infer<typeof Party>;

/** US dollars that one unit of `currency` was worth in `month` ("2025-09"). */
export const Rate = z.object({
  month: z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: "Expected a month written YYYY-MM" })),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, { error: "Expected an ISO 4217 code" })),
  usdPerUnit: z.number().check(z.positive()),
});
export type Rate = z.infer<typeof Rate>;

/** A whole dataset, as it ships in the package and travels in feeds. */
export const Dataset = z.object({
  /**
   * Day and count, such as "2026-11-22.1"; later versions compare greater as `[day, count]`. One form only: two texts that
   * compare as equal are the same.
   */
  version: z.string().check(
    z.refine((text) => /\.(?:0|[1-9]\d{0,8})$/.test(text) && isIsoDate(text.slice(0, text.lastIndexOf("."))), {
      error: "Expected a version such as 2026-11-22.1",
    }),
  ),
  deals: z.array(Deal),
  parties: z.array(Party),
  rates: z.array(Rate),
});
export type Dataset = z.infer<typeof Dataset>;
