import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { id } from "./index.ts";

const read = (text: string) =>
  readQuantities(text, id)
    .filter((quantity) => quantity.unit !== "count")
    .map(({ text: written, value, valueTo, unit, qualifier }) => [written, value, valueTo, unit, qualifier]);

describe("Indonesian quantities", () => {
  it.each([
    ["30 miliar dolar AS", 30e9, "USD"],
    ["30 milyar dollar AS", 30e9, "USD"],
    ["US$ 38,7 miliar", 38.7e9, "USD"],
    ["US$38,7 miliar", 38.7e9, "USD"],
    ["USD 100 miliar", 100e9, "USD"],
    ["100 miliar dolar Amerika Serikat", 100e9, "USD"],
    ["100 miliar USD", 100e9, "USD"],
    ["$1,4 triliun", 1.4e12, "USD"],
    ["$38.7 miliar", 38.7e9, "USD"],
    ["Rp1.640 triliun", 1640e12, "IDR"],
    ["Rp 16,5 T", 16.5e12, "IDR"],
    ["Rp16.700", 16_700, "IDR"],
    ["750 juta euro", 750e6, "EUR"],
    ["750 jt rupiah", 750e6, "IDR"],
    ["dua puluh lima miliar dolar", 25e9, "USD"],
    ["seratus dua puluh lima juta rupiah", 125e6, "IDR"],
    ["dua belas miliar dolar", 12e9, "USD"],
    ["dua koma lima miliar dolar", 2.5e9, "USD"],
    ["dua setengah miliar dolar AS", 2.5e9, "USD"],
    ["setengah triliun rupiah", 0.5e12, "IDR"],
    ["semiliar dolar", 1e9, "USD"],
    ["sembilan pound sterling", 9, "GBP"],
    ["500 miliar yuan", 500e9, "CNY"],
    ["3 triliun yen", 3e12, "JPY"],
    ["50 triliun won", 50e12, "KRW"],
    ["20 miliar dolar Hong Kong", 20e9, "HKD"],
    ["5 miliar dolar Singapura", 5e9, "SGD"],
    ["100 billion dolar", 100e9, "USD"],
    ["10 gigawatt", 10e9, "W"],
    ["10 GW", 10e9, "W"],
    ["4,2%", 4.2, "%"],
    ["27 persen", 27, "%"],
    ["tiga puluh dua persen", 32, "%"],
    ["0,5 poin persentase", 0.5, "%"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`Mereka menyebut ${text} dalam keterangan.`)).toEqual([[text, value, null, unit, "exact"]]);
  });

  it.each([
    ["sekitar US$30 miliar", "about"],
    ["hampir US$30 miliar", "about"],
    ["lebih dari US$30 miliar", "over"],
    ["di atas US$30 miliar", "over"],
    ["US$30 miliar lebih", "over"],
    ["setidaknya US$30 miliar", "at-least"],
    ["tak kurang dari US$30 miliar", "at-least"],
    ["hingga US$30 miliar", "up-to"],
    ["maksimal US$30 miliar", "up-to"],
    ["kurang dari US$30 miliar", "under"],
    ["di bawah US$30 miliar", "under"],
    ["senilai US$30 miliar", "exact"],
    ["sebesar US$30 miliar", "exact"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text)).toEqual([["US$30 miliar", 30e9, null, "USD", qualifier]]);
  });

  it.each([
    ["10 hingga 15 persen", 10, 15, "%"],
    ["antara US$10 miliar dan US$15 miliar", 10e9, 15e9, "USD"],
    ["800 juta sampai 1,2 miliar dolar AS", 800e6, 1.2e9, "USD"],
    ["US$10 miliar-US$15 miliar", 10e9, 15e9, "USD"],
  ])("reads the range %s", (text, value, valueTo, unit) => {
    expect(read(text).map((row) => row.slice(1, 4))).toEqual([[value, valueTo, unit]]);
  });

  it("reads a change as two amounts", () => {
    expect(read("dari US$500 miliar menjadi US$852 miliar").map((row) => [row[1], row[2]])).toEqual([
      [500e9, null],
      [852e9, null],
    ]);
  });

  it.each([
    "pada 22/9/2025 pukul 15.30 WIB",
    "pada tahun 2025 dan 2026",
    "cip H100 dan model GPT-5",
    "telepon (021) 5290 1234",
    "miliaran dolar",
    "ratusan juta dolar",
    "Kepulauan Seribu",
    "dua proyek real estat",
    "versi 3.2.1",
    "120 GWh listrik",
    "jutaan rupiah",
  ])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
