/** What the popup shows: the page, asked for before there is anything to show it with, and what stands around it. */
import { type CommandKeys, commandKeys } from "../../lib/platform/commands.ts";
import { grantedSites } from "../../lib/platform/grants.ts";
import { askBackground } from "../../lib/platform/messaging.ts";
import { pageSummary } from "../../lib/platform/page-summary.ts";
import { loadSettings } from "../../lib/platform/settings.ts";
import { activeTab } from "../../lib/platform/tabs.ts";
import type { DatasetState, PageSummary } from "../../lib/protocol.ts";
import type { Settings } from "../../lib/settings.ts";

export type AskedPage = { tab: number | null; summary: PageSummary | "error" };
/** What stands around the page's claims, as the browser keeps it. */
export type AskedRest = { settings: Settings; granted: string[]; keys: CommandKeys | null };

/** @param asked the tab to show; null for the window's active one */
export async function askPage(asked: number | null): Promise<AskedPage> {
  const tab = asked ?? (await activeTab());
  return { tab, summary: tab === null ? "error" : await askSummary(tab) };
}

/** Never rejects. */
export async function askSummary(tab: number): Promise<PageSummary | "error"> {
  try {
    const summary = await pageSummary(tab);
    if (!summary.frames.some(({ state }) => state === "lost")) return summary;
  } catch (error) {
    console.error("The page's readings cannot be had without the background:", error);
  }
  // It may have in its memory what the storage had no room for; otherwise it has the page read again.
  const result = await askBackground("pageSummary", { tab });
  return result.ok ? result.value : "error";
}

export async function askRest(): Promise<AskedRest> {
  const [settings, granted, keys] = await Promise.all([loadSettings(), grantedSites(), commandKeys()]);
  return { settings, granted, keys };
}

export async function askDataset(): Promise<DatasetState | "error"> {
  const result = await askBackground("datasetState", null);
  return result.ok ? result.value : "error";
}
