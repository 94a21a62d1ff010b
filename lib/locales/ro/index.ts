import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

/** Romanian: quantities, and the cues that settle most figures. Comma-below and cedilla letters are both in use, and neither in hurried copy. */
export const ro: LocalePack = {
  tag: "ro",
  words: "spaced",
  marks: { decimal: [","], group: [".", " "] },
  numerals: {
    zero: 0, un: 1, o: 1, unu: 1, una: 1, doi: 2, două: 2, doua: 2, trei: 3, patru: 4, cinci: 5, șase: 6, şase: 6, sase: 6, șapte: 7, şapte: 7, sapte: 7, opt: 8, nouă: 9, noua: 9, zece: 10,
    unsprezece: 11, doisprezece: 12, douăsprezece: 12, douasprezece: 12, treisprezece: 13, paisprezece: 14, cincisprezece: 15, șaisprezece: 16, şaisprezece: 16, saisprezece: 16, șaptesprezece: 17, şaptesprezece: 17, saptesprezece: 17, optsprezece: 18, nouăsprezece: 19, nouasprezece: 19,
    douăzeci: 20, douazeci: 20, treizeci: 30, patruzeci: 40, cincizeci: 50, șaizeci: 60, şaizeci: 60, saizeci: 60, șaptezeci: 70, şaptezeci: 70, saptezeci: 70, optzeci: 80, nouăzeci: 90, nouazeci: 90,
  },
  scales: {
    sută: 100, suta: 100, sute: 100, mie: 1e3, mii: 1e3, milion: 1e6, milioane: 1e6, mil: 1e6, "mil.": 1e6, mln: 1e6,
    miliard: 1e9, miliarde: 1e9, mld: 1e9, "mld.": 1e9, "mii de milioane": 1e9, bilion: 1e12, bilioane: 1e12, "mii de miliarde": 1e12,
  },
  bareScales: [],
  anglicisms: { trilion: 1e12, trilioane: 1e12 },
  numeralLinks: ["și", "şi", "si"],
  fractions: { "jumătate de": 0.5, "jumatate de": 0.5, jumătate: 0.5, jumatate: 0.5, "un sfert de": 0.25, "o treime de": 1 / 3 },
  unitLinks: ["de", "în", "in"],
  units: {
    ...unitsAfter({
      USD: ["dolar", "dolari", "dolarul", "dolarilor", "dolari americani", "dolari us", "dolari sua"],
      CAD: ["dolari canadieni"], AUD: ["dolari australieni"], HKD: ["dolari hong kong"], SGD: ["dolari singaporezi"],
      EUR: ["euro", "eur"], RON: ["leu", "lei", "lei noi", "roni"], MDL: ["lei moldovenești"], GBP: ["lire sterline", "liră sterlină", "lire"], JPY: ["yen", "yeni"], CNY: ["yuan", "yuani", "renminbi"], KRW: ["won", "woni"],
      INR: ["rupie", "rupii", "rupii indiene"], IDR: ["rupii indoneziene"], CHF: ["franc elvețian", "franci elvețieni", "franci elveţieni", "franci elvetieni"], SEK: ["coroane suedeze"], NOK: ["coroane norvegiene"], DKK: ["coroane daneze"],
      HUF: ["forint", "forinți", "forinţi", "forinti"], BGN: ["leva"], RUB: ["rublă", "ruble"], UAH: ["hrivne", "grivne"], PLN: ["zlot", "zloți", "zloţi", "zloti"], TRY: ["lire turcești", "lire turceşti", "lire turcesti"], AED: ["dirham", "dirhami"], BRL: ["reali", "reali brazilieni"],
      "%": ["la sută", "la suta", "procent", "procente", "puncte procentuale", "punct procentual", "pp"], W: ["watt", "wați", "waţi", "wati"], count: ["acțiune", "acțiuni", "acţiune", "acţiuni", "actiuni"],
    }),
    ...unitsAfter({ W: ["kilowatt", "kilowați", "kilowaţi", "kilowati"] }, 1e3),
    ...unitsAfter({ W: ["megawatt", "megawați", "megawaţi", "megawati"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt", "gigawați", "gigawaţi", "gigawati"] }, 1e9),
    ...unitsAfter({ GBP: ["pence", "penny"] }, 0.01),
  },
  subunits: { cent: 0.01, cenți: 0.01, cenţi: 0.01, centi: 0.01, ban: 0.01, bani: 0.01 },
  qualifiers: {
    before: invert({
      about: ["circa", "aproximativ", "aproape", "în jur de", "in jur de", "în jurul a", "cam", "vreo", "aproape de", "estimat la", "estimată la", "puțin sub", "~", "≈"],
      over: ["peste", "mai mult de", "mai bine de", "mai mare de", "depășește", "depăşeşte", "depaseste", "depășind", "puțin peste"],
      "at-least": ["cel puțin", "cel puţin", "cel putin", "minimum", "nu mai puțin de"],
      "up-to": ["până la", "pana la", "de până la", "cel mult", "maximum", "un maxim de", "nu mai mult de"],
      under: ["sub", "mai puțin de", "mai puţin de", "mai putin de"],
    }),
    after: invert({ about: ["aproximativ"], "at-least": ["sau mai mult", "minimum"], "up-to": ["maximum"] }),
  },
  fillers: ["de", "la", "un", "o", "cei", "cele", "un total de", "total de", "alte", "alți", "suma de", "în valoare de"],
  ranges: { open: ["între", "intre", "de la", "dintre"], link: ["la", "până la", "pana la", "sau"], linkAfterOpen: ["și", "şi", "si"] },
  nameEndings: ["-ul", "-ului", "ul", "ului", "-urile"],
  abbreviations: ["dl", "dna", "dr", "inc", "corp", "nr", "art", "pag", "etc", "aprox", "mld", "mil", "s.a", "s.r.l"],
  cues,
};
