/** `feed diff`: what changed between two versions of a feed, in words. */
import { changesOf } from "../../lib/dataset/changes.ts";
import { createDealIndex } from "../../lib/dataset/deal-index.ts";
import { canonicalText } from "../../lib/dataset/pages.ts";
import type { Deal } from "../../lib/deals/schema.ts";
import { memoryStore } from "../../lib/feeds/store.ts";
import { changeViewOf } from "../../lib/interface/change-view.ts";
import { importInterface } from "../../lib/interface/locales/index.ts";
import type { Io } from "../io.ts";
import { readCatalogOf } from "./folder.ts";
import { datasetOf, loadVersion } from "./read-feed.ts";

/** @param day as of when statuses and figures are compared. @throws {UserError} where a version is not there */
export async function diff(
  folder: string,
  { from, to, lang, day }: { from: string; to: string; lang: string; day: string },
  io: Io,
): Promise<void> {
  const [before, now] = await Promise.all(
    [from, to].map(async (version) => {
      const store = memoryStore();
      const manifest = await loadVersion(await readCatalogOf(folder, version), folder, store);
      return datasetOf(manifest, store.texts);
    }),
  );
  if (!before || !now) return;
  const ui = await importInterface(lang);
  const deals = new Map(now.deals.map((deal) => [deal.id, deal]));
  const old = new Map(before.deals.map((deal) => [deal.id, deal]));
  const same = (a: Deal | undefined, b: Deal | undefined) => a && b && canonicalText(a) === canonicalText(b);
  const pairs = [...new Set([...old.keys(), ...deals.keys()])]
    .filter((id) => !same(old.get(id), deals.get(id)))
    .map((id) => ({ before: old.get(id) ?? null, now: deals.get(id) ?? null }));
  const changes = changesOf(pairs, {
    day,
    rates: createDealIndex(now, { find: () => [] }),
    dealNow: (id) => deals.get(id),
  });
  await io.write(`${ui.t("change.summary", { count: changes.length, from, to })}\n`);
  for (const change of changes) {
    const { name, label, lines } = changeViewOf(change, ui);
    await io.write(`  ${name} (${label}): ${lines.join("; ")}\n`);
  }
}
