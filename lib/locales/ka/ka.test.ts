import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ka } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ka);

describe("Georgian quantities", () => {
  it.each<Row>([
    ["100 მილიარდი დოლარის გარიგება", "100 მილიარდი დოლარის", 100e9, "USD"],
    ["6.6 მილიარდი აშშ დოლარი", "6.6 მილიარდი აშშ დოლარი", 6.6e9, "USD"],
    ["ოცი დოლარი 43 ცენტი", "ოცი დოლარი 43 ცენტი", 20.43, "USD"],
    ["42 ლიბანური ფუნტი", "42 ლიბანური ფუნტი", 42, "LBP"],
    ["30 მლრდ ევრო", "30 მლრდ ევრო", 30e9, "EUR"],
    ["250 მილიონი ლარი", "250 მილიონი ლარი", 250e6, "GEL"],
    ["27 პროცენტი", "27 პროცენტი", 27, "%"],
    ["10 გიგავატი", "10 გიგავატი", 10e9, "W"],
    ["დაახლოებით 40 მილიარდი დოლარი", "40 მილიარდი დოლარი", 40e9, "USD", "about"],
    ["მინიმუმ 10 მილიარდი დოლარი", "10 მილიარდი დოლარი", 10e9, "USD", "at-least"],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toMatchObject([{ text: written, value, unit, qualifier, valueTo: valueTo ?? null }]);
  });

  it.each(["15 მარტი, 2026", "H100 ჩიპები", "ორი კომპანია", "2025 წელს"])("reads no quantity in: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
