/**
 * Datasets of any size: the project's own, and as many invented deals as are wanted.
 *
 * The invented parties' names are as hostile as real ones: thousands begin alike, consist of common words, are tickers
 * of two to four letters, or stand in scripts without spaces.
 */
import type { Dataset, Deal, Party } from "../../lib/deals/schema.ts";
import { createRandom, type Random } from "../random.ts";

const heads = (
  "American United General National First Global International Pacific Atlantic Northern Southern Western Eastern Royal " +
  "Bank China Deutsche Société Banco Grupo Compagnie Standard Advanced Applied Digital New Great Blue Green Red Silver " +
  "Golden Summit Pioneer Frontier Horizon Capital Trust Union People The Data Open Meta Alpha Delta Omega Super Hyper"
).split(" ");
const middles = (
  "Energy Power Data Cloud Health Life Food Steel Oil Gas Water Solar Wind Motor Air Sea Land Rail Media Film Game " +
  "Robot Chip Quantum Fusion Lithium Copper Timber Paper Glass Stone Sand Star Moon Sun River Lake Forest Field City"
).split(" ");
const tails =
  "Group Holdings Partners Capital Industries Systems Technologies Labs Works Corporation Bank Fund AG SA".split(" ");
const han = "中华国联新东方大海天金银信达安平长江远洋电力能源科技集团控股云数智光明宏泰华润恒通";
const kana = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモラリルレロンー";
const hangul = "한국대신삼성현진미래동아우리전자화학건설금융은행기술정보산업중앙세계";
const cyrillic = ["Рос", "Сев", "Моск", "Урал", "Газ", "Неф", "Мета", "Энерго", "Тех", "Пром", "Агро", "Банк"];
const cyrillicTails = ["нефть", "газ", "банк", "строй", "маш", "инвест", "связь", "холдинг", "ресурс"];
const arabic = ["شركة", "بنك", "مجموعة", "الخليج", "الشرق", "الوطنية", "المتحدة", "الأهلية", "العربية"];
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const word = (from: string, length: number, random: Random): string =>
  Array.from({ length }, () => from[random.below(from.length)]).join("");

/** One party of an invented deal. @param number part of its id and of the name that no other has */
function inventParty(number: number, random: Random): Party {
  const name = `${random.pick(heads)} ${random.pick(middles)} ${random.pick(tails)} ${number.toString(36)}`;
  const short = `${random.pick(heads)} ${random.pick(middles)}`;
  const aliases: Record<string, string[]> = { all: [name] };
  const scripts = number % 6;
  if (scripts === 0) aliases["zh-Hans"] = [word(han, 3 + random.below(4), random)];
  if (scripts === 1) aliases.ja = [word(kana, 4 + random.below(5), random)];
  if (scripts === 2) aliases.ko = [word(hangul, 3 + random.below(4), random)];
  if (scripts === 3)
    aliases.ru = [`${random.pick(cyrillic)}${random.pick(cyrillicTails)}${word("абвгдежз", 2, random)}`];
  if (scripts === 4) aliases.ar = [`${random.pick(arabic)} ${random.pick(arabic)} ${word("بتثجحخدذ", 4, random)}`];
  if (scripts === 5) aliases.en = [`${short} ${word("aeioubdlmnrst", 5, random)}`];
  return {
    id: `invented-${number}`,
    name,
    kind: "company",
    aliases,
    // Short symbols are shared by many and are words besides; as tickers they always need support.
    ...(number % 4 === 0 ? { tickers: [`NYSE:${word(letters, 2 + random.below(3), random)}`] } : {}),
    ...(number % 9 === 0 ? { ambiguous: [name] } : {}),
  };
}

function inventDeal(number: number, parties: readonly Party[], random: Random): Deal {
  const [buyer, seller] = [random.pick(parties).id, random.pick(parties).id];
  const year = 2015 + (number % 11);
  const value = (1 + random.below(99)) * 10 ** (7 + random.below(4));
  const event = (month: number, status: Deal["events"][number]["status"], times: number) => ({
    date: `${year}-${String(month).padStart(2, "0")}-${String(1 + random.below(28)).padStart(2, "0")}`,
    status,
    figures: [
      {
        metric: "amount" as const,
        value: value * times,
        unit: "USD",
        qualifier: "exact" as const,
        scope: "whole" as const,
      },
    ],
    sources: [{ url: `https://news.example/${number}`, publisher: "Example News", date: `${year}-01-01` }],
  });
  return {
    id: `invented-deal-${number}`,
    name: `Invented deal ${number}`,
    kind: number % 3 === 0 ? "investment" : "acquisition",
    parties: [
      { party: buyer, role: number % 3 === 0 ? "investor" : "acquirer" },
      { party: seller, role: number % 3 === 0 ? "investee" : "target" },
    ],
    events: number % 4 === 0 ? [event(2, "announced", 1), event(9, "closed", 2)] : [event(4, "announced", 1)],
  };
}

/**
 * The dataset with so many invented deals added that it has `deals` in all; two thirds as many parties come with them.
 *
 * @param real comes first and unchanged, so that what the project's articles state is found in every size
 */
export function growDataset(real: Dataset, deals: number, seed = 1): Dataset {
  const random = createRandom(seed);
  const more = Math.max(0, deals - real.deals.length);
  const parties = Array.from({ length: Math.ceil((more * 2) / 3) }, (_, number) => inventParty(number, random));
  return {
    ...real,
    deals: [...real.deals, ...Array.from({ length: more }, (_, number) => inventDeal(number, parties, random))],
    parties: [...real.parties, ...parties],
  };
}
