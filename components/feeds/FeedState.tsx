import { feedErrorCodes } from "../../lib/feeds/errors.ts";
import type { FeedProgress, FeedView } from "../../lib/feeds-protocol.ts";
import { formatDay, formatNumber } from "../../lib/interface/format.ts";
import type { Interface } from "../../lib/interface/i18n.ts";
import { formatAgo, formatBytes } from "../../lib/interface/measures.ts";
import { useInterface } from "../use-interface.ts";

/** A feed's version and age, and how its last update went: in words that say what to do. */
export function FeedState({ feed, now }: { feed: FeedView; now: Date }) {
  const ui = useInterface();
  const { t } = ui;
  const { current, last } = feed;
  const problem = problemOf(feed, ui);
  return (
    <>
      {current && (
        <p class="feed-version">
          <span>{t("feeds.deals", { count: current.deals, number: formatNumber(current.deals, ui) })}</span> ·{" "}
          <span>{formatDay(current.date, ui)}</span> · <span>{t("feeds.version", { version: current.version })}</span>
        </p>
      )}
      {problem ? (
        <p class="problem" role="alert">
          {problem} {current && t("feedError.kept")}
        </p>
      ) : (
        <p class="feed-words">{wordsOf(feed, now, ui)}</p>
      )}
      {last?.clock && <p class="problem">{t("feeds.clock")}</p>}
    </>
  );
}

function wordsOf(feed: FeedView, now: Date, ui: Interface): string {
  const { t } = ui;
  const { last } = feed;
  if (!feed.on) return t("feeds.off");
  if (feed.pinned) {
    return last?.outcome === "pinned" ? t("feeds.pinned", { version: last.detail }) : t("feeds.pinnedOnly");
  }
  if (feed.url === null) return t("feeds.package");
  if (last?.outcome === "updated") return t("feeds.updated", { ago: formatAgo(last.at, now, ui) });
  return last ? t("feeds.current", { ago: formatAgo(last.at, now, ui) }) : t("feeds.never");
}

/** What went wrong, or null. */
function problemOf({ url, on, allowed, last }: FeedView, { t }: Interface): string | null {
  if (!on || url === null) return null;
  if (!allowed) return t("feedError.no-permission");
  return last ? errorWords(last.outcome, { t }) : null;
}

/** An error's code in words; null where it is none. */
export function errorWords(code: string, { t }: Pick<Interface, "t">): string | null {
  const known = feedErrorCodes.find((one) => one === code);
  return known ? t(`feedError.${known}`) : null;
}

/** How far an update is, in bytes and deals. */
export function FeedProgressBar({ progress, name }: { progress: FeedProgress; name: string }) {
  const ui = useInterface();
  const { t } = ui;
  const { phase, bytes, bytesTotal, deals, dealsTotal } = progress;
  const of = (done: string, total: string | null) => (total === null ? done : t("feeds.bytes", { done, total }));
  const words =
    phase === "checking"
      ? t("feeds.checking")
      : phase === "storing"
        ? t("feeds.storing")
        : [
            of(formatBytes(bytes, ui), bytesTotal === null ? null : formatBytes(bytesTotal, ui)),
            ...(dealsTotal === null
              ? []
              : [
                  of(
                    formatNumber(deals, ui),
                    t("feeds.deals", { count: dealsTotal, number: formatNumber(dealsTotal, ui) }),
                  ),
                ]),
          ].join(" · ");
  // Bytes are what takes the time. Without a total the bar only says that something is under way.
  const known = phase !== "checking" && bytesTotal !== null;
  return (
    <div class="feed-progress">
      <progress
        aria-label={t("feeds.updating", { name })}
        {...(known ? { value: Math.min(bytes, bytesTotal), max: Math.max(bytesTotal, 1) } : {})}
      />
      <p role="status">{words}</p>
    </div>
  );
}
