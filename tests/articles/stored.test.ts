/** Holds that an article is read from the stored index, of which only some deals are fetched, as with all of them in memory. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { expect, it } from "vitest";
import { loadDataset } from "../../cli/data/load-dataset.ts";
import { readPage } from "../../cli/read-page.ts";
import { buildIndex } from "../../lib/dataset/build-index.ts";
import { createDatabase } from "../../lib/dataset/database.ts";
import { readFrom, storeInMemory } from "../../lib/dataset/deal-store.ts";
import { PACKAGE_FEED } from "../../lib/dataset/in-use.ts";
import { storeOfIndex } from "../../lib/dataset/open-index.ts";
import { installSnapshot } from "../../lib/dataset/read-dataset.ts";
import { createReader } from "../../lib/dataset/reader.ts";

const root = path.resolve(import.meta.dirname, "../..");
const fixtures = path.join(root, "tests/fixtures/articles");
const options = { asOf: "2026-11-22" };

it("reads every labelled article the same", async () => {
  const { dataset } = await loadDataset(root);
  const db = createDatabase("stored", { indexedDB: new IDBFactory(), IDBKeyRange });
  await installSnapshot(db, dataset);
  const index = await buildIndex(db, [PACKAGE_FEED], async () => {});
  const whole = storeInMemory(dataset);
  let claims = 0;
  for (const slug of readdirSync(fixtures)) {
    // Anew for each article, so that it has no more deals at hand than it asks for.
    const stored = storeOfIndex(
      createReader(async () => db.backendDB()),
      index,
      async () => {},
    );
    const page = readPage(readFileSync(path.join(fixtures, slug, "page.html")));
    const expected = await readFrom(whole, page, options);
    expect(await readFrom(stored, page, options), slug).toEqual(expected);
    claims += expected.claims.length;
  }
  expect(claims).toBeGreaterThan(1000);
  db.close();
}, 60_000);
