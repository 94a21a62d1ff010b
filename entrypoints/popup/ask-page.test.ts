import { beforeEach, expect, it, vi } from "vitest";
import { askBackground } from "../../lib/platform/messaging.ts";
import { pageSummary } from "../../lib/platform/page-summary.ts";
import { fakeReading } from "../../lib/platform/reading.fake.ts";
import { failure, success } from "../../lib/platform/result.ts";
import type { FrameReading, PageSummary } from "../../lib/protocol.ts";
import { askSummary } from "./ask-page.ts";

vi.mock("../../lib/platform/messaging.ts", () => ({ askBackground: vi.fn() }));
vi.mock("../../lib/platform/page-summary.ts", () => ({ pageSummary: vi.fn() }));

const summary = (state: FrameReading["state"]): PageSummary => ({
  on: true,
  site: null,
  page: null,
  main: null,
  frames: [fakeReading(0, { state })],
});
beforeEach(() => {
  vi.mocked(askBackground)
    .mockReset()
    .mockResolvedValue(success(summary("read")));
  vi.mocked(pageSummary).mockReset();
});

it("has a page without the background, which may have been stopped", async () => {
  vi.mocked(pageSummary).mockResolvedValue(summary("reading"));
  expect(await askSummary(3)).toEqual(summary("reading"));
  expect(askBackground).not.toHaveBeenCalled();
});

it("asks the background for what the storage had no room for", async () => {
  vi.mocked(pageSummary).mockResolvedValue(summary("lost"));
  expect(await askSummary(3)).toEqual(summary("read"));
  expect(askBackground).toHaveBeenCalledExactlyOnceWith("pageSummary", { tab: 3 });
});

it("says that it cannot be had where neither has it", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.mocked(pageSummary).mockRejectedValue(new Error("The storage is broken"));
  vi.mocked(askBackground).mockResolvedValue(failure("failed", ""));
  expect(await askSummary(3)).toBe("error");
});
