import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Russian: cases and numbers are written out word by word, since a longer word may be another ("миллиардер"). */
export const ru: LocalePack = { tag: "ru", words: "spaced", ...quantityWords, cues };
