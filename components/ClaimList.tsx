import type { ClaimRow } from "../lib/protocol.ts";
import type { Verdict } from "../lib/reading/types.ts";
import { ClaimItem } from "./ClaimItem.tsx";
import { useInterface } from "./use-interface.ts";
import { VerdictSign } from "./VerdictSign.tsx";

/** What asks for attention comes first. */
const ORDER: readonly Verdict[] = ["discrepancy", "outdated", "confirmed", "unverified"];

/** A claim and the frame it stands in. */
export type PlacedClaim = { frame: number; document: string; row: ClaimRow };

/** A page's claims by verdict, each group with its count. */
export function ClaimList({
  claims,
  onShow,
}: {
  claims: readonly PlacedClaim[];
  onShow: (claim: PlacedClaim) => void;
}) {
  const { t } = useInterface();
  return (
    <>
      {ORDER.map((verdict) => {
        const group = claims.filter(({ row }) => row.claim.verdict === verdict);
        if (group.length === 0) return null;
        return (
          <section class={`group group-${verdict}`} key={verdict} aria-labelledby={`group-${verdict}`}>
            <h2 id={`group-${verdict}`}>
              <VerdictSign verdict={verdict} />
              {t(`verdict.${verdict}`)} <span class="count">{group.length}</span>
            </h2>
            <ul>
              {group.map((claim) => (
                <ClaimItem key={`${claim.frame}:${claim.row.id}`} row={claim.row} onShow={() => onShow(claim)} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
