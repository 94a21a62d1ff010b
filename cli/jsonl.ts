import type { RecordFigure } from "../lib/reading/types.ts";
import type { CheckedPage } from "./checked-page.ts";
import { createQuoter } from "./quote.ts";

/** A checked page as one line of JSON. Names, order and meaning of the fields are fixed: other programs read them. */
export function toJsonLine({ file, page, reading, index, elapsedMs }: CheckedPage): string {
  const quote = createQuoter(page.blocks);
  const line = {
    file,
    url: page.url ?? null,
    lang: reading.lang,
    published: reading.published,
    asOf: reading.asOf,
    dataset: { version: index.version, deals: index.size },
    deals: reading.deals,
    claims: reading.claims.map((claim) => ({
      quote: quote(claim),
      deal: claim.deal,
      metric: claim.metric,
      value: claim.value,
      valueTo: claim.valueTo,
      unit: claim.unit,
      qualifier: claim.qualifier,
      verdict: claim.verdict,
      reason: claim.reason,
      factor: claim.factor,
      historical: claim.historical,
      notes: claim.notes,
      expected: figure(claim.expected),
      now: figure(claim.now),
      confidence: claim.confidence,
    })),
    elapsedMs: Math.round(elapsedMs * 10) / 10,
  };
  return `${JSON.stringify(line)}\n`;
}

function figure(figure: RecordFigure | null) {
  if (figure === null) return null;
  const { deal, value, valueTo, unit, qualifier, since, status } = figure;
  return { deal, value, ...(valueTo === undefined ? {} : { valueTo }), unit, qualifier, since, status };
}
