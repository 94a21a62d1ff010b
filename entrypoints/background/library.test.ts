import { beforeEach, expect, it, vi } from "vitest";
import { fakeDataset } from "../../lib/dataset/dataset.fake.ts";
import { BrokenDataset } from "../../lib/dataset/deal-shelf.ts";
import { storeInMemory } from "../../lib/dataset/deal-store.ts";
import { createLibrary, type LibraryNeeds, type OpenedLibrary } from "./library.ts";

/** A library of a version that tells it from others. */
const opened = (count: number, parts: Partial<OpenedLibrary> = {}): OpenedLibrary => ({
  how: "stored",
  why: null,
  disagreements: [],
  deals: storeInMemory(fakeDataset({ version: `2026-02-01.${count}` })),
  ...parts,
});

let needs: { [K in keyof LibraryNeeds]: ReturnType<typeof vi.fn<LibraryNeeds[K]>> };
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  vi.spyOn(console, "warn").mockImplementation(() => {});
  needs = {
    openIndex: vi.fn(async () => ({ library: opened(1), isCurrent: async () => true })),
    openWhole: vi.fn(async () => opened(2, { how: "installed" })),
    buildIndex: vi.fn(async () => opened(2)),
  };
});
/** What is in use. */
const inUse = async (library: ReturnType<typeof createLibrary>) => {
  const result = await library.open();
  return result.ok ? [result.value.deals.version, result.value.how] : result.error;
};

it("opens the index once for all who ask at the same time, and for those who ask later", async () => {
  const library = createLibrary(needs);
  expect(await Promise.all([inUse(library), inUse(library)])).toEqual(Array(2).fill(["2026-02-01.1", "stored"]));
  await inUse(library);
  expect([needs.openIndex.mock.calls.length, needs.openWhole.mock.calls.length]).toEqual([1, 0]);
});

it("opens all of the dataset where there is no index yet, and builds one for the next time", async () => {
  needs.openIndex.mockResolvedValue(null);
  const library = createLibrary(needs);
  expect(await inUse(library)).toEqual(["2026-02-01.2", "installed"]);
  await vi.waitFor(() => expect(needs.buildIndex).toHaveBeenCalledOnce());
  expect(needs.openWhole).toHaveBeenCalledOnce();
});

it("builds no index where the browser stores nothing", async () => {
  needs.openIndex.mockResolvedValue(null);
  needs.openWhole.mockResolvedValue(opened(2, { how: "unstored", why: "disk full" }));
  const library = createLibrary(needs);
  expect(await inUse(library)).toEqual(["2026-02-01.2", "unstored"]);
  await new Promise((resolve) => setTimeout(resolve));
  expect(needs.buildIndex).not.toHaveBeenCalled();
});

it("answers by an index of other generations until a new one is built", async () => {
  needs.openIndex.mockResolvedValue({ library: opened(1), isCurrent: async () => false });
  const built = Promise.withResolvers<OpenedLibrary>();
  needs.buildIndex.mockReturnValue(built.promise);
  const library = createLibrary(needs);
  expect(await inUse(library)).toEqual(["2026-02-01.1", "stored"]);
  built.resolve(opened(3));
  await vi.waitFor(async () => expect(await inUse(library)).toEqual(["2026-02-01.3", "stored"]));
});

it("goes on with an index of which nobody can tell whether it is current", async () => {
  needs.openIndex.mockResolvedValue({ library: opened(1), isCurrent: () => Promise.reject(new Error("disk full")) });
  const library = createLibrary(needs);
  await library.open();
  await vi.waitFor(() => expect(console.warn).toHaveBeenCalled());
  expect(await inUse(library)).toEqual(["2026-02-01.1", "stored"]);
  expect(needs.buildIndex).not.toHaveBeenCalled();
});

it("says why there is no dataset, and tries again when next asked", async () => {
  needs.openIndex.mockResolvedValue(null);
  needs.openWhole.mockRejectedValueOnce(new Error("disk full"));
  const library = createLibrary(needs);
  expect(await inUse(library)).toEqual({ code: "no-dataset", message: "Error: disk full" });
  expect(await inUse(library)).toEqual(["2026-02-01.2", "installed"]);
});

it("goes on answering with what was in use until what is stored now is indexed", async () => {
  const library = createLibrary(needs);
  await library.open();
  const built = Promise.withResolvers<OpenedLibrary>();
  needs.buildIndex.mockReturnValue(built.promise);
  const reloaded = library.reload();
  expect(await inUse(library)).toEqual(["2026-02-01.1", "stored"]);
  built.resolve(opened(3));
  await reloaded;
  expect(await inUse(library)).toEqual(["2026-02-01.3", "stored"]);
});

it("opens all of the dataset where it cannot be indexed, and tries again with what that mended", async () => {
  needs.buildIndex.mockRejectedValueOnce(new BrokenDataset("No feed has data"));
  const library = createLibrary(needs);
  await library.reload();
  expect(await inUse(library)).toEqual(["2026-02-01.2", "installed"]);
  expect(needs.buildIndex).toHaveBeenCalledTimes(2);
});

it("keeps what is in use where nothing else can be opened", async () => {
  const library = createLibrary(needs);
  await library.open();
  needs.buildIndex.mockRejectedValue(new Error("disk full"));
  needs.openWhole.mockRejectedValue(new Error("disk full"));
  await library.reload();
  expect(await inUse(library)).toEqual(["2026-02-01.1", "stored"]);
});

it("takes the last of several reloads, whichever is done first", async () => {
  const [slow, quick] = [Promise.withResolvers<OpenedLibrary>(), Promise.withResolvers<OpenedLibrary>()];
  needs.buildIndex.mockReturnValueOnce(slow.promise).mockReturnValueOnce(quick.promise);
  const library = createLibrary(needs);
  const both = [library.reload(), library.reload()];
  quick.resolve(opened(5));
  slow.resolve(opened(4));
  await Promise.all(both);
  expect(await inUse(library)).toEqual(["2026-02-01.5", "stored"]);
});

it("answers a question from the whole dataset where a deal cannot be fetched, and heals", async () => {
  const broken = { ...opened(1).deals, ask: () => Promise.reject(new BrokenDataset("Page 1 is missing")) };
  needs.openIndex.mockResolvedValue({ library: opened(1, { deals: broken }), isCurrent: async () => true });
  needs.openWhole.mockResolvedValue(opened(2, { how: "healed", why: "Page 1 is missing" }));
  const library = createLibrary(needs);
  const first = await library.open();
  expect(first.ok && (await first.value.deals.ask((index) => index.version))).toBe("2026-02-01.2");
  expect(await inUse(library)).toEqual(["2026-02-01.2", "healed"]);
  await vi.waitFor(() => expect(needs.buildIndex).toHaveBeenCalledOnce());
});
