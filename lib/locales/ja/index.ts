import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Japanese. */
export const ja: LocalePack = { tag: "ja", words: "unspaced", ...quantityWords, cues };
