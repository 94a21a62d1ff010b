import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { zhHant } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, zhHant);

describe("Traditional Chinese quantities", () => {
  it.each<Row>([
    ["約1000億美元", "1000億美元", 100e9, "USD", "about"],
    ["1.2兆美元", "1.2兆美元", 1.2e12, "USD"],
    ["1兆2000億日圓", "1兆2000億日圓", 1.2e12, "JPY"],
    ["8,520億美元", "8,520億美元", 852e9, "USD"],
    ["新台幣500億元", "新台幣500億元", 50e9, "TWD"],
    ["500億元", "500億元", 50e9, "TWD"],
    ["500億元人民幣", "500億元人民幣", 50e9, "CNY"],
    ["1061億港元", "1061億港元", 106.1e9, "HKD"],
    ["五十三億英鎊", "五十三億英鎊", 5.3e9, "GBP"],
    ["30億歐元", "30億歐元", 3e9, "EUR"],
    ["147億澳幣", "147億澳幣", 14.7e9, "AUD"],
    ["28億加幣", "28億加幣", 2.8e9, "CAD"],
    ["2.3兆韓元", "2.3兆韓元", 2.3e12, "KRW"],
    ["超過300億美元", "300億美元", 30e9, "USD", "over"],
    ["最高 1000 億美元", "1000 億美元", 100e9, "USD", "up-to"],
    ["不低於30億美元", "30億美元", 3e9, "USD", "at-least"],
    ["將近3000億美元", "3000億美元", 300e9, "USD", "about"],
    ["100餘億美元", "100餘億美元", 10e9, "USD", "over"],
    ["300億美元以內", "300億美元", 30e9, "USD", "up-to"],
    ["10吉瓦", "10吉瓦", 10e9, "W"],
    ["500百萬瓦", "500百萬瓦", 5e8, "W"],
    ["100萬瓩", "100萬瓩", 1e9, "W"],
    ["5 GW", "5 GW", 5e9, "W"],
    ["介於50億與80億美元之間", "50億與80億美元", 5e9, "USD", "exact", 8e9],
    ["300億到400億美元", "300億到400億美元", 30e9, "USD", "exact", 40e9],
    ["拾萬零五十六點叁叁個百分點", "拾萬零五十六點叁叁個百分點", 100056.33, "%"],
    ["六個百分點", "六個百分點", 6, "%"],
    ["百分之四十", "百分之四十", 40, "%"],
    ["3.5億股", "3.5億股", 3.5e8, "count"],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    const [found, ...more] = read(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ text: written, unit, qualifier, valueTo: valueTo ?? null });
    expect(found?.value).toBeCloseTo(value, 6);
  });

  it.each([
    "2026年2月20日",
    "二〇二六年元旦",
    "輝達H200晶片",
    "數百億美元",
    "上千億美元",
    "採購10萬塊GPU",
    "40吉瓦時",
    "成立於2015年",
    "上午9點30分",
    "電話02-2345-6789",
    "多元佈局",
    "前10大股東",
    "紐約1號",
  ])("finds no amount of money, power or percent in %s", (text) => {
    expect(read(text).filter(({ unit }) => unit !== "count")).toEqual([]);
  });

  it.each<[string, [number, string][]]>([
    [
      "300億美元（約新台幣9,800億元）",
      [
        [30e9, "USD"],
        [980e9, "TWD"],
      ],
    ],
    [
      "從100億美元到150億美元",
      [
        [10e9, "USD"],
        [15e9, "USD"],
      ],
    ],
  ])("reads every amount of %s", (text, amounts) => {
    expect(read(text).map(({ value, unit }) => [value, unit])).toEqual(amounts);
  });
});
