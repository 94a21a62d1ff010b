import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { nl } from "./index.ts";

const read = (text: string) => readQuantities(text, nl).filter((quantity) => quantity.unit !== "count");

describe("Dutch quantities", () => {
  it.each([
    ["1,7 miljard euro", 1.7e9, "EUR"],
    ["2 miljard Amerikaanse dollar", 2e9, "USD"],
    ["$10 mld", 10e9, "USD"],
    ["1,4 biljoen dollar", 1.4e12, "USD"],
    ["12,5 mln. euro", 12.5e6, "EUR"],
    ["vijf euro", 5, "EUR"],
    ["zevenendertig procent", 37, "%"],
    ["tweeëntwintig miljoen euro", 22e6, "EUR"],
    ["anderhalf miljard euro", 1.5e9, "EUR"],
    ["honderd procent", 100, "%"],
    ["10 gigawatt", 10e9, "W"],
    ["4,2 procentpunt", 4.2, "%"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["ruim 5 miljard euro", "over"],
    ["tot 5 miljard euro", "up-to"],
    ["bijna 5 miljard euro", "about"],
    ["minstens 5 miljard euro", "at-least"],
    ["minder dan 5 miljard euro", "under"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([["5 miljard euro", qualifier]]);
  });

  it.each([
    "op 3 maart 2026",
    "de H100 en GPT-5",
    "miljarden euro's",
    "een paar honderd miljoen dollar",
    "versie 3.2.1",
    "10 Europese banken",
  ])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
