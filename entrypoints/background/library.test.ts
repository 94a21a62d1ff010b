import { expect, it, vi } from "vitest";
import { createLibrary, type OpenedLibrary } from "./library.ts";

const opened = { how: "stored", why: null } as OpenedLibrary;

it("loads once for all who ask at the same time, and for those who ask later", async () => {
  const load = vi.fn(async () => opened);
  const library = createLibrary(load);
  const [one, two] = await Promise.all([library.open(), library.open()]);
  expect([one, two, await library.open()]).toEqual(Array(3).fill({ ok: true, value: opened }));
  expect(load).toHaveBeenCalledOnce();
});

it("says why there is no dataset, and tries again when next asked", async () => {
  const load = vi
    .fn<() => Promise<OpenedLibrary>>()
    .mockRejectedValueOnce(new Error("disk full"))
    .mockResolvedValueOnce(opened);
  vi.spyOn(console, "error").mockImplementation(() => {});
  const library = createLibrary(load);
  expect(await library.open()).toEqual({ ok: false, error: { code: "no-dataset", message: "Error: disk full" } });
  expect(await library.open()).toEqual({ ok: true, value: opened });
});
