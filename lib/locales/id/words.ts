/** Indonesian numbers, units and hedges. */
import { unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";

const after = (unit: string, keys: string[], per = 1) => unitsAfter({ [unit]: keys }, per);

/** Both spellings of the press: "dolar AS" and "dollar AS". */
const dollar = (...countries: string[]): string[] =>
  ["dolar", "dollar"].flatMap((word) => (countries.length ? countries.map((country) => `${word} ${country}`) : [word]));

const digits: Record<string, number> = { satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9 };
const teens = Object.fromEntries(Object.entries(digits).slice(1).map(([word, value]) => [`${word} belas`, value + 10]));
/** "dua setengah miliar" is 2.5 billion: the half belongs to the number, not to the scale. */
const halves = Object.fromEntries(Object.entries(digits).map(([word, value]) => [`${word} setengah`, value + 0.5]));

export const quantityWords: Omit<LocalePack, "tag" | "words" | "cues"> = {
  marks: { decimal: [","], group: [".", " "], spoken: ["koma"] },
  negatives: ["minus"],
  opaque: ["seribu satu", "real estate", "real estat", "real time", "real-time"],
  numerals: { nol: 0, ...digits, sepuluh: 10, sebelas: 11, ...teens, ...halves, seratus: 100, seribu: 1e3, sejuta: 1e6, semiliar: 1e9, setriliun: 1e12, "sebuah": 1 },
  scales: {
    puluh: 10, ratus: 100, ribu: 1e3, rb: 1e3, juta: 1e6, jt: 1e6, miliar: 1e9, milyar: 1e9, milliar: 1e9, miliard: 1e9, mlr: 1e9, triliun: 1e12, trilyun: 1e12, trilliun: 1e12, trilyiun: 1e12, kuadriliun: 1e15, kuadriliyun: 1e15,
  },
  tightScales: { t: 1e12 },
  // Left standing by translation machines, and Malaysian.
  anglicisms: { million: 1e6, billion: 1e9, trillion: 1e12, bilion: 1e9, trilion: 1e12 },
  numeralLinks: [],
  fractions: { setengah: 0.5, separuh: 0.5, "seperempat": 0.25, "tiga perempat": 0.75 },
  unitLinks: [],
  units: {
    ...after("USD", [...dollar(), ...dollar("as", "amerika", "amerika serikat", "us", "a.s.")]),
    "as$": { unit: "USD" },
    ...after("SGD", dollar("singapura")),
    ...after("AUD", dollar("australia")),
    ...after("CAD", dollar("kanada")),
    ...after("NZD", dollar("selandia baru")),
    ...after("HKD", dollar("hong kong", "hongkong")),
    ...after("TWD", dollar("taiwan", "taiwan baru", "baru taiwan")),
    ...after("EUR", ["euro", "euros"]),
    ...after("GBP", ["pound sterling", "poundsterling", "pound", "pounds", "pound inggris", "poundsterling inggris", "paun sterling"]),
    ...after("JPY", ["yen", "yen jepang"]),
    ...after("CNY", ["yuan", "yuan china", "yuan tiongkok", "renminbi"]),
    ...after("KRW", ["won", "won korea", "won korea selatan"]),
    ...after("INR", ["rupee", "rupee india", "rupe", "rupe india", "rupees"]),
    ...after("PKR", ["rupee pakistan"]),
    ...after("IDR", ["rupiah", "rupiah indonesia"]),
    idr: { unit: "IDR" },
    ...after("MYR", ["ringgit", "ringgit malaysia"]),
    ...after("THB", ["baht", "baht thailand"]),
    ...after("VND", ["dong vietnam"]),
    ...after("PHP", ["peso filipina"]),
    ...after("MXN", ["peso meksiko"]),
    ...after("ARS", ["peso argentina"]),
    ...after("CHF", ["franc swiss", "frank swiss"]),
    ...after("RUB", ["rubel", "rubel rusia"]),
    ...after("UAH", ["hryvnia"]),
    ...after("BRL", ["real brasil", "real brazil", "reais"]),
    ...after("TRY", ["lira", "lira turki"]),
    ...after("PLN", ["zloty"]),
    ...after("SEK", ["krona swedia", "kronor swedia"]),
    ...after("NOK", ["krone norwegia"]),
    ...after("DKK", ["krone denmark"]),
    ...after("SAR", ["riyal", "riyal saudi", "riyal arab saudi"]),
    ...after("AED", ["dirham", "dirham uea"]),
    ...after("ILS", ["shekel"]),
    ...after("ZAR", ["rand", "rand afrika selatan"]),
    ...after("%", ["persen", "prosen", "persen poin", "poin persentase", "poin persen", "persentase poin"]),
    ...after("W", ["watt"]),
    ...after("W", ["kilowatt"], 1e3),
    ...after("W", ["megawatt"], 1e6),
    ...after("W", ["gigawatt"], 1e9),
    ...after("W", ["terawatt"], 1e12),
    ...after("count", ["saham", "lembar saham", "lembar", "unit saham", "saham biasa"]),
  },
  subunits: { sen: 0.01, cent: 0.01, cents: 0.01, pence: 0.01, penny: 0.01 },
  qualifiers: {
    before: {
      sekitar: "about", "kira-kira": "about", "kira kira": "about", "kurang lebih": "about", "lebih kurang": "about", hampir: "about", nyaris: "about", mendekati: "about", diperkirakan: "about", kisaran: "about", "di kisaran": "about", "pada kisaran": "about", sekira: "about", "ditaksir": "about", "~": "about", "≈": "about", "tidak jauh dari": "about",
      "lebih dari": "over", "lebih daripada": "over", "di atas": "over", diatas: "over", melebihi: "over", melampaui: "over", menembus: "over", "lebih besar dari": "over", "lebih tinggi dari": "over", lebih: "over", "bisa melampaui": "over",
      setidaknya: "at-least", "setidak-tidaknya": "at-least", sedikitnya: "at-least", "paling sedikit": "at-least", minimal: "at-least", minimum: "at-least", "tak kurang dari": "at-least", "tidak kurang dari": "at-least", "sekurangnya": "at-least", "sekurang-kurangnya": "at-least", "paling tidak": "at-least",
      hingga: "up-to", sampai: "up-to", "sampai dengan": "up-to", "hingga mencapai": "up-to", maksimal: "up-to", maksimum: "up-to", "paling banyak": "up-to", "sebanyak-banyaknya": "up-to", "tidak lebih dari": "up-to", "tak lebih dari": "up-to", "setinggi-tingginya": "up-to", "bisa mencapai": "up-to", "dapat mencapai": "up-to",
      "kurang dari": "under", "di bawah": "under", dibawah: "under", "lebih rendah dari": "under", "lebih kecil dari": "under", "tidak sampai": "under", "tak sampai": "under",
    },
    after: { lebih: "over", "atau lebih": "at-least", "ke atas": "at-least", "atau kurang": "up-to", "+": "over" },
  },
  fillers: ["sebesar", "senilai", "sebanyak", "total", "mencapai", "nilai", "dana", "yang", "uang", "angka", "tambahan", "sejumlah", "total senilai", "dengan nilai", "dengan total", "harga", "investasi", "level", "posisi"],
  ranges: { open: ["antara", "dari", "mulai dari", "di antara", "kisaran"], link: ["hingga", "sampai", "sampai dengan", "s/d", "sd", "s.d.", "atau"], linkAfterOpen: ["dan"], change: ["menjadi", "ke"] },
  nameEndings: ["nya", "-nya"],
  abbreviations: ["bros", "pt", "tbk", "inc", "corp", "ltd", "dr", "ir", "prof", "drs", "no", "dll", "dsb", "dst", "tgl", "hlm", "u.s", "st", "mr", "co", "jl", "a.n", "s.d", "d.h", "a.l", "yth"],
};
