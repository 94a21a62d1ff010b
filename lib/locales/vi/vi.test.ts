import { describe, expect, it } from "vitest";
import { readQuantities } from "../../reading/quantities.ts";
import { vi } from "./index.ts";

const read = (text: string) =>
  readQuantities(text, vi)
    .filter((quantity) => quantity.unit !== "count")
    .map(({ text: written, value, valueTo, unit, qualifier }) => [written, value, valueTo, unit, qualifier]);

describe("Vietnamese quantities", () => {
  it.each([
    ["30 tỷ USD", 30e9, "USD"],
    ["30 tỉ đô la Mỹ", 30e9, "USD"],
    ["30 tỷ đô", 30e9, "USD"],
    ["38,7 tỷ đô-la", 38.7e9, "USD"],
    ["38.7 tỷ USD", 38.7e9, "USD"],
    ["US$100 tỷ", 100e9, "USD"],
    ["$100 tỷ", 100e9, "USD"],
    ["1.250 tỷ đồng", 1250e9, "VND"],
    ["1,4 nghìn tỷ USD", 1.4e12, "USD"],
    ["1,4 ngàn tỉ USD", 1.4e12, "USD"],
    ["26.000 tỷ đồng", 26e12, "VND"],
    ["3 tỷ 500 triệu USD", 3.5e9, "USD"],
    ["hai tỷ rưỡi USD", 2.5e9, "USD"],
    ["nửa tỷ USD", 0.5e9, "USD"],
    ["ba mươi lăm tỷ đồng", 35e9, "VND"],
    ["một trăm linh năm triệu euro", 105e6, "EUR"],
    ["mười đô mỹ", 10, "USD"],
    ["750 triệu bảng Anh", 750e6, "GBP"],
    ["500 tỷ nhân dân tệ", 500e9, "CNY"],
    ["500 tỷ NDT", 500e9, "CNY"],
    ["3.000 tỷ yên", 3e12, "JPY"],
    ["50 nghìn tỷ won", 50e12, "KRW"],
    ["5 tỷ đô la Úc", 5e9, "AUD"],
    ["20 tỷ đô la Hong Kong", 20e9, "HKD"],
    ["10k đồng", 10e3, "VND"],
    ["500.000đ", 500e3, "VND"],
    ["2 đô la và 23 xen", 2.23, "USD"],
    ["10 GW", 10e9, "W"],
    ["10 gigawatt", 10e9, "W"],
    ["750 MW", 750e6, "W"],
    ["4,2%", 4.2, "%"],
    ["27 phần trăm", 27, "%"],
    ["0,5 điểm phần trăm", 0.5, "%"],
  ])("reads %s", (text, value, unit) => {
    expect(read(`Họ nói về ${text} trong thông báo.`)).toEqual([[text, value, null, unit, "exact"]]);
  });

  it.each([
    ["khoảng 30 tỷ USD", "about"],
    ["gần 30 tỷ USD", "about"],
    ["xấp xỉ 30 tỷ USD", "about"],
    ["hơn 30 tỷ USD", "over"],
    ["vượt mốc 30 tỷ USD", "over"],
    ["ít nhất 30 tỷ USD", "at-least"],
    ["không dưới 30 tỷ USD", "at-least"],
    ["30 tỷ USD trở lên", "at-least"],
    ["lên tới 30 tỷ USD", "up-to"],
    ["tối đa 30 tỷ USD", "up-to"],
    ["chưa đến 30 tỷ USD", "under"],
    ["trị giá 30 tỷ USD", "exact"],
  ])("hedges %s as %s", (text, qualifier) => {
    expect(read(text)).toEqual([["30 tỷ USD", 30e9, null, "USD", qualifier]]);
  });

  it.each([
    ["5 đến 10 tỷ USD", 5e9, 10e9, "USD"],
    ["từ 800 triệu đến 1,2 tỷ USD", 800e6, 1.2e9, "USD"],
    ["20-25%", 20, 25, "%"],
  ])("reads the range %s", (text, value, valueTo, unit) => {
    expect(read(text).map((row) => row.slice(1, 4))).toEqual([[value, valueTo, unit]]);
  });

  it("keeps a year in words out of the amount before it", () => {
    expect(readQuantities("doanh thu 7 tỷ năm 2025", vi).map((quantity) => quantity.value)).toEqual([7e9]);
  });

  it.each([
    "ngày 22/9/2025, lúc 15:30",
    "trong năm 2025 và năm 2026",
    "chip H100 và mô hình GPT-5",
    "điện thoại 028 3822 1234",
    "2 đồng sáng lập của công ty",
    "tỷ lệ và tỷ giá",
    "hàng tỷ đô la",
    "hàng trăm triệu USD",
    "hai đô thị lớn",
    "năm năm trước",
    "phiên bản 3.2.1",
    "một tỷ phú",
    "120 GWh điện",
  ])("finds no amount in “%s”", (text) => {
    expect(read(text)).toEqual([]);
  });
});
