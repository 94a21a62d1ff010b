import { describe, expect, it } from "vitest";
import { SLIPS, slipOf } from "./slips.ts";

describe("the likely slip", () => {
  it.each([
    [1, 100e9, "USD", "fr", "slip:yi-billion"],
    [1, 100e9, "USD", undefined, "slip:yi-billion"],
    [1, 100e9, "USD", "ja", "slip:extra-digit"],
    [1, 10e9, "W", "fr", "slip:extra-digit"],
    [-1, 30e9, "USD", "zh-Hans", "slip:billion-yi"],
    [-1, 100e9, "USD", "en", "slip:lost-digit"],
    [-1, 10e9, "W", "zh-Hans", "slip:lost-digit"],
    [2, 5e9, "INR", "en", "slip:crore-billion"],
    [-2, 5e9, "INR", "en", "slip:billion-crore"],
    [2, 5e9, "USD", "en", "slip:extra-digit"],
    [-2, 5e9, "USD", "en", "slip:lost-digit"],
    [3, 500e6, "EUR", "es", "slip:million-billion"],
    [3, 500e9, "USD", "es", "slip:million-billion"],
    [3, 5e9, "USD", "es", "slip:billion-billon"],
    [3, 5e9, "USD", "pt-PT", "slip:billion-billon"],
    [3, 5e9, "USD", "pt-BR", "slip:billion-trillion"],
    [3, 5e9, "USD", "en", "slip:billion-trillion"],
    [3, 5e12, "USD", "en", "slip:extra-scale-word"],
    [-3, 730e9, "USD", "vi", "slip:billion-million"],
    [-3, 1.25e12, "USD", "en", "slip:trillion-billion"],
    [-3, 1.25e12, "USD", "de-AT", "slip:billon-billion"],
    [6, 5e9, "USD", "en", "slip:extra-scale-word"],
    [8, 5e9, "USD", "zh-Hans", "slip:extra-scale-word"],
    [-6, 5e9, "USD", "en", "slip:lost-scale-word"],
    [-8, 100e9, "USD", "zh-Hans", "slip:lost-scale-word"],
    [-9, 5e9, "USD", "en", "slip:lost-scale-word"],
    [null, 100e9, "USD", "ja", "slip:lost-digits"],
  ] as const)("10^%s of %d %s in %s: %s", (power, recorded, unit, lang, expected) => {
    expect(slipOf(power, recorded, unit, lang)).toBe(expected);
  });

  it("has one explanation for each code", () => {
    expect(new Set(SLIPS.map(({ code }) => code)).size).toBe(SLIPS.length);
    for (const { code, means } of SLIPS) {
      expect(code).toMatch(/^slip:[a-z-]+$/);
      expect(means).not.toBe("");
    }
  });
});
