import { describe, expect, it } from "vitest";
import type { Qualifier } from "../lib/deals/schema.ts";
import { sayFigure } from "./say-figure.ts";

describe("sayFigure", () => {
  it.each<[number, number | null, string, Qualifier, string]>([
    [100_000_000_000, null, "USD", "up-to", "up to $100 billion"],
    [1_000_000_000_000, null, "USD", "exact", "$1 trillion"],
    [15_128_400_000, null, "EUR", "about", "about €15.1284 billion"],
    [30.05, null, "GBP", "exact", "£30.05"],
    [2_000_000_000, 2_500_000_000, "CNY", "exact", "CN¥2 billion to CN¥2.5 billion"],
    [3_000_000_000, null, "CHF", "exact", "CHF\u00a03 billion"],
    [10_000_000_000, null, "W", "at-least", "at least 10 GW"],
    [1_250_000_000, null, "W", "exact", "1.25 GW"],
    [350_000_000, null, "W", "over", "over 350 MW"],
    [27.4, null, "%", "under", "under 27.4 %"],
    [45, 50, "%", "exact", "45 % to 50 %"],
    [1, null, "year", "exact", "1 year"],
    [7, null, "year", "exact", "7 years"],
    [160_000_000, null, "count", "up-to", "up to 160 million"],
  ])("says %d–%s %s, %s, as %j", (value, valueTo, unit, qualifier, said) => {
    expect(sayFigure({ value, valueTo, unit, qualifier })).toBe(said);
  });
});
