import { type Deal, type Figure, isMoney, type Metric } from "../../lib/deals/schema.ts";
import { checkNames } from "./check-parties.ts";
import type { Finding, Path } from "./yaml-source.ts";

/** A bid that another one beats is terminated; a plan that becomes another one is superseded. */
const ended: ReadonlySet<string> = new Set(["superseded", "terminated", "denied"]);

/** What a deal's record may refer to. */
export type Known = {
  deals: ReadonlySet<string>;
  parties: ReadonlySet<string>;
  /** Currencies that `data/rates` can turn into dollars. */
  currencies: ReadonlySet<string>;
};

/** What a metric's figures must be counted in; `money` is any currency that the rates know. */
const unitOfMetric: Record<Metric, "money" | "%" | "W" | "count" | "year"> = {
  amount: "money",
  tranche: "money",
  valuation: "money",
  "valuation-pre": "money",
  "valuation-post": "money",
  "share-price": "money",
  "break-fee": "money",
  debt: "money",
  equity: "money",
  stake: "%",
  power: "W",
  shares: "count",
  count: "count",
  term: "year",
};

/** Below this a sum of money was most likely written in millions or billions, a power in megawatts. */
const smallest: Partial<Record<Metric, number>> = {
  amount: 10_000,
  tranche: 10_000,
  valuation: 10_000,
  "valuation-pre": 10_000,
  "valuation-post": 10_000,
  "break-fee": 10_000,
  debt: 10_000,
  equity: 10_000,
  power: 1_000,
};

/** What the schema cannot see in one deal: references, order, and figures that contradict themselves or each other. */
export function checkDeal(deal: Deal, known: Known): Finding[] {
  return [
    ...checkReferences(deal, known),
    ...checkNames(deal.aka, ["aka"]),
    ...checkEvents(deal),
    ...deal.events.flatMap((event, e) =>
      event.figures.flatMap((figure, f) => checkFigure(figure, known, ["events", e, "figures", f])),
    ),
  ];
}

/** Deals that supersede, or are parts of, each other in a circle: following the link would never end. */
export function findCircles(deals: ReadonlyMap<string, Deal>, link: "supersededBy" | "partOf"): string[] {
  const inCircle: string[] = [];
  for (const start of deals.keys()) {
    const seen = new Set<string>();
    let id = deals.get(start)?.[link];
    while (id !== undefined && id !== start && !seen.has(id)) {
      seen.add(id);
      id = deals.get(id)?.[link];
    }
    if (id === start) inCircle.push(start);
  }
  return inCircle;
}

function checkReferences(deal: Deal, known: Known): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  deal.parties.forEach(({ party, role }, i) => {
    if (!known.parties.has(party)) findings.push({ path: ["parties", i, "party"], reason: `Unknown party "${party}"` });
    const key = `${party} ${role}`;
    if (seen.has(key)) findings.push({ path: ["parties", i], reason: `"${party}" is already listed as ${role}` });
    seen.add(key);
  });
  for (const link of ["supersededBy", "partOf"] as const) {
    const target = deal[link];
    if (target !== undefined && !known.deals.has(target)) {
      findings.push({ path: [link], reason: `Unknown deal "${target}"` });
    }
  }
  if (deal.supersededBy !== undefined && !deal.events.some((event) => ended.has(event.status))) {
    findings.push({ path: ["supersededBy"], reason: "No event says since when: none has ended this deal" });
  }
  return findings;
}

function checkEvents(deal: Deal): Finding[] {
  const findings: Finding[] = [];
  deal.events.forEach((event, e) => {
    const before = deal.events[e - 1];
    if (before && event.date < before.date) {
      findings.push({
        path: ["events", e, "date"],
        reason: `Events stand oldest first, but ${before.date} comes before`,
      });
    }
    if (event.sources.length === 0 && !event.unsourced) {
      findings.push({ path: ["events", e], reason: "An event without sources must say unsourced: true" });
    }
    findings.push(...checkWholes(event.figures, ["events", e, "figures"]));
  });
  return findings;
}

/** Two undisputed figures of the whole deal would leave reading to guess which of them is meant. */
function checkWholes(figures: readonly Figure[], path: Path): Finding[] {
  const seen = new Map<string, number>();
  return figures.flatMap((figure, f) => {
    if (figure.scope !== "whole" || figure.disputed) return [];
    const key = [figure.metric, figure.unit, figure.basis].join(" ");
    const first = seen.get(key);
    seen.set(key, first ?? f);
    if (first === undefined) return [];
    const reason = `Already stated at [${first}]: of a metric, unit and basis one figure is whole, unless both are disputed`;
    return [{ path: [...path, f], reason }];
  });
}

function checkFigure(figure: Figure, known: Known, path: Path): Finding[] {
  const findings: Finding[] = [];
  const found = (field: string, reason: string) => findings.push({ path: [...path, field], reason });

  const unit = unitOfMetric[figure.metric];
  if (unit === "money") {
    if (!isMoney(figure.unit)) found("unit", `Expected a currency for ${figure.metric}, found "${figure.unit}"`);
    else if (!known.currencies.has(figure.unit)) found("unit", `No exchange rate for "${figure.unit}"`);
  } else if (figure.unit !== unit) {
    found("unit", `Expected ${unit} for ${figure.metric}, found "${figure.unit}"`);
  }

  const least = smallest[figure.metric];
  if (least !== undefined && figure.value < least && figure.value !== 0) {
    found("value", `Values are in whole units, never in millions or billions: ${figure.value} is too small`);
  }
  if (figure.metric === "stake" && Math.max(figure.value, figure.valueTo ?? 0) > 100) {
    found("value", "A stake is at most 100 %");
  }
  if (figure.valueTo !== undefined && figure.valueTo <= figure.value) {
    found("valueTo", "The upper end of a range must be above its lower end");
  }
  if (figure.of !== undefined) {
    if (!known.parties.has(figure.of)) found("of", `Unknown party "${figure.of}"`);
    if (figure.scope !== "party") found("of", `Only with scope party, found scope ${figure.scope}`);
  } else if (figure.scope === "party") {
    found("scope", "Scope party needs `of`: whose share is it?");
  }
  if (figure.basis !== undefined && figure.metric !== "amount") {
    found("basis", `Only an amount has a basis, found ${figure.metric}`);
  }
  return findings;
}
