import { describe, expect, it } from "vitest";
import { isDue, nextAfter, resumeAfter } from "./schedule.ts";

const NOW = new Date("2026-11-22T12:00:00Z");
const hoursUntil = (next: string): number => (Date.parse(next) - NOW.getTime()) / 3_600_000;

describe("nextAfter", () => {
  it.each([
    ["a period later", 12, 0, null, 12],
    ["never sooner than four hours", 1, 0, null, 4],
    ["a quarter of an hour after a failure", 12, 1, { code: "unreachable", retryAfterMs: null }, 0.25],
    ["after twice that after two", 12, 2, { code: "unreachable", retryAfterMs: null }, 0.5],
    ["no later than a period after many", 12, 50, { code: "unreachable", retryAfterMs: null }, 12],
  ] as const)("is %s, give or take a tenth", (_, periodHours, failures, failure, hours) => {
    const at = (random: number) => hoursUntil(nextAfter({ periodHours, failures }, NOW, random, failure));
    expect(at(0.5)).toBeCloseTo(hours);
    expect(at(0)).toBeCloseTo(hours * 0.9);
    expect(at(1)).toBeCloseTo(hours * 1.1);
  });

  it.each([
    ["as long as the host asks", 86_400_000, 24],
    ["a week at most", 1e12, 168],
  ])("waits %s, and not less", (_, retryAfterMs, hours) => {
    const at = (random: number) =>
      hoursUntil(nextAfter({ periodHours: 12, failures: 1 }, NOW, random, { code: "busy", retryAfterMs }));
    expect(at(0)).toBeCloseTo(hours);
    expect(at(1)).toBeGreaterThan(hours);
  });
});

describe("resumeAfter", () => {
  it.each([
    [0, null],
    [4, null],
    [5, 2],
    [6, 4],
    [9, 32],
    [50, 12 * 60],
  ])("leaves a run alone after %i that were cut off for %s minutes", (cutOffs, minutes) => {
    const at = resumeAfter(cutOffs, { periodHours: 12 }, NOW);
    expect(at === null ? null : hoursUntil(at) * 60).toBe(minutes);
  });
});

describe("isDue", () => {
  const feed = { on: true, auto: true, url: "https://feeds.example/", next: "2026-11-22T11:59:00Z" };
  it.each([
    ["its time has come", {}, true],
    ["it was never updated", { next: null }, true],
    ["the clock was set back by a year", { next: "2027-11-22T12:00:00Z" }, true],
    ["its time has not come", { next: "2026-11-22T12:01:00Z" }, false],
    ["it is off", { on: false }, false],
    ["it is updated by hand", { auto: false }, false],
    ["it has no address", { url: null }, false],
    ["an update was cut off", { next: "2026-11-22T12:01:00Z", isUnderWay: true }, true],
    ["one that was begun by hand was cut off", { auto: false, isUnderWay: true }, true],
    ["one is not to be taken up yet", { isUnderWay: true, resume: "2026-11-22T12:01:00Z" }, false],
    ["one is to be taken up", { isUnderWay: true, resume: "2026-11-22T12:00:00Z" }, true],
    ["one was to be taken up by a clock that was wrong", { isUnderWay: true, resume: "2027-11-22T12:00:00Z" }, true],
    ["one was cut off, and it has been turned off since", { on: false, isUnderWay: true }, false],
  ])("where %s: %o → %s", (_, parts, due) => expect(isDue({ ...feed, ...parts }, NOW)).toBe(due));
});
