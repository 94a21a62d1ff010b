import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ptPT } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ptPT);

describe("Portuguese quantities of Portugal", () => {
  it.each<Row>([
    ["100 mil milhões de dólares", "100 mil milhões de dólares", 100e9, "USD"],
    ["30.000 milhões de euros", "30.000 milhões de euros", 30e9, "EUR"],
    ["4,5 mil milhões de libras", "4,5 mil milhões de libras", 4.5e9, "GBP"],
    ["mil milhões de euros", "mil milhões de euros", 1e9, "EUR"],
    ["mil e quinhentos milhões de euros", "mil e quinhentos milhões de euros", 1.5e9, "EUR"],
    ["30 mM€", "30 mM€", 30e9, "EUR"],
    ["500 M€", "500 M€", 500e6, "EUR"],
    ["1,2 biliões de dólares", "1,2 biliões de dólares", 1.2e12, "USD"],
    ["meio bilião de dólares", "meio bilião de dólares", 0.5e12, "USD"],
    ["100 bilhões de dólares", "100 bilhões de dólares", 100e9, "USD"],
    ["um milhão e meio de euros", "um milhão e meio de euros", 1.5e6, "EUR"],
    ["dezasseis milhões de euros", "dezasseis milhões de euros", 16e6, "EUR"],
    ["2 milhões 500 mil euros", "2 milhões 500 mil euros", 2.5e6, "EUR"],
    ["15 euros e 50 cêntimos", "15 euros e 50 cêntimos", 15.5, "EUR"],
    ["7 mil milhões de dólares canadianos", "7 mil milhões de dólares canadianos", 7e9, "CAD"],
    ["900 milhões de ienes", "900 milhões de ienes", 900e6, "JPY"],
    ["10 gigawatts", "10 gigawatts", 10e9, "W"],
    ["750 MW", "750 MW", 750e6, "W"],
    ["27 por cento", "27 por cento", 27, "%"],
    ["dois pontos percentuais", "dois pontos percentuais", 2, "%"],
    ["300 milhões de acções", "300 milhões de acções", 300e6, "count"],
    ["entre 2.000 e 3.000 milhões de euros", "2.000 e 3.000 milhões de euros", 2e9, "EUR", "exact", 3e9],
    ["5 a 10 mil milhões de dólares", "5 a 10 mil milhões de dólares", 5e9, "USD", "exact", 10e9],
    ["até 100 mil milhões de dólares", "100 mil milhões de dólares", 100e9, "USD", "up-to"],
    ["à volta de 40 mil milhões de dólares", "40 mil milhões de dólares", 40e9, "USD", "about"],
    ["ronda os 850 mil milhões de dólares", "850 mil milhões de dólares", 850e9, "USD", "about"],
    ["ultrapassa os 500 milhões de euros", "500 milhões de euros", 500e6, "EUR", "over"],
    ["mais de 40 mil milhões de euros", "40 mil milhões de euros", 40e9, "EUR", "over"],
    ["pelo menos 10 GW", "10 GW", 10e9, "W", "at-least"],
    ["abaixo dos 3 mil milhões de euros", "3 mil milhões de euros", 3e9, "EUR", "under"],
  ])("reads one quantity in “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)).toMatchObject([
      { text: written, value, unit, valueTo: valueTo ?? null, ...(qualifier && { qualifier }) },
    ]);
  });

  it.each([
    ["a date", "a 14 de fevereiro de 2026"],
    ["chips", "os chips H100"],
    ["a phone number", "o 912 345 678"],
    ["an unnamed sum", "milhares de milhões de euros"],
    ["football", "os 4 de Real Madrid"],
    ["a heavyweight", "é um peso pesado do setor"],
    ["half of something", "meio caminho andado"],
  ])("finds no quantity in %s", (_, text) => {
    expect(read(text)).toEqual([]);
  });
});
