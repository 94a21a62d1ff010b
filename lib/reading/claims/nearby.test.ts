import { describe, expect, it } from "vitest";
import type { Sentence } from "../article.ts";
import { index } from "../dataset.fake.ts";
import { prepare } from "../read.fake.ts";
import { candidateDeals } from "./candidates.ts";
import { Nearby } from "./nearby.ts";
import { Discourse, nearnessOf } from "./nearness.ts";
import { partyEvidence } from "./party-evidence.ts";

/** The article's sentences with all candidates and with those that are near each, as reading goes along. */
function* walk(...texts: string[]) {
  const article = prepare(...texts);
  const nearby = new Nearby(candidateDeals(article, index, "2026-02-21", "2026-06-01"));
  const discourse = new Discourse(article);
  for (const sentence of article.sentences) {
    yield { sentence, nearby, discourse };
    discourse.pass(sentence);
  }
}
const idsOf = (candidates: ReturnType<Nearby["inSentence"]>) => candidates.map(({ deal }) => deal.id);
const filler = Array.from({ length: 12 }, () => "It rained all day long.");
const news = [
  "Estuary and Fathom",
  "Acme invests $30 billion in Borealis. Dunmore invests $50 billion.",
  "Quillon pays Ridgeway $1.25 billion a month.",
  ...filler,
  "The price was €3.8 billion. Borealis is worth $840 billion; Lodestar costs $500 billion.",
  "Umbra raised $27 billion.",
];

describe("the candidates near a sentence", () => {
  it("are all those for which there is enough evidence", () => {
    let weighed = 0;
    for (const { sentence, nearby, discourse } of walk(...news))
      for (const quantity of sentence.quantities) {
        const nearness = nearnessOf(quantity, sentence, discourse);
        const evident = nearby.all.filter((candidate) => partyEvidence(candidate, nearness) >= 1);
        expect(nearby.around(sentence, discourse)).toEqual(expect.arrayContaining(evident));
        weighed += evident.length;
      }
    expect(weighed).toBeGreaterThan(8);
  });

  it("leave out those last named many paragraphs before, unless the title names them", () => {
    const last = [...walk(...news)].at(-1) as { sentence: Sentence; nearby: Nearby; discourse: Discourse };
    const ids = idsOf(last.nearby.around(last.sentence, last.discourse));
    expect(ids).toContain("estuary-fathom-2025");
    expect(ids).toContain("umbra-2026-series-g");
    expect(ids).not.toContain("quillon-ridgeway-2026");
  });

  it("are in the sentence itself where somebody of theirs, or their own name, stands in it", () => {
    const [list, one, own] = [...walk("Estuary, Fathom and Quillon", "Ridgeway", "Lodestar")].map(
      ({ sentence, nearby }) => idsOf(nearby.inSentence(sentence)),
    );
    expect(list).toEqual(expect.arrayContaining(["estuary-fathom-2025", "quillon-ridgeway-2026"]));
    expect(list).not.toContain("orchard-lodestar-2025");
    expect([one, own]).toEqual([["quillon-ridgeway-2026"], ["orchard-lodestar-2025"]]);
  });
});
