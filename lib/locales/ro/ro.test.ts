import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ro } from "./index.ts";

type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ro);

describe("Romanian quantities", () => {
  it.each<Row>([
    ["30 de miliarde de dolari", "30 de miliarde de dolari", 30e9, "USD"],
    ["1,2 miliarde de euro", "1,2 miliarde de euro", 1.2e9, "EUR"],
    ["1,4 mld. dolari", "1,4 mld. dolari", 1.4e9, "USD"],
    ["douăzeci și cinci de milioane de lei", "douăzeci și cinci de milioane de lei", 25e6, "RON"],
    ["doi dolari și douăzeci și trei de cenți", "doi dolari și douăzeci și trei de cenți", 2.23, "USD"],
    ["10,5 lei", "10,5 lei", 10.5, "RON"],
    ["3 miliarde de lire sterline", "3 miliarde de lire sterline", 3e9, "GBP"],
    ["10 gigawați", "10 gigawați", 10e9, "W"],
    ["40 la sută", "40 la sută", 40, "%"],
    ["între 20 și 25 de miliarde de dolari", "20 și 25 de miliarde de dolari", 20e9, "USD", "exact", 25e9],
    ["până la 100 de miliarde de dolari", "100 de miliarde de dolari", 100e9, "USD", "up-to"],
    ["aproximativ 40 de milioane de euro", "40 de milioane de euro", 40e6, "EUR", "about"],
    ["peste 6 GW", "6 GW", 6e9, "W", "over"],
  ])("reads one quantity in “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)).toMatchObject([
      { text: written, value, unit, valueTo: valueTo ?? null, ...(qualifier && { qualifier }) },
    ]);
  });

  it.each([["14 februarie 2026"], ["cipurile H100"], ["miliarde de dolari"], ["sunați la 0721 123 456"]])(
    "finds no quantity in “%s”",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
