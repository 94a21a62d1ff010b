import { cues } from "../pt/cues.ts";
import { quantityWords } from "../pt/words.ts";
import type { LocalePack } from "../types.ts";

/** Portuguese, of Brazil: the short scale, shortened to "mi", "bi" and "tri". */
export const ptBR: LocalePack = {
  tag: "pt-BR",
  words: "spaced",
  ...quantityWords,
  scales: { ...quantityWords.scales, mi: 1e6, bi: 1e9, bis: 1e9, tri: 1e12, tris: 1e12 },
  cues,
};
