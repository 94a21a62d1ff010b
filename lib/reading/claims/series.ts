/** The letters of funding rounds: which one a text names, and what that says for and against a deal. */
import type { Deal } from "../../deals/schema.ts";
import type { Sentence } from "../article.ts";
import type { Scene } from "./scene.ts";
import { sidesOf } from "./sides.ts";

const seriesWord =
  "series|séries?|serie|seri|rodada|runde|раунд[а-я]*|серии|серія|серії|シリーズ|시리즈|السلسله|vòng(?: gọi vốn)?(?: series)?";
const series = new RegExp(
  `(?:${seriesWord}) ?([a-k])(?![\\p{L}\\p{N}])|(?<![a-z])([a-k])\\+? ?(?:轮|輪|ラウンド)`,
  "u",
);

/** "Series G", "série C", "C轮", "シリーズE": the letter of the round that a sentence names, if it names one. */
export function seriesOf({ block, start, end }: Sentence): string | null {
  const match = series.exec(block.folded.text.slice(start, end));
  return match?.[1] ?? match?.[2] ?? null;
}

/** "Series G" is said of the company last named, not of any that had a Series G: for or against its rounds. */
export function seriesFit(deal: Deal, parties: number, together: boolean, scene: Scene): number {
  const { series } = sidesOf(deal);
  if (series === null || scene.series === null) return 0;
  // "G轮：300亿美元，新加坡政府投资公司领投": investors may be named, but no other company that raised money.
  const isOfCompany = together || (parties >= 1.5 && !namesOtherRaiser(deal, scene));
  if (!isOfCompany) return 0;
  return scene.series === series ? 1 : -3;
}

/** Whether the sentence names another company that raised money in rounds with letters. */
function namesOtherRaiser(deal: Deal, { sentence, candidates }: Scene): boolean {
  if (sentence.mentions.length === 0) return false;
  const own = sidesOf(deal).payees;
  return candidates.some((candidate) => {
    const { series, payees } = sidesOf(candidate.deal);
    return series !== null && sentence.mentions.some(({ party = "" }) => payees.has(party) && !own.has(party));
  });
}
