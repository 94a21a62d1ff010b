/** Vietnamese numbers, units and hedges. */
import { unitsAfter } from "../table.ts";
import type { LocalePack } from "../types.ts";

const after = (unit: string, keys: string[], per = 1) => unitsAfter({ [unit]: keys }, per);

/** The dollar's Vietnamese names, with and without the country: "đô la Úc", "đô-la Úc", "đôla Úc". */
const dollar = (...countries: string[]): string[] =>
  ["đô la", "đô-la", "đôla", "đô", "dollar", "đồng đô la"].flatMap((word) => (countries.length ? countries.map((country) => `${word} ${country}`) : [word]));

/** "hai mươi tư" 24 … "chín mươi tư" 94: only there is tư a number; elsewhere it is half of đầu tư, "invest". */
const twentyFour = Object.fromEntries(["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"].map((ten, i) => [`${ten} mươi tư`, 10 * (i + 2) + 4]));

export const quantityWords: Omit<LocalePack, "tag" | "words" | "cues"> = {
  marks: { decimal: [","], group: [".", " "], spoken: ["chấm", "phẩy"] },
  negatives: ["âm"],
  // Words that begin with a scale, a number or a currency and are none: tỷ lệ "ratio", năm nay "this year", đồng sáng lập "co-founder".
  opaque: [
    "tỷ lệ", "tỉ lệ", "tỷ giá", "tỉ giá", "tỷ phú", "tỉ phú", "tỷ trọng", "tỉ trọng", "tỷ suất", "tỉ suất", "triệu phú", "triệu tập", "triệu hồi",
    "năm nay", "năm ngoái", "năm sau", "năm trước", "năm tới", "năm qua", "năm đó", "năm nào", "năm đầu", "năm cuối", "năm tài chính", "năm liên tiếp", "năm liền", "hai năm", "ba năm", "bốn năm", "năm năm", "sáu năm", "bảy năm", "tám năm", "chín năm", "mười năm", "một năm",
    "đồng sáng lập", "đồng thời", "đồng ý", "đồng nghiệp", "đồng hồ", "đồng minh", "đồng loạt", "đồng bộ", "đồng tiền", "đồng chủ tịch", "đồng giám đốc", "đồng đội", "đồng nghĩa", "đồng hành", "đồng dẫn đầu", "đồng đầu tư",
    "đô thị", "yên tâm", "yên bình", "yên tĩnh", "bảng xếp hạng", "bảng điểm", "bảng đấu", "bảng mạch", "bảng cân đối", "bảng giá", "bảng lương", "bảng điện tử", "xu hướng", "xu thế", "nửa đầu", "nửa cuối", "nửa sau", "nửa năm",
  ],
  numerals: {
    một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, năm: 5, lăm: 5, nhăm: 5, sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9, mười: 10, ...twentyFour,
  },
  scales: {
    mươi: 10, chục: 10, trăm: 100, nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9, tỹ: 1e9, "nghìn tỷ": 1e12, "ngàn tỷ": 1e12, "nghìn tỉ": 1e12, "ngàn tỉ": 1e12,
  },
  tightScales: { tr: 1e6, t: 1e9 },
  // Left standing by translation machines.
  anglicisms: { million: 1e6, billion: 1e9, trillion: 1e12 },
  numeralLinks: ["lẻ", "linh", "và"],
  fractions: { nửa: 0.5, rưỡi: 0.5, rưởi: 0.5 },
  unitLinks: [],
  units: {
    ...after("USD", [...dollar(), ...dollar("mỹ", "hoa kỳ"), "mỹ kim", "usd mỹ", "đồng usd"]),
    ...after("AUD", [...dollar("úc", "australia"), "aud"]),
    ...after("CAD", dollar("canada")),
    ...after("NZD", dollar("new zealand")),
    ...after("HKD", dollar("hồng kông", "hong kong", "hongkong", "hồng công")),
    ...after("SGD", dollar("singapore")),
    ...after("TWD", [...dollar("đài loan"), "đài tệ", "tân đài tệ"]),
    ...after("EUR", ["euro", "euros", "ơ-rô", "đồng euro"]),
    ...after("GBP", ["bảng", "bảng anh", "pound", "pounds", "đồng bảng anh"]),
    ...after("JPY", ["yên", "yen", "yên nhật", "yen nhật", "đồng yên", "đồng yen"]),
    ...after("CNY", ["nhân dân tệ", "ndt", "yuan", "đồng nhân dân tệ", "tệ"]),
    ...after("KRW", ["won", "won hàn quốc", "đồng won"]),
    ...after("INR", ["rupee", "rupees", "rupee ấn độ", "rupi", "rupi ấn độ", "đồng rupee"]),
    ...after("PKR", ["rupee pakistan"]),
    ...after("IDR", ["rupiah", "rupiah indonesia", "đồng rupiah"]),
    ...after("THB", ["baht", "bạt", "bạt thái", "baht thái", "baht thái lan"]),
    ...after("MYR", ["ringgit", "ringgit malaysia"]),
    ...after("PHP", ["peso philippines"]),
    ...after("MXN", ["peso mexico"]),
    ...after("ARS", ["peso argentina"]),
    ...after("VND", ["đồng", "đồng việt nam", "vnđ", "đ", "đồng vn"]),
    vn$: { unit: "VND" },
    ...after("CHF", ["franc thụy sĩ", "franc thuỵ sĩ", "phrăng thụy sĩ"]),
    ...after("RUB", ["rúp", "ruble", "rouble", "rúp nga"]),
    ...after("UAH", ["hryvnia"]),
    ...after("BRL", ["real brazil", "reais", "real"]),
    ...after("TRY", ["lira", "lira thổ nhĩ kỳ"]),
    ...after("PLN", ["zloty"]),
    ...after("SEK", ["krona", "krona thụy điển", "kronor", "cu-ron thụy điển"]),
    ...after("NOK", ["krone na uy"]),
    ...after("DKK", ["krone đan mạch"]),
    ...after("SAR", ["riyal", "riyal saudi", "riyal ả rập xê út"]),
    ...after("AED", ["dirham", "dirham uae"]),
    ...after("ILS", ["shekel"]),
    ...after("ZAR", ["rand", "rand nam phi"]),
    ...after("%", ["phần trăm", "điểm phần trăm", "điểm %", "% điểm"]),
    ...after("W", ["watt", "oát"]),
    ...after("W", ["kilowatt", "kilôoát", "ki-lô-oát"], 1e3),
    ...after("W", ["megawatt", "mêgaoát", "mê-ga-oát"], 1e6),
    ...after("W", ["gigawatt", "gigaoát", "gi-ga-oát", "gigawatts"], 1e9),
    ...after("W", ["terawatt"], 1e12),
    ...after("count", ["cổ phiếu", "cổ phần", "cổ phiếu phổ thông", "cổ phần phổ thông"]),
  },
  subunits: { xu: 0.01, xen: 0.01, cent: 0.01, cents: 0.01, penny: 0.01, pence: 0.01 },
  qualifiers: {
    before: {
      khoảng: "about", "vào khoảng": "about", "ước khoảng": "about", gần: "about", "xấp xỉ": "about", "ước tính": "about", "ước chừng": "about", chừng: "about", "tầm": "about", "cỡ": "about", "suýt soát": "about", "ngót": "about", "ngót nghét": "about", "gần bằng": "about", "tiệm cận": "about", "sát mốc": "about", "quanh mức": "about", "~": "about", "≈": "about",
      hơn: "over", trên: "over", "nhiều hơn": "over", "cao hơn": "over", "lớn hơn": "over", vượt: "over", "vượt quá": "over", "vượt mức": "over", "vượt mốc": "over", "vượt ngưỡng": "over", quá: "over", "có thể vượt": "over",
      "ít nhất": "at-least", "tối thiểu": "at-least", "không dưới": "at-least", "không ít hơn": "at-least", "chí ít": "at-least", "thấp nhất": "at-least",
      "lên tới": "up-to", "lên đến": "up-to", "tối đa": "up-to", "nhiều nhất": "up-to", "cao nhất": "up-to", "không quá": "up-to", "không vượt quá": "up-to", "tới": "up-to", "lên tận": "up-to", "có thể lên tới": "up-to", "có thể lên đến": "up-to", "cao tới": "up-to",
      dưới: "under", "ít hơn": "under", "thấp hơn": "under", "chưa tới": "under", "chưa đến": "under", "chưa đầy": "under", "nhỏ hơn": "under", "không tới": "under", "không đến": "under",
    },
    after: { "trở lên": "at-least", "trở xuống": "up-to", "hoặc hơn": "at-least", "hoặc ít hơn": "up-to", "+": "over" },
  },
  fillers: ["con số", "mức", "tổng cộng", "tổng", "số tiền", "khoản", "thêm", "là", "với", "trị giá", "giá trị", "tổng trị giá", "tổng giá trị", "một", "các", "ở", "mốc", "ngưỡng", "giá", "số vốn", "của", "đến", "cho", "tổng số", "tổng số tiền"],
  ranges: { open: ["từ", "giữa", "trong khoảng từ", "khoảng từ", "trong khoảng"], link: ["đến", "tới", "hoặc"], linkAfterOpen: ["và"] },
  abbreviations: ["bros", "tp", "ts", "ths", "gs", "pgs", "inc", "corp", "ltd", "mr", "mrs", "ms", "st", "v.v", "u.s", "q", "no", "co", "dr"],
};
