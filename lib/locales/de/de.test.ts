import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { de } from "./index.ts";

const read = (text: string) =>
  readQuantities(text, de)
    .filter((quantity) => quantity.unit !== "count")
    .map(({ text: written, value, valueTo, unit, qualifier }) => [written, value, valueTo, unit, qualifier]);

describe("German quantities", () => {
  it.each([
    ["30 Milliarden Dollar", 30e9, "USD"],
    ["38,7 Mrd. US-Dollar", 38.7e9, "USD"],
    ["38,7 Mrd USD", 38.7e9, "USD"],
    ["1.250 Milliarden Euro", 1250e9, "EUR"],
    ["1,4 Billionen Dollar", 1.4e12, "USD"],
    ["1,4 Bio. Dollar", 1.4e12, "USD"],
    ["1,4 Trillionen Dollar", 1.4e12, "USD"],
    ["500 Mio. Franken", 500e6, "CHF"],
    ["12,5 Mio. €", 12.5e6, "EUR"],
    ["€ 12,5 Mio.", 12.5e6, "EUR"],
    ["94.000 $", 94e3, "USD"],
    ["1'250'000 Franken", 1.25e6, "CHF"],
    ["siebenhundert Euro", 700, "EUR"],
    ["achtundsiebzig Millionen Dollar", 78e6, "USD"],
    ["zwölf Milliarden Pfund", 12e9, "GBP"],
    ["dreißigtausend Euro", 30e3, "EUR"],
    ["dreissig Milliarden Franken", 30e9, "CHF"],
    ["eine Milliarde Euro", 1e9, "EUR"],
    ["hundert Milliarden Dollar", 100e9, "USD"],
    ["anderthalb Milliarden Euro", 1.5e9, "EUR"],
    ["zweieinhalb Milliarden Euro", 2.5e9, "EUR"],
    ["eine halbe Milliarde Euro", 0.5e9, "EUR"],
    ["zwei Komma fünf Milliarden Dollar", 2.5e9, "USD"],
    ["2 Millionen 500 Tausend Euro", 2.5e6, "EUR"],
    ["15 Dollar und 15 Cent", 15.15, "USD"],
    ["100-Milliarden-Dollar", 100e9, "USD"],
    ["45 Milliarden kanadische Dollar", 45e9, "CAD"],
    ["20 Milliarden Hongkong-Dollar", 20e9, "HKD"],
    ["3 Billionen Yen", 3e12, "JPY"],
    ["500 Milliarden Yuan", 500e9, "CNY"],
    ["50 Billionen Won", 50e12, "KRW"],
    ["100 indischen Rupien", 100, "INR"],
    ["9 Milliarden schwedische Kronen", 9e9, "SEK"],
    ["4 Milliarden brasilianische Real", 4e9, "BRL"],
    ["10 Gigawatt", 10e9, "W"],
    ["750 MW", 750e6, "W"],
    ["10-Gigawatt", 10e9, "W"],
    ["4,2 %", 4.2, "%"],
    ["27 Prozent", 27, "%"],
    ["10-prozentige", 10, "%"],
    ["10%ige", 10, "%"],
    ["siebenunddreißig Prozent", 37, "%"],
    ["15 Prozentpunkte", 15, "%"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`Es geht um ${text} im Gespräch.`)).toEqual([[text, value, null, unit, "exact"]]);
  });

  it.each([
    ["rund 30 Milliarden Dollar", "about"],
    ["knapp 30 Milliarden Dollar", "about"],
    ["ca. 30 Milliarden Dollar", "about"],
    ["etwa 30 Milliarden Dollar", "about"],
    ["an die 30 Milliarden Dollar", "about"],
    ["mehr als 30 Milliarden Dollar", "over"],
    ["über 30 Milliarden Dollar", "over"],
    ["gut 30 Milliarden Dollar", "over"],
    ["mindestens 30 Milliarden Dollar", "at-least"],
    ["nicht weniger als 30 Milliarden Dollar", "at-least"],
    ["bis zu 30 Milliarden Dollar", "up-to"],
    ["von bis zu 30 Milliarden Dollar", "up-to"],
    ["höchstens 30 Milliarden Dollar", "up-to"],
    ["weniger als 30 Milliarden Dollar", "under"],
    ["unter 30 Milliarden Dollar", "under"],
    ["eine Finanzierung über 30 Milliarden Dollar", "exact"],
    ["ein Cloud-Vertrag über 30 Milliarden Dollar", "exact"],
    ["in Höhe von 30 Milliarden Dollar", "exact"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text)).toEqual([["30 Milliarden Dollar", 30e9, null, "USD", qualifier]]);
  });

  it.each([
    ["zwischen 5 und 10 Prozent", 5, 10, "%"],
    ["5 bis 10 Mrd. Euro", 5e9, 10e9, "EUR"],
    ["100 Mrd. bis 120 Mrd. Dollar", 100e9, 120e9, "USD"],
    ["zwischen 800 Millionen und 1,2 Milliarden Dollar", 800e6, 1.2e9, "USD"],
    ["7–10 Gigawatt", 7e9, 10e9, "W"],
  ])("reads the range %s", (text, value, valueTo, unit) => {
    expect(read(text).map((row) => row.slice(1, 4))).toEqual([[value, valueTo, unit]]);
  });

  it("reads two amounts beside each other", () => {
    expect(read("110 Milliarden Dollar (rund 94 Milliarden Euro)").map((row) => row[1])).toEqual([110e9, 94e9]);
  });

  it.each([
    "am 3. März 2026 um 15.30 Uhr",
    "im Jahr 2025 und 2026",
    "der Chip H100 und das Modell GPT-5",
    "Telefon +49 89 1234567",
    "mehrere hundert Millionen Dollar",
    "Milliarden-Dollar-Deal",
    "ein paar Milliarden Euro",
    "300.000 Gigawattstunden Strom",
    "ein Werk mit 12 GWh",
    "auf dem Rand von zehn Seiten",
    "zehn europäische Banken",
    "Kapitel 3.2.1",
    "ein Sieg mit 3:2",
  ])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
