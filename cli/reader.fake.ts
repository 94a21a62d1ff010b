import { fakeDataset, fakeDeal } from "../lib/dataset/dataset.fake.ts";
import { createDealIndex } from "../lib/dataset/deal-index.ts";
import type { Claim, RecordFigure } from "../lib/reading/types.ts";
import type { Reader } from "./check-file.ts";
import type { Engine } from "./run.ts";

export const fakeRecord: RecordFigure = {
  deal: "northwind-contoso-2026",
  metric: "amount",
  value: 2_000_000_000,
  unit: "USD",
  qualifier: "up-to",
  since: "2026-01-15",
  status: "announced",
};

/** A claim that twenty billion were meant where the record has two. */
export const fakeClaim: Claim = {
  block: 0,
  start: 0,
  end: 11,
  text: "$20 billion",
  deal: "northwind-contoso-2026",
  metric: "amount",
  value: 20_000_000_000,
  valueTo: null,
  unit: "USD",
  qualifier: "exact",
  verdict: "discrepancy",
  reason: "scale",
  factor: 10,
  historical: false,
  notes: ["non-binding"],
  expected: fakeRecord,
  now: fakeRecord,
  against: fakeRecord,
  evidence: { deal: ["Contoso"], metric: ["invests"] },
  confidence: 0.97,
};

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
      const start = block.text.indexOf(fakeClaim.text);
      return start < 0 ? [] : [{ ...fakeClaim, block: block.id, start, end: start + fakeClaim.text.length }];
    });
    const deals = claims.length > 0 ? [fakeClaim.deal] : [];
    return { lang: page.lang ?? "en", published: page.published ?? null, asOf, deals, claims };
  },
};

export const fakeEngine: Engine = {
  loadReader: async () => fakeReader,
  checkInParallel: async () => 0,
  cores: 1,
  loadQuantityReader: async () => () => [],
};
