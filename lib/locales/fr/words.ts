/** French numbers, units and hedges. */
import type { LocalePack } from "../types.ts";

const tens = { vingt: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60 };

export const quantityWords: Omit<LocalePack, "tag" | "words" | "cues"> = {
  // Points between groups are common in Belgium, Switzerland and machine translations: 1.250 milliards.
  marks: { decimal: [","], group: [" ", ".", "'"] },
  numerals: {
    zéro: 0, un: 1, une: 1, "un seul": 1, "une seule": 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10,
    onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19,
    ...tens,
    "soixante-dix": 70, "soixante et onze": 71, "soixante-et-onze": 71, "soixante-douze": 72, "soixante-treize": 73, "soixante-quatorze": 74, "soixante-quinze": 75, "soixante-seize": 76,
    septante: 70, huitante: 80, octante: 80, nonante: 90,
    "quatre-vingt": 80, "quatre-vingts": 80, "quatre-vingt-dix": 90, "quatre-vingt-onze": 91, "quatre-vingt-douze": 92, "quatre-vingt-treize": 93, "quatre-vingt-quatorze": 94, "quatre-vingt-quinze": 95, "quatre-vingt-seize": 96,
  },
  scales: {
    cent: 100, cents: 100, mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9, mds: 1e9, md: 1e9, mrd: 1e9, mia: 1e9, mlds: 1e9, mld: 1e9, mln: 1e6, mio: 1e6,
    billion: 1e12, billions: 1e12, trillon: 1e12,
  },
  bareScales: ["cent", "mille"],
  // French has billion for 10¹² and trillion for 10¹⁸; the press writes "trillion" for the English 10¹².
  anglicisms: { trillion: 1e12, trillions: 1e12 },
  numeralLinks: ["et"],
  fractions: { demi: 0.5, demie: 0.5, "un demi": 0.5, "une demi": 0.5, quart: 0.25, "un quart de": 0.25, "trois quarts": 0.75 },
  unitLinks: ["de", "d'", "du", "en"],
  units: {
    dollar: { unit: "USD", where: "after" }, dollars: { unit: "USD", where: "after" }, "dollars us": { unit: "USD", where: "after" }, "dollars américains": { unit: "USD", where: "after" }, "dollars des états-unis": { unit: "USD", where: "after" },
    "dollars canadiens": { unit: "CAD", where: "after" }, "$ c": { unit: "CAD", where: "after" }, "$ ca": { unit: "CAD", where: "after" }, $ca: { unit: "CAD", where: "after" }, "dollars australiens": { unit: "AUD", where: "after" }, "dollars de hong kong": { unit: "HKD", where: "after" }, "dollars taïwanais": { unit: "TWD", where: "after" }, "dollars hongkongais": { unit: "HKD", where: "after" }, "dollars singapouriens": { unit: "SGD", where: "after" },
    euro: { unit: "EUR", where: "after" }, euros: { unit: "EUR", where: "after" },
    "livre sterling": { unit: "GBP", where: "after" }, "livres sterling": { unit: "GBP", where: "after" }, livres: { unit: "GBP", where: "after" }, livre: { unit: "GBP", where: "after" }, pounds: { unit: "GBP", where: "after" }, pence: { unit: "GBP", per: 0.01, where: "after" },
    yen: { unit: "JPY", where: "after" }, yens: { unit: "JPY", where: "after" }, yuan: { unit: "CNY", where: "after" }, yuans: { unit: "CNY", where: "after" }, renminbi: { unit: "CNY", where: "after" }, renminbis: { unit: "CNY", where: "after" },
    won: { unit: "KRW", where: "after" }, wons: { unit: "KRW", where: "after" }, "wons sud-coréens": { unit: "KRW", where: "after" },
    roupie: { unit: "INR", where: "after" }, roupies: { unit: "INR", where: "after" }, "roupies indiennes": { unit: "INR", where: "after" }, "roupies indonésiennes": { unit: "IDR", where: "after" }, "roupies pakistanaises": { unit: "PKR", where: "after" },
    "franc suisse": { unit: "CHF", where: "after" }, "francs suisses": { unit: "CHF", where: "after" }, "francs cfa": { unit: "XOF", where: "after" },
    real: { unit: "BRL", where: "after" }, reais: { unit: "BRL", where: "after" }, réaux: { unit: "BRL", where: "after" }, reals: { unit: "BRL", where: "after" }, "réals": { unit: "BRL", where: "after" },
    rouble: { unit: "RUB", where: "after" }, roubles: { unit: "RUB", where: "after" }, hryvnias: { unit: "UAH", where: "after" }, hryvnia: { unit: "UAH", where: "after" },
    zloty: { unit: "PLN", where: "after" }, zlotys: { unit: "PLN", where: "after" }, "livres turques": { unit: "TRY", where: "after" }, "livre turque": { unit: "TRY", where: "after" },
    dirham: { unit: "AED", where: "after" }, dirhams: { unit: "AED", where: "after" }, "dirhams marocains": { unit: "MAD", where: "after" }, "riyals saoudiens": { unit: "SAR", where: "after" }, shekel: { unit: "ILS", where: "after" }, shekels: { unit: "ILS", where: "after" },
    "pesos mexicains": { unit: "MXN", where: "after" }, "pesos argentins": { unit: "ARS", where: "after" }, "pesos philippins": { unit: "PHP", where: "after" }, "couronnes suédoises": { unit: "SEK", where: "after" }, "couronnes norvégiennes": { unit: "NOK", where: "after" }, "couronnes danoises": { unit: "DKK", where: "after" }, dongs: { unit: "VND", where: "after" },
    pourcent: { unit: "%", where: "after" }, pourcents: { unit: "%", where: "after" }, "pour cent": { unit: "%", where: "after" }, "pour-cent": { unit: "%", where: "after" }, pourcentage: { unit: "%", where: "after" },
    "point de pourcentage": { unit: "%", where: "after" }, "points de pourcentage": { unit: "%", where: "after" },
    watt: { unit: "W", where: "after" }, watts: { unit: "W", where: "after" }, kilowatt: { unit: "W", per: 1e3, where: "after" }, kilowatts: { unit: "W", per: 1e3, where: "after" }, mégawatt: { unit: "W", per: 1e6, where: "after" }, mégawatts: { unit: "W", per: 1e6, where: "after" }, megawatts: { unit: "W", per: 1e6, where: "after" }, gigawatt: { unit: "W", per: 1e9, where: "after" }, gigawatts: { unit: "W", per: 1e9, where: "after" }, térawatt: { unit: "W", per: 1e12, where: "after" }, térawatts: { unit: "W", per: 1e12, where: "after" },
    action: { unit: "count", where: "after" }, actions: { unit: "count", where: "after" }, "actions ordinaires": { unit: "count", where: "after" },
  },
  subunits: { cent: 0.01, cents: 0.01, centime: 0.01, centimes: 0.01, c: 0.01 },
  qualifiers: {
    before: {
      environ: "about", quelque: "about", quelques: "about", "à peu près": "about", approximativement: "about", "près de": "about", presque: "about", "autour de": "about", "aux alentours de": "about", "de l'ordre de": "about", "avoisinant": "about", "estimé à": "about", "estimée à": "about", "évaluée à": "about", "un peu moins de": "about", "proche de": "about", "dans les": "about", "à quelque": "about", "~": "about",
      "plus de": "over", "plus d'": "over", "dépasser": "over", "dépassant": "over", "dépasse": "over", "dépasserait": "over", "supérieur à": "over", "supérieure à": "over", "au-delà de": "over", "au-dessus de": "over", "excédant": "over", "dépasser les": "over", "franchi": "over", "un peu plus de": "over",
      "au moins": "at-least", "au minimum": "at-least", "pas moins de": "at-least", "minimum": "at-least", "au bas mot": "at-least",
      "jusqu'à": "up-to", "jusqu'a": "up-to", "pouvant aller jusqu'à": "up-to", "pouvant atteindre": "up-to", "au plus": "up-to", "au maximum": "up-to", "un maximum de": "up-to", "maximum": "up-to", "pourrait atteindre": "up-to", "de jusqu'à": "up-to", "plafonné à": "up-to", "pouvant monter à": "up-to",
      "moins de": "under", "moins d'": "under", "inférieur à": "under", "inférieure à": "under", "sous les": "under", "en dessous de": "under",
    },
    after: { environ: "about", "au moins": "at-least", "ou plus": "at-least", "au plus": "up-to", "au maximum": "up-to", maximum: "up-to", "au minimum": "at-least", minimum: "at-least", "et plus": "over" },
  },
  fillers: ["le", "la", "les", "l'", "un", "une", "de", "d'", "des", "du", "à", "pour", "un total de", "total de", "un montant de", "quelque", "ces", "ce", "cette", "ses"],
  ranges: { open: ["entre", "de"], link: ["à", "ou"], linkAfterOpen: ["et"] },
  abbreviations: ["m", "mm", "mme", "dr", "inc", "corp", "env", "st", "art", "cf", "etc"],
};
