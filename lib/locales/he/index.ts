import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Hebrew. */
export const he: LocalePack = { tag: "he", words: "spaced", ...quantityWords, cues };
