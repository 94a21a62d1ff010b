import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

const units = { en: 1, ett: 1, två: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, åtta: 8, nio: 9 };
const tens = { tjugo: 20, trettio: 30, fyrtio: 40, femtio: 50, sextio: 60, sjuttio: 70, åttio: 80, nittio: 90 };
/** Swedish joins tens and units: "tjugofem". */
const joined = Object.fromEntries(
  Object.entries(tens).flatMap(([ten, value]) => Object.entries(units).map(([unit, one]) => [ten + unit, value + one])),
);
const hundreds = Object.fromEntries(Object.entries(units).slice(1).map(([unit, one]) => [`${unit}hundra`, one * 100]));

/** Swedish: quantities, and the cues that settle most figures. */
export const sv: LocalePack = {
  tag: "sv",
  words: "spaced",
  marks: { decimal: [","], group: [" ", "."], spoken: ["komma"] },
  negatives: ["minus"],
  numerals: {
    noll: 0, ...units, tio: 10, elva: 11, tolv: 12, tretton: 13, fjorton: 14, femton: 15, sexton: 16, sjutton: 17, arton: 18, nitton: 19,
    ...tens, ...joined, ...hundreds, "en och en halv": 1.5, "två och en halv": 2.5,
  },
  scales: { hundra: 100, tusen: 1e3, miljon: 1e6, miljoner: 1e6, mn: 1e6, milj: 1e6, "milj.": 1e6, mkr: 1e6, miljard: 1e9, miljarder: 1e9, md: 1e9, mdr: 1e9, mrd: 1e9, "mdr.": 1e9, biljon: 1e12, biljoner: 1e12 },
  bareScales: ["hundra", "tusen"],
  anglicisms: { million: 1e6, billion: 1e9, trillion: 1e12, triljon: 1e12, triljoner: 1e12 },
  numeralLinks: ["och"],
  fractions: { halv: 0.5, "en halv": 0.5 },
  unitLinks: [],
  units: {
    ...unitsAfter({
      USD: ["dollar", "dollars", "us-dollar", "amerikanska dollar", "amerikansk dollar"], CAD: ["kanadensiska dollar", "kanadadollar"], AUD: ["australiska dollar"], NZD: ["nyzeeländska dollar"],
      HKD: ["hongkongdollar", "hongkong-dollar"], SGD: ["singaporedollar", "singapore-dollar"], TWD: ["taiwandollar", "taiwanesiska dollar"],
      EUR: ["euro", "euros"], GBP: ["pund", "brittiska pund", "pund sterling"], CHF: ["schweizerfranc", "schweiziska franc", "schweizerfrancs"],
      SEK: ["krona", "kronor", "svenska kronor", "spänn", "kr", "kr."], NOK: ["norska kronor", "norska kroner"], DKK: ["danska kronor", "danska kroner"],
      JPY: ["yen", "japanska yen"], CNY: ["yuan", "renminbi", "kinesiska yuan", "元"], KRW: ["won", "sydkoreanska won"], INR: ["rupee", "rupees", "rupier", "indiska rupier"],
      RUB: ["rubel"], TRY: ["turkiska lira", "lira"], PLN: ["zloty"], BRL: ["brasilianska real", "reais"], AED: ["dirham"], SAR: ["saudiska riyal"], ZAR: ["sydafrikanska rand", "rand"], THB: ["baht"], IDR: ["rupiah"],
      "%": ["procent", "procentenhet", "procentenheter", "procentig*"], W: ["watt"], count: ["aktier", "aktie"],
    }),
    ...unitsAfter({ W: ["kilowatt"] }, 1e3),
    ...unitsAfter({ W: ["megawatt"] }, 1e6),
    ...unitsAfter({ W: ["gigawatt"] }, 1e9),
    ...unitsAfter({ W: ["terawatt"] }, 1e12),
  },
  subunits: { öre: 0.01, cent: 0.01, cents: 0.01, pence: 0.01, penny: 0.01 },
  qualifiers: {
    before: invert({
      about: ["cirka", "ca", "ca.", "ungefär", "omkring", "runt", "nästan", "närmare", "uppskattningsvis", "kring", "~", "knappt"],
      over: ["mer än", "över", "drygt", "överstiger"],
      "at-least": ["minst", "åtminstone", "inte mindre än"],
      "up-to": ["upp till", "högst", "maximalt", "som mest", "upp emot"],
      under: ["mindre än", "under", "färre än"],
    }),
    after: { "eller mer": "at-least", "+": "over" },
  },
  fillers: ["en", "ett", "de", "den", "det", "totalt", "sammanlagt", "ytterligare", "på", "om", "värd", "värda"],
  ranges: { open: ["mellan", "från"], link: ["till", "eller"], linkAfterOpen: ["och"] },
  nameEndings: ["s", "'s"],
  abbreviations: ["bros", "ca", "bl.a", "t.ex", "dvs", "d.v.s", "milj", "mdr", "inc", "corp", "ltd", "nr", "jan", "feb", "apr", "aug", "sept", "okt", "nov", "dec", "dr"],
  cues,
};
