import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ja } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ja);

describe("Japanese quantities", () => {
  it.each<Row>([
    ["約1000億ドル", "1000億ドル", 100e9, "USD", "about"],
    ["1兆2000億円", "1兆2000億円", 1.2e12, "JPY"],
    ["1兆2,000億円", "1兆2,000億円", 1.2e12, "JPY"],
    ["一兆五千億円", "一兆五千億円", 1.5e12, "JPY"],
    ["一二〇億円", "一二〇億円", 12e9, "JPY"],
    ["一〇〇億ドル", "一〇〇億ドル", 10e9, "USD"],
    ["35億円", "35億円", 3.5e9, "JPY"],
    ["一千万人民元", "一千万人民元", 1e7, "CNY"],
    ["$300億", "$300億", 30e9, "USD"],
    ["US$100億", "US$100億", 10e9, "USD"],
    ["\\100", "\\100", 100, "JPY"],
    ["10億豪ドル", "10億豪ドル", 1e9, "AUD"],
    ["500億カナダ・ドル", "500億カナダ・ドル", 50e9, "CAD"],
    ["53億ポンド", "53億ポンド", 5.3e9, "GBP"],
    ["30億ユーロ", "30億ユーロ", 3e9, "EUR"],
    ["2兆ウォン", "2兆ウォン", 2e12, "KRW"],
    ["1061億香港ドル", "1061億香港ドル", 106.1e9, "HKD"],
    ["16億インドルピー", "16億インドルピー", 1.6e9, "INR"],
    ["50億台湾ドル", "50億台湾ドル", 5e9, "TWD"],
    ["1.0092スイス・フラン", "1.0092スイス・フラン", 1.0092, "CHF"],
    ["2222円13銭", "2222円13銭", 2222.13, "JPY"],
    ["545ドルと5セント", "545ドルと5セント", 545.05, "USD"],
    ["50元6角3分", "50元6角3分", 50.63, "CNY"],
    ["100億ドル超", "100億ドル", 10e9, "USD", "over"],
    ["6兆円を超える", "6兆円", 6e12, "JPY", "over"],
    ["100億ドル以上", "100億ドル", 10e9, "USD", "at-least"],
    ["少なくとも10GW", "10GW", 10e9, "W", "at-least"],
    ["最大で約300億ドル", "300億ドル", 30e9, "USD", "up-to"],
    ["300億ドル近く", "300億ドル", 30e9, "USD", "about"],
    ["300億ドル弱", "300億ドル", 30e9, "USD", "about"],
    ["100億ドル未満", "100億ドル", 10e9, "USD", "under"],
    ["総額およそ400億ドル", "400億ドル", 40e9, "USD", "about"],
    ["100億〜150億ドル", "100億〜150億ドル", 10e9, "USD", "exact", 15e9],
    ["100億から150億ドル", "100億から150億ドル", 10e9, "USD", "exact", 15e9],
    ["5〜10%", "5〜10%", 5, "%", "exact", 10],
    ["10ギガワット", "10ギガワット", 10e9, "W"],
    ["750万キロワット", "750万キロワット", 7.5e9, "W"],
    ["300メガワット", "300メガワット", 3e8, "W"],
    ["約3割", "3割", 30, "%", "about"],
    ["3割8分7厘", "3割8分7厘", 38.7, "%"],
    ["5割半", "5割半", 55, "%"],
    ["六点五割", "六点五割", 65, "%"],
    ["一・五%", "一・五%", 1.5, "%"],
    ["百分の2.4", "百分の2.4", 2.4, "%"],
    ["二十パーセント", "二十パーセント", 20, "%"],
    ["2.4パーセントポイント", "2.4パーセントポイント", 2.4, "%"],
    ["マイナス3.5%", "マイナス3.5%", -3.5, "%"],
    ["5000万株", "5000万株", 5e7, "count"],
    ["評価額は7300億", "7300億", 730e9, "count"],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    const [found, ...more] = read(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ text: written, unit, qualifier, valueTo: valueTo ?? null });
    expect(found?.value).toBeCloseTo(value, 6);
  });

  it.each([
    "2026年2月20日",
    "2025年元旦",
    "03-1234-5678",
    "H100を導入",
    "第3四半期",
    "数百億ドル",
    "数千億円",
    "40ギガワット時",
    "3割引",
    "5円満",
    "千葉県",
    "3元社員",
    "1株主",
    "iPhone 17",
    "GPT-5.5",
    "午前9時30分",
    "2ドルチェ",
    "3人の元幹部",
    "1ポンドランド",
    "4ユーロ圏諸国",
  ])("finds no amount of money, power or percent in %s", (text) => {
    expect(read(text).filter(({ unit }) => unit !== "count")).toEqual([]);
  });

  it.each<[string, [number, string][]]>([
    [
      "約300億ドル（約4兆5000億円）",
      [
        [30e9, "USD"],
        [4.5e12, "JPY"],
      ],
    ],
    [
      "100億ドルから150億ドルに増額",
      [
        [10e9, "USD"],
        [15e9, "USD"],
      ],
    ],
    ["1株当たり54ドル", [[54, "USD"]]],
    ["契約100億ドル", [[10e9, "USD"]]],
  ])("reads every amount of %s", (text, amounts) => {
    expect(read(text).map(({ value, unit }) => [value, unit])).toEqual(amounts);
  });
});
