import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { quantityWords } from "./words.ts";

/** Indonesian; Malay amounts in "bilion" are read as well. */
export const id: LocalePack = { tag: "id", words: "spaced", ...quantityWords, cues };
