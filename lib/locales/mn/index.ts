import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Mongolian. */
export const mn: LocalePack = { tag: "mn", words: "spaced", ...quantityWords, cues };
