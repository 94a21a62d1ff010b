import { expect, it } from "vitest";
import { DEFAULTS, settingsFrom } from "./settings.ts";

it("takes what was chosen and leaves the rest as it is by default", () => {
  expect(settingsFrom({ tooltip: "modifier", delayMs: 0, marks: false })).toEqual({
    ...DEFAULTS,
    tooltip: "modifier",
    delayMs: 0,
    marks: false,
  });
});

it.each([
  { on: "yes" },
  { marks: 1 },
  { show: "some" },
  { tooltip: "always" },
  { delayMs: -1 },
  { delayMs: 1e9 },
  { delayMs: Number.NaN },
  { currency: "euro" },
  { language: "../../etc" },
  { other: true },
])("falls back where storage holds nonsense: %j", (stored) => {
  expect(settingsFrom(stored)).toEqual(DEFAULTS);
});
