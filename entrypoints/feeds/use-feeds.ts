import { useCallback, useEffect, useState } from "preact/hooks";
import type { FeedActions } from "../../components/feeds/FeedsPanel.tsx";
import type { FeedProgress, FeedsState } from "../../lib/feeds-protocol.ts";
import { askBackground } from "../../lib/platform/messaging.ts";

export type Feeds = {
  /** Null until it is known. */
  state: FeedsState | null;
  /** Null while no update is under way. */
  progress: FeedProgress | null;
  actions: FeedActions;
  /** Asks again how they stand. */
  refresh: () => Promise<void>;
};

/** The feeds as the background knows them, kept up to date, and what both popup and page can do with them. */
export function useFeeds(): Feeds {
  const [state, setState] = useState<FeedsState | null>(null);
  const [progress, setProgress] = useState<FeedProgress | null>(null);
  const refresh = useCallback(async () => {
    const result = await askBackground("feedsState", null);
    if (result.ok) setState(result.value);
  }, []);

  useEffect(() => {
    const controller = new AbortController();
    let wasUnderWay = false;
    const changed = (now: FeedProgress | null) => {
      setProgress(now);
      // While an update is under way nothing else changes from one step to the next.
      if (now === null || !wasUnderWay) void refresh();
      wasUnderWay = now !== null;
    };
    // Later, with the schemas: the popup shows its page first.
    void import("../../lib/platform/feeds.ts").then(({ watchFeeds }) => {
      if (!controller.signal.aborted) watchFeeds(changed, controller.signal);
    });
    return () => controller.abort();
  }, [refresh]);

  const actions: FeedActions = {
    onUpdate: (feed) => void askBackground("updateFeeds", { feed }),
    onUndo: (feed) => void askBackground("undoFeed", { feed }).then(refresh),
    onResume: (feed) => void askBackground("resumeFeed", { feed }).then(refresh),
    async loadChanges(feed) {
      const result = await askBackground("feedChanges", { feed });
      return result.ok ? result.value : null;
    },
  };
  return { state, progress, actions, refresh };
}
