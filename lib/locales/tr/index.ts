import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

/** Turkish: quantities, and the cues that settle most figures. The percentage stands before its number: %5, yüzde 5. */
export const tr: LocalePack = {
  tag: "tr",
  words: "spaced",
  marks: { decimal: [","], group: ["."], spoken: ["virgül"] },
  negatives: ["eksi"],
  opaque: ["bir sonraki", "bir önceki", "bir de", "bir diğer", "bir kez", "bir yandan", "on yıl*", "kırk yıl*"],
  numerals: {
    sıfır: 0, bir: 1, iki: 2, üç: 3, dört: 4, beş: 5, altı: 6, yedi: 7, sekiz: 8, dokuz: 9, on: 10, yirmi: 20, otuz: 30, kırk: 40, elli: 50, altmış: 60, yetmiş: 70, seksen: 80, doksan: 90,
    "bir buçuk": 1.5, "iki buçuk": 2.5, "üç buçuk": 3.5,
  },
  scales: { yüz: 100, bin: 1e3, milyon: 1e6, mn: 1e6, mln: 1e6, milyar: 1e9, mlr: 1e9, mr: 1e9, trilyon: 1e12, katrilyon: 1e15 },
  bareScales: ["yüz", "bin"],
  anglicisms: { billion: 1e9, trillion: 1e12 },
  numeralLinks: [],
  fractions: { buçuk: 0.5, yarım: 0.5 },
  unitLinks: [],
  units: {
    yüzde: { unit: "%", where: "before" },
    ...unitsAfter({
      USD: ["dolar*", "abd doları*", "abd dolar*", "amerikan doları*"], CAD: ["kanada doları*", "$ c"], AUD: ["avustralya doları*"], HKD: ["hong kong doları*"], SGD: ["singapur doları*"], TWD: ["tayvan doları*"],
      TRY: ["lira", "lirası", "liralık", "liraya", "liradan", "türk lirası*", "tl", "tl'*"], EUR: ["euro*", "avro*"], GBP: ["sterlin*", "pound*", "ingiliz sterlini*"],
      JPY: ["yen", "yeni", "yenlik", "japon yeni"], CNY: ["yuan*", "renminbi", "元"], KRW: ["won", "güney kore wonu*"], INR: ["rupi*", "hindistan rupisi*"], RUB: ["ruble*"], CHF: ["isviçre frangı*"],
      AED: ["dirhem*"], SAR: ["suudi arabistan riyali*", "suudi riyali*"], SEK: ["isveç kronu*"], NOK: ["norveç kronu*"], BRL: ["brezilya reali*"],
      W: ["watt", "vat"], count: ["hisse", "adet hisse", "pay"],
    }),
    ...unitsAfter({ W: ["kilowatt*", "kilovat"] }, 1e3),
    ...unitsAfter({ W: ["megawatt", "megawattlık", "megavat", "megavatlık"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt", "gigawattlık", "gigavat", "gigavatlık"] }, 1e9),
    ...unitsAfter({ W: ["terawatt"] }, 1e12),
  },
  subunits: { kuruş: 0.01, sent: 0.01, cent: 0.01 },
  qualifiers: {
    before: invert({
      about: ["yaklaşık", "yaklaşık olarak", "tahminen", "neredeyse", "takriben", "aşağı yukarı", "~"],
      "at-least": ["en az", "asgari"],
      "up-to": ["en fazla", "azami", "en çok", "maksimum"],
    }),
    // Postpositions take the noun in the dative or ablative: "30 milyar doların üzerinde", "30 milyar dolara kadar".
    after: invert({
      over: ["üzerinde", "üzeri", "fazla", "aşkın", "dan fazla", "den fazla", "'dan fazla", "'den fazla", "'ın üzerinde", "'nin üzerinde"],
      under: ["altında", "dan az", "den az", "'dan az", "'ın altında"],
      "up-to": ["kadar", "'a kadar", "'ye kadar", "'e kadar", "varan", "'a varan"],
      about: ["civarında", "dolayında", "civarı"],
    }),
  },
  fillers: ["bir", "toplam", "toplamda", "tam", "ek", "ilave", "değerinde"],
  ranges: { open: [], link: ["ila", "ile", "veya"] },
  abbreviations: ["bros", "a.ş", "ltd", "şti", "dr", "prof", "inc", "corp", "no", "vb", "vs", "yy", "bkz", "sn"],
  cues,
};
