import { hostOfPattern } from "../lib/news-sites.ts";
import { useInterface } from "./use-interface.ts";

/** The sites that are read, each with a button to give its permission back. */
export function GrantedSites({
  patterns,
  onRevoke,
}: {
  patterns: readonly string[];
  onRevoke: (patterns: string[]) => void;
}) {
  const { t } = useInterface();
  return (
    <ul class="sites">
      <li>{t("access.gate")}</li>
      {patterns.map((pattern) => {
        const host = hostOfPattern(pattern);
        const label = host === null ? t("access.removeAll") : t("access.remove", { host });
        return (
          <li key={pattern}>
            <span>{host ?? t("access.all")}</span>
            <button type="button" class="plain" aria-label={label} onClick={() => onRevoke([pattern])}>
              {t("access.removeShort")}
            </button>
          </li>
        );
      })}
      {patterns.length === 0 && <li class="soft">{t("access.none")}</li>}
    </ul>
  );
}
