import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { tr } from "./index.ts";

const read = (text: string) => readQuantities(text, tr).filter((quantity) => quantity.unit !== "count");

describe("Turkish quantities", () => {
  it.each([
    ["38,7 milyar dolar", 38.7e9, "USD"],
    ["1,4 trilyon dolar", 1.4e12, "USD"],
    ["75 milyon $", 75e6, "USD"],
    ["10 bin lira", 10e3, "TRY"],
    ["yirmi beş milyar avro", 25e9, "EUR"],
    ["bir buçuk milyar dolar", 1.5e9, "USD"],
    ["500 milyon sterlin", 500e6, "GBP"],
    ["yüzde 27", 27, "%"],
    ["yüzde yirmi iki", 22, "%"],
    ["%4,2", 4.2, "%"],
    ["10 gigawatt", 10e9, "W"],
    ["50 tl 3 kuruş", 50.03, "TRY"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["yaklaşık 5 milyar dolar", "about"],
    ["en az 5 milyar dolar", "at-least"],
    ["en fazla 5 milyar dolar", "up-to"],
    ["toplam 5 milyar dolar", "exact"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([["5 milyar dolar", qualifier]]);
  });

  it.each(["3 Mart 2026'da", "H100 ve GPT-5", "milyarlarca dolar", "sürüm 3.2.1", "saat 15.30"])(
    "finds no amount in “%s”",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
