import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packs } from "../locales/index.ts";
import { numeralsOf } from "../locales/table.ts";
import type { LocalePack } from "../locales/types.ts";
import { foldText } from "./fold.ts";
import { readQuantities } from "./quantities.ts";
import { mayHoldQuantity } from "./question.ts";
import { steps } from "./steps.fake.ts";

function wordsOf(pack: LocalePack): string[] {
  return [
    numeralsOf(pack),
    pack.scales,
    pack.tightScales ?? {},
    pack.anglicisms ?? {},
    pack.fractions,
    pack.units,
    pack.subunits,
    pack.qualifiers.before,
    pack.qualifiers.after,
  ]
    .flatMap((table) => Object.keys(table))
    .concat(pack.numeralLinks, pack.unitLinks, pack.fillers, pack.ranges.open, pack.ranges.link, pack.proclitics ?? [])
    .map((key) => key.replace(/\*$/, ""));
}

/** Text of a pack's own words, numbers, marks and noise, in any order: what a parser of its grammar finds hardest. */
function jumble(pack: LocalePack): fc.Arbitrary<string> {
  const words = wordsOf(pack);
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...words) },
    { weight: 2, arbitrary: fc.nat(99_999).map(String) },
    {
      weight: 1,
      arbitrary: fc.constantFrom("$", "€", "%", "GW", "USD", "bn", "1,234.5", "1.234,5", "12,34,567", "٣", "５"),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(" ", "", ",", ".", "-", "–", "\u00a0", "\u200b", "\u00ad", "\n", "(", "’", "/"),
    },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
  );
  return fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(" ").replaceAll("  ", ""));
}

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."0123456789.,'- $€%MbnkGW"), maxLength: 60 }),
);

describe.each(packs.map((pack) => [pack.tag, pack] as const))("quantities in %s", (_, pack) => {
  it("lead back to the text they were read from, in order and apart", () => {
    fc.assert(
      fc.property(fc.oneof(jumble(pack), anyText), (text) => {
        let end = 0;
        for (const quantity of readQuantities(text, pack)) {
          expect(quantity.start).toBeGreaterThanOrEqual(end);
          expect(quantity.end).toBeGreaterThan(quantity.start);
          expect(text.slice(quantity.start, quantity.end)).toBe(quantity.text);
          end = quantity.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 150 },
    );
  });

  it("are whole numbers of things: finite, in order within a range, of a known unit", () => {
    fc.assert(
      fc.property(jumble(pack), (text) => {
        for (const { value, valueTo, unit, step } of readQuantities(text, pack)) {
          expect(Number.isFinite(value)).toBe(true);
          expect(step).toBeGreaterThan(0);
          expect(unit).toMatch(/^(?:[A-Z]{3}|W|%|count)$/);
          if (valueTo !== null) expect(valueTo).toBeGreaterThan(value);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("are found only where the cheap question says that there may be some", () => {
    fc.assert(
      fc.property(fc.oneof(jumble(pack), anyText), (text) => {
        if (readQuantities(text, pack).length > 0) expect(mayHoldQuantity(text)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("are read from how the language writes numbers", () => {
    // The largest scale word with the plainest spelling, and a dollar word that stands behind its number.
    const scale =
      Object.entries(pack.scales).find(([key, value]) => value === 1e9 && !/[.*]/.test(key)) ??
      Object.entries(pack.scales).find(([key, value]) => value === 1e8 && !/[.*]/.test(key));
    const dollar = Object.entries(pack.units).find(
      ([key, { unit, per = 1, where, capitals }]) =>
        unit === "USD" && per === 1 && where !== "before" && !capitals && !/[.$]/.test(key),
    );
    expect(scale).toBeDefined();
    expect(dollar).toBeDefined();
    const [scaleWord, factor] = scale as [string, number];
    const space = pack.words === "spaced" ? " " : "";
    const format = new Intl.NumberFormat(`${pack.tag}-u-nu-latn`, { maximumFractionDigits: 2, useGrouping: true });
    fc.assert(
      fc.property(fc.integer({ min: 101, max: 999_999 }), (hundredths) => {
        const value = hundredths / 100;
        const text = `${format.format(value)}${space}${scaleWord}${space}${dollar?.[0].replace("*", "")}`;
        expect(readQuantities(text, pack)).toEqual([
          expect.objectContaining({ text, unit: "USD", value: expect.closeTo(value * factor, -3) }),
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it("are read in steps that grow with the text, not with its square", () => {
    const piece = fc.constantFrom(...wordsOf(pack), "1", "1,", "5.", "$", "%", "-", "/", "a1");
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom(" ", ""), (pieces, gap) => {
        const unit = pieces.join(gap) + gap;
        const few = steps(() => readQuantities(unit.repeat(40), pack));
        expect(steps(() => readQuantities(unit.repeat(160), pack))).toBeLessThan(5 * few + 400);
      }),
      { numRuns: 60 },
    );
  });
});

describe("folding", () => {
  it("maps every offset back to where it came from", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        let last = 0;
        for (let offset = 0; offset <= folded.text.length; offset++) {
          const at = folded.at(offset);
          expect(at).toBeGreaterThanOrEqual(last);
          expect(at).toBeLessThanOrEqual(text.length);
          last = at;
        }
        expect(folded.at(folded.text.length)).toBe(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("folds folded text to itself", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = foldText(text).text;
        expect(foldText(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
