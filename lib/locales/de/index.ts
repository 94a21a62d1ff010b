import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** German, of Germany, Austria and Switzerland. */
export const de: LocalePack = { tag: "de", words: "spaced", ...quantityWords, cues };
