import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Croatian. */
export const hr: LocalePack = { tag: "hr", words: "spaced", ...quantityWords, cues };
