import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { he } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, he);

describe("Hebrew quantities", () => {
  it.each<Row>([
    ["עסקה של 100 מיליארד דולר", "100 מיליארד דולר", 100e9, "USD"],
    ["ב-30 מיליארד דולר", "30 מיליארד דולר", 30e9, "USD"],
    ["6.6 מיליארד אירו", "6.6 מיליארד אירו", 6.6e9, "EUR"],
    ["10 מש״ח", "10 מש״ח", 10e6, "ILS"],
    ['1.5 ש"ח', '1.5 ש"ח', 1.5, "ILS"],
    ["חצי מיליארד דולר", "חצי מיליארד דולר", 5e8, "USD"],
    ["מיליארד דולר", "מיליארד דולר", 1e9, "USD"],
    ["27% מהמניות", "27%", 27, "%"],
    ["חמישה אחוזים", "חמישה אחוזים", 5, "%"],
    ["10 גיגוואט", "10 גיגוואט", 10e9, "W"],
    ["כ-40 מיליארד דולר", "40 מיליארד דולר", 40e9, "USD", "about"],
    ["לפחות 10 מיליון שקל", "10 מיליון שקל", 10e6, "ILS", "at-least"],
    ["עד 100 מיליארד דולר", "100 מיליארד דולר", 100e9, "USD", "up-to"],
    ["בין 10 ל-20 מיליארד דולר", "10 ל-20 מיליארד דולר", 10e9, "USD", "exact", 20e9],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toMatchObject([{ text: written, value, unit, qualifier, valueTo: valueTo ?? null }]);
  });

  it.each(["15 במרץ 2026", "שבבי H100", "מיליארדי דולרים ועשרות מיליוני שקלים", "שתי חברות", "שקל את דבריו"])(
    "reads no quantity in: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
