import { invert, unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";
import { cues } from "./cues.ts";

/** Irish: quantities, and the cues that settle most figures. Nouns lenite after numbers: milliún, mhilliún. */
export const ga: LocalePack = {
  tag: "ga",
  words: "spaced",
  marks: { decimal: ["."], group: [","] },
  negatives: ["lúide"],
  numerals: {
    aon: 1, dó: 2, dhá: 2, trí: 3, ceithre: 4, cúig: 5, sé: 6, seacht: 7, ocht: 8, naoi: 9, deich: 10, fiche: 20, tríocha: 30, daichead: 40, caoga: 50, seasca: 60, seachtó: 70, ochtó: 80, nócha: 90,
  },
  scales: { céad: 100, chéad: 100, míle: 1e3, mhíle: 1e3, milliún: 1e6, mhilliún: 1e6, milliúin: 1e6, billiún: 1e9, bhilliún: 1e9, mbilliún: 1e9, trilliún: 1e12, dtrilliún: 1e12 },
  bareScales: ["céad", "míle"],
  numeralLinks: ["is", "agus"],
  fractions: { leath: 0.5, "leath de": 0.5 },
  unitLinks: [],
  units: {
    ...unitsAfter({
      USD: ["dollar", "dollair", "ndollar", "dhollar", "dollar na stát aontaithe"], EUR: ["euro", "euros", "eoró"], GBP: ["punt", "phunt", "bpunt", "punt steirling"],
      INR: ["rúpaí", "rupees", "rúipí"], JPY: ["yen", "ien"], CNY: ["yuan"], CHF: ["franc eilvéiseach"],
      "%": ["faoin gcéad", "sa chéad", "céatadán"], W: ["vata"], count: ["scair", "scaireanna"],
    }),
    ...unitsAfter({ W: ["meigeavata", "mheigeavata"] }, 1e6),
    ...unitsAfter({ W: ["gigeavata", "ngigeavata", "ghigeavata"] }, 1e9),
  },
  subunits: { cent: 0.01, ceint: 0.01, pingin: 0.01 },
  qualifiers: {
    before: invert({
      about: ["thart ar", "timpeall", "tuairim is", "beagnach", "~"],
      over: ["breis is", "níos mó ná", "os cionn", "thar"],
      "at-least": ["ar a laghad"],
      "up-to": ["suas le", "suas go dtí"],
      under: ["níos lú ná", "faoi bhun"],
    }),
    after: { "ar a laghad": "at-least", "ar a mhéad": "up-to" },
  },
  fillers: ["an", "na"],
  ranges: { open: ["idir"], link: ["go", "go dtí", "nó"], linkAfterOpen: ["agus"] },
  abbreviations: ["teo", "inc", "corp", "m.sh", "srl"],
  cues,
};
