/** A small made-up dataset for tests of reading: one deal of each shape that a rule is about. */
import { createDealIndex } from "../dataset/deal-index.ts";
import { Deal, type DealKind, type Figure, type IsoDate, Party, type Role, type Status } from "../deals/schema.ts";
import { createNameMatcher } from "./names.ts";

const BN = 1e9;
type FigureInput = Partial<Figure> & Pick<Figure, "metric" | "value" | "unit">;
type EventInput = [date: IsoDate, status: Status, ...figures: FigureInput[]];

const deal = (
  id: string,
  name: string,
  kind: DealKind,
  parties: Partial<Record<string, Role>>,
  events: EventInput[],
  rest: Partial<Deal> = {},
): Deal =>
  Deal.parse({
    id,
    name,
    kind,
    parties: Object.entries(parties).map(([party, role]) => ({ party, role })),
    events: events.map(([date, status, ...figures]) => ({
      date,
      status,
      figures,
      sources: [{ url: "https://wire.example/deals", publisher: "Example Wire", date }],
    })),
    ...rest,
  });

const deals: Deal[] = [
  // A letter of intent, replaced by an investment that is part of a round.
  deal(
    "acme-borealis-2025",
    "Acme–Borealis letter of intent",
    "investment",
    { acme: "investor", borealis: "investee" },
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
    { acme: "investor", borealis: "investee" },
    [["2026-02-20", "definitive", { metric: "amount", value: 30 * BN, unit: "USD" }]],
    { partOf: "borealis-2026-round" },
  ),
  deal(
    "dunmore-borealis-2026",
    "Dunmore investment in Borealis",
    "investment",
    { dunmore: "investor", borealis: "investee" },
    [["2026-02-20", "definitive", { metric: "amount", value: 50 * BN, unit: "USD" }]],
    { partOf: "borealis-2026-round" },
  ),
  deal(
    "borealis-2026-round",
    "Borealis funding round",
    "funding-round",
    { borealis: "investee", acme: "investor", dunmore: "investor" },
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
        { metric: "tranche", value: 3 * BN, unit: "USD", qualifier: "over", scope: "part", note: "small investors" },
        { metric: "valuation-post", value: 852 * BN, unit: "USD" },
      ],
    ],
  ),
  // A takeover in euros, raised once and closed.
  deal("estuary-fathom-2025", "Estuary–Fathom", "acquisition", { estuary: "acquirer", fathom: "target" }, [
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
  ]),
  // A bid that came to nothing.
  deal("dunmore-gambit-2025", "Dunmore–Gambit", "acquisition", { dunmore: "acquirer", gambit: "target" }, [
    ["2025-03-10", "announced", { metric: "amount", value: 6.5 * BN, unit: "USD" }],
    ["2025-08-15", "terminated"],
  ]),
  // Two investors in one company, announced together.
  deal(
    "harrow-juniper-2025",
    "Harrow investment in Juniper",
    "investment",
    { harrow: "investor", juniper: "investee" },
    [
      [
        "2025-11-18",
        "announced",
        { metric: "amount", value: 10 * BN, unit: "USD", qualifier: "up-to" },
        { metric: "valuation", value: 350 * BN, unit: "USD", qualifier: "about" },
      ],
    ],
  ),
  deal("ibex-juniper-2025", "Ibex investment in Juniper", "investment", { ibex: "investor", juniper: "investee" }, [
    ["2025-11-18", "announced", { metric: "amount", value: 5 * BN, unit: "USD", qualifier: "up-to" }],
  ]),
  // A takeover in yen, with a price a share in the tens of thousands and a fee in dollars.
  deal("kiso-lumen-2025", "Kiso–Lumen", "acquisition", { kiso: "acquirer", lumen: "target" }, [
    [
      "2025-06-03",
      "definitive",
      { metric: "amount", value: 4700 * BN, unit: "JPY" },
      { metric: "share-price", value: 16_300, unit: "JPY" },
      { metric: "break-fee", value: 320e6, unit: "USD" },
      { metric: "amount", value: 880 * BN, unit: "JPY", scope: "reference" },
    ],
  ]),
  // A merger with each holder's share, and with what a share of each company is worth.
  deal("mercer-northgate-2025", "Mercer–Northgate", "merger", { mercer: "partner", northgate: "partner" }, [
    [
      "2025-09-09",
      "definitive",
      { metric: "amount", value: 53 * BN, unit: "USD", scope: "whole" },
      { metric: "stake", value: 58.5, unit: "%", scope: "party", of: "mercer" },
      { metric: "stake", value: 41.5, unit: "%", scope: "party", of: "northgate" },
      { metric: "valuation", value: 21 * BN, unit: "USD", scope: "party", of: "northgate" },
      { metric: "break-fee", value: 600e6, unit: "USD", scope: "party", of: "mercer" },
      { metric: "break-fee", value: 330e6, unit: "USD", scope: "party", of: "northgate" },
    ],
  ]),
  // A programme that goes by a name of its own.
  deal(
    "orchard-lodestar-2025",
    "Lodestar",
    "programme",
    { orchard: "lead" },
    [
      [
        "2025-01-21",
        "announced",
        { metric: "amount", value: 500 * BN, unit: "USD" },
        { metric: "amount", value: 100 * BN, unit: "USD", scope: "part" },
      ],
    ],
    { aka: { all: ["Lodestar"] } },
  ),
  // A round by which its company is worth as much as its programme costs.
  deal("orchard-2025-series-b", "Orchard Series B", "funding-round", { orchard: "investee" }, [
    [
      "2025-01-15",
      "closed",
      { metric: "amount", value: 6 * BN, unit: "USD" },
      { metric: "valuation-post", value: 500 * BN, unit: "USD" },
    ],
  ]),
  // Capacity paid for by the month.
  deal("quillon-ridgeway-2026", "Quillon–Ridgeway", "compute", { quillon: "customer", ridgeway: "supplier" }, [
    [
      "2026-01-10",
      "definitive",
      { metric: "amount", value: 40 * BN, unit: "USD", qualifier: "over" },
      { metric: "tranche", value: 1.25 * BN, unit: "USD", scope: "part", note: "each month" },
    ],
  ]),
  // One company's rounds by letter, its sale of employees' shares and its listing.
  deal("umbra-2025-series-f", "Umbra Series F", "funding-round", { umbra: "investee" }, [
    [
      "2025-09-02",
      "closed",
      { metric: "amount", value: 13 * BN, unit: "USD" },
      { metric: "valuation-post", value: 183 * BN, unit: "USD" },
    ],
  ]),
  deal("umbra-2026-series-g", "Umbra Series G", "funding-round", { umbra: "investee" }, [
    [
      "2026-02-12",
      "closed",
      { metric: "amount", value: 27 * BN, unit: "USD" },
      { metric: "valuation-post", value: 380 * BN, unit: "USD" },
    ],
  ]),
  deal("tamarind-2026-ipo", "Tamarind IPO", "funding-round", { tamarind: "investee" }, [
    ["2026-02-18", "closed", { metric: "amount", value: 4.6 * BN, unit: "USD" }],
  ]),
  // A stake paid for long ago, whose worth a later deal states.
  deal("xenia-yarrow-2023", "Xenia investment in Yarrow", "investment", { xenia: "investor", yarrow: "investee" }, [
    ["2023-01-23", "closed", { metric: "amount", value: 13 * BN, unit: "USD" }],
  ]),
  deal("yarrow-2025-recap", "Yarrow recapitalisation", "recapitalisation", { xenia: "investor", yarrow: "investee" }, [
    [
      "2025-10-28",
      "closed",
      { metric: "stake", value: 27, unit: "%" },
      { metric: "equity", value: 135 * BN, unit: "USD" },
    ],
  ]),
  // One investor's equal sums for two companies.
  ...["sable", "thistle"].map((startup) =>
    deal(
      `wharf-${startup}-2026`,
      `Wharf investment in ${startup}`,
      "investment",
      { wharf: "investor", [startup]: "investee" },
      [["2026-02-19", "closed", { metric: "amount", value: 2 * BN, unit: "USD" }]],
    ),
  ),
  // A bid for a company that a round had made worth over a little less.
  deal("sable-2025-round", "Sable funding round", "funding-round", { sable: "investee" }, [
    ["2025-06-10", "closed", { metric: "valuation", value: 80 * BN, unit: "USD", qualifier: "over" }],
  ]),
  deal("gambit-sable-2026", "Gambit–Sable", "acquisition", { gambit: "acquirer", sable: "target" }, [
    ["2026-02-18", "announced", { metric: "amount", value: 97.4 * BN, unit: "USD" }],
  ]),
  deal("wharf-rowan-2026", "Wharf investment in Rowan", "investment", { wharf: "investor", rowan: "investee" }, [
    ["2026-02-19", "closed", { metric: "amount", value: 20 * BN, unit: "USD" }],
  ]),
  // A price told by its parts.
  deal("rowan-thistle-2026", "Rowan–Thistle plants", "acquisition", { rowan: "acquirer", thistle: "target" }, [
    [
      "2026-02-17",
      "definitive",
      { metric: "amount", value: 3 * BN, unit: "USD", qualifier: "up-to" },
      { metric: "tranche", value: 2.25 * BN, unit: "USD", scope: "part" },
      { metric: "tranche", value: 0.3 * BN, unit: "USD", scope: "part" },
    ],
  ]),
  // Two who have a deal of their own, and pay for a third together.
  deal(
    "harrow-juniper-rowan-2025",
    "Harrow and Juniper investment in Rowan",
    "investment",
    { harrow: "investor", juniper: "investor", rowan: "investee" },
    [["2025-11-19", "announced", { metric: "amount", value: 1 * BN, unit: "USD" }]],
  ),
  // Names that are also common words.
  deal("estuary-verge-2026", "Estuary–Verge", "acquisition", { estuary: "acquirer", verge: "target" }, [
    ["2026-02-10", "announced", { metric: "amount", value: 1.1 * BN, unit: "USD" }],
  ]),
];

const parties: Party[] = [
  { id: "acme", name: "Acme Systems", aliases: { all: ["Acme"], ru: ["Акме"], "zh-Hans": ["艾克米"] } },
  { id: "borealis", name: "Borealis AI", aliases: { all: ["Borealis"], ru: ["Бореалис"], "zh-Hans": ["北极光"] } },
  { id: "dunmore", name: "Dunmore Holdings", aliases: { all: ["Dunmore"] } },
  { id: "estuary", name: "Estuary Group", aliases: { all: ["Estuary"] } },
  { id: "fathom", name: "Fathom Pharma", aliases: { all: ["Fathom"] } },
  { id: "gambit", name: "Gambit Foods", aliases: { all: ["Gambit"] } },
  { id: "harrow", name: "Harrow Chips", aliases: { all: ["Harrow"] } },
  { id: "ibex", name: "Ibex Cloud", aliases: { all: ["Ibex"] } },
  { id: "juniper", name: "Juniper Labs", aliases: { all: ["Juniper"] } },
  { id: "kiso", name: "Kiso Motors", aliases: { all: ["Kiso"] } },
  { id: "lumen", name: "Lumen Industries", aliases: { all: ["Lumen"] } },
  { id: "mercer", name: "Mercer Mining", aliases: { all: ["Mercer"] } },
  { id: "northgate", name: "Northgate Resources", aliases: { all: ["Northgate"] } },
  { id: "orchard", name: "Orchard Capital", aliases: { all: ["Orchard"] } },
  { id: "quillon", name: "Quillon Models", aliases: { all: ["Quillon"] } },
  { id: "ridgeway", name: "Ridgeway Space", aliases: { all: ["Ridgeway"] } },
  { id: "rowan", name: "Rowan Fibre", aliases: { all: ["Rowan"] } },
  { id: "sable", name: "Sable Optics", aliases: { all: ["Sable"] } },
  { id: "tamarind", name: "Tamarind Pay", aliases: { all: ["Tamarind"] } },
  { id: "thistle", name: "Thistle Lasers", aliases: { all: ["Thistle"] } },
  { id: "umbra", name: "Umbra Research", aliases: { all: ["Umbra"] } },
  { id: "wharf", name: "Wharf Silicon", aliases: { all: ["Wharf"] } },
  { id: "xenia", name: "Xenia Software", aliases: { all: ["Xenia"] } },
  { id: "yarrow", name: "Yarrow Institute", aliases: { all: ["Yarrow"] } },
  { id: "verge", name: "Verge", ambiguous: ["Verge"] },
].map((party) => Party.parse({ kind: "company", ...party }));

const rates = ["2025-05", "2025-07", "2026-02"].flatMap((month) => [
  { month, currency: "EUR", usdPerUnit: 1.15 },
  { month, currency: "GBP", usdPerUnit: 1.35 },
  { month, currency: "JPY", usdPerUnit: 0.0067 },
]);

export const index = createDealIndex(
  { version: "2026-06-01.1", deals, parties, rates },
  createNameMatcher(parties, deals),
);
