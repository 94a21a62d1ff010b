import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { PlacedClaim } from "../../components/ClaimList.tsx";
import { PagePanel } from "../../components/PagePanel.tsx";
import { pageStateOf } from "../../components/page-state.ts";
import { openKeySettings } from "../../lib/platform/commands.ts";
import { askForSites, revokeSites, watchGrantChanges } from "../../lib/platform/grants.ts";
import { askFrame, tellFrames } from "../../lib/platform/messaging.ts";
import { watchReadings } from "../../lib/platform/readings.ts";
import { saveSetting, watchSettings } from "../../lib/platform/settings.ts";
import { setPage, setSite } from "../../lib/platform/sites.ts";
import { activateTab, readTab } from "../../lib/platform/tabs.ts";
import type { DatasetState, PageSummary } from "../../lib/protocol.ts";
import type { Settings } from "../../lib/settings.ts";
import { type AskedPage, type AskedRest, askDataset, askRest, askSummary } from "./ask-page.ts";
import { PopupFeeds, PopupNotices, usePopupFeeds } from "./PopupFeeds.tsx";

/** While a page is being read it may come to an end without telling us (a page without figures): look again. */
const LOOK_AGAIN_MS = 300;

export type PopupProps = {
  /** The tab to show; null for the window's active one. */
  tab: number | null;
  /** The page, asked for while the popup was loading. */
  first: Promise<AskedPage>;
  /** The same, where the answer is there already: claims are shown at once then, and nothing before them. */
  known: AskedPage | null;
};

/** The page first: effects run when it has been painted, and what stands around the claims is asked for in those. */
export function Popup({ tab: asked, first, known }: PopupProps) {
  const [tab, setTab] = useState(known?.tab ?? asked);
  const [summary, setSummary] = useState(known && !isToBeRead(known, asked) ? known.summary : null);
  const [dataset, setDataset] = useState<DatasetState | "error" | null>(null);
  // All at once: each change draws the whole popup anew.
  const [rest, setRest] = useState<AskedRest | null>(null);

  /** Questions so far: only the answer to the last one counts. */
  const asking = useRef(0);
  const refresh = useCallback(async () => {
    if (tab === null) return;
    const mine = ++asking.current;
    const answer = await askSummary(tab);
    if (mine === asking.current) setSummary(answer);
  }, [tab]);
  /** A switch stands where it was put before the page has answered: who uses it again means what it shows. */
  const showAtOnce = (switched: (summary: PageSummary) => PageSummary) => {
    asking.current++;
    setSummary((shown) => (shown && shown !== "error" ? switched(shown) : shown));
  };

  const showDataset = useCallback(async () => setDataset(await askDataset()), []);
  const feeds = usePopupFeeds(showDataset);

  useEffect(() => {
    void first.then(async (page) => {
      setTab(page.tab);
      let answer = page.summary;
      // Opening the popup on a page that is not read is asking for it: this once, by the right that the click gave.
      if (page.tab !== null && isToBeRead(page, asked)) {
        await readTab(page.tab);
        answer = await askSummary(page.tab);
      }
      // Effects run a moment after the first picture: a switch may have been used meanwhile, or the page asked about again.
      if (asking.current === 0) setSummary(answer);
    });
  }, [asked, first]);

  useEffect(() => {
    const show = () => void askRest().then(setRest);
    show();
    void showDataset();
    const controller = new AbortController();
    watchSettings(show, controller.signal);
    watchGrantChanges(show, controller.signal);
    return () => controller.abort();
  }, [showDataset]);

  useEffect(() => {
    return tab === null ? undefined : watchReadings(tab, () => void refresh());
  }, [tab, refresh]);

  const reading = pageStateOf(summary).is === "reading";
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => void refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [reading, refresh]);

  const show = useCallback(
    async ({ frame, document, row }: PlacedClaim) => {
      if (tab === null) return;
      if (asked !== null) await activateTab(tab);
      await askFrame("showClaim", { document, claim: row.id }, { tab, frame });
      // The reader looks at the page now. In a tab of its own there is nothing in the way.
      if (asked === null) window.close();
    },
    [tab, asked],
  );
  const switchSite = async (host: string, on: boolean) => {
    showAtOnce((shown) => (shown.site ? { ...shown, site: { ...shown.site, on } } : shown));
    await setSite(host, on);
    await refresh();
  };
  const switchPage = async (address: string, on: boolean) => {
    showAtOnce((shown) => (shown.page ? { ...shown, page: { ...shown.page, on } } : shown));
    await setPage(address, on);
    if (tab !== null) await tellFrames("readAgain", null, tab);
    await refresh();
  };
  const change = async <K extends keyof Settings>(name: K, value: Settings[K]) => {
    await saveSetting(name, value);
    // All of what stands here is in another language then.
    if (name === "language") location.reload();
    else await refresh();
  };

  return (
    <PagePanel
      summary={summary}
      dataset={dataset}
      rest={rest}
      onShow={show}
      onSite={(host, on) => void switchSite(host, on)}
      onPage={(address, on) => void switchPage(address, on)}
      onSetting={(name, value) => void change(name, value)}
      onAsk={(patterns) => askForSites(patterns).finally(refresh)}
      onRevoke={(patterns) => void revokeSites(patterns).finally(refresh)}
      onKeys={() => void openKeySettings()}
      news={<PopupNotices feeds={feeds} />}
    >
      <PopupFeeds feeds={feeds} summary={summary} />
    </PagePanel>
  );
}

/** Whether the active tab's page could be read, and neither its site nor anything else says that it should not be. */
const isToBeRead = ({ tab, summary }: AskedPage, asked: number | null): boolean =>
  tab !== null && asked === null && summary !== "error" && isUnread(summary);

const isUnread = ({ on, site, page, main }: PageSummary): boolean =>
  main === null && on && site?.on === true && page?.on !== false;
