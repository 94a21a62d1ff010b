import { describe, expect, it } from "vitest";
import { index } from "../dataset.fake.ts";
import { prepare } from "../read.fake.ts";
import { Discourse, nearnessOf } from "./nearness.ts";
import { partyEvidence } from "./party-evidence.ts";
import { sidesOf } from "./sides.ts";

/** The evidence for a deal at the last figure of an article. */
function evidence(id: string, ...texts: string[]): number {
  const article = prepare("Fathom rose.", ...texts);
  const discourse = new Discourse(article);
  let found = Number.NaN;
  for (const sentence of article.sentences) {
    for (const quantity of sentence.quantities) {
      const deal = index.deal(id);
      if (!deal) continue;
      const candidate = { deal, sides: sidesOf(deal), partial: false };
      found = partyEvidence(candidate, nearnessOf(quantity, sentence, discourse));
    }
    discourse.pass(sentence);
  }
  return found;
}

describe("who is named near a figure speaks for a deal", () => {
  it.each([
    ["harrow-juniper-2025", ["Harrow invests $10 billion in Juniper"], 4, 4.6],
    ["harrow-juniper-2025", ["Harrow and Juniper met. It costs $10 billion"], 2, 3.5],
    ["harrow-juniper-2025", ["Juniper gets $10 billion from its investors"], 2, 3],
    ["umbra-2025-series-f", ["Umbra raised $13 billion"], 3, 4],
    ["orchard-lodestar-2025", ["Lodestar costs $500 billion"], 3.5, 4],
    ["harrow-juniper-2025", ["Harrow has $10 billion"], 0, 0],
    ["harrow-juniper-2025", ["Nobody has $10 billion"], 0, 0],
    ["orchard-lodestar-2025", ["Nobody has $10 billion"], 0, 0],
  ])("%s in %j: from %d to %d", (id, texts, least, most) => {
    const found = evidence(id, ...texts);
    expect(found).toBeGreaterThanOrEqual(least);
    expect(found).toBeLessThanOrEqual(most);
  });

  it("more where the payer stands beside the figure than where another does", () => {
    const text = "Juniper gets $10 billion from Harrow, $5 billion from Ibex";
    expect(evidence("ibex-juniper-2025", text)).toBeGreaterThan(evidence("harrow-juniper-2025", text));
  });
});
