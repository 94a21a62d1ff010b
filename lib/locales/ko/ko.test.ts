import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { ko } from "./index.ts";

/** The one quantity that a text states: what is written, value, unit, and where they matter qualifier and upper end. */
type Row = [text: string, written: string, value: number, unit: string, qualifier?: string, valueTo?: number];

const read = (text: string) => readQuantities(text, ko);

describe("Korean quantities", () => {
  it.each<Row>([
    ["약 100억 달러", "100억 달러", 10e9, "USD", "about"],
    ["1조2천억원", "1조2천억원", 1.2e12, "KRW"],
    ["1조 2,000억 원", "1조 2,000억 원", 1.2e12, "KRW"],
    ["22조 7648억원", "22조 7648억원", 22.7648e12, "KRW"],
    ["1천억달러", "1천억달러", 100e9, "USD"],
    ["2억 4천 7백만 달러", "2억 4천 7백만 달러", 2.47e8, "USD"],
    ["6천 2백 70만 달러", "6천 2백 70만 달러", 62.7e6, "USD"],
    ["7천5백30만 달러", "7천5백30만 달러", 75.3e6, "USD"],
    ["이만칠천원", "이만칠천원", 27000, "KRW"],
    ["이천억 달러", "이천억 달러", 200e9, "USD"],
    ["일쩜이삼달러", "일쩜이삼달러", 1.23, "USD"],
    ["이십유로", "이십유로", 20, "EUR"],
    ["1000 억 달러", "1000 억 달러", 100e9, "USD"],
    ["$300억", "$300억", 30e9, "USD"],
    ["EUR29.99", "EUR29.99", 29.99, "EUR"],
    ["미화 5억 달러", "미화 5억 달러", 5e8, "USD"],
    ["28억 캐나다달러", "28억 캐나다달러", 2.8e9, "CAD"],
    ["147억 호주 달러", "147억 호주 달러", 14.7e9, "AUD"],
    ["1061억 홍콩달러", "1061억 홍콩달러", 106.1e9, "HKD"],
    ["53억 파운드", "53억 파운드", 5.3e9, "GBP"],
    ["4조 엔", "4조 엔", 4e12, "JPY"],
    ["100 중국 위안", "100 중국 위안", 100, "CNY"],
    ["1만 스위스 프랑", "1만 스위스 프랑", 10000, "CHF"],
    ["10만 루피", "10만 루피", 100000, "INR"],
    ["13 달러 45 센트", "13 달러 45 센트", 13.45, "USD"],
    ["최대 300억 달러", "300억 달러", 30e9, "USD", "up-to"],
    ["300억 달러 이상", "300억 달러", 30e9, "USD", "at-least"],
    ["300억 달러를 넘는", "300억 달러", 30e9, "USD", "over"],
    ["300억달러에 육박", "300억달러", 30e9, "USD", "about"],
    ["100여억 달러", "100여억 달러", 10e9, "USD", "over"],
    ["100억여 달러", "100억여 달러", 10e9, "USD", "over"],
    ["50억 달러 미만", "50억 달러", 5e9, "USD", "under"],
    ["최소 10GW", "10GW", 10e9, "W", "at-least"],
    ["100억 달러 안팎", "100억 달러", 10e9, "USD", "about"],
    ["100억~150억 달러", "100억~150억 달러", 10e9, "USD", "exact", 15e9],
    ["5~10%", "5~10%", 5, "%", "exact", 10],
    ["20㎿", "20㎿", 20e6, "W"],
    ["10기가와트(GW)", "10기가와트", 10e9, "W"],
    ["750메가와트", "750메가와트", 750e6, "W"],
    ["지분 15.5%", "15.5%", 15.5, "%"],
    ["3.5%포인트", "3.5%포인트", 3.5, "%"],
    ["이백십 퍼센트", "이백십 퍼센트", 210, "%"],
    ["마이너스 3%", "마이너스 3%", -3, "%"],
    ["5000만주", "5000만주", 5e7, "count"],
    ["기업가치 7300억", "7300억", 730e9, "count"],
    ["공급계약 22조원", "22조원", 22e12, "KRW"],
  ])("reads %s", (text, written, value, unit, qualifier = "exact", valueTo) => {
    const [found, ...more] = read(text);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ text: written, unit, qualifier, valueTo: valueTo ?? null });
    expect(found?.value).toBeCloseTo(value, 6);
  });

  it.each([
    "2026년 2월 20일",
    "이 달러는",
    "이런 이유로",
    "3월 5일엔",
    "2나노 파운드리",
    "시총 1위 엔비디아",
    "사원 3명",
    "백엔드 개발",
    "수백억 달러",
    "수조원",
    "40 기가와트시",
    "3주 만에",
    "H100 칩",
    "02-123-4567",
    "이 프로그램",
    "5 프로젝트",
    "2유로존",
    "백악관",
    "GPT-5.5",
    "3 원칙",
    "제조업체 4곳",
  ])("finds no amount of money, power or percent in %s", (text) => {
    expect(read(text).filter(({ unit }) => unit !== "count")).toEqual([]);
  });

  it.each<[string, [number, string][]]>([
    [
      "300억 달러(약 41조원)",
      [
        [30e9, "USD"],
        [41e12, "KRW"],
      ],
    ],
    [
      "100억 달러에서 150억 달러로",
      [
        [10e9, "USD"],
        [15e9, "USD"],
      ],
    ],
    ["주당 81달러", [[81, "USD"]]],
    ["5000억 조달", [[500e9, "count"]]],
    [
      "100억이 넘는 10 미국 달러",
      [
        [10e9, "count"],
        [10, "USD"],
      ],
    ],
  ])("reads every amount of %s", (text, amounts) => {
    expect(read(text).map(({ value, unit }) => [value, unit])).toEqual(amounts);
  });
});
