import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** English, as its business press writes it; lakh and crore as in India. */
export const en: LocalePack = { tag: "en", words: "spaced", ...quantityWords, cues };
