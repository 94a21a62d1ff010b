import { briefOf } from "../lib/interface/claim-brief.ts";
import { formatFigure } from "../lib/interface/format.ts";
import type { ClaimRow } from "../lib/protocol.ts";
import { useInterface } from "./use-interface.ts";

/** One claim of a page, as a button that leads to its place. */
export function ClaimItem({ row, onShow }: { row: ClaimRow; onShow: () => void }) {
  const ui = useInterface();
  const { claim } = row;
  const record = recordFigureOf(row);
  return (
    <li>
      <button type="button" class="claim" onClick={onShow}>
        <span class="claim-figures">
          <b>{formatFigure(claim, ui)}</b>
          {record && (
            <span class="claim-record">
              {ui.t(claim.verdict === "outdated" ? "popup.recordNow" : "popup.record", {
                figure: formatFigure(record, ui),
              })}
            </span>
          )}
        </span>
        <span class="claim-deal">{row.dealName}</span>
        {claim.verdict === "discrepancy" && <span class="claim-why">{briefOf(claim, ui)}</span>}
        <span class="claim-context" dir="auto">
          {row.before}
          <mark>{claim.text}</mark>
          {row.after}
        </span>
      </button>
    </li>
  );
}

/** The figure that the reader should know instead; null where the claim says it already. */
function recordFigureOf({ claim }: ClaimRow) {
  if (claim.verdict === "outdated") return claim.now;
  if (claim.verdict !== "discrepancy") return null;
  // What the record said then is the correction; what it says now is in the tooltip.
  return claim.expected ?? claim.against ?? claim.now;
}
