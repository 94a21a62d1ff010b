/** Dutch writes numbers below a million as one word: "zevenendertig", "tweehonderdvijftig". */
const units = ["", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"];
const teens = [
  "tien",
  "elf",
  "twaalf",
  "dertien",
  "veertien",
  "vijftien",
  "zestien",
  "zeventien",
  "achttien",
  "negentien",
];
const tens = ["", "tien", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

function belowHundred(value: number): string {
  const [ten, unit] = [Math.floor(value / 10), value % 10];
  if (ten === 0) return units[unit] as string;
  if (ten === 1) return teens[unit] as string;
  if (unit === 0) return tens[ten] as string;
  // The diaeresis keeps two e's apart: tweeëntwintig, drieëndertig.
  return `${units[unit]}${unit === 2 || unit === 3 ? "ën" : "en"}${tens[ten]}`;
}

/** Words from "nul" to "negenhonderdnegenennegentig", those with "duizend", and "anderhalf". */
export function dutchNumerals(): Record<string, number> {
  const table: Record<string, number> = {
    nul: 0,
    één: 1,
    anderhalf: 1.5,
    anderhalve: 1.5,
    tweeënhalf: 2.5,
    tweeëneenhalf: 2.5,
    drieëneenhalf: 3.5,
    "een enkele": 1,
  };
  for (let value = 1; value < 1000; value++) {
    const [hundred, rest] = [Math.floor(value / 100), value % 100];
    const word = `${hundred > 1 ? units[hundred] : ""}${hundred ? "honderd" : ""}${belowHundred(rest)}`;
    if (value !== 100) table[word] = value;
    if (value > 1) table[`${word}duizend`] = value * 1000;
  }
  return table;
}
