import { formatDay, formatNumber } from "../lib/interface/format.ts";
import type { DatasetState } from "../lib/protocol.ts";
import { useInterface } from "./use-interface.ts";

/** Which dataset is in use, and what was wrong with it. `null` while it is not known yet, `"error"` where there is none. */
export function DatasetLine({ dataset }: { dataset: DatasetState | "error" | null }) {
  const ui = useInterface();
  const { t } = ui;
  if (dataset === null) return <footer class="dataset" aria-busy="true" />;
  if (dataset === "error") {
    return (
      <footer class="dataset">
        <p class="problem" role="alert">
          {t("popup.dataset.error")}
        </p>
      </footer>
    );
  }
  const { deals, date, version, how } = dataset;
  return (
    <footer class="dataset">
      <div class="dataset-line">
        <h2>{t("popup.dataset.title")}</h2>
        <p>{t("popup.dataset.line", { count: deals, number: formatNumber(deals, ui), date: formatDay(date, ui) })}</p>
        <p class="version">{t("popup.dataset.version", { version })}</p>
      </div>
      {(how === "healed" || how === "unstored") && <p class="problem">{t(`popup.dataset.${how}`)}</p>}
    </footer>
  );
}
