import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { mn } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, mn);

describe("Mongolian quantities", () => {
  it.each<Row>([
    ["100 тэрбум ам.долларын хэлцэл", "100 тэрбум ам.долларын", 100e9, "USD"],
    ["6.6 тэрбум доллар", "6.6 тэрбум доллар", 6.6e9, "USD"],
    ["10 сая төгрөг", "10 сая төгрөг", 10e6, "MNT"],
    ["арван доллар", "арван доллар", 10, "USD"],
    ["Евро 20", "Евро 20", 20, "EUR"],
    ["1 их наяд төгрөг", "1 их наяд төгрөг", 1e12, "MNT"],
    ["27 хувь", "27 хувь", 27, "%"],
    ["10 гигаватт", "10 гигаватт", 10e9, "W"],
    ["40 тэрбум гаруй доллар", "40 тэрбум гаруй доллар", 40e9, "USD", "over"],
    ["ойролцоогоор 40 тэрбум доллар", "40 тэрбум доллар", 40e9, "USD", "about"],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toMatchObject([{ text: written, value, unit, qualifier, valueTo: valueTo ?? null }]);
  });

  it.each(["2026 оны 3 дугаар сарын 15", "H100 чип", "хоёр компани", "сая зарлав"])(
    "reads no quantity in: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
