/**
 * Little words that a language uses all the time, from its own tables: they tell the languages in Latin letters apart.
 *
 * The extension has them compiled in the place of this file (scripts/compile-languages.ts): making them looks at every one of those
 * languages, and each page asks for them.
 */
import { packs } from "../locales/all.ts";
import type { LocalePack } from "../locales/types.ts";
import { foldKey } from "./fold.ts";

/** By word: the places in `packs` of those that have it. */
export function littleWords(): Map<string, readonly number[]> {
  const words = new Map<string, number[]>();
  packs.forEach((pack, place) => {
    for (const word of wordsOf(pack)) {
      const places = words.get(word);
      if (places) places.push(place);
      else words.set(word, [place]);
    }
  });
  return words;
}

/** The code of a module that gives the same: the words by their places. */
export function littleWordsModule(): string {
  const byPlaces: Record<string, string[]> = {};
  for (const [word, places] of littleWords()) {
    byPlaces[places.join()] ??= [];
    byPlaces[places.join()]?.push(word);
  }
  return `
const text = ${JSON.stringify(JSON.stringify(byPlaces))};
export function littleWords() {
  const words = new Map();
  for (const [key, of] of Object.entries(JSON.parse(text))) {
    const places = key.split(",").map(Number);
    for (const word of of) words.set(word, places);
  }
  return words;
}`;
}

function wordsOf(pack: LocalePack): Set<string> {
  const tables = [
    pack.numeralLinks,
    pack.unitLinks,
    pack.fillers,
    pack.ranges.open,
    pack.ranges.link,
    pack.ranges.linkAfterOpen ?? [],
    pack.cues.fromParty ?? [],
    pack.cues.toParty ?? [],
    pack.cues.negated ?? [],
    Object.keys(pack.scales),
    pack.cues.past ?? [],
    pack.cues.agreement ?? [],
  ];
  return new Set(
    tables
      .flat()
      .map(foldKey)
      .filter((word) => /^\p{L}{1,14}$/u.test(word)),
  );
}
