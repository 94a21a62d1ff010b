/** What more deals in the dataset cost: nothing, while they are not named. */
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { createNameMatcher } from "../../lib/reading/names.ts";
import { read } from "../../lib/reading/read.ts";
import type { DealIndex } from "../../lib/reading/types.ts";
import { labelledArticles, newsMix } from "../generate/articles.ts";
import { growDataset } from "../generate/dataset.ts";
import { createRandom } from "../random.ts";
import type { Figure } from "../report.ts";
import { inTurn } from "../statistics.ts";
import type { Suite } from "../suite.ts";
import { asOf, root } from "./reading.ts";

/** A million needs its heap to itself; it is left out of quick runs. */
const sizes = [
  { deals: 10_000, most: 1.3 },
  { deals: 100_000, most: 1.3 },
  { deals: 1_000_000, most: 1.6 },
];

export const growth: Suite = {
  name: "growth",
  async run({ runs, seed, quick }): Promise<Figure[]> {
    const { dataset } = await loadDataset(root);
    const pages = newsMix(500_000, labelledArticles(), createRandom(seed));
    const indexOf = (deals: number): DealIndex => {
      const grown = growDataset(dataset, deals, seed);
      return createDealIndex(grown, createNameMatcher(grown.parties, grown.deals));
    };
    const small = indexOf(0);
    const figures: Figure[] = [];
    for (const { deals, most } of quick ? sizes.slice(0, 2) : sizes) {
      const large = indexOf(deals);
      const readWith = (index: DealIndex) => () => {
        for (const page of pages) read(page, index, { asOf });
        return undefined;
      };
      const times = await inTurn({ small: readWith(small), large: readWith(large) }, runs);
      const ratio = times.large.median / times.small.median;
      figures.push({
        name: `the same text with ${deals.toLocaleString("en")} deals loaded`,
        unit: "ms",
        measured: times.large,
        reference: { name: `${small.size} deals`, measured: times.small },
        ratio,
        target: `≤ ${most} ×`,
        met: ratio <= most,
      });
    }
    return figures;
  },
};
