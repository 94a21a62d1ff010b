/**
 * Italian number words, which are written together: "venticinque", "trecentocinquanta", "duecentomila".
 *
 * Every word up to 999, and those thousands that the press writes out; anything longer it writes in digits.
 */
const units = ["", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"];
const teens = [
  "dieci",
  "undici",
  "dodici",
  "tredici",
  "quattordici",
  "quindici",
  "sedici",
  "diciassette",
  "diciotto",
  "diciannove",
];
const tens = ["", "", "venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"];

function belowHundred(n: number): string[] {
  if (n < 10) return [units[n] as string];
  if (n < 20) return [teens[n - 10] as string];
  const ten = tens[Math.floor(n / 10)] as string;
  const unit = n % 10;
  if (unit === 0) return [ten];
  // ventuno, ventotto: the ten loses its vowel; ventitré bears an accent that hurried copy leaves out.
  const stem = unit === 1 || unit === 8 ? ten.slice(0, -1) : ten;
  if (unit === 3) return [`${ten}tré`, `${ten}tre`];
  if (unit === 1) return [`${stem}uno`, `${stem}un`];
  return [stem + (units[unit] as string)];
}

function belowThousand(n: number): string[] {
  if (n < 100) return belowHundred(n);
  const hundred = `${n < 200 ? "" : (units[Math.floor(n / 100)] as string)}cento`;
  const rest = n % 100;
  if (rest === 0) return [hundred];
  const joined = belowHundred(rest).flatMap((word) => [
    hundred + word,
    ...(/^[ou]/.test(word) ? [hundred.slice(0, -1) + word] : []),
  ]);
  return n % 100 === 3 ? [...joined, `${hundred}tré`] : joined;
}

/** Every number word from "uno" to "novecentonovantanove", and round thousands such as "centomila". */
export function italianNumerals(): Record<string, number> {
  const table: Record<string, number> = { zero: 0, un: 1, una: 1 };
  for (let n = 1; n < 1000; n++) for (const word of belowThousand(n)) table[word] = n;
  for (let n = 2; n < 1000; n += n < 100 ? 1 : 10) for (const word of belowThousand(n)) table[`${word}mila`] = n * 1000;
  for (let n = 1; n < 10; n++)
    for (let hundreds = 1; hundreds < 10; hundreds++)
      table[`${n === 1 ? "mille" : `${units[n]}mila`}${hundreds === 1 ? "" : units[hundreds]}cento`] =
        n * 1000 + hundreds * 100;
  return table;
}
