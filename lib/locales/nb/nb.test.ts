import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { nb } from "./index.ts";

const read = (text: string) => readQuantities(text, nb).filter((quantity) => quantity.unit !== "count");

describe("Norwegian quantities", () => {
  it.each([
    ["10 milliarder kroner", 10e9, "NOK"],
    ["ti amerikanske dollar", 10, "USD"],
    ["1,4 billioner dollar", 1.4e12, "USD"],
    ["38,7 mrd. dollar", 38.7e9, "USD"],
    ["50 mill. euro", 50e6, "EUR"],
    ["tjuefem prosent", 25, "%"],
    ["2 kroner og 23 øre", 2.23, "NOK"],
    ["10 svenske kroner", 10, "SEK"],
    ["halvannen milliard euro", 1.5e9, "EUR"],
    ["5 gigawatt", 5e9, "W"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["drøyt 5 milliarder kroner", "over"],
    ["opptil 5 milliarder kroner", "up-to"],
    ["om lag 5 milliarder kroner", "about"],
    ["minst 5 milliarder kroner", "at-least"],
    ["mindre enn 5 milliarder kroner", "under"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([
      ["5 milliarder kroner", qualifier],
    ]);
  });

  it.each(["den 3. mars 2026", "H100 og GPT-5", "milliarder av kroner", "versjon 3.2.1", "klokken 15.30"])(
    "finds no amount in “%s”",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
