import { beforeEach, describe, expect, it, vi } from "vitest";
import { success } from "../../lib/platform/result.ts";
import type { FrameReading } from "../../lib/protocol.ts";
import { DEFAULTS } from "../../lib/settings.ts";
import { type CommandNeeds, runCommand } from "./commands.ts";

const reading = (frame: number, rows: number) => ({ frame, rows: Array(rows).fill({}) }) as unknown as FrameReading;
let needs: CommandNeeds;

beforeEach(() => {
  needs = {
    readTab: vi.fn(async () => true),
    loadReadings: async () => [reading(0, 0), reading(4, 1), reading(7, 2)],
    settings: async () => DEFAULTS,
    frameState: async () =>
      success({ document: "d", host: "h", state: "read" as const, marks: 1, at: null, tooltip: null }),
    stepMark: vi.fn(async () => success(true)),
    openMark: vi.fn(async (_tab, frame) => success(frame === 7)),
    closeTooltip: vi.fn(async () => success(true)),
  };
});

describe("runCommand", () => {
  it.each([
    ["next-mark", 1, "all"],
    ["previous-mark", -1, "all"],
    ["next-discrepancy", 1, "discrepancies"],
  ])("%s goes %i among %s", async (name, direction, only) => {
    await runCommand(name, 3, needs);
    expect(needs.stepMark).toHaveBeenCalledExactlyOnceWith(3, 4, { direction, only, from: "current" });
  });

  it("goes only among discrepancies where only they are shown", async () => {
    await runCommand("next-mark", 3, { ...needs, settings: async () => ({ ...DEFAULTS, show: "discrepancies" }) });
    expect(needs.stepMark).toHaveBeenCalledWith(3, 4, expect.objectContaining({ only: "discrepancies" }));
  });

  it("opens in the first frame that has a mark in sight", async () => {
    await runCommand("open-mark", 3, needs);
    expect(vi.mocked(needs.openMark).mock.calls).toEqual([
      [3, 4],
      [3, 7],
    ]);
  });

  it("closes in every frame", async () => {
    await runCommand("close-tooltip", 3, needs);
    expect(needs.closeTooltip).toHaveBeenCalledTimes(3);
  });

  it("reads a page once", async () => {
    await runCommand("read-page", 3, needs);
    expect(needs.readTab).toHaveBeenCalledExactlyOnceWith(3);
  });

  it("does nothing at a name that is none of its own", async () => {
    await runCommand("_execute_action", 3, needs);
    for (const done of [needs.readTab, needs.stepMark, needs.openMark, needs.closeTooltip])
      expect(done).not.toHaveBeenCalled();
  });
});
