import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ca } from "./index.ts";

type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ca);

describe("Catalan quantities", () => {
  it.each<Row>([
    ["30.000 milions de dòlars", "30.000 milions de dòlars", 30e9, "USD"],
    ["mil milions d'euros", "mil milions d'euros", 1e9, "EUR"],
    ["1,2 bilions de dòlars", "1,2 bilions de dòlars", 1.2e12, "USD"],
    ["vint-i-cinc milions d'euros", "vint-i-cinc milions d'euros", 25e6, "EUR"],
    ["mig milió de lliures", "mig milió de lliures", 0.5e6, "GBP"],
    ["10K$", "10K$", 10e3, "USD"],
    ["10 gigawatts", "10 gigawatts", 10e9, "W"],
    ["el 40 per cent", "40 per cent", 40, "%"],
    ["entre 20 i 25 milions d'euros", "20 i 25 milions d'euros", 20e6, "EUR", "exact", 25e6],
    ["fins a 100 milions de dòlars", "100 milions de dòlars", 100e6, "USD", "up-to"],
    ["prop de 40 milions d'euros", "40 milions d'euros", 40e6, "EUR", "about"],
    ["més de 6 GW", "6 GW", 6e9, "W", "over"],
  ])("reads one quantity in “%s”", (text, written, value, unit, qualifier, valueTo) => {
    expect(read(text)).toMatchObject([
      { text: written, value, unit, valueTo: valueTo ?? null, ...(qualifier && { qualifier }) },
    ]);
  });

  it.each([["el 14 de febrer de 2026"], ["els xips H100"], ["milers de milions de dòlars"], ["el 600 123 456"]])(
    "finds no quantity in “%s”",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
