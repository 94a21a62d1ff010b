import { fakeDataset, fakeDeal } from "../lib/dataset/dataset.fake.ts";
import { createDealIndex } from "../lib/dataset/deal-index.ts";
import { fakeClaim, fakeFigure } from "../lib/reading/claim.fake.ts";
import type { Reader } from "./check-file.ts";
import type { Engine } from "./run.ts";

export const fakeRecord = fakeFigure({
  deal: "northwind-contoso-2026",
  value: 2e9,
  qualifier: "up-to",
  since: "2026-01-15",
});

/** A claim that twenty billion were meant where the record has two. */
export const fakeMistake = fakeClaim({
  end: 11,
  text: "$20 billion",
  deal: "northwind-contoso-2026",
  value: 20e9,
  verdict: "discrepancy",
  reason: "scale",
  factor: 10,
  notes: ["non-binding"],
  expected: fakeRecord,
  now: fakeRecord,
  against: fakeRecord,
  evidence: { deal: ["Contoso"], metric: ["invests"] },
  confidence: 0.97,
});

export const fakeIndex = createDealIndex(
  fakeDataset({ deals: [fakeDeal("northwind-contoso-2026", { name: "Northwind–Contoso" })] }),
  { find: () => [] },
);

/** Reads a claim wherever a page says "$20 billion"; what the commands do around reading is what is tested with it. */
export const fakeReader: Reader = {
  index: fakeIndex,
  read(page, _index, { asOf }) {
    if (page.title === "Fails") throw new TypeError("x is not a function");
    const claims = page.blocks.flatMap((block) => {
      const start = block.text.indexOf(fakeMistake.text);
      return start < 0 ? [] : [{ ...fakeMistake, block: block.id, start, end: start + fakeMistake.text.length }];
    });
    const deals = claims.length > 0 ? [fakeMistake.deal] : [];
    return { lang: page.lang ?? "en", published: page.published ?? null, asOf, deals, claims };
  },
};

export const fakeEngine: Engine = {
  loadReader: async () => fakeReader,
  checkInParallel: async () => 0,
  cores: 1,
  loadQuantityReader: async () => () => [],
};
