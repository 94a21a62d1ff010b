import { cues } from "../pt/cues.ts";
import { quantityWords } from "../pt/words.ts";
import type { LocalePack } from "../types.ts";

/** Portuguese, of Portugal and Africa: the long scale ("mil milhões", "bilião"); "mM€" for thousand millions. */
export const ptPT: LocalePack = {
  tag: "pt-PT",
  words: "spaced",
  ...quantityWords,
  // "mi" and "bi" reach Portuguese pages through Brazilian copy.
  tightScales: { mi: 1e6, bi: 1e9, tri: 1e12, mm: 1e9 },
  cues,
};
