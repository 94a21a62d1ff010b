import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Spanish, of Spain and Latin America. */
export const es: LocalePack = { tag: "es", words: "spaced", ...quantityWords, cues };
