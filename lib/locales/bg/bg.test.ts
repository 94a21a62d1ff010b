import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { bg } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, bg);

describe("Bulgarian quantities", () => {
  it.each<Row>([
    ["сделка за 100 млрд. щатски долара", "100 млрд. щатски долара", 100e9, "USD"],
    ["6,6 милиарда евро", "6,6 милиарда евро", 6.6e9, "EUR"],
    ["15лв и 50ст", "15лв и 50ст", 15.5, "BGN"],
    ["двадесет и пет милиона лева", "двадесет и пет милиона лева", 25e6, "BGN"],
    ["милиард долара", "милиард долара", 1e9, "USD"],
    ["1 250 000 евро", "1 250 000 евро", 1.25e6, "EUR"],
    ["над 5 гигавата", "5 гигавата", 5e9, "W", "over"],
    ["около 40 процента", "40 процента", 40, "%", "about"],
    ["до 100 милиарда долара", "100 милиарда долара", 100e9, "USD", "up-to"],
    ["между 10 и 20 млрд. евро", "10 и 20 млрд. евро", 10e9, "EUR", "exact", 20e9],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    expect(read(text)).toMatchObject([{ text: written, value, unit, qualifier, valueTo: valueTo ?? null }]);
  });

  it.each(["15 март 2026 г.", "милиарди долари", "чипове H100", "10 милиардери", "левият бряг, две компании"])(
    "reads no quantity in: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
