import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Vietnamese. Syllables stand apart, so a word of several syllables is a phrase here. */
export const vi: LocalePack = { tag: "vi", words: "spaced", ...quantityWords, cues };
