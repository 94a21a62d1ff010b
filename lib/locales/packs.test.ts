import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findCues } from "../reading/cues.ts";
import { foldKey } from "../reading/fold.ts";
import { readQuantities } from "../reading/quantities.ts";
import { packFor, packs } from "./index.ts";
import { numeralsOf } from "./table.ts";
import { type Cue, cueNames, type LocalePack } from "./types.ts";

/** The languages that articles are read in with everything that can be said of a figure. */
const main = "ar de en es fr id it ja ko pt-BR pt-PT ru uk vi zh-Hans zh-Hant".split(" ");

/** Words with one meaning alone and another behind a number: Arabic's dual is also the accusative that follows 11 to 99. */
const numeralsAndScales: Record<string, string[]> = { ar: ["مليونا", "مليارا", "تريليونا"] };

/** A pack's table, or an empty one. */
const rows = <V>(table: Record<string, V> | undefined): [string, V][] => Object.entries(table ?? {});
/** A key as a text has it: without the mark for further letters. */
const written = (key: string): string => key.replace(/\*$/, "");
/** Words and numbers may touch in any language, and must where words are not separated. */
const joined = (left: string, right: string): string[] => [`${left} ${right}`, `${left}${right}`];
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(a, b);

describe("locale packs", () => {
  it("are registered, every folder with an index", () => {
    const folders = readdirSync(import.meta.dirname).filter((name) =>
      existsSync(path.join(import.meta.dirname, name, "index.ts")),
    );
    expect(packs.map(({ tag }) => tag).sort()).toEqual(folders.sort());
  });

  it("have every main language among them", () => {
    expect(packs.map(({ tag }) => tag)).toEqual(expect.arrayContaining(main));
  });

  it.each([
    ["en", "en"],
    ["en-GB", "en"],
    ["EN-us", "en"],
    ["fr-CA", "fr"],
    ["es-419", "es"],
    ["de-CH", "de"],
    ["pt-BR", "pt-BR"],
    ["pt-PT", "pt-PT"],
    ["pt-AO", "pt-PT"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-Hans-HK", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-HK", "zh-Hant"],
    ["zh-Hant", "zh-Hant"],
    ["no", "nb"],
    ["nn-NO", "nb"],
    ["nb-NO", "nb"],
    ["iw", "he"],
    ["ar-AE", "ar"],
    ["ru-RU", "ru"],
    ["uk-UA", "uk"],
  ])("resolve the tag %s to %s", (tag, pack) => {
    expect(packFor(tag)?.tag).toBe(pack);
  });

  it.each(["", "xx", "tlh", "e", "english please"])("resolve no pack for the tag “%s”", (tag) => {
    expect(packFor(tag)).toBeNull();
  });
});

describe.each(packs.map((pack) => [pack.tag, pack] as const))("the pack %s", (tag, pack) => {
  it("gives no word two values", () => {
    const clashes: string[] = [];
    const tables: Record<string, [string, unknown][]> = {
      numerals: rows(numeralsOf(pack)),
      scales: [...rows(pack.scales), ...rows(pack.tightScales), ...rows(pack.anglicisms)],
      fractions: rows(pack.fractions),
      units: rows(pack.units),
      subunits: rows(pack.subunits),
      before: rows(pack.qualifiers.before),
      after: rows(pack.qualifiers.after),
      inside: rows(pack.qualifiers.inside),
    };
    for (const [name, table] of Object.entries(tables)) {
      const values = new Map<string, string>();
      for (const [key, value] of table) {
        const known = values.get(foldKey(key));
        if (known !== undefined && known !== JSON.stringify(value)) clashes.push(`${name}: ${key}`);
        values.set(foldKey(key), JSON.stringify(value));
      }
    }
    const scales = new Map(rows(pack.scales).map(([key, value]) => [foldKey(key), value]));
    for (const [key, value] of rows(numeralsOf(pack))) {
      const scale = scales.get(foldKey(key));
      if (scale === undefined || scale === value || numeralsAndScales[tag]?.includes(key)) continue;
      clashes.push(`numeral and scale: ${key}`);
    }
    expect(clashes).toEqual([]);
  });

  it("lists only scales among its bare scales", () => {
    expect((pack.bareScales ?? []).filter((key) => !(key in pack.scales))).toEqual([]);
  });

  it("has words for numbers, scales, units, hedges and ranges", () => {
    const sizes = {
      decimal: pack.marks.decimal.length,
      numerals: rows(numeralsOf(pack)).length,
      scales: rows(pack.scales).length,
      units: rows(pack.units).length,
      before: rows(pack.qualifiers.before).length,
      links: pack.ranges.link.length,
    };
    expect(Object.entries(sizes).filter(([, size]) => size === 0)).toEqual([]);
    const hedges = Object.values(pack.qualifiers.before);
    expect(hedges).toEqual(expect.arrayContaining(["about", "at-least", "up-to"]));
    // Hindi, Mongolian and Turkish say "more than" and "less than" behind the amount.
    const all = [...hedges, ...Object.values(pack.qualifiers.after)];
    expect(all).toEqual(expect.arrayContaining(["over", "under"]));
  });

  it("reads every scale with every dollar word, and every other unit word", () => {
    const misses: string[] = [];
    const dollars = rows(pack.units).filter(
      ([key, { unit, per = 1 }]) => unit === "USD" && per === 1 && /\p{L}/u.test(key),
    );
    expect(dollars.length).toBeGreaterThan(0);
    for (const [scale, value] of rows(pack.scales))
      for (const [dollar, { where }] of dollars) {
        const amount = `100 ${written(scale)}`;
        const texts = where === "before" ? joined(written(dollar), amount) : joined(amount, written(dollar));
        if (!texts.some((text) => isRead(text, pack, 100 * value, "USD"))) misses.push(texts[0] as string);
      }
    for (const [key, { unit, per = 1, where }] of rows(pack.units)) {
      const texts = where === "before" ? joined(written(key), "5") : joined("5", written(key));
      if (!texts.some((text) => isRead(text, pack, 5 * per, unit))) misses.push(texts[0] as string);
    }
    expect(misses).toEqual([]);
  });

  it.each([
    ["$100bn", 100e9, "USD"],
    ["€ 5", 5, "EUR"],
    ["10 GW", 10e9, "W"],
    ["750 MW", 750e6, "W"],
    ["27 %", 27, "%"],
    ["27%", 27, "%"],
    ["５０%", 50, "%"],
  ])("reads %s as any language does", (text, value, unit) => {
    expect(isRead(text, pack, value, unit)).toBe(true);
  });

  it("reads every hedge", () => {
    const misses: string[] = [];
    for (const [key, qualifier] of rows(pack.qualifiers.before))
      if (!joined(written(key), "100 USD").some((text) => isRead(text, pack, 100, "USD", qualifier))) misses.push(key);
    for (const [key, qualifier] of rows(pack.qualifiers.after))
      if (!joined("100 USD", written(key)).some((text) => isRead(text, pack, 100, "USD", qualifier))) misses.push(key);
    expect(misses).toEqual([]);
  });

  it.each(["H100, B200 & GPT-5", "2026-02-20", "20.02.2026", "1.2.3.4", "https://example.org/100%25/5-usd", "10:30"])(
    "reads nothing in “%s”",
    (text) => {
      expect(readQuantities(text, pack)).toEqual([]);
    },
  );

  it("finds every cue in the words that say it", () => {
    const misses: string[] = [];
    for (const [cue, phrases] of Object.entries(pack.cues) as [Cue, string[]][])
      for (const phrase of phrases) {
        const text = foldKey(written(phrase));
        const hits = findCues(text, { start: 0, end: text.length }, pack);
        if (!hits.some(({ cues }) => cues.includes(cue))) misses.push(`${cue}: ${phrase}`);
      }
    expect(misses).toEqual([]);
  });

  it("knows only cues that have a meaning, and no letter for one but prepositions", () => {
    expect(Object.keys(pack.cues).filter((cue) => !(cueNames as readonly string[]).includes(cue))).toEqual([]);
    const letters = Object.entries(pack.cues)
      .filter(([cue]) => cue !== "fromParty" && cue !== "toParty" && cue !== "negated")
      .flatMap(([cue, phrases]) =>
        phrases.filter((phrase) => isLetter(foldKey(phrase))).map((phrase) => `${cue}: ${phrase}`),
      );
    expect(letters).toEqual([]);
  });

  it("has no cue so short a beginning that most words have it", () => {
    const short = Object.entries(pack.cues).flatMap(([cue, phrases]) =>
      phrases
        .filter((phrase) => phrase.endsWith("*") && [...written(phrase)].length < 3)
        .map((phrase) => `${cue}: ${phrase}`),
    );
    expect(short).toEqual([]);
  });
});

describe.each(main)("the pack %s, of a main language,", (tag) => {
  it("has phrases for every cue", () => {
    const pack = packFor(tag) as LocalePack;
    expect(cueNames.filter((cue) => (pack.cues[cue] ?? []).length === 0)).toEqual([]);
  });
});

/** One letter of an alphabet; an ideograph is a word. */
const isLetter = (text: string): boolean => /^[\p{L}--[\p{Script=Han}\p{Script=Hangul}]]\*?$/v.test(text);

function isRead(text: string, pack: LocalePack, value: number, unit: string, qualifier?: string): boolean {
  const [quantity, ...others] = readQuantities(text, pack);
  return (
    quantity !== undefined &&
    others.length === 0 &&
    near(quantity.value, value) &&
    quantity.unit === unit &&
    (qualifier === undefined || quantity.qualifier === qualifier)
  );
}
