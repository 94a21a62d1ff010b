/** What the popup shows, asked for before there is anything to show it with. */
import { type CommandKeys, commandKeys } from "../../lib/platform/commands.ts";
import { grantedSites } from "../../lib/platform/grants.ts";
import { askBackground } from "../../lib/platform/messaging.ts";
import { loadSettings } from "../../lib/platform/settings.ts";
import { activeTab } from "../../lib/platform/tabs.ts";
import type { DatasetState, PageSummary } from "../../lib/protocol.ts";
import type { Settings } from "../../lib/settings.ts";

export type AskedPage = { tab: number | null; summary: PageSummary | "error" };
/** What stands around the page's claims. */
export type AskedRest = {
  dataset: DatasetState | "error";
  settings: Settings;
  granted: string[];
  keys: CommandKeys | null;
};

/** @param asked the tab to show; null for the window's active one */
export async function askPage(asked: number | null): Promise<AskedPage> {
  const tab = asked ?? (await activeTab());
  return { tab, summary: tab === null ? "error" : await askSummary(tab) };
}

export async function askSummary(tab: number): Promise<PageSummary | "error"> {
  const result = await askBackground("pageSummary", { tab });
  return result.ok ? result.value : "error";
}

export async function askRest(): Promise<AskedRest> {
  const [dataset, settings, granted, keys] = await Promise.all([
    askDataset(),
    loadSettings(),
    grantedSites(),
    commandKeys(),
  ]);
  return { dataset, settings, granted, keys };
}

export async function askDataset(): Promise<DatasetState | "error"> {
  const result = await askBackground("datasetState", null);
  return result.ok ? result.value : "error";
}
