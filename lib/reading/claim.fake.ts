/** What reading gives out, for tests of what is done with it. */
import type { Claim, RecordFigure } from "./types.ts";

export const fakeFigure = (parts: Partial<RecordFigure> = {}): RecordFigure => ({
  deal: "a-b-2025",
  metric: "amount",
  value: 100e9,
  unit: "USD",
  qualifier: "exact",
  since: "2025-09-22",
  status: "announced",
  ...parts,
});

/** A claim of a trillion dollars, of which nothing is known unless `parts` say it. */
export const fakeClaim = (parts: Partial<Claim> = {}): Claim => ({
  block: 0,
  start: 0,
  end: 1,
  text: "1000 milliards",
  deal: "a-b-2025",
  metric: "amount",
  value: 1e12,
  valueTo: null,
  unit: "USD",
  qualifier: "exact",
  verdict: "unverified",
  reason: null,
  factor: null,
  historical: false,
  notes: [],
  expected: null,
  now: null,
  against: null,
  evidence: { deal: [], metric: [] },
  confidence: 1,
  ...parts,
});
