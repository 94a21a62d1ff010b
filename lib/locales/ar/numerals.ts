/** Arabic numbers in words: both genders and all cases, units before tens ("خمسة وعشرون" is 25). */
const units: readonly (readonly [number, readonly string[]])[] = [
  [1, ["واحد", "واحدة", "أحد", "إحدى"]],
  [2, ["اثنان", "اثنين", "اثنتان", "اثنتين", "اثنا", "اثني", "اثنتا", "اثنتي"]],
  [3, ["ثلاثة", "ثلاث"]],
  [4, ["أربعة", "أربع"]],
  [5, ["خمسة", "خمس"]],
  [6, ["ستة", "ست"]],
  [7, ["سبعة", "سبع"]],
  [8, ["ثمانية", "ثماني", "ثمان"]],
  [9, ["تسعة", "تسع"]],
];

const tens: readonly (readonly [number, readonly string[]])[] = [
  [20, ["عشرون", "عشرين"]],
  [30, ["ثلاثون", "ثلاثين"]],
  [40, ["أربعون", "أربعين"]],
  [50, ["خمسون", "خمسين"]],
  [60, ["ستون", "ستين"]],
  [70, ["سبعون", "سبعين"]],
  [80, ["ثمانون", "ثمانين"]],
  [90, ["تسعون", "تسعين"]],
];

const hundred = ["مئة", "مائة", "مية"];

function build(): Record<string, number> {
  const words: Record<string, number> = { صفر: 0, عشرة: 10, عشر: 10 };
  for (const [value, spellings] of units)
    for (const unit of spellings) {
      words[unit] = value;
      for (const ten of ["عشر", "عشرة"]) words[`${unit} ${ten}`] = value + 10;
      for (const [ten, tenSpellings] of tens) for (const word of tenSpellings) words[`${unit} و${word}`] = value + ten;
      // Together or apart: ثلاثمئة, ثلاث مائة. Two hundred has its own form.
      if (value >= 3) for (const word of hundred) words[unit + word] = words[`${unit} ${word}`] = value * 100;
    }
  for (const [value, spellings] of tens) for (const word of spellings) words[word] = value;
  for (const word of hundred) words[word] = 100;
  for (const stem of ["مئت", "مائت", "ميت"]) for (const ending of ["ان", "ين", "ا", "ي"]) words[stem + ending] = 200;
  return words;
}

/** The dual says "two" without a numeral: مليارا دولار, ملياري دولار. Behind a number the same letters are an ending. */
const duals: Record<string, number> = {
  ألفين: 2e3,
  ألفان: 2e3,
  ألفي: 2e3,
  مليونين: 2e6,
  مليونان: 2e6,
  مليوني: 2e6,
  مليونا: 2e6,
  مليارين: 2e9,
  ملياران: 2e9,
  ملياري: 2e9,
  مليارا: 2e9,
  بليونين: 2e9,
  بليوني: 2e9,
  تريليونين: 2e12,
  تريليونان: 2e12,
  تريليوني: 2e12,
  تريليونا: 2e12,
  ترليوني: 2e12,
};

export const arabicNumerals = (): Record<string, number> => ({ ...build(), ...duals });
