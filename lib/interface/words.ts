/** The shape of an interface language: the same keys as English, and the plural forms that the language adds. */
import type { en } from "./locales/en.ts";

/** CLDR's plural categories, as i18next spells them at the end of a key. */
type Plural = "zero" | "one" | "two" | "few" | "many" | "other";

type Counted<T> = { [K in keyof T]: K extends `${infer Stem}_other` ? Stem : never }[keyof T];

export type WordsLike<T> = {
  // Japanese has no "one".
  -readonly [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string ? string : WordsLike<T[K]>;
} & {
  // A language has other plural categories than English: "many" in French, "few" in Russian.
  [K in `${Counted<T> & string}_${Plural}`]?: string;
};

export type Words = WordsLike<typeof en>;
