import { useCallback, useEffect, useState } from "preact/hooks";
import type { PlacedClaim } from "../../components/ClaimList.tsx";
import { PagePanel } from "../../components/PagePanel.tsx";
import { pageStateOf } from "../../components/page-state.ts";
import { askBackground, askFrame } from "../../lib/platform/messaging.ts";
import { watchReadings } from "../../lib/platform/readings.ts";
import { setSite } from "../../lib/platform/sites.ts";
import { activateTab, activeTab } from "../../lib/platform/tabs.ts";
import type { DatasetState, PageSummary } from "../../lib/protocol.ts";

/** While a page is being read it may come to an end without telling us (a page without figures): look again. */
const LOOK_AGAIN_MS = 300;

/** @param tab the tab to show; null for the window's active one */
export function Popup({ tab: asked }: { tab: number | null }) {
  const [tab, setTab] = useState(asked);
  const [summary, setSummary] = useState<PageSummary | "error" | null>(null);
  const [dataset, setDataset] = useState<DatasetState | "error" | null>(null);

  const refresh = useCallback(async () => {
    if (tab === null) return;
    const result = await askBackground("pageSummary", { tab });
    setSummary(result.ok ? result.value : "error");
  }, [tab]);

  useEffect(() => {
    if (asked === null) void activeTab().then((id) => (id === null ? setSummary("error") : setTab(id)));
    void askBackground("datasetState", null).then((result) => setDataset(result.ok ? result.value : "error"));
  }, [asked]);

  useEffect(() => {
    if (tab === null) return;
    void refresh();
    return watchReadings(tab, () => void refresh());
  }, [tab, refresh]);

  const reading = pageStateOf(summary).is === "reading";
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reading, refresh]);

  const show = async ({ frame, document, row }: PlacedClaim) => {
    if (tab === null) return;
    if (asked !== null) await activateTab(tab);
    await askFrame("showClaim", { document, claim: row.id }, { tab, frame });
    // The reader looks at the page now. In a tab of its own there is nothing in the way.
    if (asked === null) window.close();
  };
  const switchSite = async (host: string, on: boolean) => {
    await setSite(host, on);
    await refresh();
  };

  return (
    <PagePanel
      summary={summary}
      dataset={dataset}
      onShow={(claim) => void show(claim)}
      onSite={(host, on) => void switchSite(host, on)}
    />
  );
}
