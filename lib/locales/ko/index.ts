import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Korean. Spaces part phrases, not words: particles follow names and units without one. */
export const ko: LocalePack = { tag: "ko", words: "unspaced", ...quantityWords, cues };
