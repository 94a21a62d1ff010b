import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** French, of France, Belgium, Switzerland, Canada and Africa. */
export const fr: LocalePack = { tag: "fr", words: "spaced", ...quantityWords, cues };
