import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Modern Standard Arabic, as the pan-Arab, Gulf and Egyptian press write it. */
export const ar: LocalePack = { tag: "ar", words: "spaced", ...quantityWords, cues };
