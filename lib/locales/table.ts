/** Small helpers that keep a pack's tables short to read. */
import type { Unit } from "../deals/schema.ts";
import type { LocalePack, UnitWord } from "./types.ts";

/** Unit words that stand behind their number, by what they measure: `{ EUR: ["euro", "euros"] }`. */
export function unitsAfter(spellings: Record<Unit, readonly string[]>, per = 1): Record<string, UnitWord> {
  const table: Record<string, UnitWord> = {};
  for (const [unit, words] of Object.entries(spellings))
    for (const word of words) table[word] = { unit, per, where: "after" };
  return table;
}

/** One value for many spellings: `{ over: ["más de", "superior a"] }` as `{ "más de": "over", … }`. */
export function invert<V extends string>(spellings: Partial<Record<V, readonly string[]>>): Record<string, V> {
  const table: Record<string, V> = {};
  for (const [value, words] of Object.entries(spellings) as [V, readonly string[]][])
    for (const word of words) table[word] = value;
  return table;
}

/** A pack's words for numbers, made where they are a function. */
export const numeralsOf = ({ numerals }: Pick<LocalePack, "numerals">): Record<string, number> =>
  typeof numerals === "function" ? numerals() : numerals;
