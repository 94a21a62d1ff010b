/** A small made-up dataset, and pages about it, for tests of reading from end to end. */
import { createDealIndex } from "../dataset/deal-index.ts";
import { Deal, type DealKind, type Figure, type IsoDate, Party, type Role, type Status } from "../deals/schema.ts";
import { createNameMatcher } from "./names.ts";
import { read } from "./read.ts";
import type { Block, Claim, Page, Reading } from "./types.ts";

const BN = 1e9;
type FigureInput = Partial<Figure> & Pick<Figure, "metric" | "value" | "unit">;
type EventInput = [date: IsoDate, status: Status, ...figures: FigureInput[]];

const deal = (
  id: string,
  name: string,
  kind: DealKind,
  parties: [party: string, role: Role][],
  events: EventInput[],
  rest: Partial<Deal> = {},
): Deal =>
  Deal.parse({
    id,
    name,
    kind,
    parties: parties.map(([party, role]) => ({ party, role })),
    events: events.map(([date, status, ...figures]) => ({
      date,
      status,
      figures,
      sources: [{ url: "https://wire.example/deals", publisher: "Example Wire", date }],
    })),
    ...rest,
  });

export const deals: Deal[] = [
  // A letter of intent, replaced by an investment that is part of a round.
  deal(
    "acme-borealis-2025",
    "Acme–Borealis letter of intent",
    "investment",
    [
      ["acme", "investor"],
      ["borealis", "investee"],
    ],
    [
      [
        "2025-09-22",
        "letter-of-intent",
        { metric: "amount", value: 100 * BN, unit: "USD", qualifier: "up-to" },
        { metric: "power", value: 10 * BN, unit: "W", qualifier: "at-least" },
        { metric: "tranche", value: 10 * BN, unit: "USD", qualifier: "about", scope: "part" },
      ],
      ["2026-02-20", "superseded"],
    ],
    { supersededBy: "acme-borealis-2026" },
  ),
  deal(
    "acme-borealis-2026",
    "Acme investment in Borealis",
    "investment",
    [
      ["acme", "investor"],
      ["borealis", "investee"],
    ],
    [["2026-02-20", "definitive", { metric: "amount", value: 30 * BN, unit: "USD" }]],
    { partOf: "borealis-2026-round" },
  ),
  deal(
    "dunmore-borealis-2026",
    "Dunmore investment in Borealis",
    "investment",
    [
      ["dunmore", "investor"],
      ["borealis", "investee"],
    ],
    [["2026-02-20", "definitive", { metric: "amount", value: 50 * BN, unit: "USD" }]],
    { partOf: "borealis-2026-round" },
  ),
  deal(
    "borealis-2026-round",
    "Borealis funding round",
    "funding-round",
    [
      ["borealis", "investee"],
      ["acme", "investor"],
      ["dunmore", "investor"],
    ],
    [
      [
        "2026-02-20",
        "announced",
        { metric: "amount", value: 110 * BN, unit: "USD" },
        { metric: "valuation-post", value: 840 * BN, unit: "USD" },
      ],
      [
        "2026-03-31",
        "closed",
        { metric: "amount", value: 122 * BN, unit: "USD" },
        { metric: "valuation-post", value: 852 * BN, unit: "USD" },
      ],
    ],
  ),
  // A takeover in euros, raised once and closed.
  deal(
    "estuary-fathom-2025",
    "Estuary–Fathom",
    "acquisition",
    [
      ["estuary", "acquirer"],
      ["fathom", "target"],
    ],
    [
      [
        "2025-05-06",
        "announced",
        { metric: "amount", value: 3.1 * BN, unit: "EUR" },
        { metric: "share-price", value: 21, unit: "EUR" },
      ],
      [
        "2025-07-01",
        "definitive",
        { metric: "amount", value: 3.8 * BN, unit: "EUR" },
        { metric: "share-price", value: 25.5, unit: "EUR" },
        { metric: "break-fee", value: 140e6, unit: "EUR" },
        { metric: "stake", value: 62.4, unit: "%", scope: "party", of: "estuary" },
      ],
      ["2025-12-01", "closed", { metric: "amount", value: 3.8 * BN, unit: "EUR" }],
    ],
  ),
  // A bid that came to nothing.
  deal(
    "dunmore-gambit-2025",
    "Dunmore–Gambit",
    "acquisition",
    [
      ["dunmore", "acquirer"],
      ["gambit", "target"],
    ],
    [
      ["2025-03-10", "announced", { metric: "amount", value: 6.5 * BN, unit: "USD" }],
      ["2025-08-15", "terminated"],
    ],
  ),
];

const parties: Party[] = [
  { id: "acme", name: "Acme Systems", aliases: { all: ["Acme"], ru: ["Акме"], "zh-Hans": ["艾克米"] } },
  { id: "borealis", name: "Borealis AI", aliases: { all: ["Borealis"], ru: ["Бореалис"], "zh-Hans": ["北极光"] } },
  { id: "dunmore", name: "Dunmore Holdings", aliases: { all: ["Dunmore"] } },
  { id: "estuary", name: "Estuary Group", aliases: { all: ["Estuary"] } },
  { id: "fathom", name: "Fathom Pharma", aliases: { all: ["Fathom"] } },
  { id: "gambit", name: "Gambit Foods", aliases: { all: ["Gambit"] } },
].map((party) => Party.parse({ kind: "company", ...party }));

const rates = ["2025-05", "2025-07", "2026-02"].flatMap((month) => [
  { month, currency: "EUR", usdPerUnit: 1.15 },
  { month, currency: "GBP", usdPerUnit: 1.35 },
]);

export const index = createDealIndex(
  { version: "2026-06-01.1", deals, parties, rates },
  createNameMatcher(parties, deals),
);

type BlockInput = string | (Partial<Block> & { text: string });

/** Reads an English article of 21 February 2026, unless told otherwise, as of 1 June 2026 likewise. */
export function readArticle(
  blocks: BlockInput | BlockInput[],
  page: Partial<Page> = {},
  asOf: IsoDate = "2026-06-01",
): Reading {
  const all = (Array.isArray(blocks) ? blocks : [blocks]).map(
    (block, id): Block => ({
      id,
      role: "text",
      ...(typeof block === "string" ? { text: block } : block),
    }),
  );
  return read({ lang: "en", published: "2026-02-21", ...page, blocks: all }, index, { asOf });
}

/** A claim in a line: "acme-borealis-2026 amount: $30 billion confirmed". */
export const inLine = ({ deal: of, metric, text, verdict, reason, factor }: Claim): string =>
  [`${of} ${metric}: ${text} ${verdict}`, reason, factor].filter((part) => part !== null).join(" ");

export const claimsOf = (blocks: BlockInput | BlockInput[], page: Partial<Page> = {}): string[] =>
  readArticle(blocks, page).claims.map(inLine);
