/** Which language a page or block is in: what it declares first, what its letters and words say where that cannot be. */
import { packFor, packs } from "../locales/index.ts";
import type { LocalePack } from "../locales/types.ts";
import { foldKey, foldText } from "./fold.ts";

type Script =
  | "han"
  | "kana"
  | "hangul"
  | "cyrillic"
  | "arabic"
  | "hebrew"
  | "greek"
  | "devanagari"
  | "georgian"
  | "latin";

const scripts: [Script, RegExp][] = [
  ["kana", /[\u3040-\u30ff]/g],
  ["hangul", /[\uac00-\ud7af]/g],
  ["han", /[\u4e00-\u9fff]/g],
  ["cyrillic", /[\u0400-\u04ff]/g],
  ["arabic", /[\u0600-\u06ff]/g],
  ["hebrew", /[\u0590-\u05ff]/g],
  ["devanagari", /[\u0900-\u097f]/g],
  ["georgian", /[\u10a0-\u10ff]/g],
  ["latin", /[a-z\u00c0-\u024f\u1e00-\u1eff]/gi],
];

/** As much of a text as tells its language. */
const sample = 4000;

function scriptCounts(text: string): Map<Script, number> {
  const start = text.slice(0, sample);
  return new Map(scripts.map(([script, pattern]) => [script, start.match(pattern)?.length ?? 0]));
}

const scriptOf: Record<string, Script[]> = {
  zh: ["han"],
  ja: ["kana", "han"],
  ko: ["hangul"],
  ru: ["cyrillic"],
  uk: ["cyrillic"],
  bg: ["cyrillic"],
  mn: ["cyrillic"],
  ar: ["arabic"],
  he: ["hebrew"],
  hi: ["devanagari"],
  ka: ["georgian"],
};

/**
 * The pack to read a text with, or null where no pack knows its language.
 *
 * The declared language wins unless the text is plainly in another script: exchanges serve Chinese pages as `en`.
 */
export function packOf(text: string, declared: string | undefined): LocalePack | null {
  const counts = scriptCounts(text);
  const letters = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const pack = declared ? packFor(declared) : null;
  if (pack) {
    const base = pack.tag.split("-")[0] as string;
    const own = (scriptOf[base] ?? ["latin"]).reduce((sum, script) => sum + (counts.get(script) ?? 0), 0);
    // Names and units keep Latin letters in any language, so that a small share of the own script is enough.
    if (letters === 0 || own >= letters * 0.12) return base === "zh" ? (chinese(text) ?? pack) : pack;
  }
  const detected = detect(text, counts, letters);
  return detected ?? (declared ? null : pack);
}

function detect(text: string, counts: Map<Script, number>, letters: number): LocalePack | null {
  if (letters === 0) return null;
  const share = (script: Script): number => (counts.get(script) ?? 0) / letters;
  if (share("kana") > 0.08) return packFor("ja");
  if (share("hangul") > 0.2) return packFor("ko");
  if (share("han") > 0.2) return chinese(text) ?? packFor("zh");
  if (share("arabic") > 0.3) return packFor("ar");
  if (share("hebrew") > 0.3) return packFor("he");
  if (share("devanagari") > 0.3) return packFor("hi");
  if (share("georgian") > 0.3) return packFor("ka");
  if (share("cyrillic") > 0.3) return packFor(/[іїєґ]/i.test(text.slice(0, sample)) ? "uk" : "ru");
  return latin(text);
}

/** Characters that only one of the two ways of writing has, among the most frequent of finance news. */
const simplified = /[亿资为与发业产关时会国对这华个过来说进电动体现应开门问间东车长们头实]/g;
const traditional = /[億資為與發業產關時會國對這華個過來說進電動體現應開門問間東車長們頭實]/g;

function chinese(text: string): LocalePack | null {
  const start = text.slice(0, sample);
  const hans = start.match(simplified)?.length ?? 0;
  const hant = start.match(traditional)?.length ?? 0;
  if (hans === hant) return null;
  return packFor(hans > hant ? "zh-Hans" : "zh-Hant");
}

/** Little words that a language uses all the time, from its own tables. */
const littleWords = new Map<LocalePack, Set<string>>();

function wordsOf(pack: LocalePack): Set<string> {
  let words = littleWords.get(pack);
  if (!words) {
    const tables = [
      pack.numeralLinks,
      pack.unitLinks,
      pack.fillers,
      pack.ranges.open,
      pack.ranges.link,
      pack.ranges.linkAfterOpen ?? [],
      pack.cues.fromParty ?? [],
      pack.cues.toParty ?? [],
      pack.cues.negated ?? [],
      Object.keys(pack.scales),
      pack.cues.past ?? [],
      pack.cues.agreement ?? [],
    ];
    words = new Set(
      tables
        .flat()
        .map(foldKey)
        .filter((word) => /^\p{L}{1,14}$/u.test(word)),
    );
    littleWords.set(pack, words);
  }
  return words;
}

function latin(text: string): LocalePack | null {
  const words = foldText(text.slice(0, sample)).text.match(/\p{L}+/gu) ?? [];
  let best: LocalePack | null = null;
  let most = 0;
  for (const pack of packs) {
    if (scriptOf[pack.tag.split("-")[0] as string]) continue;
    const known = wordsOf(pack);
    let hits = 0;
    for (const word of words) if (known.has(word)) hits += word.length > 1 ? 1 : 0.3;
    if (hits > most) [best, most] = [pack, hits];
  }
  return most >= 2 ? best : null;
}
