/**
 * Packs as texts, which is how the extension has them.
 *
 * The browser starts the background for each page, and a page is in one language: of the others nothing should be made.
 * Their tables are some 30,000 words; as code they were two thirds of what a start had to evaluate. As texts they cost
 * next to nothing until someone looks at them.
 */
import { numeralsOf } from "./table.ts";
import type { LocalePack } from "./types.ts";

/** The JSON of each part of a pack. */
export type PackTexts = Pick<LocalePack, "tag" | "words"> & { parts: Record<string, string> };

type Table = Record<string, unknown>;
/** A table in short: a value, and the keys that follow one another with it. */
type Runs = [value: unknown, keys: string[]][];

/** The part of a pack in which few values stand behind thousands of words. */
const RUNS = "units";

export function textsOf(pack: LocalePack): PackTexts {
  const { tag, words, ...parts } = pack;
  const made: Table = { ...parts, numerals: numeralsOf(pack), [RUNS]: runsOf(pack[RUNS]) };
  return {
    tag,
    words,
    parts: Object.fromEntries(Object.entries(made).map(([part, of]) => [part, JSON.stringify(of)])),
  };
}

/** The pack again, equal in all but that numerals are no function; each part is made when it is first looked at. */
export function packFromTexts({ tag, words, parts }: PackTexts): LocalePack {
  const pack = { tag, words } as LocalePack;
  for (const part of Object.keys(parts)) {
    const make = () => {
      const made: unknown = JSON.parse(parts[part] as string);
      const value = part === RUNS ? tableOf(made as Runs) : made;
      Object.defineProperty(pack, part, { value, enumerable: true });
      return value;
    };
    Object.defineProperty(pack, part, { get: make, enumerable: true, configurable: true });
  }
  return pack;
}

/** The code of a module that exports these packs; what several have in common stands in it once. */
export function moduleOf(packs: readonly LocalePack[]): string {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? texts.push(text) - 1;
    places.set(text, place);
    return place;
  };
  const compiled = packs.map(textsOf).map(({ parts, ...head }) => {
    const entries = Object.entries(parts).map(([part, text]) => `${JSON.stringify(part)}: texts[${placeOf(text)}]`);
    return `{ ...${JSON.stringify(head)}, parts: { ${entries.join(", ")} } }`;
  });
  return [
    `import { packFromTexts } from "./pack-texts.ts";`,
    `const texts = ${JSON.stringify(texts)};`,
    `export const packs = [${compiled.join(",\n")}].map(packFromTexts);`,
  ].join("\n");
}

function runsOf(table: Table): Runs {
  const runs: Runs = [];
  let text = "";
  for (const [key, value] of Object.entries(table)) {
    const next = JSON.stringify(value);
    const last = runs.at(-1);
    if (last && next === text) last[1].push(key);
    else runs.push([value, [key]]);
    text = next;
  }
  return runs;
}

function tableOf(runs: Runs): Table {
  const table: Table = {};
  for (const [value, keys] of runs) for (const key of keys) table[key] = value;
  return table;
}
