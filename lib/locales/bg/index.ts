import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Bulgarian. */
export const bg: LocalePack = { tag: "bg", words: "spaced", ...quantityWords, cues };
