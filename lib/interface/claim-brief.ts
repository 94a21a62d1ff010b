import type { StoredClaim } from "../protocol.ts";
import type { Interface } from "./i18n.ts";

/** Why the verdict is what it is, in one sentence. */
export function briefOf(claim: StoredClaim, { t, locale }: Interface): string {
  switch (claim.verdict) {
    case "confirmed":
      return t("summary.confirmed");
    case "unverified":
      return t("summary.unverified");
    case "outdated":
      if (claim.historical) return t("summary.outdatedHistorical");
      if (claim.reason === "undated") return t("summary.outdatedUndated");
      return t(claim.reason === "changed-since" ? "summary.outdatedChangedSince" : "summary.outdatedReplaced");
    case "discrepancy":
      if (claim.reason === "scale" && claim.factor) {
        const large = claim.factor > 1;
        const factor = new Intl.NumberFormat(locale).format(Math.round(large ? claim.factor : 1 / claim.factor));
        return t(large ? "summary.scaleLarge" : "summary.scaleSmall", { factor });
      }
      return t(isContradiction(claim.reason) ? `summary.${claim.reason}` : "summary.value");
  }
}

const contradictions = ["currency", "unit", "party", "metric", "value"] as const;
const isContradiction = (reason: string | null): reason is (typeof contradictions)[number] =>
  contradictions.some((one) => one === reason);
