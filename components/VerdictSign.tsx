import type { Verdict } from "../lib/reading/types.ts";

/** A verdict's sign: told apart by shape as well as by colour. Words stand beside it. */
export function VerdictSign({ verdict }: { verdict: Verdict }) {
  return (
    <svg class={`sign sign-${verdict}`} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
      {verdict === "discrepancy" && <path d="M6 .8 11.6 11H.4Z" />}
      {verdict === "outdated" && <path d="M6 .6 11.4 6 6 11.4.6 6Z" />}
      {verdict === "confirmed" && <circle cx="6" cy="6" r="5" />}
      {verdict === "unverified" && <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" stroke-width="2" />}
    </svg>
  );
}
