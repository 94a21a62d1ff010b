/** German writes numbers below a million as one word, so every one of them is a key of its own. */

const units = ["", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const teens = [
  "zehn",
  "elf",
  "zwölf",
  "dreizehn",
  "vierzehn",
  "fünfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];
const tens = ["", "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/** 1 to 99 as it stands before "hundert", "tausend" or "und": "ein", "zwölf", "achtundsiebzig". */
function belowHundred(value: number): string {
  const [ten, unit] = [Math.floor(value / 10), value % 10];
  if (ten === 0) return units[unit] as string;
  if (ten === 1) return teens[unit] as string;
  return unit === 0 ? (tens[ten] as string) : `${units[unit]}und${tens[ten]}`;
}

/** 1 to 999: "siebenhundert", "zweihundertfünfzig". */
function belowThousand(value: number): string[] {
  const [hundred, rest] = [Math.floor(value / 100), value % 100];
  if (hundred === 0) return [belowHundred(rest)];
  const tail = rest === 0 ? "" : belowHundred(rest);
  const words = [`${units[hundred]}hundert${tail}`];
  if (hundred === 1 && tail) words.push(`hundert${tail}`);
  return words;
}

/** Swiss and keyboard spellings beside the standard one. */
const spellings = (word: string): string[] => [
  ...new Set([word, word.replaceAll("ß", "ss"), word.replaceAll("ü", "ue").replaceAll("ö", "oe")]),
];

/** Words from "null" to "neunhundertneunundneunzigtausend", with "anderthalb" and "zweieinhalb". */
export function germanNumerals(): Record<string, number> {
  const table: Record<string, number> = {
    null: 0,
    eins: 1,
    eine: 1,
    einen: 1,
    einem: 1,
    einer: 1,
    eines: 1,
    zwo: 2,
    zweier: 2,
    dreier: 3,
  };
  for (let value = 1; value < 1000; value++) {
    for (const word of belowThousand(value).flatMap(spellings)) {
      table[word] = value;
      table[`${word}tausend`] = value * 1000;
    }
  }
  table.anderthalb = table.eineinhalb = table.einundeinhalb = 1.5;
  for (let value = 2; value < 13; value++)
    for (const word of spellings(`${belowHundred(value)}einhalb`)) table[word] = value + 0.5;
  // Both mean 100 and 1000 by themselves, but multiply as well; see bareScales.
  delete table.hundert;
  return table;
}
