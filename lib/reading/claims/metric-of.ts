/** Which metric a figure is of, where text and record call it by different ones. */
import type { Figure, Metric } from "../../deals/schema.ts";
import { familyOf, type RecordMatch } from "../verdict.ts";
import type { MetricGuess } from "./metrics.ts";
import type { Form, Sides } from "./sides.ts";

/** Forms of deal that say what a company is worth, or that join two companies of their own worth. */
const pricesCompany: ReadonlySet<Form> = new Set<Form>([
  "funding-round",
  "investment",
  "recapitalisation",
  "listing",
  "secondary",
  "merger",
]);

/** What a contract or a takeover's target is valued at is its price, unless the record keeps the two apart. */
export function asPrice(guess: MetricGuess, { form, isValued }: Sides): MetricGuess {
  const { metric, score, said } = guess;
  if (familyOf(metric) !== "valuation" || isValued || pricesCompany.has(form)) return guess;
  return { metric: "amount", score, said };
}

/** What the figure is of, by what the record has it as: a number that agrees with a tranche is one, though called an amount. */
export function metricOf(said: Metric, match: RecordMatch | null, relative: Figure | undefined): Metric {
  if (match === null)
    return relative?.metric === "power" || relative?.scope === "party" || relative?.scope === "part"
      ? relative.metric
      : said;
  if (said === "valuation-pre" || said === "valuation-post") return said;
  const { metric } = match.timed.figure;
  return familyOf(said) === familyOf(metric) ? said : metric;
}
