import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Georgian. */
export const ka: LocalePack = { tag: "ka", words: "spaced", ...quantityWords, cues };
