import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { sv } from "./index.ts";

const read = (text: string) => readQuantities(text, sv).filter((quantity) => quantity.unit !== "count");

describe("Swedish quantities", () => {
  it.each([
    ["2,35 miljarder dollar", 2.35e9, "USD"],
    ["30 miljoner kronor", 30e6, "SEK"],
    ["1,4 biljoner dollar", 1.4e12, "USD"],
    ["5 euro och 50 cent", 5.5, "EUR"],
    ["tjugofem miljarder euro", 25e9, "EUR"],
    ["en halv miljard euro", 500e6, "EUR"],
    ["10 mdr dollar", 10e9, "USD"],
    ["trettio procent", 30, "%"],
    ["4,2 procentenheter", 4.2, "%"],
    ["10 GW", 10e9, "W"],
    ["1 250 miljarder yen", 1.25e12, "JPY"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["drygt 5 miljarder kronor", "over"],
    ["upp till 5 miljarder kronor", "up-to"],
    ["cirka 5 miljarder kronor", "about"],
    ["minst 5 miljarder kronor", "at-least"],
    ["mindre än 5 miljarder kronor", "under"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([
      ["5 miljarder kronor", qualifier],
    ]);
  });

  it.each(["den 3 mars 2026", "H100 och GPT-5", "miljarder kronor", "version 3.2.1", "klockan 15.30"])(
    "finds no amount in “%s”",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
