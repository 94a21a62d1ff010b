import type { FeedsState } from "../../lib/feeds-protocol.ts";
import { formatFigure } from "../../lib/interface/format.ts";
import { useInterface } from "../use-interface.ts";

/** Figures that feeds state differently: which feed says what. */
export function Disagreements({ disagreements }: Pick<FeedsState, "disagreements">) {
  const ui = useInterface();
  const { t } = ui;
  if (disagreements.length === 0) return null;
  const deals = new Set(disagreements.map(({ deal }) => deal)).size;
  return (
    <details class="disagreements">
      <summary>{t("feeds.disagree", { count: deals })}</summary>
      <ul>
        {disagreements.map(({ deal, name, metric, says }) => (
          <li key={JSON.stringify([deal, metric, says])}>
            <b>{name}</b> {t(`metric.${metric}`)}
            {says.map(({ feed, figure }) => (
              <span class="change-line" key={feed}>
                {t("feeds.saysOf", { feed, figure: formatFigure(figure, ui) })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
