import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ga } from "./index.ts";

const read = (text: string) => readQuantities(text, ga).filter((quantity) => quantity.unit !== "count");

describe("Irish quantities", () => {
  it.each([
    ["20 euro", 20, "EUR"],
    ["10 billiún dollar", 10e9, "USD"],
    ["fiche dollar", 20, "USD"],
    ["€1.5 billiún", 1.5e9, "EUR"],
    ["5 mhilliún euro", 5e6, "EUR"],
    ["25 faoin gcéad", 25, "%"],
    ["10 ngigeavata", 10e9, "W"],
    ["£9", 9, "GBP"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["thart ar 5 billiún euro", "about"],
    ["níos mó ná 5 billiún euro", "over"],
    ["ar a laghad 5 billiún euro", "at-least"],
    ["suas le 5 billiún euro", "up-to"],
    ["faoi bhun 5 billiún euro", "under"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([["5 billiún euro", qualifier]]);
  });

  it.each(["an 3 Márta 2026", "H100 agus GPT-5", "na billiúin", "leagan 3.2.1"])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
