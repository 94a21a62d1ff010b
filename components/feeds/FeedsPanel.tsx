import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { FeedChanges, FeedProgress, FeedsState, FeedView } from "../../lib/feeds-protocol.ts";
import { useInterface } from "../use-interface.ts";
import { ChangeList } from "./ChangeList.tsx";
import { FeedProgressBar, FeedState } from "./FeedState.tsx";

export type FeedActions = {
  /** Null: all that are on. */
  onUpdate: (feed: string | null) => void;
  onUndo: (feed: string) => void;
  onResume: (feed: string) => void;
  /** Asks for what a feed's last update changed. */
  loadChanges: (feed: string) => Promise<FeedChanges>;
};

export type FeedsPanelProps = FeedActions & {
  state: FeedsState | null;
  progress: FeedProgress | null;
  now: Date;
  /** Deals of the page at hand; null where there is no page. */
  onPage: ReadonlySet<string> | null;
  onManage: () => void;
};

/** The feeds in the popup: how each stands, updating, what changed, going back. */
export function FeedsPanel({ state, progress, now, onPage, ...on }: FeedsPanelProps) {
  const { t } = useInterface();
  if (!state) return <section class="feeds" aria-busy="true" />;
  const { feeds } = state;
  return (
    <section class="feeds">
      <ul class="feed-list">
        {feeds.map((feed) => (
          <li class="feed" key={feed.id}>
            <h3>{feed.name}</h3>
            <FeedState feed={feed} now={now} />
            {progress?.feed === feed.id && <FeedProgressBar progress={progress} name={feed.name} />}
            <FeedHistory feed={feed} onPage={onPage} {...on}>
              {feed.url && !feed.allowed && (
                // On a page of its own: the browser's question would close the popup.
                <button type="button" class="primary" onClick={on.onManage}>
                  {t("feeds.allow", { host: new URL(feed.url).hostname })}
                </button>
              )}
            </FeedHistory>
          </li>
        ))}
      </ul>
      <p class="buttons">
        {feeds.some(({ url }) => url !== null) && (
          <button type="button" disabled={progress !== null} onClick={() => on.onUpdate(null)}>
            {t("feeds.update")}
          </button>
        )}
        <button type="button" onClick={on.onManage}>
          {t("feeds.manage")}
        </button>
      </p>
    </section>
  );
}

export type FeedHistoryProps = Pick<FeedActions, "loadChanges" | "onUndo" | "onResume"> & {
  feed: FeedView;
  onPage: ReadonlySet<string> | null;
  /** Buttons before the way back. */
  children?: ComponentChildren;
};

/** What a feed's last update changed, and the way back. */
export function FeedHistory({ feed, onPage, loadChanges, onUndo, onResume, children }: FeedHistoryProps) {
  const { t } = useInterface();
  /** Kept with the version they lead to: another update makes them history. */
  const [shown, setShown] = useState<{ of: string; changes: FeedChanges } | null>(null);
  const { current, before, pinned } = feed;
  const load = (open: boolean) => {
    if (open && current) void loadChanges(feed.id).then((changes) => setShown({ of: current.version, changes }));
  };
  const changes = shown && shown.of === current?.version ? shown.changes : null;
  return (
    <>
      {before && current && (
        <details onToggle={(event) => load(event.currentTarget.open)} key={current.version}>
          <summary>{t("feeds.changes")}</summary>
          {changes && <ChangeList changes={changes} onPage={onPage} />}
        </details>
      )}
      <p class="buttons">
        {children}
        {before && !pinned && (
          <button type="button" class="plain" onClick={() => onUndo(feed.id)}>
            {t("feeds.undo", { version: before })}
          </button>
        )}
        {pinned && (
          <button type="button" class="plain" onClick={() => onResume(feed.id)}>
            {t("feeds.resume")}
          </button>
        )}
      </p>
    </>
  );
}
