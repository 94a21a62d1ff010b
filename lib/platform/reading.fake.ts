import type { FrameReading } from "../protocol.ts";

/** A frame that was read and holds no claim. */
export const fakeReading = (frame: number, parts: Partial<FrameReading> = {}): FrameReading => ({
  frame,
  document: `d${frame}`,
  state: "read",
  error: null,
  lang: "en",
  published: null,
  modified: null,
  asOf: "2026-11-22",
  rows: [],
  ...parts,
});
