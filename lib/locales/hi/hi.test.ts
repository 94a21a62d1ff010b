import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { hi } from "./index.ts";

const read = (text: string) => readQuantities(text, hi).filter((quantity) => quantity.unit !== "count");

describe("Hindi quantities", () => {
  it.each([
    ["48 बिलियन डॉलर", 48e9, "USD"],
    ["$ 75 मिलियन", 75e6, "USD"],
    ["5 लाख करोड़ रुपये", 5e12, "INR"],
    ["2.5 करोड़ रुपये", 25e6, "INR"],
    ["₹12,34,567", 1234567, "INR"],
    ["100 अरब डॉलर", 100e9, "USD"],
    ["१०० अरब डॉलर", 100e9, "USD"],
    ["डेढ़ अरब डॉलर", 1.5e9, "USD"],
    ["बीस प्रतिशत", 20, "%"],
    ["4.2 फीसदी", 4.2, "%"],
    ["10 गीगावाट", 10e9, "W"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`(${text})`).map((quantity) => [quantity.text, quantity.value, quantity.unit])).toEqual([
      [text, value, unit],
    ]);
  });

  it.each([
    ["लगभग 5 अरब डॉलर", "about"],
    ["कम से कम 5 अरब डॉलर", "at-least"],
    ["5 अरब डॉलर से अधिक", "over"],
    ["5 अरब डॉलर तक", "up-to"],
    ["5 अरब डॉलर से कम", "under"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text).map((quantity) => [quantity.text, quantity.qualifier])).toEqual([["5 अरब डॉलर", qualifier]]);
  });

  it.each(["3 मार्च 2026 को", "H100 और GPT-5", "अरबों डॉलर", "संस्करण 3.2.1"])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
