import { describe, expect, it } from "vitest";
import { findCues } from "../../reading/cues.ts";
import { foldKey } from "../../reading/fold.ts";
import { readQuantities } from "../../reading/quantities.ts";
import { it as italian } from "./index.ts";
import { italianNumerals } from "./numerals.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, italian);

describe("Italian number words", () => {
  it.each([
    ["ventuno", 21],
    ["ventotto", 28],
    ["ventitré", 23],
    ["centouno", 101],
    ["centotto", 108],
    ["trecentocinquanta", 350],
    ["novecentonovantanove", 999],
    ["duemila", 2000],
    ["centomila", 100_000],
    ["millecinquecento", 1500],
    ["duemilacinquecento", 2500],
  ])("reads %s as %d", (word, value) => {
    expect(italianNumerals()[word]).toBe(value);
  });
});

describe("Italian quantities", () => {
  it.each<Row>([
    ["fino a 100 miliardi di dollari", "100 miliardi di dollari", 100e9, "USD", "up-to"],
    ["30 mld di dollari", "30 mld di dollari", 30e9, "USD"],
    ["€ 1,7 mld", "€ 1,7 mld", 1.7e9, "EUR"],
    ["30 mld. €", "30 mld. €", 30e9, "EUR"],
    ["250 mln di euro", "250 mln di euro", 250e6, "EUR"],
    ["mille miliardi di dollari", "mille miliardi di dollari", 1e12, "USD"],
    ["1.400 miliardi di dollari", "1.400 miliardi di dollari", 1.4e12, "USD"],
    ["3 mila miliardi di dollari", "3 mila miliardi di dollari", 3e12, "USD"],
    ["1,4 trilioni di dollari", "1,4 trilioni di dollari", 1.4e12, "USD"],
    ["100 bilioni di dollari", "100 bilioni di dollari", 100e12, "USD"],
    ["un miliardo e mezzo di euro", "un miliardo e mezzo di euro", 1.5e9, "EUR"],
    ["mezzo miliardo di euro", "mezzo miliardo di euro", 0.5e9, "EUR"],
    ["due virgola cinque miliardi di euro", "due virgola cinque miliardi di euro", 2.5e9, "EUR"],
    ["duecentocinquanta milioni di sterline", "duecentocinquanta milioni di sterline", 250e6, "GBP"],
    ["10mila euro", "10mila euro", 10e3, "EUR"],
    ["diecimila euro", "diecimila euro", 10e3, "EUR"],
    ["tredici euro e quarantacinque centesimi", "tredici euro e quarantacinque centesimi", 13.45, "EUR"],
    ["dollari 4", "dollari 4", 4, "USD"],
    ["US$ 30 miliardi", "US$ 30 miliardi", 30e9, "USD"],
    ["10.000 franchi svizzeri", "10.000 franchi svizzeri", 10e3, "CHF"],
    ["900 miliardi di yen", "900 miliardi di yen", 900e9, "JPY"],
    ["4 miliardi di dollari canadesi", "4 miliardi di dollari canadesi", 4e9, "CAD"],
    ["7 miliardi di dollari di Hong Kong", "7 miliardi di dollari di Hong Kong", 7e9, "HKD"],
    ["14,10 euro per azione", "14,10 euro", 14.1, "EUR"],
    ["6 gigawatt di capacità", "6 gigawatt", 6e9, "W"],
    ["mezzo gigawatt", "mezzo gigawatt", 0.5e9, "W"],
    ["il 4,2%", "4,2%", 4.2, "%"],
    ["il quaranta per cento", "quaranta per cento", 40, "%"],
    ["due punti percentuali", "due punti percentuali", 2, "%"],
    ["1,2 miliardi di azioni", "1,2 miliardi di azioni", 1.2e9, "count"],
    ["17,5 miliardi in contanti", "17,5 miliardi", 17.5e9, "count"],
    ["tra 20 e 25 miliardi di dollari", "20 e 25 miliardi di dollari", 20e9, "USD", "exact", 25e9],
    ["da 5 a 10 gigawatt", "5 a 10 gigawatt", 5e9, "W", "exact", 10e9],
    ["circa 38 miliardi di dollari", "38 miliardi di dollari", 38e9, "USD", "about"],
    ["quasi 17,5 miliardi di euro", "17,5 miliardi di euro", 17.5e9, "EUR", "about"],
    ["intorno ai 20 miliardi di euro", "20 miliardi di euro", 20e9, "EUR", "about"],
    ["oltre 500 miliardi di dollari", "500 miliardi di dollari", 500e9, "USD", "over"],
    ["supera i 10 miliardi di euro", "10 miliardi di euro", 10e9, "EUR", "over"],
    ["almeno 10 GW", "10 GW", 10e9, "W", "at-least"],
    ["meno di 300 milioni di euro", "300 milioni di euro", 300e6, "EUR", "under"],
  ])("reads one quantity in “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)).toMatchObject([
      { text: written, value, unit, valueTo: valueTo ?? null, ...(qualifier && { qualifier }) },
    ]);
  });

  it.each([
    ["a date", "il 14 febbraio 2026"],
    ["years", "tra il 2024 e il 2026"],
    ["an exhaust standard", "i motori Euro 7"],
    ["chips", "i chip H100 e GB200"],
    ["a phone number", "chiamare il 347 123 4567"],
    ["an unnamed sum", "miliardi di dollari"],
    ["a currency in general", "il won sudcoreano e il dollaro"],
    ["weight", "ha avuto un peso decisivo"],
    ["a lawsuit", "due azioni legali"],
    ["half of something", "il mezzo più veloce"],
    ["energy", "10 GWh"],
  ])("finds no quantity in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});

const cuesOf = (text: string) =>
  new Set(findCues(foldKey(text), { start: 0, end: text.length }, italian).flatMap((hit) => hit.cues));

describe("Italian cues", () => {
  it.each([
    ["invest", "verserà i capitali"],
    ["acquire", "l'acquisizione del gruppo"],
    ["acquire", "lancia un'opa"],
    ["valuation", "valutata 30 miliardi"],
    ["valuationPre", "nuovi fondi a parte, pre-money"],
    ["marketCap", "la capitalizzazione di borsa"],
    ["financials", "ricavi per 3 miliardi"],
    ["priceMove", "il titolo balza"],
    ["sharePrice", "14 euro per azione"],
    ["stake", "la quota sale al"],
    ["perUnit", "per ciascun gigawatt"],
    ["round", "un round da record"],
    ["secondary", "hanno ceduto azioni"],
    ["breakFee", "una penale"],
    ["replaced", "al posto dell'accordo"],
    ["listing", "lo sbarco in borsa"],
    ["sameDeal", "quest'operazione"],
  ] as const)("hears %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).toContain(cue);
  });

  it.each([
    ["analyst", "l'accordo prevede 10 miliardi"],
    ["past", "la prima banca del Paese"],
    ["priceMove", "ha chiuso il round"],
    ["part", "prende parte all'asta"],
  ] as const)("does not hear %s in “%s”", (cue, text) => {
    expect(cuesOf(text)).not.toContain(cue);
  });
});
