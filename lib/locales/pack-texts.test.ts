import { describe, expect, it } from "vitest";
import { packs } from "./all.ts";
import { moduleOf, packFromTexts, textsOf } from "./pack-texts.ts";
import { numeralsOf } from "./table.ts";

describe("packs as texts", () => {
  it.each(packs.map((pack) => [pack.tag, pack] as const))("give %s again, in the same order", (_, pack) => {
    const again = packFromTexts(textsOf(pack));
    const whole = { ...pack, numerals: numeralsOf(pack) };
    expect({ ...again }).toStrictEqual(whole);
    // Of two words that fold to one, the later counts.
    for (const part of Object.keys(whole) as (keyof typeof whole)[]) {
      expect(JSON.stringify(again[part]), part).toBe(JSON.stringify(whole[part]));
    }
  });

  it("make a part once", () => {
    const [pack] = packs;
    if (!pack) throw new Error("There are no packs");
    const again = packFromTexts(textsOf(pack));
    expect(again.units).toBe(again.units);
  });

  it("are a module in which what packs share stands once", () => {
    const [chinese, other] = packs.filter(({ tag }) => tag.startsWith("zh"));
    if (!chinese || !other) throw new Error("There are no two Chinese packs");
    expect(moduleOf([chinese, other]).length).toBeLessThan(1.5 * moduleOf([chinese]).length);
  });
});
