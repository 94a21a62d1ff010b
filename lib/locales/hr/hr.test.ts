import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { hr } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, hr);

describe("Croatian quantities", () => {
  it.each<Row>([
    ["vrijedan 100 milijardi dolara", "100 milijardi dolara", 100e9, "USD"],
    ["6,6 mlrd. eura", "6,6 mlrd. eura", 6.6e9, "EUR"],
    ["1.250.000 eura", "1.250.000 eura", 1.25e6, "EUR"],
    ["dva dolara i 23", "dva dolara i 23", 2.23, "USD"],
    ["dvjesta kuna", "dvjesta kuna", 200, "HRK"],
    ["milijardu dolara", "milijardu dolara", 1e9, "USD"],
    ["1 bilijun dolara", "1 bilijun dolara", 1e12, "USD"],
    ["1,2 trilijuna dolara", "1,2 trilijuna dolara", 1.2e12, "USD"],
    ["oko 40 posto", "40 posto", 40, "%", "about"],
    ["više od 5 gigavata", "5 gigavata", 5e9, "W", "over"],
    ["do 100 milijardi dolara", "100 milijardi dolara", 100e9, "USD", "up-to"],
    ["između 10 i 20 milijardi eura", "10 i 20 milijardi eura", 10e9, "EUR", "exact", 20e9],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toMatchObject([{ text: written, value, unit, qualifier, valueTo: valueTo ?? null }]);
  });

  it.each(["15. ožujka 2026.", "milijarde dolara", "čipovi H100", "10 milijardera", "dvije tvrtke"])(
    "reads no quantity in: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
