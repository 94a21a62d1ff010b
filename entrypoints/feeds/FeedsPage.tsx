import { AddFeed } from "../../components/feeds/AddFeed.tsx";
import { BackupPanel } from "../../components/feeds/BackupPanel.tsx";
import { Disagreements } from "../../components/feeds/Disagreements.tsx";
import { FeedSettings } from "../../components/feeds/FeedSettings.tsx";
import { FeedProgressBar, FeedState } from "../../components/feeds/FeedState.tsx";
import { FeedHistory } from "../../components/feeds/FeedsPanel.tsx";
import { useInterface } from "../../components/use-interface.ts";
import { type BackupView, type FeedPreview, REMEMBERED_DAYS } from "../../lib/feeds-protocol.ts";
import { askForFeedHost, leaveFeedHost } from "../../lib/platform/feed-hosts.ts";
import { askBackground } from "../../lib/platform/messaging.ts";
import { useFeeds } from "./use-feeds.ts";

/** Feeds in full, and the backup. A page of its own: a popup would close under the browser's question for permission. */
export function FeedsPage() {
  const { t } = useInterface();
  const { state, progress, actions, refresh } = useFeeds();
  const feeds = state?.feeds ?? [];
  /** Gives back the right to fetch from an address, where no feed needs it. */
  const leave = (url: string, removed?: string) =>
    leaveFeedHost(
      url,
      feeds.flatMap((feed) => (feed.url && feed.id !== removed ? [feed.url] : [])),
    );

  const look = async (url: string): Promise<FeedPreview> => {
    const isAllowed = await askForFeedHost(url);
    const result = isAllowed ? await askBackground("previewFeed", { url }) : null;
    const preview: FeedPreview = result?.ok ? result.value : { is: "error", code: result ? "failed" : "no-permission" };
    if (preview.is === "error") await leave(url);
    return preview;
  };
  const remove = async (id: string) => {
    const removed = await askBackground("removeFeed", { feed: id });
    if (removed.ok && removed.value) await leave(removed.value, id);
    await refresh();
  };
  const save = async () => {
    const result = await askBackground("exportBackup", null);
    if (!result.ok) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([result.value], { type: "application/json" }));
    link.download = `dealmark-backup-${new Date().toISOString().slice(0, 10)}.json`;
    link.click();
    // The download has taken its own hold of the data by then.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  const readFile = async (file: File): Promise<BackupView> => {
    const result = await askBackground("readBackup", { text: await file.text() });
    return result.ok ? result.value : { is: "broken" };
  };
  const restore = async (file: File) => {
    const result = await askBackground("importBackup", { text: await file.text() });
    await refresh();
    return result.ok ? result.value : "broken";
  };

  return (
    <main class="feeds-page">
      <h1>{t("feeds.title")}</h1>
      {feeds.length > 1 && <p class="hint">{t("feeds.order")}</p>}
      <ul class="feed-list">
        {feeds.map((feed, i) => (
          <li class="feed" key={feed.id}>
            <h2>{feed.name}</h2>
            {feed.url && (
              <p class="address">
                <bdi dir="ltr">{feed.url}</bdi>
              </p>
            )}
            <FeedState feed={feed} now={new Date()} />
            {progress?.feed === feed.id && <FeedProgressBar progress={progress} name={feed.name} />}
            <FeedHistory feed={feed} onPage={null} {...actions}>
              {feed.url && feed.on && (
                <button type="button" disabled={progress !== null} onClick={() => actions.onUpdate(feed.id)}>
                  {t("feeds.update")}
                </button>
              )}
            </FeedHistory>
            <FeedSettings
              feed={feed}
              isFirst={i === 0}
              isLast={i === feeds.length - 1}
              onSet={(parts) => void askBackground("setFeed", { feed: feed.id, ...parts }).then(refresh)}
              onMove={(by) => void askBackground("moveFeed", { feed: feed.id, by }).then(refresh)}
              onRemove={() => void remove(feed.id)}
              onAllow={() => void (feed.url && askForFeedHost(feed.url).then(refresh))}
            />
          </li>
        ))}
      </ul>
      {state && <Disagreements disagreements={state.disagreements} />}
      <AddFeed
        onLook={look}
        onAdd={async ({ url, rootDigest }) => {
          const result = await askBackground("addFeed", { url, rootDigest });
          await refresh();
          return result.ok ? result.value : "failed";
        }}
        onCancel={({ url }) => void leave(url)}
      />
      {state && (
        <section class="notices" aria-label={t("feeds.notice.setting", { days: REMEMBERED_DAYS })}>
          <label>
            <input
              type="checkbox"
              checked={state.tellNotices}
              onChange={(event) => void askBackground("tellNotices", { on: event.currentTarget.checked }).then(refresh)}
            />
            {t("feeds.notice.setting", { days: REMEMBERED_DAYS })}
          </label>
          <p class="hint">{t("feeds.notice.why")}</p>
        </section>
      )}
      <BackupPanel onExport={() => void save()} onRead={readFile} onImport={restore} />
    </main>
  );
}
