import { useState } from "preact/hooks";
import type { FeedView } from "../../lib/feeds-protocol.ts";
import { useInterface } from "../use-interface.ts";

/** In hours. */
const PERIODS = [4, 12, 24, 72];

export type FeedSettingsProps = {
  feed: FeedView;
  isFirst: boolean;
  isLast: boolean;
  onSet: (parts: { on?: boolean; auto?: boolean; periodHours?: number }) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onAllow: () => void;
};

/** What can be chosen of one feed: on, by itself, how often, its place in the order of trust. */
export function FeedSettings({ feed, isFirst, isLast, onSet, onMove, onRemove, onAllow }: FeedSettingsProps) {
  const { t } = useInterface();
  /** Whether it has been asked if the feed is to be removed. */
  const [asked, setAsked] = useState(false);
  const { name, url } = feed;
  const periods = PERIODS.includes(feed.periodHours) ? PERIODS : [...PERIODS, feed.periodHours].sort((a, b) => a - b);
  return (
    <div class="feed-settings">
      {url !== null && !feed.allowed && (
        <button type="button" class="primary" onClick={onAllow}>
          {t("feeds.allow", { host: new URL(url).hostname })}
        </button>
      )}
      <label>
        <input type="checkbox" checked={feed.on} onChange={(event) => onSet({ on: event.currentTarget.checked })} />
        {t("feeds.turnedOn", { name })}
      </label>
      {url !== null && (
        <>
          <label>
            <input
              type="checkbox"
              checked={feed.auto}
              onChange={(event) => onSet({ auto: event.currentTarget.checked })}
            />
            {t("feeds.auto", { name })}
          </label>
          <select
            aria-label={t("feeds.auto", { name })}
            disabled={!feed.auto}
            value={feed.periodHours}
            onChange={(event) => onSet({ periodHours: Number(event.currentTarget.value) })}
          >
            {periods.map((hours) => (
              <option value={hours} key={hours}>
                {t("feeds.every", { hours })}
              </option>
            ))}
          </select>
        </>
      )}
      <span class="buttons">
        {!(isFirst && isLast) && (
          <>
            <button type="button" aria-label={t("feeds.up", { name })} disabled={isFirst} onClick={() => onMove(-1)}>
              ↑
            </button>
            <button type="button" aria-label={t("feeds.down", { name })} disabled={isLast} onClick={() => onMove(1)}>
              ↓
            </button>
          </>
        )}
        {!feed.own && !asked && (
          <button type="button" aria-label={t("feeds.remove", { name })} onClick={() => setAsked(true)}>
            {t("feeds.removeShort")}
          </button>
        )}
        {asked && (
          <>
            <button type="button" class="primary" onClick={onRemove}>
              {t("feeds.remove", { name })}
            </button>
            <button type="button" onClick={() => setAsked(false)}>
              {t("feeds.keep")}
            </button>
          </>
        )}
      </span>
    </div>
  );
}
