/** What every language shares: currency signs and codes, metric units, percent. A pack's own tables win over these. */
import type { UnitWord } from "./types.ts";

/** ISO 4217 codes that are also common English or other words: read only after a number, and in capitals. */
const wordLikeCodes = new Set(
  "ALL TRY MAD GEL TOP BAM CUP SOS LAK MOP PEN RON COP MUR BOB PAB ANG ARS BAN BIF FIM DOP NAD SAR SEK SOL SIT HAS MGA CRC KES ERN VES VUV WST XAF XOF".split(
    " ",
  ),
);
/** Written in lower case too ("10 usd"). */
const everydayCodes = "USD EUR GBP JPY CNY CAD AUD CHF INR KRW HKD BRL MXN IDR VND RUB UAH TWD SGD".split(" ");

function codes(): Record<string, UnitWord> {
  const table: Record<string, UnitWord> = {};
  for (const code of Intl.supportedValuesOf("currency")) {
    if (/^X[A-Z]{2}$/.test(code) && !["XAF", "XOF", "XPF", "XCD"].includes(code)) continue; // metals, test codes
    table[code] = { unit: code, capitals: true, where: wordLikeCodes.has(code) ? "after" : "both" };
  }
  for (const code of everydayCodes) {
    table[code] = { unit: code };
    // "120 MEUR", "MUSD 20", "5 BNUSD": project finance writes the scale into the code.
    table[`M${code}`] = { unit: code, per: 1e6, capitals: true };
    table[`K${code}`] = { unit: code, per: 1e3, capitals: true };
  }
  // "aud$ 15", "NZD $20": the code says which dollar.
  for (const code of "AUD NZD CAD MXN HKD SGD TWD".split(" ")) table[`${code}$`] = table[`${code} $`] = { unit: code };
  table.RMB = { unit: "CNY" };
  table.SAR = { unit: "SAR", capitals: true };
  table.SEK = { unit: "SEK", capitals: true };
  return table;
}

export const commonUnits: Record<string, UnitWord> = {
  ...codes(),
  $: { unit: "USD" },
  US$: { unit: "USD" },
  "US $": { unit: "USD" },
  "U.S $": { unit: "USD" },
  "U.S. $": { unit: "USD" },
  "U.S.$": { unit: "USD" },
  USD$: { unit: "USD" },
  $US: { unit: "USD" },
  "$ US": { unit: "USD", where: "after" },
  "$ USD": { unit: "USD" },
  C$: { unit: "CAD" },
  "C $": { unit: "CAD", where: "before" },
  CA$: { unit: "CAD" },
  A$: { unit: "AUD" },
  AU$: { unit: "AUD" },
  NZ$: { unit: "NZD" },
  R$: { unit: "BRL" },
  "R $": { unit: "BRL", where: "before" },
  NT$: { unit: "TWD" },
  HK$: { unit: "HKD" },
  S$: { unit: "SGD" },
  SG$: { unit: "SGD" },
  MX$: { unit: "MXN" },
  "€": { unit: "EUR" },
  "£": { unit: "GBP" },
  "¥": { unit: "JPY" },
  "₩": { unit: "KRW" },
  "₹": { unit: "INR" },
  Rs: { unit: "INR" },
  "Rs.": { unit: "INR" },
  "₽": { unit: "RUB" },
  "₴": { unit: "UAH" },
  "₫": { unit: "VND" },
  "₺": { unit: "TRY" },
  "₪": { unit: "ILS" },
  "₱": { unit: "PHP" },
  "฿": { unit: "THB" },
  "₮": { unit: "MNT" },
  "₦": { unit: "NGN" },
  "₾": { unit: "GEL" },
  Rp: { unit: "IDR", where: "before" },
  "Rp.": { unit: "IDR", where: "before" },
  RM: { unit: "MYR", where: "before", capitals: true },
  ரூ: { unit: "LKR" },
  "%": { unit: "%" },
  "٪": { unit: "%" },
  "‰": { unit: "%", per: 0.1 },
  kW: { unit: "W", per: 1e3, where: "after" },
  MW: { unit: "W", per: 1e6, where: "after" },
  "㎿": { unit: "W", per: 1e6, where: "after" },
  "㎾": { unit: "W", per: 1e3, where: "after" },
  GW: { unit: "W", per: 1e9, where: "after" },
  TW: { unit: "W", per: 1e12, where: "after" },
};

/** Scales that headlines in any language glue to a currency: "$5bn", "$10K". */
export const commonTightScales: Record<string, number> = {
  k: 1e3,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  bn: 1e9,
  b: 1e9,
  tn: 1e12,
};
/** Short forms that mean nothing else in any language. */
export const commonScales: Record<string, number> = { bn: 1e9 };
