/** What an update changed, in words. */
import type { DealChange, ShownFigure } from "../dataset/changes.ts";
import { formatFigure } from "./format.ts";
import type { Interface } from "./i18n.ts";

/** A change in one line of text a point: "letter of intent → superseded", "amount: $100 billion → $30 billion". */
export type ChangeView = { deal: string; name: string; kind: DealChange["kind"]; label: string; lines: string[] };

export function changeViewOf(change: DealChange, ui: Interface): ChangeView {
  const { t } = ui;
  const lines: string[] = [];
  const { status, figures, successor } = change;
  const word = (one: NonNullable<typeof status>["before"]) => (one === null ? "" : t(`status.${one}`));
  if (status) {
    const both = change.kind === "changed" && status.before !== null && status.now !== null;
    lines.push(
      both
        ? t("change.thenNow", { before: word(status.before), now: word(status.now) })
        : word(status.now ?? status.before),
    );
  }
  if (successor) lines.push(t("change.successor", { deal: successor.name }));
  for (const { metric, before, now } of figures) {
    const list = (some: readonly ShownFigure[]) =>
      new Intl.ListFormat(ui.locale, { type: "disjunction" }).format(some.map((figure) => formatFigure(figure, ui)));
    const figure =
      before.length > 0 && now.length > 0
        ? t("change.thenNow", { before: list(before), now: list(now) })
        : now.length > 0 || change.kind !== "changed"
          ? list(now.length > 0 ? now : before)
          : t("change.gone", { before: list(before) });
    lines.push(t("change.figure", { metric: t(`metric.${metric}`), figure }));
  }
  if (lines.length === 0) lines.push(t("change.details"));
  const { deal, name, kind } = change;
  return { deal, name, kind, label: t(`change.${kind}`), lines };
}
