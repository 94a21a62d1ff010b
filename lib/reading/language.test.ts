import { describe, expect, it } from "vitest";
import { packOf } from "./language.ts";

const texts: Record<string, string> = {
  en: "The company said that it would pay about a billion dollars for the startup and that the deal was not final.",
  fr: "L'entreprise a indiqué qu'elle paierait environ un milliard de dollars pour la start-up dans le cadre de l'accord.",
  de: "Das Unternehmen zahlt nach eigenen Angaben rund eine Milliarde Dollar für das Start-up und wird mit dem Vertrag größer.",
  es: "La empresa dijo que pagaría unos mil millones de dólares por la firma, según el acuerdo firmado entre las partes.",
  it: "L'azienda pagherà circa un miliardo di dollari per la startup, secondo l'accordo con gli azionisti della società.",
  "pt-BR": "A empresa pagará cerca de um bilhão de dólares pela startup, segundo o acordo assinado com os acionistas.",
  "pt-PT":
    "A empresa pagará cerca de mil milhões de dólares pela startup, segundo o acordo assinado com os acionistas.",
  id: "Perusahaan itu akan membayar sekitar satu miliar dolar untuk perusahaan rintisan tersebut dalam kesepakatan dengan para pemegang saham.",
  vi: "Công ty cho biết sẽ trả khoảng một tỷ đô la cho công ty khởi nghiệp này theo thỏa thuận với các cổ đông.",
  ru: "Компания заплатит около миллиарда долларов за стартап, говорится в соглашении с акционерами.",
  uk: "Компанія заплатить близько мільярда доларів за стартап, ідеться в угоді з акціонерами.",
  ar: "قالت الشركة إنها ستدفع نحو مليار دولار مقابل الشركة الناشئة وفق الاتفاق مع المساهمين.",
  "zh-Hans": "该公司表示，将以约十亿美元收购这家初创企业，双方已经签署协议，交易预计今年完成。",
  "zh-Hant": "該公司表示，將以約十億美元收購這家新創企業，雙方已經簽署協議，交易預計今年完成。",
  ja: "同社は、このスタートアップを約10億ドルで買収すると発表した。両社は契約に署名している。",
  ko: "회사는 이 스타트업을 약 10억 달러에 인수한다고 밝혔다. 양사는 계약에 서명했다.",
};

describe("the language of a text", () => {
  it.each(Object.entries(texts))("is %s as declared", (tag, text) => {
    expect(packOf(text, tag)?.tag).toBe(tag);
  });

  it.each(Object.entries(texts).filter(([tag]) => !tag.startsWith("pt")))(
    "is told to be %s without being declared",
    (tag, text) => {
      expect(packOf(text, undefined)?.tag).toBe(tag);
    },
  );

  it.each(["pt-BR", "pt-PT"])("is told to be Portuguese without being declared, from %s", (tag) => {
    expect(packOf(texts[tag] as string, undefined)?.tag).toMatch(/^pt-/);
  });

  it.each([
    ["en", "zh-Hans"],
    ["en", "zh-Hant"],
    ["en", "ja"],
    ["en", "ko"],
    ["en", "ru"],
    ["en", "ar"],
    ["fr", "zh-Hans"],
    ["zh-CN", "zh-Hant"],
    ["zh-TW", "zh-Hans"],
    ["zh", "zh-Hant"],
    ["ru", "en"],
    ["ar", "fr"],
    ["ko", "en"],
  ])("is declared %s, but is %s", (declared, tag) => {
    expect(packOf(texts[tag] as string, declared)?.tag).toBe(tag);
  });

  it.each([
    ["ru", "Nvidia и OpenAI: сделка"],
    ["ja", "NVIDIA、OpenAIに300億ドル出資"],
    ["zh-CN", "Nvidia OpenAI 交易"],
    ["ar", "تستثمر Nvidia Corporation في OpenAI"],
  ])("stays %s among many Latin names", (declared, text) => {
    expect(packOf(text, declared)?.tag.split("-")[0]).toBe(declared.split("-")[0]);
  });

  it.each([
    ["en-GB", "en"],
    ["fr-CA", "fr"],
    ["zh-HK", "zh-Hant"],
    ["pt-AO", "pt-PT"],
  ])("reads the region of %s with %s", (declared, tag) => {
    expect(packOf(texts[tag] as string, declared)?.tag).toBe(tag);
  });

  it("is told from the text where a language is declared that no pack reads", () => {
    expect(packOf(texts.en as string, "tlh")?.tag).toBe("en");
  });

  it("is the declared one where the text has no letters", () => {
    expect(packOf("$5 (+3 %)", "fr")?.tag).toBe("fr");
  });

  it.each([
    ["numbers alone", "123 456 %", undefined],
    ["nothing", "", undefined],
    ["a word or two", "Xyzzy plugh", undefined],
    ["Greek", "Η εταιρεία ανακοίνωσε συμφωνία", undefined],
    ["Thai", "บริษัทประกาศข้อตกลง", "th"],
  ])("is unknown of %s", (_, text, declared) => {
    expect(packOf(text, declared)).toBeNull();
  });
});
