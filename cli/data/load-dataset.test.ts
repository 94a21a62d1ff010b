import { cp, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { updateVersion } from "./build.ts";
import { loadDataset } from "./load-dataset.ts";
import { compileSnapshot } from "./snapshot.ts";

const project = path.resolve(import.meta.dirname, "../..");
const cacheOf = (root: string) => path.join(root, ".cache/dataset.json");
let root: string;

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "dealmark-"));
  for (const [file, text] of Object.entries({
    "data/parties.yaml": "- { id: contoso, name: Contoso, kind: company }\n",
    "data/deals/contoso-2026.yaml":
      "id: contoso-2026\nname: Contoso round\nkind: funding-round\nparties:\n  - { party: contoso, role: investee }\n" +
      "events:\n  - date: 2026-01-15\n    status: announced\n    unsourced: true\n",
    "data/rates/monthly-usd.csv": "month,currency,usd_per_unit\n2026-01,EUR,1.17\n",
  })) {
    await cp(path.join(project, "data/README.md"), path.join(root, file)); // makes the folders
    await writeFile(path.join(root, file), text);
  }
  await symlink(path.join(project, "lib"), path.join(root, "lib"));
});
afterEach(() => rm(root, { recursive: true }));

const dealFile = () => path.join(root, "data/deals/contoso-2026.yaml");
const replaceInDeal = async (from: string, to: string) =>
  writeFile(dealFile(), (await readFile(dealFile(), "utf8")).replace(from, to));

describe("updateVersion", () => {
  it("gives new data a version of the day, and leaves unchanged data alone", async () => {
    expect(await updateVersion(root, "2026-11-22")).toEqual({ version: "2026-11-22.1", isNew: true });
    expect(await updateVersion(root, "2026-11-23")).toEqual({ version: "2026-11-22.1", isNew: false });
  });

  it("gives changed data the next version", async () => {
    await updateVersion(root, "2026-11-22");
    await replaceInDeal("announced", "closed");
    expect(await updateVersion(root, "2026-11-22")).toEqual({ version: "2026-11-22.2", isNew: true });
    await replaceInDeal("closed", "announced");
    expect(await updateVersion(root, "2026-12-01")).toEqual({ version: "2026-12-01.1", isNew: true });
  });

  it("does not count a comment as a change", async () => {
    await updateVersion(root, "2026-11-22");
    await replaceInDeal("kind:", "# A round.\nkind:");
    expect(await updateVersion(root, "2026-11-23")).toMatchObject({ isNew: false });
  });

  it("refuses broken data, and keeps the version", async () => {
    await updateVersion(root, "2026-11-22");
    await replaceInDeal("party: contoso", "party: nobody");
    await expect(updateVersion(root, "2026-11-23")).rejects.toThrow(
      'contoso-2026.yaml:5: parties[0].party: Unknown party "nobody"',
    );
    expect(JSON.parse(await readFile(path.join(root, "data/version.json"), "utf8")).version).toBe("2026-11-22.1");
  });
});

describe("loadDataset", () => {
  it("loads the same dataset from the cache as from the sources", async () => {
    await updateVersion(root, "2026-11-22");
    const compiled = await loadDataset(root);
    expect(compiled).toMatchObject({
      changed: false,
      dataset: { version: "2026-11-22.1", deals: [{ id: "contoso-2026" }] },
    });
    const { mtimeMs } = await stat(cacheOf(root));
    expect(await loadDataset(root)).toEqual(compiled);
    expect((await stat(cacheOf(root))).mtimeMs).toBe(mtimeMs);
  });

  it("sees a changed source, and says that the version is not its own", async () => {
    await updateVersion(root, "2026-11-22");
    await loadDataset(root);
    await replaceInDeal("announced", "closed");
    expect(await loadDataset(root)).toMatchObject({
      changed: true,
      dataset: { version: "2026-11-22.1", deals: [{ events: [{ status: "closed" }] }] },
    });
  });

  it("sees a source that is gone", async () => {
    await loadDataset(root);
    await rm(dealFile());
    expect((await loadDataset(root)).dataset.deals).toEqual([]);
  });

  it.each(["", "{}", '{"key":'])("compiles anew where the cache holds %j", async (broken) => {
    const compiled = await loadDataset(root);
    await writeFile(cacheOf(root), broken);
    expect(await loadDataset(root)).toEqual(compiled);
  });

  it("does not trust a cache whose records do not fit the schema", async () => {
    const compiled = await loadDataset(root);
    const cached = JSON.parse(await readFile(cacheOf(root), "utf8"));
    cached.dataset.deals[0].kind = "gift";
    await writeFile(cacheOf(root), JSON.stringify(cached));
    expect(await loadDataset(root)).toEqual(compiled);
  });
});

describe("compileSnapshot", () => {
  it("gives the same bytes for the same sources, cached or not", async () => {
    await updateVersion(root, "2026-11-22");
    const snapshot = await compileSnapshot(root);
    expect(JSON.parse(snapshot)).toEqual((await loadDataset(root)).dataset);
    expect(await compileSnapshot(root)).toBe(snapshot);
    await rm(cacheOf(root));
    expect(await compileSnapshot(root)).toBe(snapshot);
  });

  it("refuses data that have no version of their own", async () => {
    await expect(compileSnapshot(root)).rejects.toThrow("npm run data");
    await updateVersion(root, "2026-11-22");
    await replaceInDeal("announced", "closed");
    await expect(compileSnapshot(root)).rejects.toThrow("npm run data");
  });
});
