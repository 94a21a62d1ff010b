/** Every language that can be read. Adding one is adding a folder and a line here. */
import { ar } from "./ar/index.ts";
import { bg } from "./bg/index.ts";
import { ca } from "./ca/index.ts";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { fr } from "./fr/index.ts";
import { ga } from "./ga/index.ts";
import { he } from "./he/index.ts";
import { hi } from "./hi/index.ts";
import { hr } from "./hr/index.ts";
import { id } from "./id/index.ts";
import { it } from "./it/index.ts";
import { ja } from "./ja/index.ts";
import { ka } from "./ka/index.ts";
import { ko } from "./ko/index.ts";
import { mn } from "./mn/index.ts";
import { nb } from "./nb/index.ts";
import { nl } from "./nl/index.ts";
import { ptBR } from "./pt-BR/index.ts";
import { ptPT } from "./pt-PT/index.ts";
import { ro } from "./ro/index.ts";
import { ru } from "./ru/index.ts";
import { sv } from "./sv/index.ts";
import { tr } from "./tr/index.ts";
import type { LocalePack } from "./types.ts";
import { uk } from "./uk/index.ts";
import { vi } from "./vi/index.ts";
import { zhHans } from "./zh-Hans/index.ts";
import { zhHant } from "./zh-Hant/index.ts";

export const packs: readonly LocalePack[] = [
  ar,
  bg,
  ca,
  de,
  en,
  es,
  fr,
  ga,
  he,
  hi,
  hr,
  id,
  it,
  ja,
  ka,
  ko,
  mn,
  nb,
  nl,
  ptBR,
  ptPT,
  ro,
  ru,
  sv,
  tr,
  uk,
  vi,
  zhHans,
  zhHant,
];

const byTag = new Map(packs.map((pack) => [pack.tag.toLowerCase(), pack]));

/** Codes that pages still declare, for languages that have another now, or that one pack reads as well. */
const aliases: Record<string, string> = { no: "nb", nn: "nb", iw: "he", in: "id" };

/**
 * The pack for a BCP 47 tag: "pt-BR" itself, else its language ("fr-CA" reads as "fr"), else null.
 * Chinese is told apart by script, or else by region: zh-TW and zh-HK are zh-Hant, zh-Hans-HK is not.
 */
export function packFor(tag: string): LocalePack | null {
  const lower = tag.toLowerCase().replaceAll("_", "-");
  const exact = byTag.get(lower);
  if (exact) return exact;
  const [language = "", ...rest] = lower.split("-");
  if (language === "zh")
    return (
      byTag.get(
        !rest.includes("hans") && rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part))
          ? "zh-hant"
          : "zh-hans",
      ) ?? null
    );
  if (language === "pt") return byTag.get(rest.includes("br") ? "pt-br" : "pt-pt") ?? null;
  return byTag.get(aliases[language] ?? language) ?? null;
}
