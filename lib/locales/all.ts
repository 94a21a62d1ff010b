/**
 * Every language that can be read. Adding one is adding a folder and a line here.
 *
 * In the extension they are loaded one by one, see packaged.ts.
 */
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
