import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Italian, of Italy and Switzerland. */
export const it: LocalePack = { tag: "it", words: "spaced", ...quantityWords, cues };
