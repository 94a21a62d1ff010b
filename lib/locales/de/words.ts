/** German numbers, units and hedges, of Germany, Austria and Switzerland. */
import { unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { germanNumerals } from "./numerals.ts";

const after = (unit: string, keys: string[], per = 1) => unitsAfter({ [unit]: keys }, per);

/** "kanadische Dollar", "kanadischen Dollar", "kanadischer Dollar", "kanadischem Dollar". */
const adjective = (stem: string, nouns: string[]): string[] =>
  ["e", "en", "er", "em", "es"].flatMap((ending) => nouns.map((noun) => `${stem}${ending} ${noun}`));

export const quantityWords: Omit<LocalePack, "tag" | "words" | "cues"> = {
  // Spaces group in books, apostrophes in Switzerland: 1'250'000.
  marks: { decimal: [","], group: [".", " ", "'"], spoken: ["Komma"] },
  negatives: ["minus"],
  // A vague number ("mehrere hundert Millionen" is no 100 million).
  opaque: ["mehrere hundert", "mehreren hundert", "einige hundert", "einigen hundert", "ein paar hundert", "viele hundert", "mehrere tausend", "mehreren tausend", "einige tausend", "einigen tausend", "ein paar tausend", "viele tausend"],
  numerals: germanNumerals(),
  scales: {
    hundert: 100, tausend: 1e3, tsd: 1e3, "tsd.": 1e3,
    million: 1e6, millionen: 1e6, mio: 1e6, "mio.": 1e6, mill: 1e6, "mill.": 1e6, mln: 1e6, "mln.": 1e6,
    milliarde: 1e9, milliarden: 1e9, mrd: 1e9, "mrd.": 1e9, mia: 1e9, "mia.": 1e9, mrden: 1e9, mrdn: 1e9, md: 1e9, "md.": 1e9,
    billion: 1e12, billionen: 1e12, bio: 1e12, "bio.": 1e12, billiarde: 1e15, billiarden: 1e15,
  },
  bareScales: ["hundert", "tausend"],
  // Trillion is 10¹⁸ in German; beside money it is the English word left standing.
  anglicisms: { trillion: 1e12, trillionen: 1e12 },
  numeralLinks: ["und"],
  fractions: {
    halbe: 0.5, halben: 0.5, halber: 0.5, halbes: 0.5, "eine halbe": 0.5, "einer halben": 0.5, "eine viertel": 0.25, viertel: 0.25, dreiviertel: 0.75, "eine dreiviertel": 0.75, "drei viertel": 0.75,
  },
  unitLinks: [],
  units: {
    ...after("USD", ["dollar", "dollars", "us-dollar", "us-dollars", "us dollar", "usdollar", ...adjective("amerikanisch", ["dollar"]), ...adjective("us-amerikanisch", ["dollar"])]),
    ...after("CAD", ["kanada-dollar", "can-dollar", ...adjective("kanadisch", ["dollar"])]),
    ...after("AUD", ["australien-dollar", "austral-dollar", ...adjective("australisch", ["dollar"])]),
    ...after("NZD", ["neuseeland-dollar", "neuseelanddollar", ...adjective("neuseeländisch", ["dollar"])]),
    ...after("HKD", ["hongkong-dollar", "hongkong dollar", "hongkongdollar", "hk-dollar"]),
    ...after("SGD", ["singapur-dollar", "singapur dollar", "singapurdollar"]),
    ...after("TWD", ["taiwan-dollar", "taiwan dollar", "taiwandollar", "neue taiwan-dollar", "neuen taiwan-dollar", ...adjective("taiwanisch", ["dollar"])]),
    ...after("EUR", ["euro", "euros"]),
    eurocent: { unit: "EUR", per: 0.01, where: "after" },
    ...after("GBP", ["pfund", "pfund sterling", ...adjective("britisch", ["pfund"]), ...adjective("englisch", ["pfund"])]),
    ...after("GBP", ["pence"], 0.01),
    ...after("EGP", adjective("ägyptisch", ["pfund"])),
    ...after("CHF", ["franken", "schweizer franken", "schweizerfranken", "sfr", "sfr.", "fr."]),
    "chf.": { unit: "CHF" },
    ...after("JPY", ["yen", ...adjective("japanisch", ["yen"])]),
    ...after("CNY", ["yuan", "renminbi", "yuan renminbi", "renminbi yuan", ...adjective("chinesisch", ["yuan"])]),
    ...after("KRW", ["won", ...adjective("südkoreanisch", ["won"]), ...adjective("koreanisch", ["won"])]),
    ...after("INR", ["rupie", "rupien", ...adjective("indisch", ["rupien", "rupie"])]),
    ...after("PKR", adjective("pakistanisch", ["rupien", "rupie"])),
    ...after("IDR", ["rupiah", ...adjective("indonesisch", ["rupien", "rupiah"])]),
    ...after("VND", ["dong", ...adjective("vietnamesisch", ["dong"])]),
    ...after("THB", ["baht"]),
    ...after("MYR", ["ringgit"]),
    ...after("PHP", adjective("philippinisch", ["peso", "pesos"])),
    ...after("RUB", ["rubel"]),
    ...after("UAH", ["griwna", "hrywnja", "hrywnia", "hryvnia"]),
    ...after("BRL", ["reais", "brasil-real", ...adjective("brasilianisch", ["real", "reais"])]),
    ...after("MXN", adjective("mexikanisch", ["peso", "pesos"])),
    ...after("ARS", adjective("argentinisch", ["peso", "pesos"])),
    ...after("TRY", ["türkische lira", "türkischen lira", "türkischer lira", "lira"]),
    ...after("PLN", ["zloty", "złoty", "sloty"]),
    ...after("CZK", ["tschechische kronen", "tschechischen kronen"]),
    ...after("HUF", ["forint"]),
    ...after("SEK", ["schweden-kronen", ...adjective("schwedisch", ["kronen", "krone"])]),
    ...after("NOK", adjective("norwegisch", ["kronen", "krone"])),
    ...after("DKK", adjective("dänisch", ["kronen", "krone"])),
    ...after("SAR", ["saudi-riyal", "saudi-rial", ...adjective("saudisch", ["riyal", "rial"])]),
    ...after("AED", ["dirham", "vae-dirham"]),
    ...after("ILS", ["schekel", "neue schekel"]),
    ...after("ZAR", ["rand", ...adjective("südafrikanisch", ["rand"])]),
    ...after("%", ["prozent", "prozente", "prozentpunkt", "prozentpunkte", "prozentpunkten", "prozentig*", "proz.", "pct", "v.h.", "%ig*", "%-punkte", "%-punkten"]),
    ...after("%", ["promille"], 0.1),
    ...after("W", ["watt"]),
    ...after("W", ["kilowatt"], 1e3),
    ...after("W", ["megawatt"], 1e6),
    ...after("W", ["gigawatt", "gigawatts"], 1e9),
    ...after("W", ["terawatt"], 1e12),
    ...after("count", ["aktie", "aktien", "stammaktie", "stammaktien", "vorzugsaktien", "anteilsscheine", "anteilscheine"]),
  },
  subunits: { cent: 0.01, cents: 0.01, ct: 0.01, pence: 0.01, penny: 0.01, rappen: 0.01, öre: 0.01, kopeken: 0.01 },
  qualifiers: {
    before: {
      rund: "about", rd: "about", "rd.": "about", etwa: "about", ungefähr: "about", circa: "about", zirka: "about", ca: "about", "ca.": "about", knapp: "about", fast: "about", beinahe: "about", nahezu: "about", annähernd: "about", "an die": "about", "um die": "about",
      "in etwa": "about", schätzungsweise: "about", geschätzt: "about", geschätzte: "about", geschätzten: "about", "in der größenordnung von": "about", "nahe an": "about", "so um die": "about", "~": "about", "≈": "about", "etwas weniger als": "about", "etwas unter": "about", "kurz vor": "about",
      "mehr als": "over", über: "over", ueber: "over", gut: "over", "etwas mehr als": "over", "jenseits von": "over", "jenseits der": "over", oberhalb: "over", "oberhalb von": "over", übersteigt: "over", übertrifft: "over", überschreitet: "over", "deutlich über": "over", "weit über": "over", "weit mehr als": "over", "höher als": "over",
      mindestens: "at-least", wenigstens: "at-least", zumindest: "at-least", "nicht weniger als": "at-least", "minimal": "at-least", "ab": "at-least", "min.": "at-least",
      "bis zu": "up-to", maximal: "up-to", höchstens: "up-to", "nicht mehr als": "up-to", "max.": "up-to", allerhöchstens: "up-to", "im besten fall": "up-to",
      "weniger als": "under", unter: "under", unterhalb: "under", "unterhalb von": "under", "niedriger als": "under",
    },
    after: { plus: "over", "oder mehr": "at-least", "und mehr": "over", mindestens: "at-least", höchstens: "up-to", maximal: "up-to", "oder weniger": "up-to", "+": "over" },
  },
  fillers: [
    "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "von", "insgesamt", "zusammen", "in höhe von", "im wert von", "im umfang von", "weitere", "weiteren", "weiterer", "zusätzliche", "zusätzlichen", "satte", "stolze", "stolzen", "ganze", "seine", "seinen", "ihre", "ihren", "jene", "jenen", "diese", "diesen", "genau", "exakt", "zunächst", "auf", "für", "mit",
    // "ein Vertrag über 38 Milliarden" is worth 38 billion, not more.
    "vertrag über", "verträge über", "auftrag über", "aufträge über", "kredit über", "kredite über", "kreditlinie über", "darlehen über", "deal über", "vereinbarung über", "abkommen über", "finanzierung über", "finanzierungsrunde über", "anleihe über", "anleihen über", "scheck über", "bestellung über", "order über", "investition über", "kaufvertrag über", "liefervertrag über", "angebot über", "zusage über", "zusagen über", "kapitalerhöhung über", "absichtserklärung über", "rahmenvertrag über", "großauftrag über", "mietvertrag über", "beteiligung über",
  ],
  ranges: { open: ["zwischen", "von"], link: ["bis", "oder"], linkAfterOpen: ["und"] },
  nameEndings: ["s", "'s", "'"],
  abbreviations: ["bros", "mrd", "mio", "bio", "tsd", "ca", "inc", "corp", "co", "ltd", "dr", "prof", "hr", "fr", "st", "nr", "usw", "bzw", "vgl", "u.a", "z.b", "d.h", "u.s", "sog", "etc", "max", "min", "inkl", "exkl", "geb", "jan", "feb", "mär", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez", "abs", "art", "ggf", "evtl", "vs", "lt", "rd"],
};
