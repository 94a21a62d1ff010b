import { describe, expect, it } from "vitest";
import { addDays, earlierOf, monthOf, withinDays } from "./dates.ts";

describe("days", () => {
  it.each([
    ["2025-09-22", 1, "2025-09-23"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2025-12-31", 1, "2026-01-01"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-03-01", 0, "2026-03-01"],
  ])("%s and %i days is %s", (day, count, expected) => {
    expect(addDays(day, count)).toBe(expected);
  });

  it("knows a day's month", () => {
    expect(monthOf("2025-09-22")).toBe("2025-09");
  });

  it("picks the earlier of two days", () => {
    expect(earlierOf("2025-09-22", "2025-10-01")).toBe("2025-09-22");
    expect(earlierOf("2025-10-01", "2025-09-22")).toBe("2025-09-22");
  });

  it.each([
    ["2025-09-22", "2025-09-25", 3, true],
    ["2025-09-25", "2025-09-22", 3, true],
    ["2025-09-22", "2025-09-26", 3, false],
    ["2025-12-31", "2026-01-01", 1, true],
  ])("%s and %s within %i days: %s", (a, b, count, expected) => {
    expect(withinDays(a, b, count)).toBe(expected);
  });
});
