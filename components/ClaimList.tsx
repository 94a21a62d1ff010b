import { useEffect, useState } from "preact/hooks";
import type { ClaimRow } from "../lib/protocol.ts";
import type { Verdict } from "../lib/reading/types.ts";
import { ClaimItem } from "./ClaimItem.tsx";
import { useInterface } from "./use-interface.ts";
import { VerdictSign } from "./VerdictSign.tsx";

/** What asks for attention comes first. */
const ORDER: readonly Verdict[] = ["discrepancy", "outdated", "confirmed", "unverified"];

/** Claims that fill a popup, which browsers make 600 pixels high at most. */
const IN_SIGHT = 12;

/** A claim and the frame it stands in. */
export type PlacedClaim = { frame: number; document: string; row: ClaimRow };

/** A page's claims by verdict, each group with its count. What is in sight comes first, the others when that is painted. */
export function ClaimList({
  claims,
  onShow,
}: {
  claims: readonly PlacedClaim[];
  onShow: (claim: PlacedClaim) => void;
}) {
  const { t } = useInterface();
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  let left = isPainted ? claims.length : IN_SIGHT;
  return (
    <>
      {ORDER.map((verdict) => {
        const group = claims.filter(({ row }) => row.claim.verdict === verdict);
        if (group.length === 0 || left <= 0) return null;
        const drawn = group.slice(0, left);
        left -= drawn.length;
        return (
          <section class={`group group-${verdict}`} key={verdict} aria-labelledby={`group-${verdict}`}>
            <h2 id={`group-${verdict}`}>
              <VerdictSign verdict={verdict} />
              {t(`verdict.${verdict}`)} <span class="count">{group.length}</span>
            </h2>
            <ul>
              {drawn.map((claim) => (
                <ClaimItem key={`${claim.frame}:${claim.row.id}`} row={claim.row} onShow={() => onShow(claim)} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
