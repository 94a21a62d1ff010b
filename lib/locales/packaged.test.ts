import { describe, expect, it, vi } from "vitest";
import { packs } from "./all.ts";
import { headsModule, loadPacks, packFile } from "./packaged.ts";
import { numeralsOf } from "./table.ts";
import type { LocalePack } from "./types.ts";

/** The packs as the extension has them before any is loaded. */
async function packagedPacks(): Promise<LocalePack[]> {
  const module = await import(`data:text/javascript,${encodeURIComponent(`${headsModule(packs)}//${Math.random()}`)}`);
  return module.packs as LocalePack[];
}

/** A pack's file, parsed. */
const fileOf = async (tag: string): Promise<unknown> =>
  JSON.parse(packFile(packs.find((pack) => pack.tag === tag) as LocalePack));

describe("packs of the package", () => {
  it.each(packs.map((pack, place) => [pack.tag, pack, place] as const))(
    "are what was written for %s, in the same order",
    async (_, pack, place) => {
      const packaged = (await packagedPacks())[place] as LocalePack;
      await loadPacks([packaged], fileOf);
      const whole = { ...pack, numerals: numeralsOf(pack) };
      expect(packaged).toStrictEqual(whole);
      // Of two words that fold to one, the later counts.
      for (const part of Object.keys(whole) as (keyof typeof whole)[]) {
        expect(JSON.stringify(packaged[part]), part).toBe(JSON.stringify(whole[part]));
      }
    },
  );

  it("are loaded once, however many ask", async () => {
    const [one] = await packagedPacks();
    if (!one) throw new Error("There are no packs");
    const load = vi.fn(fileOf);
    await Promise.all([loadPacks([one], load), loadPacks([one], load)]);
    await loadPacks([one], load);
    expect(load).toHaveBeenCalledExactlyOnceWith(one.tag);
  });

  it("are tried again where they could not be loaded", async () => {
    const [one] = await packagedPacks();
    if (!one) throw new Error("There are no packs");
    await expect(loadPacks([one], () => Promise.reject(new Error("No such file")))).rejects.toThrow("No such file");
    await loadPacks([one], fileOf);
    expect(one.cues).toEqual(packs[0]?.cues);
  });

  it("are not loaded where they are whole", async () => {
    const load = vi.fn(fileOf);
    await loadPacks(packs, load);
    expect(load).not.toHaveBeenCalled();
  });
});
