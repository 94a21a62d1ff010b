import { useEffect, useRef } from "preact/hooks";
import { FeedsPanel } from "../../components/feeds/FeedsPanel.tsx";
import { Notices } from "../../components/feeds/Notices.tsx";
import { askBackground } from "../../lib/platform/messaging.ts";
import { openPage } from "../../lib/platform/tabs.ts";
import type { PageSummary } from "../../lib/protocol.ts";
import { type Feeds, useFeeds } from "../feeds/use-feeds.ts";

/** The feeds in the popup. @param onState called when they stand otherwise than before */
export function usePopupFeeds(onState: () => void): Feeds {
  const feeds = useFeeds();
  const versions = feeds.state?.feeds.map(({ current, on }) => `${on} ${current?.version}`).join();
  const before = useRef(versions);
  useEffect(() => {
    if (before.current !== undefined) onState();
    before.current = versions;
  }, [versions, onState]);
  return feeds;
}

/** What changed of what was read about; stands before the page's figures. */
export function PopupNotices({ feeds: { state, refresh } }: { feeds: Feeds }) {
  return (
    <Notices
      notices={state?.notices ?? []}
      onClear={() => void askBackground("clearNotices", null).then(refresh)}
      onTell={(on) => void askBackground("tellNotices", { on }).then(refresh)}
    />
  );
}

/** The popup's section about feeds. */
export function PopupFeeds({ feeds, summary }: { feeds: Feeds; summary: PageSummary | "error" | null }) {
  const { state, progress, actions } = feeds;
  const deals =
    summary === null || summary === "error"
      ? null
      : new Set(summary.frames.flatMap(({ rows }) => rows.map(({ claim }) => claim.deal)));
  return (
    <FeedsPanel
      state={state}
      progress={progress}
      now={new Date()}
      onPage={deals && deals.size > 0 ? deals : null}
      {...actions}
      onManage={() => {
        void openPage("/feeds.html").then(() => window.close());
      }}
    />
  );
}
