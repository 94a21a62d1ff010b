import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";
import { hindiNumerals } from "./numerals.ts";

/** One letter or two: ड़ is written as one sign (U+095C) or as ड with a dot (U+0921 U+093C), and normalising keeps them apart. */
const dotted = <T>(table: Record<string, T>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(table).flatMap(([key, value]) => [
      [key.normalize("NFC"), value],
      [
        key
          .normalize("NFC")
          .replaceAll("\u0921\u093c", "\u095c")
          .replaceAll("\u0922\u093c", "\u095d")
          .replaceAll("\u095e", "\u092b\u093c"),
        value,
      ],
    ]),
  );

/** Hindi: quantities, and the cues that settle most figures. */
export const hi: LocalePack = {
  tag: "hi",
  words: "spaced",
  marks: { decimal: ["."], group: [","], spoken: ["दशमलव", "पॉइंट"] },
  negatives: ["माइनस", "ऋण"],
  opaque: ["एक तिहाई", "एक साथ", "एक बार"],
  numerals: hindiNumerals(),
  scales: dotted({
    सौ: 100,
    हज़ार: 1e3,
    हजार: 1e3,
    लाख: 1e5,
    करोड़: 1e7,
    करोड: 1e7,
    अरब: 1e9,
    खरब: 1e11,
    "लाख करोड़": 1e12,
    मिलियन: 1e6,
    मिलीयन: 1e6,
    बिलियन: 1e9,
    ट्रिलियन: 1e12,
  }),
  bareScales: ["सौ", "हजार"],
  numeralLinks: [],
  fractions: { आधा: 0.5, आधे: 0.5 },
  unitLinks: [],
  units: {
    "रु.": { unit: "INR" },
    रु: { unit: "INR" },
    "c $": { unit: "CAD" },
    ...unitsAfter({
      USD: ["डॉलर", "अमेरिकी डॉलर", "अमरीकी डॉलर", "यूएस डॉलर", "डालर", "अमेरिकी डालर"],
      CAD: ["कनाडाई डॉलर", "कैनेडियन डॉलर"],
      AUD: ["ऑस्ट्रेलियाई डॉलर"],
      HKD: ["हांगकांग डॉलर"],
      SGD: ["सिंगापुर डॉलर"],
      INR: ["रुपये", "रुपए", "रुपया", "रूपये", "रूपए", "भारतीय रुपये"],
      EUR: ["यूरो"],
      GBP: ["पाउंड", "पौंड", "ब्रिटिश पाउंड"],
      JPY: ["येन", "जापानी येन"],
      CNY: ["युआन", "चीनी युआन", "रेनमिन्बी"],
      KRW: ["वॉन", "वोन"],
      RUB: ["रूबल"],
      AED: ["दिरहम"],
      SAR: ["सऊदी रियाल"],
      CHF: ["स्विस फ्रैंक"],
      BRL: ["ब्राजीलियाई रियल"],
      PKR: ["पाकिस्तानी रुपये"],
      IDR: ["इंडोनेशियाई रुपिया"],
      "%": ["प्रतिशत", "फीसदी", "फ़ीसदी", "फीसद", "प्रतिशत अंक", "परसेंट"],
      W: ["वाट"],
      count: ["शेयर", "शेयरों"],
    }),
    ...unitsAfter({ W: ["किलोवाट"] }, 1e3),
    ...unitsAfter({ W: ["मेगावाट"] }, 1e6),
    ...unitsAfter({ W: ["गीगावाट", "गीगावॉट"] }, 1e9),
    ...unitsAfter({ W: ["टेरावाट"] }, 1e12),
  },
  subunits: { पैसे: 0.01, पैसा: 0.01, सेंट: 0.01 },
  qualifiers: {
    before: invert({
      about: ["लगभग", "करीब", "क़रीब", "तकरीबन", "अनुमानित", "~"],
      "at-least": ["कम से कम", "न्यूनतम"],
      "up-to": ["अधिकतम", "ज्यादा से ज्यादा"],
    }),
    after: invert({
      over: ["से अधिक", "से ज्यादा", "से ज़्यादा", "से ऊपर", "के पार"],
      under: ["से कम", "से नीचे"],
      "up-to": ["तक", "तक की", "तक का", "तक के"],
      about: ["के करीब", "के आसपास", "के लगभग"],
    }),
  },
  fillers: ["कुल", "और", "की"],
  ranges: { open: [], link: ["से", "या"] },
  abbreviations: ["श्री", "डॉ", "कं", "लि", "इंक"],
  cues,
};
