import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { dutchNumerals } from "./numerals.ts";

/** Dutch, of the Netherlands and Flanders: quantities, and the cues that settle most figures. */
export const nl: LocalePack = {
  tag: "nl",
  words: "spaced",
  marks: { decimal: [","], group: [".", " "], spoken: ["komma"] },
  negatives: ["min", "minus"],
  opaque: ["enkele honderden", "een paar honderd", "enkele honderd", "een paar duizend"],
  numerals: dutchNumerals(),
  scales: { honderd: 100, duizend: 1e3, miljoen: 1e6, mln: 1e6, "mln.": 1e6, mio: 1e6, miljard: 1e9, mld: 1e9, "mld.": 1e9, mrd: 1e9, "mrd.": 1e9, biljoen: 1e12, bln: 1e12, "bln.": 1e12, biljard: 1e15 },
  bareScales: ["honderd", "duizend"],
  anglicisms: { million: 1e6, billion: 1e9, trillion: 1e12, triljoen: 1e12 },
  numeralLinks: ["en"],
  fractions: { half: 0.5, halve: 0.5, "een half": 0.5, "een halve": 0.5, kwart: 0.25, "een kwart": 0.25 },
  unitLinks: [],
  units: {
    ...unitsAfter({
      USD: ["dollar", "dollars", "amerikaanse dollar", "amerikaanse dollars", "us-dollar", "us dollar"],
      CAD: ["canadese dollar", "canadese dollars"], AUD: ["australische dollar", "australische dollars"], NZD: ["nieuw-zeelandse dollar", "nieuw-zeelandse dollars"],
      HKD: ["hongkongse dollar", "hongkongse dollars", "hongkong dollar"], SGD: ["singaporese dollar", "singaporese dollars"], TWD: ["taiwanese dollar", "taiwanese dollars"],
      EUR: ["euro", "euro's", "euros"], GBP: ["pond", "pond sterling", "britse pond", "britse ponden", "ponden"], CHF: ["zwitserse frank", "zwitserse franken"],
      JPY: ["yen", "japanse yen"], CNY: ["yuan", "renminbi", "chinese yuan", "元"], KRW: ["won", "zuid-koreaanse won", "koreaanse won"],
      INR: ["roepie", "roepies", "indiase roepie", "indiase roepies", "rupees"], IDR: ["roepia", "rupiah", "indonesische roepia"], RUB: ["roebel", "roebels"], TRY: ["turkse lira", "lira"],
      SEK: ["zweedse kroon", "zweedse kronen"], NOK: ["noorse kroon", "noorse kronen"], DKK: ["deense kroon", "deense kronen"], PLN: ["zloty"], BRL: ["braziliaanse real", "reais"],
      AED: ["dirham"], SAR: ["saoedische riyal", "saudische riyal"], ILS: ["sjekel", "shekel"], ZAR: ["zuid-afrikaanse rand", "rand"], THB: ["baht"], MXN: ["mexicaanse peso", "mexicaanse peso's"],
      "%": ["procent", "percent", "procentpunt", "procentpunten", "procents*"], W: ["watt"], count: ["aandelen", "aandeel"],
    }),
    ...unitsAfter({ W: ["kilowatt"] }, 1e3),
    ...unitsAfter({ W: ["megawatt"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt"] }, 1e9),
    ...unitsAfter({ W: ["terawatt"] }, 1e12),
  },
  subunits: { cent: 0.01, cents: 0.01, c: 0.01, ct: 0.01, penny: 0.01, pence: 0.01 },
  qualifiers: {
    before: invert({
      about: ["ongeveer", "circa", "ca.", "zo'n", "rond", "rond de", "bijna", "nagenoeg", "naar schatting", "om en nabij", "pakweg", "tegen de", "~", "iets minder dan", "net geen"],
      over: ["meer dan", "ruim", "iets meer dan", "boven", "boven de", "dik"],
      "at-least": ["minstens", "ten minste", "tenminste", "minimaal", "zeker", "niet minder dan"],
      "up-to": ["tot", "tot wel", "maximaal", "hoogstens", "ten hoogste", "hooguit", "tot maximaal"],
      under: ["minder dan", "onder", "onder de", "beneden"],
    }),
    after: { "of meer": "at-least", "of minder": "up-to", "+": "over" },
  },
  fillers: ["de", "het", "een", "van", "in totaal", "totaal", "ter waarde van", "ter grootte van", "nog eens", "extra"],
  ranges: { open: ["tussen", "tussen de", "van"], link: ["tot", "of", "à", "tot en met"], linkAfterOpen: ["en"] },
  nameEndings: ["s", "'s", "'"],
  abbreviations: ["bros", "mln", "mld", "mrd", "bln", "ca", "dhr", "mw", "dr", "mr", "prof", "inc", "corp", "ltd", "co", "nr", "bijv", "o.a", "d.w.z", "m.a.w", "e.d", "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec"],
  cues,
};
