/** What the popup shows, asked for before there is anything to show it with. */
import { askBackground } from "../../lib/platform/messaging.ts";
import { activeTab } from "../../lib/platform/tabs.ts";
import type { PageSummary } from "../../lib/protocol.ts";

export type AskedPage = { tab: number | null; summary: PageSummary | "error" };

/** @param asked the tab to show; null for the window's active one */
export async function askPage(asked: number | null): Promise<AskedPage> {
  const tab = asked ?? (await activeTab());
  return { tab, summary: tab === null ? "error" : await askSummary(tab) };
}

export async function askSummary(tab: number): Promise<PageSummary | "error"> {
  const result = await askBackground("pageSummary", { tab });
  return result.ok ? result.value : "error";
}
