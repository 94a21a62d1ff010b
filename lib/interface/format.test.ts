import { expect, it } from "vitest";
import { type FigureLike, formatDay, formatFigure } from "./format.ts";
import { interfaceIn } from "./i18n.ts";
import { importInterface } from "./locales/index.ts";

await importInterface("fr");

const figure = (parts: Partial<FigureLike>): FigureLike => ({
  metric: "amount",
  value: 100e9,
  unit: "USD",
  qualifier: "exact",
  ...parts,
});
/** `Intl` parts numbers with several kinds of space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

it.each<[Partial<FigureLike>, string, string]>([
  [{}, "$100 billion", "100 milliards de dollars"],
  [{ value: 1e12 }, "$1 trillion", "1 000 milliards de dollars"],
  [{ value: 1.25e12 }, "$1.25 trillion", "1 250 milliards de dollars"],
  [{ value: 15.1284e9, unit: "EUR" }, "€15.1284 billion", "15,1284 milliards d’euros"],
  [{ value: 1.5e6 }, "$1.5 million", "1,5 million de dollars"],
  [{ value: 700e9, unit: "JPY" }, "¥700 billion", "700 milliards de yens"],
  [{ value: 250_000 }, "$250,000", "250 000 $US"],
  [{ qualifier: "up-to" }, "up to $100 billion", "jusqu’à 100 milliards de dollars"],
  [{ qualifier: "about" }, "about $100 billion", "environ 100 milliards de dollars"],
  [{ qualifier: "at-least" }, "at least $100 billion", "au moins 100 milliards de dollars"],
  [{ qualifier: "over" }, "over $100 billion", "plus de 100 milliards de dollars"],
  [{ qualifier: "under" }, "under $100 billion", "moins de 100 milliards de dollars"],
  [
    { value: 25e9, valueTo: 30e9, qualifier: "about" },
    "$25 billion to $30 billion",
    "25 milliards de dollars à 30 milliards de dollars",
  ],
  [{ value: 10e9, unit: "W", metric: "power" }, "10 GW", "10 GW"],
  [{ value: 4.5e9, unit: "W", metric: "power" }, "4.5 GW", "4,5 GW"],
  [{ value: 300e6, unit: "W", metric: "power" }, "300 MW", "300 MW"],
  [{ value: 9.9, unit: "%", metric: "stake" }, "9.9%", "9,9 %"],
  [{ value: 5, unit: "year", metric: "term" }, "5 years", "5 ans"],
  [{ value: 160e6, unit: "count", metric: "shares" }, "160 million shares", "160 millions d’actions"],
  [{ value: 1.5e6, unit: "count", metric: "shares" }, "1.5 million shares", "1,5 million d’actions"],
  [{ value: 1, unit: "count", metric: "shares" }, "1 share", "1 action"],
  [{ value: 64_000, unit: "count", metric: "count" }, "64,000", "64 000"],
  [{ value: 54.2, metric: "share-price" }, "$54.20 a share", "54,20 $US par action"],
  [{ value: 54, metric: "share-price" }, "$54 a share", "54 $US par action"],
])("writes %j as %s and %s", (parts, english, french) => {
  expect(plain(formatFigure(figure(parts), interfaceIn("en")))).toBe(english);
  expect(plain(formatFigure(figure(parts), interfaceIn("fr")))).toBe(french);
});

it.each<[string, string, string, string, string]>([
  // "$30 billion", 1.25e12 dollars, 700 billion yen, "up to $2 billion"
  ["ar", "30 مليار دولار أمريكي", "1.25 ترليون دولار أمريكي", "700 مليار ين ياباني", "حتى 2 مليار دولار أمريكي"],
  ["de", "30 Milliarden Dollar", "1,25 Billionen Dollar", "700 Milliarden Yen", "bis zu 2 Milliarden Dollar"],
  ["en-GB", "US$30 billion", "US$1.25 trillion", "JP¥700 billion", "up to US$2 billion"],
  [
    "es",
    "30 mil millones de dólares",
    "1,25 billones de dólares",
    "700 mil millones de yenes",
    "hasta 2 mil millones de dólares",
  ],
  ["id", "US$30 miliar", "US$1,25 triliun", "JP¥700 miliar", "hingga US$2 miliar"],
  ["it", "30 miliardi di dollari", "1250 miliardi di dollari", "700 miliardi di yen", "fino a 2 miliardi di dollari"],
  ["ja", "300億ドル", "1.25兆ドル", "7000億円", "最大20億ドル"],
  ["ko", "300억 달러", "1.25조 달러", "7000억 엔", "최대 20억 달러"],
  ["pt-BR", "US$ 30 bilhões", "US$ 1,25 trilhão", "700 bilhões de ienes", "até US$ 2 bilhões"],
  [
    "pt-PT",
    "30 mil milhões de dólares",
    "1,25 biliões de dólares",
    "700 mil milhões de ienes",
    "até 2 mil milhões de dólares",
  ],
  ["ru", "30 млрд долларов", "1,25 трлн долларов", "700 млрд иен", "до 2 млрд долларов"],
  ["uk", "30 млрд доларів", "1,25 трлн доларів", "700 млрд єн", "до 2 млрд доларів"],
  ["vi", "30 tỷ USD", "1,25 nghìn tỷ USD", "700 tỷ yên", "tối đa 2 tỷ USD"],
  ["zh-CN", "300亿美元", "1.25万亿美元", "7000亿日元", "最高20亿美元"],
  ["zh-TW", "300億美元", "1.25兆美元", "7000億日圓", "最高20億美元"],
  ["zh-HK", "300億美元", "1.25萬億美元", "7000億日圓", "最高20億美元"],
])("writes money in %s as its press does: %s", async (lang, ...written) => {
  const ui = await importInterface(lang);
  const figures = [
    { value: 30e9 },
    { value: 1.25e12 },
    { value: 700e9, unit: "JPY" },
    { value: 2e9, qualifier: "up-to" },
  ] as const;
  // Arabic puts invisible marks of direction around its numbers.
  const seen = figures.map((parts) => plain(formatFigure(figure(parts), ui)).replace(/[\u200e\u200f]/g, ""));
  expect(seen).toEqual(written);
});

it("counts rupees in crores for readers in India", async () => {
  const ui = await importInterface("en-IN");
  expect(plain(formatFigure(figure({ value: 30e9, unit: "INR" }), ui))).toBe("₹3000 crore");
});

it.each([
  ["en", "Sep 22, 2025"],
  ["en-GB", "22 Sept 2025"],
  ["fr", "22 sept. 2025"],
  ["fr-CA", "22 sept. 2025"],
])("writes a day in %s as %s", (lang, written) => {
  expect(formatDay("2025-09-22", interfaceIn(lang))).toBe(written);
});
