import { describe, expect, it } from "vitest";
import { compareVersions, nextVersion } from "./version.ts";

describe("compareVersions", () => {
  it.each([
    ["2026-11-22.1", "2026-11-22.1", 0],
    ["2026-11-22.1", "2026-11-22.2", -1],
    ["2026-11-22.10", "2026-11-22.9", 1],
    ["2026-11-23.1", "2026-11-22.9", 1],
    ["2025-12-31.4", "2026-01-01.1", -1],
  ])("orders %s and %s", (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b))).toBe(sign);
    expect(Math.sign(compareVersions(b, a))).toBe(0 - sign);
  });

  it.each(["", "2026-11-22", "22.11.2026.1", "2026-11-22.x"])("refuses %j", (text) => {
    expect(() => compareVersions(text, "2026-11-22.1")).toThrow(RangeError);
  });
});

describe("nextVersion", () => {
  it.each([
    [null, "2026-11-22", "2026-11-22.1"],
    ["2026-11-20.7", "2026-11-22", "2026-11-22.1"],
    ["2026-11-22.9", "2026-11-22", "2026-11-22.10"],
    ["2026-11-25.1", "2026-11-22", "2026-11-25.2"],
  ])("follows %s on %s with %s", (previous, today, next) => {
    expect(nextVersion(previous, today)).toBe(next);
  });
});
