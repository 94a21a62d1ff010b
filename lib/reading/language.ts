/** Which language a page or block is in: what it declares first, what its letters and words say where that cannot be. */
import { packFor, packs } from "../locales/index.ts";
import type { LocalePack } from "../locales/types.ts";
import { foldText } from "./fold.ts";
import { littleWords } from "./little-words.ts";

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

/** No unit is of two. */
const scripts: readonly [Script, RegExp][] = [
  ["kana", /[\u3040-\u30ff]/],
  ["hangul", /[\uac00-\ud7af]/],
  ["han", /[\u4e00-\u9fff]/],
  ["cyrillic", /[\u0400-\u04ff]/],
  ["arabic", /[\u0600-\u06ff]/],
  ["hebrew", /[\u0590-\u05ff]/],
  ["devanagari", /[\u0900-\u097f]/],
  ["georgian", /[\u10a0-\u10ff]/],
  ["latin", /[a-z\u00c0-\u024f\u1e00-\u1eff]/i],
];

/** So many characters of a text tell which of two ways of writing one language it keeps to; no more is looked at. */
export const sample = 4000;
/** So many tell its script, and one language from another. */
const glance = 1500;

/** By unit: 1 + the place of its script in `scripts`; 0 not looked up yet, `NO_SCRIPT` of none. */
const scriptsByUnit = new Uint8Array(0x10000);
const NO_SCRIPT = 255;

function scriptAt(unit: number): number {
  let place = scriptsByUnit[unit] as number;
  if (place === 0) {
    const char = String.fromCharCode(unit);
    place = 1 + scripts.findIndex(([, pattern]) => pattern.test(char)) || NO_SCRIPT;
    scriptsByUnit[unit] = place;
  }
  return place;
}

function scriptCounts(text: string): Map<Script, number> {
  const counts = new Uint32Array(NO_SCRIPT + 1);
  const end = Math.min(text.length, glance);
  for (let at = 0; at < end; at++) (counts[scriptAt(text.charCodeAt(at))] as number)++;
  return new Map(scripts.map(([script], place) => [script, counts[place + 1] as number]));
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
  if (pack && isWrittenIn(pack, counts, letters)) {
    const base = baseOf(pack);
    if (base === "zh") return chinese(text) ?? pack;
    if (base === "pt") return declared?.includes("-") ? pack : (portuguese(text) ?? pack);
    return scriptOf[base] ? pack : (otherLatin(text, pack) ?? pack);
  }
  const detected = detect(text, counts, letters);
  return detected ?? (declared ? null : pack);
}

const baseOf = ({ tag }: LocalePack): string => tag.split("-")[0] as string;

/** Whether the text is in the pack's script. Names and units keep Latin letters in any language: a small share is enough. */
function isWrittenIn(pack: LocalePack, counts: Map<Script, number>, letters: number): boolean {
  const own = scriptOf[baseOf(pack)] ?? ["latin"];
  const share = own.reduce((sum, script) => sum + (counts.get(script) ?? 0), 0) / (letters || 1);
  if (letters === 0) return true;
  // A page of ideographs or Cyrillic that names OpenAI often is no English page.
  return own[0] === "latin" ? share > 0.5 : share >= 0.12;
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

const inLatin = packs.filter((pack) => !scriptOf[baseOf(pack)]);

/** By word: the places in `packs` of those that have it, so that a text's words are each looked up once. */
let packsByWord: ReadonlyMap<string, readonly number[]> | null = null;

/** How many of a text's words each language in Latin letters has among its own. */
function countWords(text: string): Map<LocalePack, number> {
  packsByWord ??= littleWords();
  const hits = packs.map(() => 0);
  for (const word of foldText(text.slice(0, glance)).text.match(/\p{L}+/gu) ?? [])
    for (const place of packsByWord.get(word) ?? [])
      hits[place] = (hits[place] as number) + (word.length > 1 ? 1 : 0.3);
  return new Map(inLatin.map((pack) => [pack, hits[packs.indexOf(pack)] as number]));
}

/** Letters that of all languages read here only Vietnamese has. */
const vietnamese = /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu;

function latin(text: string): LocalePack | null {
  if (isVietnamese(text)) return packFor("vi");
  const [best, hits] = mostWords(countWords(text));
  return best && hits >= 2 ? settle(best, text) : null;
}

const isVietnamese = (text: string): boolean =>
  (text.slice(0, glance).match(vietnamese)?.length ?? 0) > Math.min(text.length, glance) * 0.05;

function mostWords(counts: Map<LocalePack, number>): [LocalePack | null, number] {
  let best: LocalePack | null = null;
  let most = 0;
  for (const [pack, hits] of counts) if (hits > most) [best, most] = [pack, hits];
  return [best, most];
}

/** Few words of a language are words of its neighbours too; this many times more are no chance. */
const PLAINLY = 2.5;
const enoughWords = 12;

/** The language that the text is plainly in, where the page declares another: a template's `en` around a Spanish article. */
function otherLatin(text: string, declared: LocalePack): LocalePack | null {
  if (isVietnamese(text)) return packFor("vi");
  const counts = countWords(text);
  const [best, hits] = mostWords(counts);
  if (!best || baseOf(best) === baseOf(declared) || hits < enoughWords) return null;
  return hits > PLAINLY * (counts.get(declared) ?? 0) ? settle(best, text) : null;
}

const settle = (pack: LocalePack, text: string): LocalePack =>
  baseOf(pack) === "pt" ? (portuguese(text) ?? pack) : pack;

/** Where billions are bilhões the text is Brazilian; where they are mil milhões, Portuguese. */
function portuguese(text: string): LocalePack | null {
  const brazilian = text.match(/bilh(?:ão|ões)|trilh(?:ão|ões)|\bequipe|\bações\b|\busuári/giu)?.length ?? 0;
  const european =
    text.match(/mil milh(?:ão|ões)|bili(?:ão|ões)|\bacções\b|\bequipa|\butilizador|\beuros?\b/giu)?.length ?? 0;
  if (brazilian === european) return null;
  return packFor(brazilian > european ? "pt-BR" : "pt-PT");
}
