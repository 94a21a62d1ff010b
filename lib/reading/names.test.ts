import { describe, expect, it } from "vitest";
import { Deal, Party } from "../deals/schema.ts";
import { foldText } from "./fold.ts";
import { createNameMatcher } from "./names.ts";

const parties = [
  {
    id: "nvidia",
    name: "Nvidia",
    tickers: ["NASDAQ:NVDA"],
    aliases: {
      all: ["Nvidia Corporation"],
      ru: ["Нвидиа"],
      ar: ["إنفيديا"],
      "zh-Hans": ["英伟达"],
      ja: ["エヌビディア"],
      ko: ["엔비디아"],
    },
    people: { all: ["Jensen Huang"], ru: ["Дженсен Хуанг"] },
  },
  { id: "arm", name: "Arm", aliases: { all: ["Arm Holdings"] }, ambiguous: ["Arm"] },
  { id: "amd", name: "AMD", aliases: { all: ["Advanced Micro Devices"] } },
  { id: "meta", name: "Meta", aliases: { all: ["Meta Platforms"], ru: ["Мета"] }, ambiguous: ["Meta"] },
  { id: "tesla", name: "Tesla", aliases: { ru: ["Тесла"] } },
  {
    id: "softbank",
    name: "SoftBank",
    aliases: { all: ["SoftBank Group"], ru: ["Софтбанк"], ja: ["ソフトバンク", "ソフトバンクグループ"] },
  },
  { id: "bp", name: "BP" },
  { id: "free", name: "Iliad", aliases: { fr: ["Free"] }, ambiguous: ["Free"] },
  { id: "warner", name: "Warner Bros. Discovery" },
  { id: "paramount-global", name: "Paramount Global", aliases: { all: ["Paramount"] } },
  { id: "paramount-skydance", name: "Paramount Skydance", aliases: { all: ["Paramount"] } },
  { id: "societe-generale", name: "Société Générale" },
].map((party) => Party.parse({ kind: "company", ...party }));

const deals = [
  {
    id: "stargate-2025",
    name: "Stargate",
    kind: "joint-venture",
    parties: [{ party: "softbank", role: "lead" }],
    aka: { all: ["Stargate", "Project Stargate"] },
    events: [{ date: "2025-01-21", status: "announced" }],
  },
].map((deal) => Deal.parse(deal));

const matcher = createNameMatcher(parties, deals);
const find = (text: string, lang = "en") => {
  const folded = foldText(text);
  return matcher.find(folded, lang).map((mention) => ({
    ...mention,
    text: text.slice(folded.at(mention.start), folded.at(mention.end)),
  }));
};
const found = (text: string, lang?: string): string[] =>
  find(text, lang).map(({ party, deal, text: written }) => `${party ?? deal}: ${written}`);

describe("names", () => {
  it.each([
    ["en", "Nvidia buys", ["nvidia: Nvidia"]],
    ["en", "NVIDIA’s chips", ["nvidia: NVIDIA"]],
    ["en", "Nvidia's and Tesla’s", ["nvidia: Nvidia", "tesla: Tesla"]],
    ["en", "Nvidia Corporation", ["nvidia: Nvidia Corporation"]],
    ["en", "the Nvidia-backed startup", ["nvidia: Nvidia"]],
    ["en", "(Nvidia)", ["nvidia: Nvidia"]],
    ["en", "Nvidia/AMD", ["nvidia: Nvidia", "amd: AMD"]],
    ["en", "Warner Bros. Discovery fell", ["warner: Warner Bros. Discovery"]],
    ["en", "Project Stargate grows", ["stargate-2025: Project Stargate"]],
    [
      "fr",
      "la Socie\u0301te\u0301 Ge\u0301ne\u0301rale",
      ["societe-generale: Socie\u0301te\u0301 Ge\u0301ne\u0301rale"],
    ],
    ["fr", "l'offre d’Nvidia", ["nvidia: Nvidia"]],
    ["de", "Nvidias Angebot, Teslas Werk", ["nvidia: Nvidias", "tesla: Teslas"]],
    ["ru", "акции Нвидии и Теслой, Софтбанком", ["nvidia: Нвидии", "tesla: Теслой", "softbank: Софтбанком"]],
    ["ru", "компания Nvidia инвестирует", ["nvidia: Nvidia"]],
    ["ar", "وإنفيديا تستثمر", ["nvidia: إنفيديا"]],
    ["ar", "لإنفيديا وبإنفيديا", ["nvidia: إنفيديا", "nvidia: إنفيديا"]],
    ["ar", "أعلنت Nvidia أن", ["nvidia: Nvidia"]],
    ["zh-Hans", "软银与英伟达投资", ["nvidia: 英伟达"]],
    ["zh-Hans", "对NVIDIA投资", ["nvidia: NVIDIA"]],
    ["ja", "ソフトバンクグループがエヌビディアに", ["softbank: ソフトバンクグループ", "nvidia: エヌビディア"]],
    ["ko", "엔비디아는 투자한다", ["nvidia: 엔비디아"]],
    ["ja", "ＮＶＩＤＩＡの株", ["nvidia: ＮＶＩＤＩＡ"]],
  ])("are found in %s: “%s”", (lang, text, names) => {
    expect(found(text, lang)).toEqual(names);
  });

  it.each([
    ["en", "she broke her arm"],
    ["en", "the ARMADA"],
    ["en", "charm and Armenia"],
    ["en", "a meta discussion"],
    ["en", "Metallurgy"],
    ["en", "OpenNvidia2"],
    ["en", "Nvidia2"],
    ["en", "bp and amd in small letters"],
    ["en", "25 bps"],
    ["en", "it is free of charge"],
    ["en", "Free shipping"],
    ["ru", "метаданные"],
    ["ru", "тесланутый"],
    ["ru", "метафора"],
  ])("are not found in %s: “%s”", (lang, text) => {
    expect(found(text, lang)).toEqual([]);
  });

  it("are found by ticker in capitals alone, and then only with support", () => {
    expect(find("NVDA rose")[0]).toMatchObject({ party: "nvidia", by: "ticker", ambiguous: true });
    expect(find("nvda rose")).toEqual([]);
  });

  it("count only with support where they are also common words", () => {
    expect(find("Arm rose")[0]).toMatchObject({ party: "arm", ambiguous: true });
    expect(find("Arm Holdings rose")[0]).toMatchObject({ party: "arm", ambiguous: false });
  });

  it("of one language are not found in another", () => {
    expect(found("chez Free, l'opérateur", "fr")).toEqual(["free: Free"]);
    expect(found("Free for all", "en")).toEqual([]);
  });

  it("are found by the people who speak for them, in full or by surname", () => {
    expect(find("Jensen Huang said")[0]).toMatchObject({ party: "nvidia", by: "person" });
    expect(find("Huang said")[0]).toMatchObject({ party: "nvidia", by: "surname" });
  });

  it("tell of every party that has the name", () => {
    const [mention, ...others] = find("Paramount rose");
    expect(others).toEqual([]);
    expect([mention?.party, ...(mention?.also ?? [])].sort()).toEqual(["paramount-global", "paramount-skydance"]);
    expect(find("Paramount Skydance rose")[0]).not.toHaveProperty("also");
  });

  it("are taken with doubt where an acronym is written as a name", () => {
    expect(find("Amd rose")[0]).toMatchObject({ party: "amd", ambiguous: true });
  });

  it("lead back to the text over invisible characters", () => {
    expect(found("the Nvi\u00addia deal")).toEqual(["nvidia: Nvi\u00addia"]);
  });
});
