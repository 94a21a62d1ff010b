import { defineContentScript } from "wxt/utils/define-content-script";
import { watchChanges } from "../../lib/page/changes.ts";
import { createMarks } from "../../lib/page/marks.ts";
import { answerAsFrame, askBackground } from "../../lib/platform/content-messaging.ts";
import { isOrphaned } from "../../lib/platform/lifecycle.ts";
import { watchSite } from "../../lib/platform/sites.ts";
import { mayHoldQuantity } from "../../lib/reading/question.ts";
import { followKeyboard } from "./keyboard.ts";
import { createPageReader } from "./page-reader.ts";
import { followPointer } from "./pointer.ts";
import { createTooltip } from "./tooltip.ts";
import "./style.css";

export default defineContentScript({
  // Gate's sites; test builds add loopback addresses (wxt.config.ts).
  matches: ["*://*.gate.com/*", "*://*.gate.io/*"],
  runAt: "document_idle",
  // The page is told nothing of our comings and goings.
  noScriptStartedPostMessage: true,

  async main(ctx) {
    if (!(document instanceof HTMLDocument)) return;
    // A page that is only being prepared may never be looked at. (Chrome's; TypeScript does not know it.)
    if ((document as { prerendering?: boolean }).prerendering) {
      await new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }));
    }
    const { signal } = ctx;
    const marks = createMarks(document);
    const tooltip = createTooltip(document, () => marks.emphasise(null), signal);
    /** Listeners that are of use only while there are marks. */
    let attending: AbortController | null = null;

    const reader = createPageReader({
      document,
      marks,
      mayHoldQuantity,
      readPage: (page) => askBackground("readPage", page),
      changed: attend,
      signal,
    });

    answerAsFrame(
      {
        frameState: () => ({
          document: reader.document,
          host: location.hostname,
          state: reader.state,
          marks: marks.ids.length,
          tooltip: tooltip.claim === null ? null : { claim: tooltip.claim, text: tooltip.text },
        }),
        showClaim: ({ document: of, claim }) => of === reader.document && openTooltip(claim, null, true),
      },
      signal,
    );
    signal.addEventListener("abort", () => {
      marks.show([]);
      attending?.abort();
    });
    watchSite(location.hostname, () => void reader.read(true), signal);
    watchChanges(
      document,
      () => reader.roots,
      () => void reader.read(),
      signal,
    );
    ctx.addEventListener(window, "wxt:locationchange", () => void reader.read(true));
    // Back from the browser's cache of pages: the background has forgotten this one.
    ctx.addEventListener(window, "pageshow", (event) => void (event.persisted && reader.read(true)));
    await reader.read();

    function attend(): void {
      attending?.abort();
      attending = null;
      if (marks.ids.length === 0) {
        tooltip.close();
        return;
      }
      attending = new AbortController();
      const active = attending.signal;
      // Nobody tells a script that its extension was removed or reloaded, and Chrome runs no timer of it any more: the
      // reader's next move does. Marks and tooltip go.
      const notice = () => {
        if (isOrphaned()) ctx.notifyInvalidated();
      };
      for (const event of ["pointermove", "keydown"]) {
        document.addEventListener(event, notice, { passive: true, capture: true, signal: active });
      }
      followPointer(document, marks, tooltip, (claim, point) => void openTooltip(claim, point, false), active);
      followKeyboard(document, marks, tooltip, (claim) => void openTooltip(claim, null, true), active);
      document.addEventListener("scroll", () => tooltip.follow(), { passive: true, capture: true, signal: active });
      window.addEventListener("resize", () => tooltip.follow(), { passive: true, signal: active });
    }

    /** Whether the tooltip was opened: not where the mark is gone or the background cannot say what it stands for. */
    async function openTooltip(claim: number, point: { x: number; y: number } | null, jump: boolean): Promise<boolean> {
      let details = await askBackground("claimDetails", { document: reader.document, claim });
      if (!details.ok && details.error.code === "forgotten") {
        await reader.read(true);
        details = await askBackground("claimDetails", { document: reader.document, claim });
      }
      if (signal.aborted) return false;
      const range = marks.rangeOf(claim);
      if (!details.ok || !range) return false;
      if (jump) bringIntoSight(range);
      marks.emphasise(claim);
      tooltip.open(claim, details.value, range, point, jump);
      return tooltip.claim === claim;
    }
  },
});

/** Scrolls only where the mark is out of sight or at the very edge. */
function bringIntoSight(range: Range): void {
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 60 && bottom <= innerHeight - 60) return;
  range.startContainer.parentElement?.scrollIntoView({ block: "center" });
}
