import type { LocalePack } from "../types.ts";
import { cues } from "../zh/cues.ts";
import { chineseWords } from "../zh/words.ts";

/** Chinese in traditional script. Taiwan's press is the larger, so that a bare 元 is a Taiwan dollar; Hong Kong's says 港元. */
export const zhHant: LocalePack = { tag: "zh-Hant", words: "unspaced", ...chineseWords("TWD"), cues };
