/** Small made-up deals for tests. */
import { Deal, type Figure, type IsoDate, type Metric, type Qualifier, type Status } from "../../deals/schema.ts";
import { stepOf } from "../../deals/units.ts";
import type { Statement } from "../types.ts";
import type { Context } from "./evidence.ts";

export const BN = 1e9;

type FigureInput = Partial<Figure> & Pick<Figure, "value">;

/** A figure: by default so many US dollars, as the deal's whole amount. */
export const figure = (value: number, rest: Partial<Figure> = {}): FigureInput => ({
  metric: "amount",
  unit: "USD",
  value,
  ...rest,
});

/** An event: day, status, figures. */
export const event = (date: IsoDate, status: Status, ...figures: FigureInput[]) => ({ date, status, figures });

type DealInput = Partial<Omit<Deal, "events">> & { events: ReturnType<typeof event>[] };

/** An investment of `acme` in `beta`, unless told otherwise. Checked as any record is. */
export const fakeDeal = ({ events, ...rest }: DealInput): Deal =>
  Deal.parse({
    id: "acme-beta-2025",
    name: "Acme–Beta",
    kind: "investment",
    parties: [
      { party: "acme", role: "investor" },
      { party: "beta", role: "investee" },
    ],
    ...rest,
    events,
  });

/** US dollars that a unit was worth, in every month. */
const RATES: Record<string, number> = { USD: 1, EUR: 1.2, JPY: 0.0065, GBP: 1.3 };

/** What judging asks of the dataset, over the deals given. Dollars are 1.2 to the euro, in September 2025 1.5. */
export function fakeIndex(deals: readonly Deal[] = []): Context["index"] {
  const dealsOf = (...both: (string | undefined)[]): Deal[] =>
    deals.filter(({ parties }) =>
      both.every((one) => one === undefined || parties.some((member) => member.party === one)),
    );
  return {
    deal: (id) => deals.find((deal) => deal.id === id),
    dealsOf,
    dealCount: (party) => dealsOf(party).length,
    partsOf: (id) => deals.filter(({ partOf }) => partOf === id),
    usdPerUnit: (currency, month) => (currency === "EUR" && month === "2025-09" ? 1.5 : (RATES[currency] ?? null)),
  };
}

/** What an article says of `acme-beta-2025`: by default a plain amount in dollars, in one sentence with both names. */
export function says(value: number, rest: Partial<Statement> = {}): Statement {
  return {
    deal: "acme-beta-2025",
    metric: "amount" satisfies Metric,
    value,
    valueTo: null,
    unit: "USD",
    qualifier: "exact" satisfies Qualifier,
    step: stepOf(value),
    scope: "whole",
    historical: false,
    tentative: false,
    explicit: true,
    ...rest,
  };
}
