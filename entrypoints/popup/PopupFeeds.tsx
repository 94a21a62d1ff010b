import { useEffect } from "preact/hooks";
import { FeedsPanel } from "../../components/feeds/FeedsPanel.tsx";
import { askBackground } from "../../lib/platform/messaging.ts";
import { openPage } from "../../lib/platform/tabs.ts";
import type { PageSummary } from "../../lib/protocol.ts";
import { useFeeds } from "../feeds/use-feeds.ts";

/** The popup's section about feeds. @param onState called when they may stand otherwise than before */
export function PopupFeeds({ summary, onState }: { summary: PageSummary | "error" | null; onState: () => void }) {
  const { state, progress, actions, refresh } = useFeeds();
  const versions = state?.feeds.map(({ current, on }) => `${on} ${current?.version}`).join();
  useEffect(() => {
    if (versions !== undefined) onState();
  }, [versions, onState]);
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
      onClearNotices={() => void askBackground("clearNotices", null).then(refresh)}
      onTellNotices={(on) => void askBackground("tellNotices", { on }).then(refresh)}
      onManage={() => {
        void openPage("/feeds.html").then(() => window.close());
      }}
    />
  );
}
