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
  [{}, "$100 billion", "100 milliards $US"],
  [{ value: 1e12 }, "$1 trillion", "1 000 milliards $US"],
  [{ value: 1.25e12 }, "$1.25 trillion", "1 250 milliards $US"],
  [{ value: 15.1284e9, unit: "EUR" }, "€15.1284 billion", "15,1284 milliards €"],
  [{ value: 1.5e6 }, "$1.5 million", "1,5 million $US"],
  [{ value: 700e9, unit: "JPY" }, "¥700 billion", "700 milliards JPY"],
  [{ value: 250_000 }, "$250,000", "250 000 $US"],
  [{ qualifier: "up-to" }, "up to $100 billion", "jusqu’à 100 milliards $US"],
  [{ qualifier: "about" }, "about $100 billion", "environ 100 milliards $US"],
  [{ qualifier: "at-least" }, "at least $100 billion", "au moins 100 milliards $US"],
  [{ qualifier: "over" }, "over $100 billion", "plus de 100 milliards $US"],
  [{ qualifier: "under" }, "under $100 billion", "moins de 100 milliards $US"],
  [
    { value: 25e9, valueTo: 30e9, qualifier: "about" },
    "$25 billion to $30 billion",
    "25 milliards $US à 30 milliards $US",
  ],
  [{ value: 10e9, unit: "W", metric: "power" }, "10 GW", "10 GW"],
  [{ value: 4.5e9, unit: "W", metric: "power" }, "4.5 GW", "4,5 GW"],
  [{ value: 300e6, unit: "W", metric: "power" }, "300 MW", "300 MW"],
  [{ value: 9.9, unit: "%", metric: "stake" }, "9.9%", "9,9 %"],
  [{ value: 5, unit: "year", metric: "term" }, "5 years", "5 ans"],
  [{ value: 160e6, unit: "count", metric: "shares" }, "160 million shares", "160 millions d’actions"],
  [{ value: 1, unit: "count", metric: "shares" }, "1 share", "1 action"],
  [{ value: 64_000, unit: "count", metric: "count" }, "64,000", "64 000"],
  [{ value: 54.2, metric: "share-price" }, "$54.20 a share", "54,20 $US par action"],
  [{ value: 54, metric: "share-price" }, "$54 a share", "54 $US par action"],
])("writes %j as %s and %s", (parts, english, french) => {
  expect(plain(formatFigure(figure(parts), interfaceIn("en")))).toBe(english);
  expect(plain(formatFigure(figure(parts), interfaceIn("fr")))).toBe(french);
});

it("writes money in Arabic without Latin letters, which would fall apart there", async () => {
  await importInterface("ar");
  expect(plain(formatFigure(figure({ qualifier: "up-to" }), interfaceIn("ar")))).toBe("حتى 100 مليار دولار أمريكي");
});

it.each([
  ["en", "Sep 22, 2025"],
  ["en-GB", "22 Sept 2025"],
  ["fr", "22 sept. 2025"],
  ["fr-CA", "22 sept. 2025"],
])("writes a day in %s as %s", (lang, written) => {
  expect(formatDay("2025-09-22", interfaceIn(lang))).toBe(written);
});
