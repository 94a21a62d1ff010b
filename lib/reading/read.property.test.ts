import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packs } from "../locales/index.ts";
import { mayHoldQuantity } from "./question.ts";
import { readArticle } from "./read.fake.ts";
import { steps } from "./steps.fake.ts";

const langs = packs.map(({ tag }) => tag);
const names = ["Acme", "Borealis", "Dunmore", "Estuary", "Fathom Pharma", "Акме", "北极光"];
const amounts = [
  "$30 billion",
  "$110bn",
  "€3.8bn",
  "10 GW",
  "62.4%",
  "300亿美元",
  "30 миллиардов долларов",
  "30 milliards",
  "5-10%",
];
const words = [
  "invests",
  "in",
  "to acquire",
  "a stake of",
  "funding round",
  "valued at",
  "per share",
  "投资",
  "вложит в",
  "initial",
  "replaced",
];
const marks = [". ", ", ", "; ", "。", "\n", "? ", " (", ") ", "…", "ab..", " – ", "\u200b", "\u00ad", "🚀"];

/** News as a madman would write it. */
const sentence = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...names) },
      { weight: 3, arbitrary: fc.constantFrom(...amounts) },
      { weight: 3, arbitrary: fc.constantFrom(...words) },
      { weight: 2, arbitrary: fc.constantFrom(...marks) },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 5 }) },
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(" "));
/** Counting steps takes some ten times as long as taking them; a busy machine takes longer still. */
const COUNTING_MS = 120_000;
const page = fc.record(
  {
    lang: fc.constantFrom(...langs, "xx", ""),
    published: fc.constantFrom("2025-09-23", "2026-02-21", "1999-01-01"),
    title: sentence,
  },
  { requiredKeys: [] },
);

describe("reading any page", () => {
  it("throws nothing, and gives claims in reading order that lead back to their blocks", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), page, (blocks, rest) => {
        const { claims, deals } = readArticle(blocks, rest);
        let [block, end] = [0, 0];
        for (const claim of claims) {
          if (claim.block !== block) [block, end] = [claim.block, 0];
          expect(claim.block).toBeGreaterThanOrEqual(block);
          expect(claim.start).toBeGreaterThanOrEqual(end);
          expect(blocks[claim.block]?.slice(claim.start, claim.end)).toBe(claim.text);
          expect(deals).toContain(claim.deal);
          end = claim.end;
        }
        expect(new Set(deals).size).toBe(deals.length);
      }),
      { numRuns: 400 },
    );
  });

  it("gives the same answer to the same page", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 3 }), page, (blocks, rest) => {
        expect(readArticle(blocks, rest)).toEqual(readArticle(blocks, rest));
      }),
      { numRuns: 60 },
    );
  });

  it("finds claims only in blocks of which the cheap question says that there may be some", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 4 }), page, (blocks, rest) => {
        for (const { block } of readArticle(blocks, rest).claims)
          expect(mayHoldQuantity(blocks[block] as string)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it.each(["Acme invests $30 billion in Borealis ", "$5 ", "Acme; Borealis. ", "5%, "])(
    "takes steps that grow with a block's text, not with its square, of “%s”",
    (text) => {
      // More than the longest sentence, so that what is compared is a few sentences with many.
      const block = text.repeat(Math.ceil(4000 / text.length));
      const few = steps(() => readArticle(block));
      expect(steps(() => readArticle(block.repeat(3)))).toBeLessThan(4 * few);
    },
    COUNTING_MS,
  );

  it(
    "takes steps that grow with the number of blocks, not with its square",
    () => {
      const blocks = Array.from({ length: 30 }, () => "Acme invests $30 billion in Borealis, valued at $852 billion.");
      const few = steps(() => readArticle(blocks));
      expect(steps(() => readArticle([...blocks, ...blocks, ...blocks]))).toBeLessThan(4 * few);
    },
    COUNTING_MS,
  );
});
