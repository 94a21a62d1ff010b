/** The languages that can be read, and which of them a tag means. */
import { packs } from "./all.ts";
import type { LocalePack } from "./types.ts";

export { packs };

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
