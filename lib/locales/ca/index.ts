import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

/** Catalan: quantities, and the cues that settle most figures. */
export const ca: LocalePack = {
  tag: "ca",
  words: "spaced",
  marks: { decimal: [","], group: [".", " ", "'"] },
  numerals: {
    zero: 0, un: 1, u: 1, una: 1, dos: 2, dues: 2, tres: 3, quatre: 4, cinc: 5, sis: 6, set: 7, vuit: 8, huit: 8, nou: 9, deu: 10,
    onze: 11, dotze: 12, tretze: 13, catorze: 14, quinze: 15, setze: 16, disset: 17, devuit: 18, divuit: 18, dinou: 19, denou: 19,
    vint: 20, "vint-i-un": 21, "vint-i-una": 21, "vint-i-dos": 22, "vint-i-dues": 22, "vint-i-tres": 23, "vint-i-quatre": 24, "vint-i-cinc": 25, "vint-i-sis": 26, "vint-i-set": 27, "vint-i-vuit": 28, "vint-i-nou": 29,
    trenta: 30, quaranta: 40, cinquanta: 50, seixanta: 60, setanta: 70, vuitanta: 80, noranta: 90,
    cent: 100, "dos-cents": 200, "dues-centes": 200, "tres-cents": 300, "tres-centes": 300, "quatre-cents": 400, "quatre-centes": 400, "cinc-cents": 500, "cinc-centes": 500,
    "sis-cents": 600, "sis-centes": 600, "set-cents": 700, "set-centes": 700, "vuit-cents": 800, "vuit-centes": 800, "nou-cents": 900, "nou-centes": 900,
  },
  scales: { mil: 1e3, milió: 1e6, milions: 1e6, "mil milions": 1e9, "milers de milions": 1e9, miliard: 1e9, miliards: 1e9, bilió: 1e12, bilions: 1e12 },
  bareScales: ["mil", "mil milions"],
  anglicisms: { trilió: 1e12, trilions: 1e12 },
  numeralLinks: ["i"],
  fractions: { mig: 0.5, mitja: 0.5, "un quart de": 0.25, "tres quarts de": 0.75, "un terç de": 1 / 3, "dos terços de": 2 / 3 },
  unitLinks: ["de", "d'", "en"],
  units: {
    ...unitsAfter({
      USD: ["dòlar", "dòlars", "dòlars americans", "dòlars dels eua", "dòlars estatunidencs", "dòlars nord-americans", "dòlars dels estats units"],
      CAD: ["dòlars canadencs"], AUD: ["dòlars australians"], HKD: ["dòlars de hong kong"], TWD: ["dòlars taiwanesos"], SGD: ["dòlars de singapur"],
      EUR: ["euro", "euros"], GBP: ["lliura", "lliures", "lliures esterlines", "lliura esterlina"], JPY: ["ien", "iens"], CNY: ["iuan", "iuans", "renminbi"], KRW: ["won", "wons"],
      INR: ["rupia", "rupies", "rúpies", "rúpia"], IDR: ["rupies indonèsies"], BRL: ["reals", "reals brasilers"], MXN: ["pesos", "pesos mexicans"], ARS: ["pesos argentins"], CHF: ["franc suís", "francs suïssos"],
      SEK: ["corones sueques"], NOK: ["corones noruegues"], DKK: ["corones daneses"], RUB: ["ruble", "rubles"], UAH: ["hrívnia", "hrívnies"], TRY: ["lira turca", "lires turques"], PLN: ["zloty", "zlotys"], AED: ["dírham", "dírhams"],
      "%": ["per cent", "per cents", "punt percentual", "punts percentuals", "pp"], W: ["watt", "watts", "vat", "vats"], count: ["acció", "accions", "accions ordinàries"],
    }),
    ...unitsAfter({ W: ["quilowatt", "quilowatts", "quilovat", "quilovats"] }, 1e3),
    ...unitsAfter({ W: ["megawatt", "megawatts", "megavat", "megavats"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt", "gigawatts", "gigavat", "gigavats"] }, 1e9),
    ...unitsAfter({ W: ["terawatt", "terawatts"] }, 1e12),
    ...unitsAfter({ GBP: ["penic", "penics"] }, 0.01),
  },
  subunits: { cèntim: 0.01, cèntims: 0.01, cent: 0.01, cents: 0.01, centau: 0.01, centaus: 0.01 },
  qualifiers: {
    before: invert({
      about: ["uns", "unes", "prop de", "vora", "al voltant de", "al voltant dels", "aproximadament", "gairebé", "quasi", "a l'entorn de", "a l'entorn dels", "a la vora de", "ronda els", "rondaria els", "poc menys de", "~", "≈"],
      over: ["més de", "més d'", "per sobre de", "per sobre dels", "superior a", "superiors a", "supera", "supera els", "superen els", "superar els", "superarà els", "excedeix", "poc més de"],
      "at-least": ["almenys", "com a mínim", "un mínim de", "no menys de", "si més no"],
      "up-to": ["fins a", "fins als", "de fins a", "un màxim de", "com a màxim", "no més de", "podria arribar a", "podria arribar als"],
      under: ["menys de", "menys d'", "per sota de", "per sota dels", "inferior a", "inferiors a"],
    }),
    after: invert({ about: ["aproximadament"], "at-least": ["o més", "com a mínim"], "up-to": ["com a màxim"] }),
  },
  fillers: ["el", "els", "la", "les", "un", "una", "de", "del", "dels", "d'", "a", "per", "un total de", "altres"],
  ranges: { open: ["entre", "de"], link: ["a", "o"], linkAfterOpen: ["i"] },
  abbreviations: ["sr", "sra", "dr", "dra", "inc", "corp", "núm", "art", "pàg", "etc", "aprox"],
  cues,
};
