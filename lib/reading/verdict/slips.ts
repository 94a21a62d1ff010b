/** The slips of the pen that put a figure powers of ten off. */

/** Each with what it means; a surface translates the code. `a-b`: the scale a was meant, b was written. */
export const SLIPS = [
  { code: "slip:yi-billion", means: "亿 or 億 (10⁸) was read as a billion (10⁹): ten times too large" },
  { code: "slip:billion-yi", means: "a billion (10⁹) was written as 亿 or 億 (10⁸): ten times too small" },
  {
    code: "slip:million-billion",
    means: "millions became billions, or millones became mil millones: a thousand times too large",
  },
  {
    code: "slip:billion-million",
    means: "billions became millions, or mil millones became millones: a thousand times too small",
  },
  { code: "slip:billion-trillion", means: "billions became trillions: a thousand times too large" },
  { code: "slip:trillion-billion", means: "trillions became billions: a thousand times too small" },
  {
    code: "slip:billion-billon",
    means:
      "a billion (10⁹) was written as the long scale's billón, Billion or bilião (10¹²): a thousand times too large",
  },
  {
    code: "slip:billon-billion",
    means: "the long scale's billón, Billion or bilião (10¹²) was read as a billion (10⁹): a thousand times too small",
  },
  { code: "slip:crore-billion", means: "crore (10⁷) was read as a billion (10⁹): a hundred times too large" },
  { code: "slip:billion-crore", means: "a billion (10⁹) was written as crore (10⁷): a hundred times too small" },
  { code: "slip:lost-scale-word", means: "the word for million, billion or 亿 was left out" },
  { code: "slip:extra-scale-word", means: "a word for million, billion or 亿 was written twice over" },
  { code: "slip:extra-digit", means: "a zero too many, or a decimal mark lost" },
  { code: "slip:lost-digit", means: "a zero too few, or a decimal mark too many" },
  { code: "slip:lost-digits", means: "the digits were swallowed, and only the scale word is left" },
] as const;

export type Slip = (typeof SLIPS)[number]["code"];

/** Languages whose "billion" is 10¹². */
const LONG_SCALE: ReadonlySet<string> = new Set([
  "es",
  "fr",
  "de",
  "it",
  "pt-pt",
  "ca",
  "nl",
  "pl",
  "sv",
  "da",
  "no",
  "cs",
  "hu",
]);
/** Languages that count in 10⁸. */
const MYRIAD: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);
const CRORE_UNITS: ReadonlySet<string> = new Set(["INR", "PKR", "BDT", "LKR", "NPR"]);
const TRILLION = 1e12;

/**
 * How a figure most likely came to be 10^`power` times the record's.
 *
 * @param power not 0; null where nothing but a zero is left of the figure
 * @param lang BCP 47, of the text; it tells apart slips that weigh the same
 */
export function slipOf(power: number | null, recorded: number, unit: string, lang: string | undefined): Slip {
  const tag = (lang ?? "").toLowerCase();
  const language = tag.split("-")[0] ?? "";
  const longScale = LONG_SCALE.has(tag) || LONG_SCALE.has(language);
  switch (power) {
    case null:
      return "slip:lost-digits";
    // A text that itself counts in 10⁸ can have written 30亿 for 30 billion, but not read its own 亿 wrong; one that
    // does not may have been translated from one that does.
    case 1:
      return unit === "W" || unit === "count" || MYRIAD.has(language) ? "slip:extra-digit" : "slip:yi-billion";
    case -1:
      return MYRIAD.has(language) && unit !== "W" ? "slip:billion-yi" : "slip:lost-digit";
    case 2:
      return CRORE_UNITS.has(unit) ? "slip:crore-billion" : "slip:extra-digit";
    case -2:
      return CRORE_UNITS.has(unit) ? "slip:billion-crore" : "slip:lost-digit";
    case 3:
      if (recorded >= TRILLION) return "slip:extra-scale-word";
      if (recorded < 1e9) return "slip:million-billion";
      // In Spanish, "500.000 mil millones" for "500.000 millones" is the commoner one where the figure has many digits.
      return longScale ? (recorded >= 1e11 ? "slip:million-billion" : "slip:billion-billon") : "slip:billion-trillion";
    case -3:
      if (recorded >= TRILLION) return longScale ? "slip:billon-billion" : "slip:trillion-billion";
      return "slip:billion-million";
    default:
      return power > 0 ? "slip:extra-scale-word" : "slip:lost-scale-word";
  }
}
