/** Writes out the forms of an inflected word, so that a table names a stem once and still lists whole words only. */

/**
 * One entry for each form of a word, all with the same value: `forms("миллиард", "- а у ом", 1e9)`.
 *
 * Whole forms rather than "миллиард*", where a longer word means something else (миллиардер, "billionaire").
 *
 * @param endings separated by spaces; "-" is the bare stem
 */
export function forms<T>(stem: string, endings: string, value: T): Record<string, T> {
  const table: Record<string, T> = {};
  for (const ending of endings.split(" ")) table[stem + (ending === "-" ? "" : ending)] = value;
  return table;
}

/** Every phrase of one word of each list: `phrases(["канадских", "канадский"], ["долларов", "доллар"])` are four. */
export function phrases(...lists: (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (begun, list) =>
      begun.length === 0 ? [...list] : begun.flatMap((phrase) => list.map((word) => `${phrase} ${word}`)),
    [],
  );
}

/** A table in which every one of `keys` has the same value. */
export function table<T>(keys: readonly string[], value: T): Record<string, T> {
  return Object.fromEntries(keys.map((key) => [key, value]));
}
