import type { FeedsState } from "../../lib/feeds-protocol.ts";
import { useInterface } from "../use-interface.ts";

/** More would push the page's own figures out of sight; the count above says how many there are. */
const MOST = 5;

export type NoticesProps = {
  notices: FeedsState["notices"];
  onClear: () => void;
  onTell: (on: boolean) => void;
};

/** Deals that changed after they were read about; nothing where there are none. */
export function Notices({ notices, onClear, onTell }: NoticesProps) {
  const { t } = useInterface();
  if (notices.length === 0) return null;
  return (
    <div class="notice" role="status">
      <p>{t("feeds.notice.title", { count: notices.length })}</p>
      <ul>
        {notices.slice(0, MOST).map(({ deal, name }) => (
          <li key={deal}>{name}</li>
        ))}
      </ul>
      {notices.length > MOST && <p class="soft">{t("feeds.more", { count: notices.length - MOST })}</p>}
      <p class="buttons">
        <button type="button" onClick={onClear}>
          {t("feeds.notice.clear")}
        </button>
        <button type="button" class="plain" onClick={() => onTell(false)}>
          {t("feeds.notice.off")}
        </button>
      </p>
    </div>
  );
}
