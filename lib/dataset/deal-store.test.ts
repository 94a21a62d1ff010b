import { describe, expect, it, vi } from "vitest";
import type { Block } from "../reading/types.ts";
import { fakeDataset } from "./dataset.fake.ts";
import { readFrom, storeInMemory } from "./deal-store.ts";

const block = (id: number, article: number, text: string): Block => ({ id, article, text, role: "text" });
const first = block(0, 1, "Northwind will invest $2 billion in Contoso.");
const second = block(1, 2, "Northwind will invest $3 billion in Contoso.");
const asOf = "2026-03-01";

describe("readFrom", () => {
  it("reads of a list of articles that grows only what is new", async () => {
    const store = storeInMemory(fakeDataset());
    const before = await readFrom(store, { lang: "en", blocks: [first] }, { asOf });
    const names = vi.spyOn(store.names, "findNames");
    const after = await readFrom(store, { lang: "en", blocks: [first, second] }, { asOf });
    expect(after.claims.map(({ block }) => block)).toEqual([0, 1]);
    expect(after.claims[0]).toBe(before.claims[0]);
    // The new article's block, and the title that none of them has.
    expect(names).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => Promise<unknown>]>([
    ["changed text", () => readFrom(store, { lang: "en", blocks: [{ ...first }] }, { asOf })],
    ["another block", () => readFrom(store, { lang: "en", blocks: [first, { ...second, article: 1 }] }, { asOf })],
    ["another language", () => readFrom(store, { lang: "fr", blocks: [first] }, { asOf })],
    ["another date", () => readFrom(store, { lang: "en", published: "2025-01-01", blocks: [first] }, { asOf })],
    ["another day", () => readFrom(store, { lang: "en", blocks: [first] }, { asOf: "2026-03-02" })],
    ["other data", () => readFrom(storeInMemory(fakeDataset()), { lang: "en", blocks: [first] }, { asOf })],
  ])("reads an article again with %s", async (_, again) => {
    const before = await readFrom(store, { lang: "en", blocks: [first] }, { asOf });
    expect(await again()).not.toBe(before);
  });
  const store = storeInMemory(fakeDataset());
});
