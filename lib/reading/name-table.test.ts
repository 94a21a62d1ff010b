import { describe, expect, it } from "vitest";
import {
  createTable,
  entriesAt,
  mayBeginSmall,
  mayGoOn,
  type Name,
  type NameTable,
  type SharedName,
  type TableBuilder,
} from "./name-table.ts";
import { HASH_START, hashOn, numberOf } from "./text-table.ts";

const name = (party: string, parts: Partial<Name> = {}): Name => ({
  party,
  by: "alias",
  ambiguous: false,
  lang: null,
  letters: "any",
  inflects: false,
  ...parts,
});
const hashOf = (text: string): number => [...text].reduce((hash, char) => hashOn(hash, char.charCodeAt(0)), HASH_START);
/** The table, and how often there was time for a pause. */
function finish(builder: TableBuilder): { table: NameTable; pauses: number } {
  const steps = builder.finish();
  for (let pauses = 0; ; pauses++) {
    const { done, value } = steps.next();
    if (done) return { table: value, pauses };
  }
}
const find = (table: NameTable, text: string): readonly SharedName[] => {
  const key = numberOf(table, text);
  return key < 0 ? [] : entriesAt(table, key);
};

describe("a name table", () => {
  it("gives back every trait of a name", () => {
    const builder = createTable();
    const names = [
      name("acme"),
      name("acme", { by: "person", letters: "capital", lang: "en" }),
      name("zenith", { by: "surname", letters: "capitals", ambiguous: true, lang: "ru" }),
      name("zenith", { by: "ticker", inflects: true }),
    ];
    const { party: _, ...traits } = name("");
    const deal: Name = { ...traits, deal: "acme", by: "aka" };
    for (const one of [...names, deal]) builder.add("acme", one);
    expect(find(finish(builder).table, "acme")).toEqual([...names, deal].map((one) => ({ ...one, also: [] })));
  });

  it("gives parties of one name in the same way together, in their order", () => {
    const builder = createTable();
    const ticker = { by: "ticker", ambiguous: true } as const;
    for (const party of ["a", "b", "b", "a", "c"]) builder.add("ab", name(party, ticker));
    for (const party of ["d", "e"]) builder.add("ab", name(party));
    builder.add("ab", name("f", ticker));
    expect(find(finish(builder).table, "ab").map(({ party, by, also }) => [party, by, ...also])).toEqual([
      ["a", "ticker", "b", "b", "c"],
      ["d", "alias", "e"],
      ["f", "ticker"],
    ]);
  });

  it("keeps a hundred thousand keys apart, and finds none that was not added", () => {
    const builder = createTable();
    const keyOf = (number: number) => `national ${number.toString(36)} holdings`;
    for (let number = 0; number < 100_000; number++) builder.add(keyOf(number), name(`p-${number}`));
    const { table, pauses } = finish(builder);
    expect(pauses).toBeGreaterThan(20);
    for (let number = 0; number < 200_000; number += 97)
      expect(find(table, keyOf(number)).map(({ party }) => party)).toEqual(number < 100_000 ? [`p-${number}`] : []);
  });

  it("knows with which two units a name may begin that needs no capital", () => {
    const builder = createTable();
    builder.add("xai", name("xai"));
    builder.add("软银", name("softbank"));
    builder.add("阿", name("a"));
    builder.add("openai", name("openai", { letters: "capital" }));
    builder.add("amd", name("amd", { letters: "capitals" }));
    const { table } = finish(builder);
    const may = (text: string) => mayBeginSmall(table, text.charCodeAt(0), text.charCodeAt(1) || 0);
    expect(["xai", "xa", "软银行", "阿", "阿里"].filter((text) => !may(text))).toEqual([]);
    expect(["op", "am", "x", "软", "里阿"].filter(may)).toEqual([]);
  });

  it("goes on behind every beginning of a key that ends where a word may", () => {
    const builder = createTable();
    builder.add("bank of asia", name("boa"));
    builder.add("软银集团", name("softbank"));
    const table = finish(builder).table;
    for (const beginning of ["bank", "bank ", "bank of", "软", "软银集"])
      expect(mayGoOn(table, hashOf(beginning))).toBe(true);
    const others = Array.from({ length: 1000 }, (_, number) => `other ${number}`);
    expect(others.filter((text) => mayGoOn(table, hashOf(text))).length).toBeLessThan(100);
  });

  it("survives being stored and read again", () => {
    const builder = createTable();
    builder.add("acme", name("acme-1"));
    expect(find(structuredClone(finish(builder).table), "acme")).toEqual([{ ...name("acme-1"), also: [] }]);
  });
});
