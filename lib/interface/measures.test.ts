import { describe, expect, it } from "vitest";
import { interfaceIn } from "./i18n.ts";
import { importInterface } from "./locales/index.ts";
import { formatAgo, formatBytes, formatSeconds } from "./measures.ts";

const now = new Date("2026-11-22T12:00:00Z");

describe("formatAgo", () => {
  it.each([
    ["2026-11-22T11:59:30Z", "now"],
    ["2026-11-22T11:55:00Z", "5 minutes ago"],
    ["2026-11-22T09:59:00Z", "2 hours ago"],
    ["2026-11-21T11:00:00Z", "yesterday"],
    ["2026-10-01T11:00:00Z", "last month"],
    ["2024-10-01T11:00:00Z", "2 years ago"],
    ["2027-10-01T11:00:00Z", "now"],
  ])("says of %s: %s", (instant, words) => expect(formatAgo(instant, now, interfaceIn("en"))).toBe(words));
});

describe("formatBytes", () => {
  it.each([
    [0, "0 kB"],
    [840_499, "840 kB"],
    [1_249_000, "1.2 MB"],
  ])("writes %i as %s", (bytes, words) => expect(formatBytes(bytes, interfaceIn("en"))).toBe(words));

  it("writes in the interface's language", async () => {
    expect(formatBytes(1_249_000, await importInterface("fr"))).toMatch(/^1,2\sMo$/);
  });
});

it("writes seconds in the interface's language", async () => {
  expect(formatSeconds(0.3, interfaceIn("en"))).toBe("0.3 seconds");
  expect(formatSeconds(1, await importInterface("fr"))).toMatch(/^1\sseconde$/);
});
