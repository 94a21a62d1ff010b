/** Wires the feeds to the browser: the alarm that is set for them, the pages that read again when their data change. */
import packageFeed from "../../data/feed.json" with { type: "json" };
import type { DatasetDatabase } from "../../lib/dataset/database.ts";
import type { Pause } from "../../lib/dataset/pace.ts";
import { createFeedsDatabase, PackageFeed } from "../../lib/feeds/database.ts";
import { createFeedManager } from "../../lib/feeds/manager.ts";
import { rememberDeals } from "../../lib/feeds/notices.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import { mayFetch } from "../../lib/platform/feed-hosts.ts";
import { createStatus, isScheduled, scheduleFeeds, userStorage, withFeedsLock } from "../../lib/platform/feeds.ts";
import { tellFrames } from "../../lib/platform/messaging.ts";
import { tabsWithReadings } from "../../lib/platform/readings.ts";
import type { Library } from "./library.ts";
import { createFeedAnswers, reportFailure } from "./updates.ts";

/** @param library reloaded where other data are in use */
export function startFeeds({
  datasets,
  library,
  ui,
  pause,
}: {
  datasets: DatasetDatabase;
  library: Library;
  ui: () => Promise<Interface>;
  pause: Pause;
}) {
  const feeds = createFeedsDatabase();
  const status = createStatus();
  const now = () => new Date();
  const dataChanged = async () => {
    await library.reload();
    await Promise.all((await tabsWithReadings()).map((tab) => tellFrames("readAgain", null, tab)));
  };
  const manager = createFeedManager({
    datasets,
    feeds,
    own: PackageFeed.parse(packageFeed),
    fetch: (url, init) => fetch(url, init),
    now,
    random: Math.random,
    lock: withFeedsLock,
    mayFetch,
    progress: status.progress,
    changed: status.changed,
    dataChanged,
    async rates() {
      const opened = await library.open();
      return opened.ok ? opened.value.deals.rates : { usdPerUnit: () => null };
    },
    schedule: scheduleFeeds,
    pause,
  });

  return {
    /** Updates the feeds whose time has come. Never rejects. */
    updateDue: () => manager.update("due").catch(reportFailure),
    /** Sets the alarm where the browser has forgotten it. Never rejects. */
    wake: async () => {
      try {
        if (!(await isScheduled())) await manager.reschedule();
      } catch (error) {
        reportFailure(error);
      }
    },
    /** Feeds in use, most trusted first. */
    inUse: manager.inUse,
    names: manager.names,
    remember: (deals: readonly string[], today: string) => rememberDeals(feeds, deals, today),
    handlers: createFeedAnswers({
      manager,
      feeds,
      library,
      storage: userStorage,
      mayFetch,
      dataChanged,
      changed: status.changed,
      ui,
      now,
    }),
  };
}
