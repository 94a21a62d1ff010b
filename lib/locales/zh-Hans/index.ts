import type { LocalePack } from "../types.ts";
import { cues } from "../zh/cues.ts";
import { chineseWords } from "../zh/words.ts";

/** Chinese in simplified script: the mainland, Singapore, Malaysia. A bare 元 is a yuan. */
export const zhHans: LocalePack = { tag: "zh-Hans", words: "unspaced", ...chineseWords("CNY"), cues };
