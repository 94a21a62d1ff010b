import { describe, expect, it } from "vitest";
import { type NumberLiteral, readLiteral } from "./numbers.ts";

const english = { decimal: new Set(["."]), group: new Set([","]) };
const french = { decimal: new Set([","]), group: new Set([" ", ".", "'"]) };
const german = { decimal: new Set([","]), group: new Set([".", " ", "'"]) };
const read = (text: string, marks = english): NumberLiteral => readLiteral(text, 0, marks);

describe("numbers in digits", () => {
  it.each([
    ["7", 7, 1],
    ["007", 7, 1],
    ["1234", 1234, 1],
    ["1,234", 1234, 1],
    ["1,234,567", 1234567, 1],
    ["1,234.5", 1234.5, 0.1],
    ["1,234,567.89", 1234567.89, 0.01],
    ["12,34,567", 1234567, 1],
    ["1,00,00,000", 10000000, 1e6],
    ["26,853", 26853, 1],
    ["0.5", 0.5, 0.1],
    ["1.234", 1.234, 0.001],
    ["47.80", 47.8, 0.01],
    ["1'234'567", 1234567, 1],
    ["1٬234٬567", 1234567, 1],
    ["3٫5", 3.5, 0.1],
    ["100,000,000", 100e6, 1e6],
    ["2,50", 2.5, 0.01],
  ])("reads the English %s as %d", (text, value, step) => {
    expect(read(text)).toMatchObject({ value, end: text.length, broken: false });
    expect(read(text).step).toBeCloseTo(step, 10);
  });

  it.each([
    ["1 234", 1234],
    ["1 234 567", 1234567],
    ["1 234,5", 1234.5],
    ["1.250", 1250],
    ["1.250.000", 1250000],
    ["1.250,75", 1250.75],
    ["1'250", 1250],
    ["11,7", 11.7],
    ["0,76", 0.76],
    ["1,234.5", 1234.5],
    ["1,234,567", 1234567],
    ["10,000", 10000],
    ["4.75", 4.75],
    ["38.6", 38.6],
  ])("reads the French %s as %d", (text, value) => {
    expect(read(text, french)).toMatchObject({ value, end: text.length, broken: false });
    expect(read(text, german)).toMatchObject({ value, end: text.length, broken: false });
  });

  it.each([
    ["20 2025", 2],
    ["1 2345", 1],
    ["1234 567", 4],
    ["012 345", 3],
    ["1 23", 1],
    ["12 345 67", 6],
    ["5. ", 1],
    ["5,", 1],
    ["5,x", 1],
  ])("stops in “%s” where the number ends", (text, end) => {
    expect(read(text, french)).toMatchObject({ end, broken: false });
  });

  it.each(["12.05.2025", "2025.12.05", "1.2.3", "192.168.0.1", "1,2,3", "1,23,45", "1.234,567.8", "1,234.567,8"])(
    "takes %s for no single number",
    (text) => {
      expect(read(text)).toMatchObject({ broken: true, end: text.length });
    },
  );

  it("does not read spaced groups where the language has none", () => {
    expect(read("110 000 000", english)).toMatchObject({ value: 110, end: 3 });
  });

  it("begins where it is told", () => {
    expect(readLiteral("over 1,250 more", 5, english)).toMatchObject({ value: 1250, end: 10 });
  });
});
