import type { PageSummary } from "../lib/protocol.ts";
import type { PlacedClaim } from "./ClaimList.tsx";

/** How a page stands, as a list of its claims can show it. */
export type PageState =
  | { is: "loading" | "not-enabled" | "off" | "page-off" | "all-off" | "reading" | "nothing" | "error" }
  | { is: "claims"; claims: PlacedClaim[]; published: string | null; modified: string | null };

/** @param summary `null` while it is not known yet, `"error"` where the background did not answer */
export function pageStateOf(summary: PageSummary | "error" | null): PageState {
  if (summary === null) return { is: "loading" };
  if (summary === "error") return { is: "error" };
  const { on, site, page, main, frames } = summary;
  if (!on) return { is: "all-off" };
  if (site && !site.on) return { is: "off" };
  if (page && !page.on) return { is: "page-off" };
  const claims = frames.flatMap(({ frame, document, rows }) => rows.map((row) => ({ frame, document, row })));
  if (claims.length > 0) {
    const article = frames.find((frame) => frame.rows.length > 0);
    return { is: "claims", claims, published: article?.published ?? null, modified: article?.modified ?? null };
  }
  if (!main) return { is: "not-enabled" };
  // Switched on again, and the page has not noticed yet.
  if (main.state === "waiting" || main.state === "off") return { is: "reading" };
  if (frames.some(({ state }) => state === "reading" || state === "lost")) return { is: "reading" };
  if (main.state === "error" || frames.some((frame) => frame.state === "error")) return { is: "error" };
  return { is: "nothing" };
}
