import { expect, it } from "vitest";
import { inCurrency, readersCurrency } from "./currency.ts";
import type { FigureLike } from "./format.ts";
import { interfaceIn } from "./i18n.ts";

it.each([
  ["auto", "fr-FR", "EUR"],
  ["auto", "en-GB", "GBP"],
  ["auto", "zh-Hant-TW", "TWD"],
  ["auto", "en", null],
  ["auto", "en-AQ", null],
  ["none", "fr-FR", null],
  ["JPY", "fr-FR", "JPY"],
])("takes for %s in %s %s", (choice, locale, currency) => {
  expect(readersCurrency(choice, locale)).toBe(currency);
});

/** Euros are known until June 2026, and yen for May alone. */
const rates = {
  usdPerUnit: (currency: string) => ({ USD: 1, EUR: 1.25, JPY: 0.01 })[currency] ?? null,
  rateMonth: (currency: string, month: string) =>
    currency === "USD"
      ? month
      : currency === "EUR"
        ? month > "2026-06"
          ? "2026-06"
          : month
        : currency === "JPY"
          ? "2026-05"
          : null,
};
const figure = (parts: Partial<FigureLike> = {}): FigureLike => ({
  metric: "amount",
  value: 100e9,
  unit: "USD",
  qualifier: "up-to",
  ...parts,
});
const say = (parts: Partial<FigureLike>, currency: string, day: string) =>
  inCurrency(figure(parts), currency, day, rates, interfaceIn("en"));

it("says a figure at the rate of its month, in three digits", () => {
  expect(say({}, "EUR", "2025-09-22")).toBe("≈ €80 billion at the rate of September 2025");
  expect(say({ value: 1234e9 }, "EUR", "2025-09-22")).toBe("≈ €987 billion at the rate of September 2025");
  expect(say({ value: 100e9, valueTo: 200e9 }, "EUR", "2025-09-22")).toBe(
    "≈ €80 billion to €160 billion at the rate of September 2025",
  );
});

it("names the month whose rate was used, where the figure's own is not known", () => {
  expect(say({}, "EUR", "2026-11-22")).toBe("≈ €80 billion at the rate of June 2026");
  expect(say({ unit: "EUR" }, "USD", "2026-11-22")).toBe("≈ $125 billion at the rate of June 2026");
});

it.each<[string, Partial<FigureLike>, string]>([
  ["what is no money", { unit: "W", metric: "power" }, "EUR"],
  ["what is in that currency already", { unit: "EUR" }, "EUR"],
  ["a currency without rates", {}, "XAU"],
  ["a figure in a currency without rates", { unit: "XAU" }, "EUR"],
  ["two currencies whose rates are of different months", { unit: "JPY" }, "EUR"],
])("says nothing of %s", (_, parts, currency) => {
  expect(say(parts, currency, "2025-09-22")).toBe("");
});
