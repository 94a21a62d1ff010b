import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

const units = { en: 1, én: 1, ett: 1, et: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7, syv: 7, åtte: 8, ni: 9 };
const tens = { tjue: 20, tyve: 20, tretti: 30, tredve: 30, førti: 40, femti: 50, seksti: 60, sytti: 70, åtti: 80, nitti: 90 };
/** Norwegian joins tens and units: "tjuefem". */
const joined = Object.fromEntries(
  Object.entries(tens).flatMap(([ten, value]) => Object.entries(units).map(([unit, one]) => [ten + unit, value + one])),
);

const dollars = (...countries: string[]): string[] => countries.flatMap((country) => [`${country} dollar`, `${country} dollars`]);
const rupees = (...countries: string[]): string[] =>
  countries.flatMap((country) => ["rupi", "rupier", "rupee", "rupees"].map((word) => `${country} ${word}`));
const crowns = (...countries: string[]): string[] =>
  countries.flatMap((country) => ["krone", "kroner", "krona", "kronor"].map((word) => `${country} ${word}`));

/** Norwegian, in bokmål: quantities, and the cues that settle most figures. */
export const nb: LocalePack = {
  tag: "nb",
  words: "spaced",
  marks: { decimal: [","], group: [" ", "."], spoken: ["komma"] },
  negatives: ["minus"],
  numerals: {
    null: 0, ...units, ti: 10, elleve: 11, tolv: 12, tretten: 13, fjorten: 14, femten: 15, seksten: 16, sytten: 17, atten: 18, nitten: 19,
    ...tens, ...joined, halvannen: 1.5, "en og en halv": 1.5, "to og en halv": 2.5,
  },
  scales: { hundre: 100, tusen: 1e3, million: 1e6, millioner: 1e6, mill: 1e6, "mill.": 1e6, mnok: 1e6, milliard: 1e9, milliarder: 1e9, mrd: 1e9, "mrd.": 1e9, milld: 1e9, billion: 1e12, billioner: 1e12 },
  bareScales: ["hundre", "tusen"],
  anglicisms: { trillion: 1e12, trillioner: 1e12 },
  numeralLinks: ["og"],
  fractions: { halv: 0.5, "en halv": 0.5 },
  unitLinks: [],
  units: {
    ...unitsAfter({
      USD: ["dollar", "dollars", "us-dollar", ...dollars("amerikanske", "amerikansk", "us")], CAD: dollars("kanadiske", "canadiske", "kanadisk", "canadisk"), AUD: dollars("australske", "australsk"),
      NZD: dollars("new zealand", "new zealandske", "newzealandske", "nz"), HKD: dollars("hong kong", "hongkong"), SGD: dollars("singapore", "singaporske", "singaporsk"), TWD: dollars("taiwan", "taiwanske", "taiwansk"),
      NOK: ["kroner", "krone", "norske kroner", "kr", "kr."], SEK: ["kronor", "krona", ...crowns("svenske", "svensk")], DKK: crowns("danske", "dansk"),
      CZK: ["koruna", "tsjekkiske koruna", "tsjekkisk koruna", "tsjekkiske kroner"],
      EUR: ["euro", "euros"], GBP: ["pund", "britiske pund", "pund sterling"], CHF: ["franc", "francs", "sveitsiske franc", "sveitsiske francs", "sveitserfranc"],
      JPY: ["yen", "japanske yen", "japansk yen"], CNY: ["yuan", "kinesiske yuan", "kinesisk yuan", "renminbi", "kinesiske renminbi", "kinesisk renminbi", "元"], KRW: ["won", "sørkoreanske won"],
      INR: ["rupi", "rupier", "rupee", "rupees", ...rupees("indiske", "indisk")], PKR: rupees("pakistanske", "pakistansk"), IDR: ["rupiah"],
      PLN: ["zloty", "sloty", "polske zloty", "polske sloty", "polsk zloty", "polsk sloty"], RUB: ["rubler", "rubel"], TRY: ["tyrkiske lira", "lira"], BRL: ["brasilianske real", "reais"],
      THB: ["baht", "bhat", "thai baht", "thai bhat", "thailand baht", "thailand bhat", "thailandske baht", "thailandske bhat", "thailandsk baht", "thailandsk bhat"],
      ZAR: ["rand", "sør-afrikanske rand", "sørafrikanske rand", "sør-afrikansk rand", "sørafrikansk rand"], AED: ["dirham"], SAR: ["saudiarabiske riyal"], ILS: ["shekel"],
      "%": ["prosent", "prosentpoeng", "pst", "pst.", "prosents"], W: ["watt"], count: ["aksjer", "aksje"],
    }),
    ...unitsAfter({ W: ["kilowatt"] }, 1e3),
    ...unitsAfter({ W: ["megawatt"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt"] }, 1e9),
    ...unitsAfter({ W: ["terawatt"] }, 1e12),
  },
  subunits: {
    øre: 0.01, öre: 0.01, ører: 0.01, cent: 0.01, cents: 0.01, c: 0.01, ct: 0.01, rappen: 0.01, rap: 0.01, rp: 0.01, centime: 0.01, centimes: 0.01, centesimo: 0.01, fen: 0.01, haleru: 0.01, groszy: 0.01, paise: 0.01, satang: 0.01, penny: 0.01, pence: 0.01,
  },
  qualifiers: {
    before: invert({
      about: ["rundt", "omtrent", "cirka", "ca", "ca.", "om lag", "omkring", "nesten", "nærmere", "anslagsvis", "~", "snaut", "i underkant av"],
      over: ["mer enn", "over", "drøyt", "drøye", "godt over", "i overkant av"],
      "at-least": ["minst", "i det minste", "ikke mindre enn"],
      "up-to": ["opptil", "inntil", "opp til", "maksimalt", "høyst", "opp mot"],
      under: ["mindre enn", "under", "færre enn"],
    }),
    after: { "eller mer": "at-least", "+": "over" },
  },
  fillers: ["de", "den", "det", "en", "et", "totalt", "til sammen", "ytterligere", "på"],
  ranges: { open: ["mellom", "fra"], link: ["til", "eller"], linkAfterOpen: ["og"] },
  nameEndings: ["s", "'s"],
  abbreviations: ["bros", "ca", "bl.a", "f.eks", "dvs", "mill", "mrd", "pst", "inc", "corp", "ltd", "nr", "jan", "feb", "apr", "aug", "sept", "okt", "nov", "des", "dr"],
  cues,
};
