import { useState } from "preact/hooks";
import type { FeedChanges } from "../../lib/feeds-protocol.ts";
import { useInterface } from "../use-interface.ts";

/** More would be read by nobody in a popup; the count of the others stands below. */
const MOST = 50;

/** What the last update changed, deal by deal. @param onPage deals of the page at hand; null where there is no page */
export function ChangeList({
  changes: found,
  onPage,
}: {
  changes: NonNullable<FeedChanges>;
  onPage: ReadonlySet<string> | null;
}) {
  const { t } = useInterface();
  const [only, setOnly] = useState(false);
  const { from, to, changes } = found;
  const shown = only && onPage ? changes.filter(({ deal }) => onPage.has(deal)) : changes;
  return (
    <div class="changes">
      <p>{t("change.summary", { count: changes.length, from, to })}</p>
      {onPage && changes.length > 0 && (
        <label class="only">
          <input type="checkbox" checked={only} onChange={(event) => setOnly(event.currentTarget.checked)} />
          {t("feeds.onPage")}
        </label>
      )}
      {shown.length === 0 && <p class="soft">{t("feeds.noChanges")}</p>}
      <ul>
        {shown.slice(0, MOST).map(({ deal, name, label, lines }) => (
          <li key={deal}>
            <b>{name}</b> <span class="change-kind">{label}</span>
            {lines.map((line) => (
              <span class="change-line" key={line}>
                {line}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {shown.length > MOST && <p class="soft">{t("feeds.more", { count: shown.length - MOST })}</p>}
    </div>
  );
}
