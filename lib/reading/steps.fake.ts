import { vi } from "vitest";

/** How often `work` looks at a character or cuts a piece of text: what grows where its time grows, on any machine. */
export function steps(work: () => void): number {
  const looks = [vi.spyOn(String.prototype, "charCodeAt"), vi.spyOn(String.prototype, "slice")];
  try {
    work();
    return looks.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    for (const look of looks) look.mockRestore();
  }
}
