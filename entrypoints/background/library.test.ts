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

it("goes on answering with what was in use until what is stored now is loaded", async () => {
  const newer = { ...opened, why: "newer" };
  const later = Promise.withResolvers<OpenedLibrary>();
  const load = vi.fn<() => Promise<OpenedLibrary>>().mockResolvedValueOnce(opened).mockReturnValueOnce(later.promise);
  const library = createLibrary(load);
  await library.open();
  const reloaded = library.reload();
  expect(await library.open()).toEqual({ ok: true, value: opened });
  later.resolve(newer);
  await reloaded;
  expect(await library.open()).toEqual({ ok: true, value: newer });
});

it("keeps what is in use where it cannot be loaded again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const load = vi
    .fn<() => Promise<OpenedLibrary>>()
    .mockResolvedValueOnce(opened)
    .mockRejectedValueOnce(new Error("disk full"));
  const library = createLibrary(load);
  await library.open();
  await library.reload();
  expect(await library.open()).toEqual({ ok: true, value: opened });
});

it("takes the last of several reloads, whichever is done first", async () => {
  const [slow, quick] = [Promise.withResolvers<OpenedLibrary>(), Promise.withResolvers<OpenedLibrary>()];
  const load = vi
    .fn<() => Promise<OpenedLibrary>>()
    .mockReturnValueOnce(slow.promise)
    .mockReturnValueOnce(quick.promise);
  const library = createLibrary(load);
  const both = [library.reload(), library.reload()];
  quick.resolve(opened);
  slow.resolve({ ...opened, why: "older" });
  await Promise.all(both);
  expect(await library.open()).toEqual({ ok: true, value: opened });
});
