import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Ukrainian, with the Russian spellings that its press mixes in only where they mean the same. */
export const uk: LocalePack = { tag: "uk", words: "spaced", ...quantityWords, cues };
